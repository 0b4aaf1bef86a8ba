import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromOre, sum, type Tkr, tkr } from '../tkr.ts';
import { yearlyFees } from './member-fees.ts';
import { monthAt } from './month.ts';
import type { ShareKey } from './share-key.ts';

const key = (validFrom: string, weights: Record<string, bigint>): ShareKey => ({
  validFrom,
  type: 'population',
  parts: Object.entries(weights).map(([memberId, weight]) => ({ memberId, weight })),
});

const all = key('2013-01-01', { ydre: 1n, kinda: 1n, boxholm: 2n });
const without = key('2026-04-01', { ydre: 1n, boxholm: 2n });

const yearOfFees = (year: number, fee: Tkr | null) =>
  Array.from({ length: 12 }, (_, at) => ({ month: monthAt(year, at + 1), borgensavgift: fee }));

describe('the fee by member', () => {
  it('is paid by a member that leaves for the months before', () => {
    // 12 a month: three months at 3 + 3 + 6, and nine at 4 + 8.
    expect(yearlyFees(yearOfFees(2026, tkr('12')), [all, without])).toEqual([
      {
        year: 2026,
        total: tkr('144'),
        parts: [
          { memberId: 'ydre', amount: tkr('45') },
          { memberId: 'kinda', amount: tkr('9') },
          { memberId: 'boxholm', amount: tkr('90') },
        ],
      },
    ]);
  });

  it('is not told of a year that lacks a fee or a key in any month', () => {
    const [first, ...rest] = yearOfFees(2026, tkr('12'));
    expect(yearlyFees([{ month: first?.month ?? 0, borgensavgift: null }, ...rest], [all])).toEqual(
      [],
    );
    expect(yearlyFees(yearOfFees(2026, tkr('12')), [without])).toEqual([]);
    expect(yearlyFees([], [all])).toEqual([]);
  });

  it('sums to the whole for any fees and weights', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt(0n, 10n ** 12n), { minLength: 12, maxLength: 12 }),
        fc.bigInt(1n, 99_999n),
        (fees, weight) => {
          const months = fees.map((fee, at) => ({
            month: monthAt(2026, at + 1),
            borgensavgift: fromOre(fee),
          }));
          const keys = [
            key('2020-01-01', { a: weight, b: 7n }),
            key('2026-06-01', { b: 3n, c: weight }),
          ];
          const [year] = yearlyFees(months, keys);
          const whole = sum(fees.map((fee) => fromOre(fee)));
          expect(year?.total).toBe(whole);
          expect(sum((year?.parts ?? []).map(({ amount }) => amount))).toBe(whole);
        },
      ),
    );
  });
});
