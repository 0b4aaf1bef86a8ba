import { firstDayIn, type Month } from '#domain/forecast/month.ts';
import { type Ratio, type Tkr, toPlain } from '#domain/tkr.ts';

/** An amount in plain form, or null where there is none. */
export function plainOrNull(amount: Tkr | null): string | null {
  return amount === null ? null : toPlain(amount);
}

/** A month as `YYYY-MM`. */
export function monthToPlain(month: Month): string {
  return firstDayIn(month).slice(0, 7);
}

/** Decimals of a ratio in plain form, as ten to their number. */
const places = 10_000n;

/** A ratio times a whole number as a decimal with at most four decimals, rounded half away from zero. */
export function ratioToPlain(ratio: Ratio | null, times: bigint): string | null {
  if (ratio === null) return null;
  const top = ratio.numerator * times * places;
  const size = top < 0n ? -top : top;
  const rounded = (size * 2n + ratio.denominator) / (ratio.denominator * 2n);
  const digits = rounded.toString().padStart(5, '0');
  const decimals = digits.slice(-4).replace(/0+$/u, '');
  const sign = top < 0n && rounded > 0n ? '-' : '';
  return `${sign}${digits.slice(0, -4)}${decimals === '' ? '' : `.${decimals}`}`;
}
