import { add, roundForDisplay, type ShownDecimals, subtract, type Tkr, zero } from './tkr.ts';

/**
 * How far the shown total is from the sum of the shown parts (avrundningsdifferens), in Tkr.
 *
 * Zero where they agree. A total is rounded from the exact total and never from rounded parts, so a
 * table whose shown rows do not add up has to say so. Source: DESIGN §3.
 */
export function roundingDifference(
  parts: readonly Tkr[],
  total: Tkr,
  decimals: ShownDecimals = 0,
): Tkr {
  let shownSum = zero;
  for (const part of parts) shownSum = add(shownSum, roundForDisplay(part, decimals));
  return subtract(roundForDisplay(total, decimals), shownSum);
}
