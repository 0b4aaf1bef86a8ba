import { multiply, type Ratio, type Tkr } from './tkr.ts';

declare const unit: unique symbol;

/**
 * A percentage, exact to four decimals: a whole number of millionths inside, 100 % = 1 000 000.
 *
 * Shares, execution rates, interest rates, margins and changes of price are all percentages, so that
 * they add exactly; made and written only here. Source: DESIGN §3.
 */
export type Percent = bigint & { readonly [unit]: 'percent' };

/** The decimals of a percentage: 12,3456 % is the finest that can be said. */
const decimalsOfPercent = 4;

/** One as millionths, the denominator of every percentage. */
const whole = 1_000_000n;

/** All of something, 100 %. */
export const hundredPercent = fromMillionths(whole);

/** Nothing, 0 %. */
export const zeroPercent = fromMillionths(0n);

/** A percentage in plain decimal form, 0 to 100 with at most four decimals, as a share of one; null where it is none. */
export function parsePercent(text: string): Ratio | null {
  const percent = parseSignedPercent(text);
  if (percent === null || text.startsWith('-') || percent > whole) return null;
  return ratioOf(percent);
}

/**
 * A percentage in plain decimal form with at most four decimals, from -1000 to 1000; null where it
 * is none.
 */
export function parseSignedPercent(text: string): Percent | null {
  const form = /^(-?)(\d{1,4})(?:\.(\d{1,20}))?$/u.exec(text);
  if (form === null) return null;
  const decimals = (form[3] ?? '').replace(/0+$/u, '');
  if (decimals.length > decimalsOfPercent) return null;
  const millionths = BigInt((form[2] ?? '') + decimals.padEnd(decimalsOfPercent, '0'));
  if (millionths > 10n * whole) return null;
  return fromMillionths(form[1] === '-' ? -millionths : millionths);
}

/** A percentage written in the code or read from our own database; throws where it is none. */
export function percentOf(text: string): Percent {
  const percent = parseSignedPercent(text);
  if (percent === null) throw new Error(`Not a percentage: ${text}`);
  return percent;
}

/** The percentage in plain decimal form, without needless decimals: `2.75`. */
export function percentToPlain(percent: Percent): string {
  const size = percent < 0n ? 0n - percent : percent;
  const digits = size.toString().padStart(decimalsOfPercent + 1, '0');
  const decimals = digits.slice(-decimalsOfPercent).replace(/0+$/u, '');
  const sign = percent < 0n ? '-' : '';
  return `${sign}${digits.slice(0, -decimalsOfPercent)}${decimals === '' ? '' : `.${decimals}`}`;
}

/** The percentage that a number of millionths is. */
export function fromMillionths(millionths: bigint): Percent {
  return millionths as Percent;
}

/** The sum of two percentages: a reference rate and its margin. */
export function addPercent(left: Percent, right: Percent): Percent {
  return fromMillionths(left + right);
}

/** The percentage as an exact fraction of one. */
export function ratioOf(percent: Percent): Ratio {
  return { numerator: percent, denominator: whole };
}

/** So many percent of an amount, rounded once, to the öre, half away from zero. */
export function percentOfAmount(amount: Tkr, percent: Percent): Tkr {
  return multiply(amount, ratioOf(percent));
}
