import { paymentDays } from './loan-days.ts';
import type { Loan } from './loan-terms.ts';

/**
 * Days between two days as interest counts them (30E/360): every month has 30 days and a year 360,
 * so that two years to the day are exactly two.
 */
export function interestDays(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

function dayNumber(day: string): number {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map((part) => parseInt(part, 10));
  return year * 360 + month * 30 + Math.min(dayOfMonth, 30);
}

/**
 * The day until which the rate that is in force on a day stands; null where no rate is agreed then.
 *
 * A fixed rate stands until the next rate period or maturity. A reference rate stands until the next
 * payment day, or the next rate period where that is sooner: it is fixed anew as payments are made.
 */
export function rateBoundUntil(loan: Loan, day: string): string | null {
  const inForce = latest(loan.ratePeriods.filter(({ from }) => from <= day));
  if (inForce === null) return null;
  const later = [loan.maturesOn, ...loan.ratePeriods.map(({ from }) => from)];
  if (inForce.type === 'reference') later.push(...paymentDays(loan));
  return later.filter((end) => end > day).toSorted()[0] ?? loan.maturesOn;
}

function latest<Dated extends { readonly from: string }>(dated: readonly Dated[]): Dated | null {
  let found: Dated | null = null;
  for (const one of dated) if (found === null || one.from > found.from) found = one;
  return found;
}
