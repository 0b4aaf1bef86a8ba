import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromOre, tkr } from '../tkr.ts';
import {
  amortisedUntil,
  drawnUntil,
  partOf,
  partsDrawn,
  paymentsIn,
  paymentsMade,
} from './instalments.ts';

const evenly = { firstMonth: 100, parts: 12, interval: 3, payments: 12 };

describe('a life', () => {
  it.each([
    [36, 3, 12],
    [30, 3, 10],
    [31, 3, 11],
    [48, 12, 4],
    [1, 12, 1],
  ])('of %i months, paid every %i months, is %i payments', (life, interval, payments) => {
    expect(paymentsIn(life, interval)).toBe(payments);
  });
});

describe('draws and payments', () => {
  it.each([
    [99, 0, 0],
    [100, 1, 0],
    [102, 3, 0],
    [103, 4, 1],
    // Parts of January to March have three payments by December, April to June two, July to September one.
    [111, 12, 18],
    [123, 12, 66],
    [147, 12, 144],
    [1000, 12, 144],
  ])('by the end of month %i: %i parts drawn, %i payments made', (month, drawn, paid) => {
    expect(partsDrawn(evenly, month)).toBe(drawn);
    expect(paymentsMade(evenly, month)).toBe(paid);
  });

  it('are rounded once, to the öre, half away from zero', () => {
    expect(drawnUntil(tkr('0.00006'), evenly, 100)).toBe(tkr('0.00001'));
    expect(drawnUntil(tkr('-0.00006'), evenly, 100)).toBe(tkr('-0.00001'));
    expect(drawnUntil(tkr('0.00005'), evenly, 100)).toBe(tkr('0'));
    expect(amortisedUntil(tkr('1200'), evenly, 111)).toBe(tkr('150'));
    expect(amortisedUntil(tkr('1200'), evenly, 1000)).toBe(tkr('1200'));
  });

  it('never repay what is not drawn', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 17n }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(1, 3, 6, 12),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 2000 }),
        (ore, parts, interval, payments, month) => {
          const instalments = { firstMonth: 0, parts, interval, payments };
          const repaid = amortisedUntil(fromOre(ore), instalments, month);
          expect(repaid).toBeLessThanOrEqual(drawnUntil(fromOre(ore), instalments, month));
        },
      ),
    );
  });
});

it('takes all pieces as the whole, however it would round', () => {
  expect(partOf(tkr('0.00001'), 7, 7)).toBe(tkr('0.00001'));
  expect(partOf(tkr('0.00001'), 3, 7)).toBe(tkr('0'));
});
