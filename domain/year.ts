/** Earliest and latest budget year that Tkr takes: a typing error such as 99 or 20255 is outside. */
export const firstYear = 2000;
export const finalYear = 2100;

/** True for a whole calendar year within the range above; the budget year is the calendar year. */
export function isBudgetYear(year: number): boolean {
  return Number.isInteger(year) && year >= firstYear && year <= finalYear;
}

/** The last day of a year, as `YYYY-MM-DD`: the day that a closing balance stands on. */
export function lastDayOf(year: number): string {
  return `${year}-12-31`;
}

/** The last day of a month, 1 to 12, as `YYYY-MM-DD`. */
export function lastDayOfMonth(year: number, month: number): string {
  return `${year}-${`${month}`.padStart(2, '0')}-${daysIn(year, month)}`;
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isCalendarDay(text: string): boolean {
  const form = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (form === null) return false;
  const [year, month, day] = form.slice(1).map((part) => parseInt(part, 10));
  if (year === undefined || month === undefined || day === undefined) return false;
  return isBudgetYear(year) && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
