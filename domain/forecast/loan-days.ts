import type { Loan } from './loan-terms.ts';
import { lastDayIn, type Month, monthOfDay } from './month.ts';

/** Months between the payments of a loan: 1, 3, 6 or 12. */
export function paymentInterval(loan: Loan): number {
  return 12 / loan.paymentsAYear;
}

/**
 * The months of every payment, first to last.
 *
 * They come at even intervals from the first. A loan repaid at maturity (vid förfall) may have a
 * shorter last interval; others are refused where the interval does not end in the month of maturity.
 */
export function paymentMonths(loan: Loan): Month[] {
  const last = monthOfDay(loan.maturesOn);
  const months: Month[] = [];
  for (let month = monthOfDay(loan.firstPaymentOn); month < last; month += paymentInterval(loan)) {
    months.push(month);
  }
  return [...months, last];
}

/**
 * The days of every payment, `YYYY-MM-DD`, first to last.
 *
 * A payment on the 31st is on the last day of a shorter month. Where the first payment can be one on
 * maturity's day in a shorter month, as 30 June before 31 December, they are all on maturity's day.
 */
export function paymentDays(loan: Loan): string[] {
  const { firstPaymentOn, maturesOn } = loan;
  const months = paymentMonths(loan);
  const first = months[0] ?? 0;
  const meets = dayIn(first, maturesOn.slice(8)) === firstPaymentOn;
  const dayOfMonth = (meets ? maturesOn : firstPaymentOn).slice(8);
  return months.map((month, index) =>
    index === months.length - 1 ? maturesOn : dayIn(month, dayOfMonth),
  );
}

function dayIn(month: Month, dayOfMonth: string): string {
  const last = lastDayIn(month);
  const day = `${last.slice(0, 8)}${dayOfMonth}`;
  return day < last ? day : last;
}
