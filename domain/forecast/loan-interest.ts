import { multiply, subtract, type Tkr, zero } from '../tkr.ts';
import { firstWholeMonth, monthlyInterest, type RateStep } from './loan-rate.ts';
import type { Repayment } from './loan-repayments.ts';
import type { Loan } from './loan-terms.ts';
import { type Month, monthOfDay } from './month.ts';

/** The interest of a month, given the balance at its start; null where no rate is known. */
export type InterestIn = (month: Month, balance: Tkr) => Tkr | null;

/**
 * Interest counted by month: a twelfth of the rate in force on the month's first day, on the balance
 * at its start, rounded to the öre.
 *
 * What is returned remembers where it is: it is asked about months in order.
 */
export function balanceInterest(steps: readonly RateStep[]): InterestIn {
  const begins = steps.map((step) => firstWholeMonth(step.from));
  let at = -1;
  let known: { balance: Tkr; at: number; interest: Tkr | null } | null = null;
  return (month, balance) => {
    if (balance === zero) return zero;
    while ((begins[at + 1] ?? Infinity) <= month) at += 1;
    if (known !== null && known.balance === balance && known.at === at) return known.interest;
    const rate = steps[at]?.rate ?? null;
    const interest = rate === null ? null : monthlyInterest(balance, rate);
    known = { balance, at, interest };
    return interest;
  };
}

/**
 * Interest counted by payment: the cumulative parts of each payment's interest over the months since
 * the payment before, so that they sum to it exactly; null in the period of a payment not listed.
 *
 * A first payment in the month of drawing has its interest there.
 */
export function annuityInterest(loan: Loan, repayments: readonly Repayment[]): InterestIn {
  const drawnIn = monthOfDay(loan.drawnOn);
  const lastIn = monthOfDay(loan.maturesOn);
  const isPaidAtOnce = monthOfDay(loan.firstPaymentOn) === drawnIn;
  const parts: Tkr[] = isPaidAtOnce ? [] : [zero];
  let start = isPaidAtOnce ? drawnIn - 1 : drawnIn;
  for (const { month, interest } of repayments) {
    parts.push(...monthlyParts(interest, month - start));
    start = month;
  }
  return (month) => (month < drawnIn || month > lastIn ? zero : (parts[month - drawnIn] ?? null));
}

function monthlyParts(whole: Tkr, months: number): Tkr[] {
  const denominator = BigInt(months);
  const parts: Tkr[] = [];
  let before = zero;
  for (let count = 1n; count <= denominator; count += 1n) {
    const until = multiply(whole, { numerator: count, denominator });
    parts.push(subtract(until, before));
    before = until;
  }
  return parts;
}
