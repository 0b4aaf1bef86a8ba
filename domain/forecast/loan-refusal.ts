import { compare, zero } from '../tkr.ts';
import { paymentInterval } from './loan-days.ts';
import type { Loan } from './loan-terms.ts';
import { monthOfDay } from './month.ts';

/** Why a loan's terms cannot be. */
export type LoanRefusal =
  | 'loan_principal_not_positive'
  | 'loan_matures_before_drawn'
  | 'loan_first_payment_outside'
  | 'loan_payments_do_not_meet_maturity'
  | 'loan_needs_rate'
  | 'loan_rate_periods_same_day';

/**
 * Null where the terms can be.
 *
 * A loan has a principal, matures after the day it is drawn, is first paid after that day and at the
 * latest at maturity, and has a rate from the day it is drawn; its equal payments end in the month of
 * maturity. A loan repaid at maturity may have a shorter last interval.
 */
export function refusalOfLoan(loan: Loan): LoanRefusal | null {
  if (compare(loan.principal, zero) <= 0) return 'loan_principal_not_positive';
  if (loan.maturesOn <= loan.drawnOn) return 'loan_matures_before_drawn';
  if (loan.firstPaymentOn <= loan.drawnOn || loan.firstPaymentOn > loan.maturesOn) {
    return 'loan_first_payment_outside';
  }
  if (!meetsMaturity(loan)) return 'loan_payments_do_not_meet_maturity';
  return refusalOfRates(loan);
}

function meetsMaturity(loan: Loan): boolean {
  if (loan.form === 'atMaturity') return true;
  const months = monthOfDay(loan.maturesOn) - monthOfDay(loan.firstPaymentOn);
  return months % paymentInterval(loan) === 0;
}

function refusalOfRates({ ratePeriods, drawnOn }: Loan): LoanRefusal | null {
  const days = ratePeriods.map(({ from }) => from);
  if (!days.some((day) => day <= drawnOn)) return 'loan_needs_rate';
  return new Set(days).size < days.length ? 'loan_rate_periods_same_day' : null;
}
