import type { Percent } from '../percent.ts';
import { add, subtract, sum, type Tkr, zero } from '../tkr.ts';
import { paymentDays, paymentMonths } from './loan-days.ts';
import { annuityInterest, balanceInterest } from './loan-interest.ts';
import { rateSteps } from './loan-rate.ts';
import { type Repayment, repaymentsOf } from './loan-repayments.ts';
import type { Loan, RateCurve } from './loan-terms.ts';
import { type Month, monthOfDay } from './month.ts';

/**
 * A loan month by month, in Tkr: the first element of each list is the month `from`.
 *
 * All amounts are without sign: `closing` is `opening` + `drawn` − `amortisation`, where a row of the
 * forecast shows amortisation negative. The interest of a month is on the balance at its start, so
 * that the month of drawing has none; null where no rate is known.
 */
export type LoanMonths = {
  readonly from: Month;
  readonly opening: readonly Tkr[];
  readonly drawn: readonly Tkr[];
  readonly amortisation: readonly Tkr[];
  readonly interest: readonly (Tkr | null)[];
  readonly closing: readonly Tkr[];
  /**
   * The first month whose amortisation is unknown, also before `from` or after the last: an annuity
   * whose rate is unknown. From it on the balance stands as it was and is not to be relied on.
   */
  readonly unknownFrom: Month | null;
};

/** Which months a loan is asked about, the first and the last, and what is added to every rate. */
export type LoanQuestion = {
  readonly rateShift: Percent;
  readonly from: Month;
  readonly to: Month;
};

/**
 * A loan month by month over any months, also before it is drawn and after it is repaid.
 *
 * Straight-line and at maturity: a month's interest is a twelfth of the rate in force on its first
 * day, rounded. Annuity: the cumulative parts of its payment's interest, so that they sum to it.
 * Source: DESIGN §5.
 */
export function loanMonths(
  loan: Loan,
  curves: readonly RateCurve[],
  { rateShift, from, to }: LoanQuestion,
): LoanMonths {
  const steps = rateSteps(loan, curves, rateShift);
  const repayments = repaymentsOf(loan, steps);
  const isAnnuity = loan.form === 'annuity';
  const interestIn = isAnnuity ? annuityInterest(loan, repayments) : balanceInterest(steps);
  const drawnIn = monthOfDay(loan.drawnOn);
  const [opening, drawn, amortisation, closing]: [Tkr[], Tkr[], Tkr[], Tkr[]] = [[], [], [], []];
  const interest: (Tkr | null)[] = [];
  let next = repayments.findIndex(({ month }) => month >= from);
  if (next === -1) next = repayments.length;
  let balance = drawnIn < from ? balanceAfter(loan, repayments, next) : zero;
  for (let month = from; month <= to; month += 1) {
    const before = balance;
    const borrowed = month === drawnIn ? loan.principal : zero;
    const due = repayments[next];
    const repaid = due?.month === month ? due.amortisation : zero;
    if (due?.month === month) next += 1;
    balance = subtract(add(before, borrowed), repaid);
    opening.push(before);
    drawn.push(borrowed);
    amortisation.push(repaid);
    interest.push(interestIn(month, before));
    closing.push(balance);
  }
  return {
    from,
    opening,
    drawn,
    amortisation,
    interest,
    closing,
    unknownFrom: paymentMonths(loan)[repayments.length] ?? null,
  };
}

function balanceAfter(loan: Loan, repayments: readonly Repayment[], paid: number): Tkr {
  const repaid = sum(repayments.slice(0, paid).map(({ amortisation }) => amortisation));
  return subtract(loan.principal, repaid);
}

/**
 * One payment of a loan, in Tkr: what it pays of interest and repays, and the balance after it.
 *
 * Null where it is unknown: the interest where a month of it has no rate, all of it for an annuity
 * from the first period whose rate is unknown.
 */
export type LoanPayment = {
  readonly on: string;
  readonly interest: Tkr | null;
  readonly amortisation: Tkr | null;
  readonly balance: Tkr | null;
};

/**
 * Every payment of a loan, to the öre; what they repay is together exactly the principal.
 *
 * The interest of a payment is that of the months since the payment before, or since the drawing.
 * `rateShift` is added to every rate. Source: DESIGN §5.
 */
export function loanPayments(
  loan: Loan,
  curves: readonly RateCurve[],
  rateShift: Percent,
): LoanPayment[] {
  const from = monthOfDay(loan.drawnOn);
  const months = loanMonths(loan, curves, { rateShift, from, to: monthOfDay(loan.maturesOn) });
  const { amortisation, closing, unknownFrom } = months;
  const payments = paymentMonths(loan);
  return paymentDays(loan).map((on, index) => {
    const month = payments[index] ?? from;
    const start = payments[index - 1] ?? from - 1;
    const interest = sumOrNull(months.interest.slice(start + 1 - from, month + 1 - from));
    if (unknownFrom !== null && month >= unknownFrom) {
      return { on, interest: null, amortisation: null, balance: null };
    }
    const at = month - from;
    return {
      on,
      interest,
      amortisation: amortisation[at] ?? null,
      balance: closing[at] ?? null,
    };
  });
}

function sumOrNull(amounts: readonly (Tkr | null)[]): Tkr | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === amounts.length ? sum(known) : null;
}
