import type { Ratio } from '../tkr.ts';
import { type Assumptions, percentAt } from './assumptions.ts';

const whole = 1_000_000n;

/**
 * What the prices of each year are in those of the forecast's first year, exactly: one in the first
 * year, then times one and the change of each year.
 */
export function priceFactors(
  assumptions: Assumptions,
  years: { readonly first: number; readonly last: number },
): Map<number, Ratio> {
  const factors = new Map<number, Ratio>();
  let factor: Ratio = { numerator: 1n, denominator: 1n };
  for (let year = years.first; year <= years.last; year += 1) {
    const change = percentAt(assumptions, 'priceChange', `${year}-01-01`);
    if (year > years.first && change !== 0n) {
      factor = {
        numerator: factor.numerator * (whole + change),
        denominator: factor.denominator * whole,
      };
    }
    factors.set(year, factor);
  }
  return factors;
}
