import { describe, expect, it } from 'vitest';
import { memberYears } from '#domain/forecast/member-years.ts';
import type { ShareKey } from '#domain/forecast/share-key.ts';
import { sum, tkr, zero } from '#domain/tkr.ts';
import { answerChange, isIn, mostChanged } from './change.ts';

const keys: readonly ShareKey[] = [
  {
    validFrom: '2013-01-01',
    type: 'population',
    parts: [
      { memberId: 'ydre', weight: 1_000n },
      { memberId: 'kinda', weight: 1_000n },
      { memberId: 'boxholm', weight: 2_000n },
    ],
  },
];
const years = memberYears(
  [
    { year: 2026, closing: tkr('60000'), borgenstak: tkr('80000') },
    { year: 2027, closing: null, borgenstak: tkr('80000') },
  ],
  keys,
);
const ask = (memberId: string, day: string, weight = '') =>
  answerChange(keys, years, { memberId, day, weight });

describe('a member that leaves', () => {
  it('leaves its part to the others, as they stand to each other', () => {
    const answer = ask('kinda', '2026-04-01');
    if (answer.is !== 'told') throw new Error(answer.is);
    // 60 000 by 1, 1 and 2 is 15 000, 15 000 and 30 000; by 1 and 2 it is 20 000 and 40 000.
    expect(answer.changes.map(({ memberId, change }) => [memberId, change.debt])).toEqual([
      ['ydre', tkr('5000')],
      ['kinda', tkr('-15000')],
      ['boxholm', tkr('10000')],
    ]);
    expect(sum(answer.changes.map(({ change }) => change.debt ?? zero))).toBe(zero);
    expect(mostChanged(answer.changes, 'kinda')?.memberId).toBe('boxholm');
    expect(answer).toMatchObject({ leaves: true, after: { validFrom: '2026-04-01' } });
  });
});

describe('a member that joins', () => {
  it('is asked for its inhabitants, and takes over from the others', () => {
    expect(ask('aneby', '2026-04-01')).toEqual({ is: 'noWeight', leaves: false });
    expect(ask('aneby', '2026-04-01', '0')).toEqual({ is: 'noWeight', leaves: false });
    const answer = ask('aneby', '2026-04-01', '4000');
    if (answer.is !== 'told') throw new Error(answer.is);
    expect(answer.changes.map(({ memberId, after }) => [memberId, after.debt])).toEqual([
      ['ydre', tkr('7500')],
      ['kinda', tkr('7500')],
      ['boxholm', tkr('15000')],
      ['aneby', tkr('30000')],
    ]);
  });
});

describe('what cannot be told', () => {
  it('is a day before the first key, a year without a debt, and the last member', () => {
    expect(ask('kinda', '2012-01-01')).toEqual({ is: 'noKey', leaves: false });
    expect(ask('kinda', '2027-04-01')).toEqual({ is: 'noDebt', leaves: true });
    expect(ask('kinda', '2031-04-01')).toEqual({ is: 'noDebt', leaves: true });
    const [key] = keys;
    const alone = { ...key, parts: [{ memberId: 'ydre', weight: 1n }] } as ShareKey;
    expect(
      answerChange([alone], years, { memberId: 'ydre', day: '2026-04-01', weight: '' }),
    ).toEqual({ is: 'last', leaves: true });
  });

  it('knows who is in on a day', () => {
    expect(isIn(keys, 'kinda', '2013-06-30')).toBe(true);
    expect(isIn(keys, 'kinda', '2012-06-30')).toBe(false);
    expect(isIn(keys, 'aneby', '2026-01-01')).toBe(false);
  });
});
