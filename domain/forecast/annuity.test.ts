import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMillionths, percentOf } from '../percent.ts';
import { fromOre, tkr, toPlain } from '../tkr.ts';
import { annuityPayment, periodInterest, repaidBy } from './annuity.ts';
import { paymentsAYear } from './loan-terms.ts';

describe('the payment of an annuity', () => {
  it.each([
    ['10000', '3.25', 4, 40, '293.82707'],
    ['1000', '10', 1, 2, '576.19048'],
    ['1000', '0', 12, 3, '333.33333'],
    ['1000', '-1', 1, 2, '492.51256'],
    ['1000', '5', 1, 1, '1050'],
    ['0', '5', 1, 4, '0'],
    ['1000', '-100', 1, 2, '0'],
    ['1000', '-300', 1, 2, '0'],
  ] as const)('of %s at %s percent, %i a year, %i in all is %s', (balance, rate, year, all, is) => {
    expect(toPlain(annuityPayment(tkr(balance), percentOf(rate), year, all))).toBe(is);
  });

  // Rounding at each step moves the balance by at most an öre, which then grows with its interest.
  it('repays the balance with its interest, within what rounding can come to', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.bigInt({ min: -50_000n, max: 150_000n }),
        fc.constantFrom(...paymentsAYear),
        fc.integer({ min: 1, max: 60 }),
        (ore, millionths, payments, count) => {
          const rate = fromMillionths(millionths);
          const payment = annuityPayment(fromOre(ore), rate, payments, count);
          let balance = fromOre(ore);
          let slack = 0n;
          for (let paid = 0; paid < count; paid += 1) {
            const interest = periodInterest(balance, rate, payments);
            balance = fromOre(balance + interest - payment);
            slack = slack + 1n + slack / 5n + 1n;
          }
          expect(balance <= slack && balance >= -slack).toBe(true);
        },
      ),
    );
  });
});

it('counts the interest of a period on the whole balance, rounded once', () => {
  expect(periodInterest(tkr('9787.42293'), percentOf('3.25'), 4)).toBe(tkr('79.52281'));
  expect(periodInterest(tkr('1000'), percentOf('3'), 12)).toBe(tkr('2.5'));
});

it('repays what the interest leaves, never less than nothing or more than there is', () => {
  expect(repaidBy(tkr('100'), tkr('30'), tkr('500'))).toBe(tkr('70'));
  expect(repaidBy(tkr('100'), tkr('30'), tkr('50'))).toBe(tkr('50'));
  expect(repaidBy(tkr('100'), tkr('130'), tkr('500'))).toBe(tkr('0'));
  expect(repaidBy(tkr('100'), tkr('-10'), tkr('500'))).toBe(tkr('110'));
});
