import { describe, expect, it } from 'vitest';
import { sum, tkr } from '../tkr.ts';
import { memberYears } from './member-years.ts';
import type { ShareKey } from './share-key.ts';

const all: ShareKey = {
  validFrom: '2013-01-01',
  type: 'percent',
  parts: [
    { memberId: 'ydre', weight: 250_000n },
    { memberId: 'kinda', weight: 250_000n },
    { memberId: 'boxholm', weight: 500_000n },
  ],
};
const without: ShareKey = {
  validFrom: '2026-04-01',
  type: 'percent',
  parts: [
    { memberId: 'ydre', weight: 333_333n },
    { memberId: 'boxholm', weight: 666_667n },
  ],
};

const year = (at: number, closing: string | null, borgenstak: string | null = '80000') => ({
  year: at,
  closing: closing === null ? null : tkr(closing),
  borgenstak: borgenstak === null ? null : tkr(borgenstak),
});

describe('the members of a forecast', () => {
  it('share each year by the key in force on its last day', () => {
    const [first, second] = memberYears([year(2025, '65083'), year(2026, '73347')], [all, without]);
    expect(first?.shares).toEqual([
      {
        memberId: 'ydre',
        debt: tkr('16270.75'),
        borgenstak: tkr('20000'),
        headroom: tkr('3729.25'),
      },
      {
        memberId: 'kinda',
        debt: tkr('16270.75'),
        borgenstak: tkr('20000'),
        headroom: tkr('3729.25'),
      },
      {
        memberId: 'boxholm',
        debt: tkr('32541.5'),
        borgenstak: tkr('40000'),
        headroom: tkr('7458.5'),
      },
    ]);
    expect(second?.key).toBe(without);
    expect(second?.shares.map(({ memberId }) => memberId)).toEqual(['ydre', 'boxholm']);
    expect(sum((second?.shares ?? []).map(({ debt }) => debt))).toBe(tkr('73347'));
  });

  it('have no shares where the debt is not known or no key holds', () => {
    const [unknown, early] = memberYears([year(2027, null), year(2012, '1')], [all]);
    expect(unknown).toMatchObject({ gap: 'no_debt', shares: [] });
    expect(early).toMatchObject({ gap: 'no_key', key: null, shares: [] });
  });

  it('have a debt and no headroom where there is no ceiling', () => {
    const [only] = memberYears([year(2025, '100', null)], [all]);
    expect(only?.shares[2]).toEqual({
      memberId: 'boxholm',
      debt: tkr('50'),
      borgenstak: null,
      headroom: null,
    });
  });
});
