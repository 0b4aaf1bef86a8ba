import { multiply, subtract, type Tkr, zero } from '../tkr.ts';
import { annuityPayment, periodInterest, repaidBy } from './annuity.ts';
import { paymentDays, paymentMonths } from './loan-days.ts';
import { type RateStep, rateOn } from './loan-rate.ts';
import type { Loan } from './loan-terms.ts';
import type { Month } from './month.ts';

/** One payment's month and what it repays, in Tkr, not below zero. */
export type Repayment = {
  readonly month: Month;
  readonly amortisation: Tkr;
  /** The interest of an annuity's payment; zero for other loans, whose interest is counted by month. */
  readonly interest: Tkr;
};

/**
 * What every payment of a loan repays; together exactly the principal.
 *
 * An annuity depends on its rate: where that is unknown on a period's first day, that payment and
 * the later ones are not in the list.
 */
export function repaymentsOf(loan: Loan, steps: readonly RateStep[]): Repayment[] {
  if (loan.form === 'annuity') return annuityRepayments(loan, steps);
  const months = paymentMonths(loan);
  let repaid = zero;
  return months.map((month, index) => {
    const before = repaid;
    repaid = repaidAfter(loan, index + 1, months.length);
    return { month, amortisation: subtract(repaid, before), interest: zero };
  });
}

// Rounded as a running sum, so that the parts make up the principal exactly.
function repaidAfter({ form, principal }: Loan, paid: number, payments: number): Tkr {
  if (form === 'atMaturity') return paid === payments ? principal : zero;
  return multiply(principal, { numerator: BigInt(paid), denominator: BigInt(payments) });
}

function annuityRepayments(loan: Loan, steps: readonly RateStep[]): Repayment[] {
  const { paymentsAYear } = loan;
  const days = paymentDays(loan);
  const repayments: Repayment[] = [];
  let balance = loan.principal;
  let payment = zero;
  let paymentRate: bigint | null = null;
  for (const [index, month] of paymentMonths(loan).entries()) {
    const rate = rateOn(steps, days[index - 1] ?? loan.drawnOn);
    if (rate === null) return repayments;
    const left = days.length - index;
    if (rate !== paymentRate) payment = annuityPayment(balance, rate, paymentsAYear, left);
    paymentRate = rate;
    const interest = periodInterest(balance, rate, paymentsAYear);
    const amortisation = left === 1 ? balance : repaidBy(payment, interest, balance);
    repayments.push({ month, amortisation, interest });
    balance = subtract(balance, amortisation);
  }
  return repayments;
}
