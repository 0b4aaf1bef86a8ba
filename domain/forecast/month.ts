import { lastDayOfMonth } from '../year.ts';

/**
 * A calendar month as a whole number, so that months are counted by plain addition: months since
 * January of the year 0. March 2025 is 2025 · 12 + 2.
 */
export type Month = number;

/** The month of a year, 1 to 12. */
export function monthAt(year: number, monthOfYear: number): Month {
  return year * 12 + monthOfYear - 1;
}

/** The month that a day (`YYYY-MM-DD`) is in. */
export function monthOfDay(day: string): Month {
  return monthAt(parseInt(day.slice(0, 4), 10), parseInt(day.slice(5, 7), 10));
}

/** The year that a month is in. */
export function yearOf(month: Month): number {
  return Math.floor(month / 12);
}

/** Which month of its year, 1 to 12. */
export function monthOfYear(month: Month): number {
  return (month % 12) + 1;
}

/** The last day of a month, as `YYYY-MM-DD`. */
export function lastDayIn(month: Month): string {
  return lastDayOfMonth(yearOf(month), monthOfYear(month));
}

/** The first day of a month, as `YYYY-MM-DD`. */
export function firstDayIn(month: Month): string {
  return `${yearOf(month)}-${`${monthOfYear(month)}`.padStart(2, '0')}-01`;
}
