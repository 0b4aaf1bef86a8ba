import { zeroPercent } from '../percent.ts';
import { sum, type Tkr, zero } from '../tkr.ts';
import { lastDayOf } from '../year.ts';
import { sumOrNull } from './loan-flows.ts';
import { type LoanPayment, loanPayments } from './loan-schedule.ts';
import type { Loan, RateCurve } from './loan-terms.ts';

/** What is drawn and paid on loans in a year, and what is owed after it, in Tkr without sign. */
export type PaidYear = {
  readonly year: number;
  readonly drawn: Tkr;
  /** What the payments of the year pay of interest; null where one of them is unknown. */
  readonly interest: Tkr | null;
  readonly amortisation: Tkr | null;
  /** What is owed on 31 December; null where a loan's balance is unknown. */
  readonly balance: Tkr | null;
};

/**
 * Loans together, year by year, from the first that is drawn to the last that matures.
 *
 * The interest is what is paid in the year, not what belongs to it: the interest of a payment in
 * January is January's, also for the months before. Source: DESIGN §5.
 */
export function paidYears(loans: readonly Loan[], curves: readonly RateCurve[]): PaidYear[] {
  if (loans.length === 0) return [];
  const scheduled = loans.map((loan) => ({
    loan,
    payments: loanPayments(loan, curves, zeroPercent),
  }));
  const first = Math.min(...loans.map(({ drawnOn }) => yearOfDay(drawnOn)));
  const last = Math.max(...loans.map(({ maturesOn }) => yearOfDay(maturesOn)));
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const year = first + at;
    const paid = scheduled.flatMap(({ payments }) =>
      payments.filter(({ on }) => yearOfDay(on) === year),
    );
    const drawn = loans.filter(({ drawnOn }) => yearOfDay(drawnOn) === year);
    return {
      year,
      drawn: sum(drawn.map(({ principal }) => principal)),
      interest: sumOrNull(paid.map(({ interest }) => interest)),
      amortisation: sumOrNull(paid.map(({ amortisation }) => amortisation)),
      balance: sumOrNull(
        scheduled.map(({ loan, payments }) => balanceOn(loan, payments, lastDayOf(year))),
      ),
    };
  });
}

function balanceOn(loan: Loan, payments: readonly LoanPayment[], day: string): Tkr | null {
  if (loan.drawnOn > day || loan.maturesOn <= day) return zero;
  const paid = payments.findLast(({ on }) => on <= day);
  return paid === undefined ? loan.principal : paid.balance;
}

function yearOfDay(day: string): number {
  return parseInt(day.slice(0, 4), 10);
}
