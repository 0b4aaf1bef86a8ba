import { roundForDisplay, subtract, sum, type Tkr } from './tkr.ts';

/**
 * How far the shown total is from the sum of the shown parts (avrundningsdifferens), in Tkr.
 *
 * Zero where they agree. A total is rounded from the exact total and never from rounded parts, so a
 * table whose shown rows do not add up has to say so. Source: DESIGN §3.
 */
export function roundingDifference(parts: readonly Tkr[], total: Tkr, decimals = 0): Tkr {
  const shownParts = parts.map((part) => roundForDisplay(part, decimals));
  return subtract(roundForDisplay(total, decimals), sum(shownParts));
}
