import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import worked from '../../fixtures/prognos/member-leaves/case.json' with { type: 'json' };
import { percentOf } from '../percent.ts';
import { fromOre, sum, type Tkr, tkr, toPlain } from '../tkr.ts';
import {
  borgensavgiftByMember,
  keyAt,
  memberShares,
  monthlyBorgensavgift,
  splitByKey,
} from './member-shares.ts';
import { monthAt, monthOfDay } from './month.ts';
import type { ShareKey } from './share-key.ts';

const keys: ShareKey[] = worked.input.keys.map(({ validFrom, parts }) => ({
  validFrom,
  type: 'population',
  parts: parts.map(({ memberId, weight }) => ({ memberId, weight: BigInt(weight) })),
}));

const plain = (amount: Tkr | null): string | null => (amount === null ? null : toPlain(amount));

describe('a member that leaves on 31 March', () => {
  it.each(worked.expected.members)('has the shares of $day as worked by hand', (expected) => {
    const { day, debt, borgenstak, parts } = expected;
    const key = keyAt(keys, day);
    if (key === null) throw new Error(`No key on ${day}`);
    const shares = memberShares(key, { debt: tkr(debt), borgenstak: tkr(borgenstak) });
    expect(
      shares.map((share) => ({
        memberId: share.memberId,
        debt: plain(share.debt),
        borgenstak: plain(share.borgenstak),
        headroom: plain(share.headroom),
      })),
    ).toEqual(parts);
  });

  it.each(worked.expected.borgensavgift)('has the fee of $month as worked by hand', (expected) => {
    const month = monthOfDay(`${expected.month}-01`);
    const opening = month < monthAt(2025, 4) ? tkr('60000') : tkr('58500');
    const fee = monthlyBorgensavgift(opening, percentOf('0.3'));
    expect(plain(fee)).toBe(expected.amount);
    expect(
      borgensavgiftByMember(keys, month, fee)?.map(({ memberId, amount }) => ({
        memberId,
        amount: plain(amount),
      })),
    ).toEqual(expected.parts);
  });
});

describe('the key on a day', () => {
  it('holds from its day until the next, in whatever order they stand', () => {
    for (const listed of [keys, keys.toReversed()]) {
      expect(keyAt(listed, '2025-03-31')?.validFrom).toBe('2020-01-01');
      expect(keyAt(listed, '2025-04-01')?.validFrom).toBe('2025-04-01');
    }
  });

  it('is none before the first, and then nobody has a share', () => {
    expect(keyAt(keys, '2019-12-31')).toBeNull();
    expect(borgensavgiftByMember(keys, monthAt(2019, 12), tkr('1'))).toBeNull();
  });

  it('is that of the first of the month for its fee', () => {
    const later = [...keys, { ...keys[0], validFrom: '2025-06-02' } as ShareKey];
    expect(borgensavgiftByMember(later, monthAt(2025, 6), tkr('1'))).toHaveLength(3);
    expect(borgensavgiftByMember(later, monthAt(2025, 7), tkr('1'))).toHaveLength(4);
  });
});

const percentKey: ShareKey = {
  validFrom: '2025-01-01',
  type: 'percent',
  parts: [
    { memberId: 'a', weight: percentOf('57.8') },
    { memberId: 'b', weight: percentOf('0') },
    { memberId: 'c', weight: percentOf('24.9') },
    { memberId: 'd', weight: percentOf('17.3') },
  ],
};

it('gives a member without weight nothing of anything', () => {
  const shares = memberShares(percentKey, { debt: tkr('1000'), borgenstak: tkr('2000') });
  expect(shares.map(({ debt, headroom }) => [plain(debt), plain(headroom)])).toEqual([
    ['578', '578'],
    ['0', '0'],
    ['249', '249'],
    ['173', '173'],
  ]);
});

it('has no headroom to share without a ceiling', () => {
  const [first] = memberShares(percentKey, { debt: tkr('1000'), borgenstak: null });
  expect(first).toEqual({ memberId: 'a', debt: tkr('578'), borgenstak: null, headroom: null });
});

it('shares debt, ceiling, headroom and fee so that each sums exactly', () => {
  const anyKey = fc
    .array(fc.bigInt({ min: 0n, max: 10n ** 6n }), { minLength: 1, maxLength: 20 })
    .filter((weights) => weights.some((weight) => weight > 0n))
    .map(
      (weights): ShareKey => ({
        validFrom: '2025-01-01',
        type: 'population',
        parts: weights.map((weight, index) => ({ memberId: `${index}`, weight })),
      }),
    );
  const anyOre = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
  fc.assert(
    fc.property(anyKey, anyOre, anyOre, (key, debt, ceiling) => {
      const amounts = { debt: fromOre(debt), borgenstak: fromOre(ceiling) };
      const shares = memberShares(key, amounts);
      expect(sum(shares.map((share) => share.debt))).toBe(debt);
      expect(sum(shares.map((share) => share.borgenstak ?? tkr('0')))).toBe(ceiling);
      expect(sum(shares.map((share) => share.headroom ?? tkr('0')))).toBe(ceiling - debt);
      expect(sum(splitByKey(key, amounts.debt).map(({ amount }) => amount))).toBe(debt);
    }),
  );
});
