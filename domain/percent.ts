import type { Ratio } from './tkr.ts';

/** The decimals of a percentage: 12,3456 % is the finest that can be said. */
const decimalsOfPercent = 4;

/** A percentage in plain decimal form, 0 to 100 with at most four decimals, as a share of one; null where it is none. */
export function parsePercent(text: string): Ratio | null {
  const form = /^(\d{1,3})(?:\.(\d{1,20}))?$/u.exec(text);
  if (form === null) return null;
  const decimals = (form[2] ?? '').replace(/0+$/u, '');
  if (decimals.length > decimalsOfPercent) return null;
  const numerator = BigInt((form[1] ?? '') + decimals.padEnd(decimalsOfPercent, '0'));
  return numerator > 1_000_000n ? null : { numerator, denominator: 1_000_000n };
}
