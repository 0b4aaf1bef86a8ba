import type { CarryOverPolicy } from './carry-over.ts';
import { compare, type Tkr } from './tkr.ts';
import { lastDayOfMonth } from './year.ts';

/** A month of a year, 1 to 12. */
export type Month = { readonly year: number; readonly month: number };

/**
 * The last day for a project's slutredovisning if nothing more is booked on it, `YYYY-MM-DD`.
 *
 * The policy's number of months after the last month with outcome. Null where the policy asks for
 * none, where the project's decided total is not above the policy's amount, or where nothing has
 * been booked. Source: DOMAIN §3.
 */
export function slutredovisningDue(
  policy: Pick<CarryOverPolicy, 'slutredovisning'> | null,
  beslutad: Tkr | null,
  lastBooked: Month | null,
): string | null {
  const rule = policy?.slutredovisning ?? null;
  if (rule === null || beslutad === null || lastBooked === null) return null;
  if (compare(beslutad, rule.above) <= 0) return null;
  const months = lastBooked.year * 12 + (lastBooked.month - 1) + rule.months;
  return lastDayOfMonth(Math.floor(months / 12), (months % 12) + 1);
}
