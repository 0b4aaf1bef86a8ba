import { expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { multiply, tkr } from '../tkr.ts';
import { resolveAssumptions } from './assumptions.ts';
import { priceFactors } from './price-factor.ts';
import { assumptionOf } from './what-if.ts';

it('begins with one and multiplies the changes exactly, also where they change', () => {
  const factors = priceFactors(
    resolveAssumptions([
      [
        assumptionOf({ kind: 'priceChange', percent: percentOf('2.5') }),
        assumptionOf({ kind: 'priceChange', percent: percentOf('-10'), from: '2027-01-01' }),
      ],
    ]),
    { first: 2025, last: 2027 },
  );
  const prices = [2025, 2026, 2027].map((year) => {
    const factor = factors.get(year);
    return factor === undefined ? null : multiply(tkr('1000'), factor);
  });
  expect(prices).toEqual([tkr('1000'), tkr('1025'), tkr('922.5')]);
});
