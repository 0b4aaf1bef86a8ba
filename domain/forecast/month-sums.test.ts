import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromOre, subtract, sum, tkr } from '../tkr.ts';
import { amortisedUntil, drawnUntil } from './instalments.ts';
import { addDraws, addRepayments, emptySums, totalsOf } from './month-sums.ts';

const anySchedule = fc.record({
  ore: fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
  // From before the first month until after the last.
  firstMonth: fc.integer({ min: -30, max: 70 }),
  parts: fc.integer({ min: 1, max: 12 }),
  interval: fc.constantFrom(1, 3, 6, 12),
  payments: fc.integer({ min: 1, max: 50 }),
});

it('sums any schedules month by month as each of them is by itself, to the öre', () => {
  fc.assert(
    fc.property(fc.array(anySchedule, { maxLength: 8 }), (schedules) => {
      const draws = emptySums(0, 60);
      const repayments = emptySums(0, 60);
      for (const { ore, ...instalments } of schedules) {
        addDraws(draws, fromOre(ore), instalments);
        addRepayments(repayments, fromOre(ore), instalments);
      }
      const drawn = totalsOf(draws);
      const repaid = totalsOf(repayments);
      for (let month = 0; month < 60; month += 1) {
        const differences = (until: typeof drawnUntil | typeof amortisedUntil) =>
          sum(
            schedules.map(({ ore, ...instalments }) =>
              subtract(
                until(fromOre(ore), instalments, month),
                until(fromOre(ore), instalments, month - 1),
              ),
            ),
          );
        expect(drawn[month]).toBe(differences(drawnUntil));
        expect(repaid[month]).toBe(differences(amortisedUntil));
      }
    }),
  );
});

it('has nothing in a month that nothing falls on', () => {
  const sums = emptySums(24_300, 3);
  addDraws(sums, tkr('10'), { firstMonth: 24_301, parts: 1 });
  expect(totalsOf(sums)).toEqual([tkr('0'), tkr('10'), tkr('0')]);
});
