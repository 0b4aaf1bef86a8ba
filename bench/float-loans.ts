import { firstDayIn, monthOfDay } from '#domain/forecast/month.ts';
import type { FloatLoan } from './float-plan-input.ts';

/** Loans together, month by month; see `LoanFlows`. */
export type FloatLoanFlows = {
  readonly opening: number;
  readonly balance: Float64Array;
  readonly amortisation: Float64Array;
  readonly interest: Float64Array;
};

type Months = { readonly from: number; readonly length: number };

// As in the domain, what is shared by the scenarios is counted once.
const counted = new WeakMap<readonly FloatLoan[], Map<number, FloatLoanFlows>>();

/** What `loanFlows` does, in plain floats: balance, repayment and interest of every month. */
export function floatLoanFlows(
  loans: readonly FloatLoan[],
  rateShift: number,
  months: Months,
): FloatLoanFlows {
  let byShift = counted.get(loans);
  if (byShift === undefined) counted.set(loans, (byShift = new Map<number, FloatLoanFlows>()));
  const known = byShift.get(rateShift);
  if (known !== undefined) return known;
  const flows = flowsOf(loans, rateShift, months);
  byShift.set(rateShift, flows);
  return flows;
}

function flowsOf(
  loans: readonly FloatLoan[],
  rateShift: number,
  { from, length }: Months,
): FloatLoanFlows {
  const balance = new Float64Array(length);
  const amortisation = new Float64Array(length);
  const interest = new Float64Array(length);
  for (const loan of loans) {
    const { drawnOn, maturesOn, paymentsAYear, form } = loan;
    const drawnIn = monthOfDay(drawnOn);
    const last = monthOfDay(maturesOn);
    const interval = 12 / paymentsAYear;
    const first = monthOfDay(loan.firstPaymentOn);
    const payments = Math.ceil((last - first) / interval) + 1;
    const rateOf = ratesOf(loan, rateShift);
    let [left, paid, next, payment, paymentRate] = [loan.principal, 0, first, 0, Number.NaN];
    let monthlyPart = 0;
    let previous = drawnIn;
    for (let month = drawnIn; month <= last && month < from + length; month += 1) {
      const at = month - from;
      const isNew = month === previous + 1;
      const opening = month === drawnIn ? 0 : left;
      if (form === 'annuity' && isNew) {
        const rate = rateOf(dayOf(loan, previous, drawnIn)) / paymentsAYear;
        if (rate !== paymentRate) payment = annuity(left, rate, payments - paid);
        paymentRate = rate;
        monthlyPart = (left * rate) / (next - previous);
      }
      if (at >= 0) {
        balance[at] = (balance[at] ?? 0) + opening;
        const ofMonth =
          form === 'annuity' ? monthlyPart : (opening * rateOf(firstDayIn(month))) / 12;
        interest[at] = (interest[at] ?? 0) + ofMonth;
      }
      if (month !== next) continue;
      paid += 1;
      const repaid = repaidOf(loan, { paid, payments, left, due: payment - left * paymentRate });
      if (at >= 0) amortisation[at] = (amortisation[at] ?? 0) + repaid;
      left -= repaid;
      previous = month;
      next = Math.min(last, month + interval);
    }
  }
  return { opening: balance[0] ?? 0, balance, amortisation, interest };
}

// The day on which the period of an annuity's payment begins.
function dayOf({ drawnOn, firstPaymentOn }: FloatLoan, previous: number, drawnIn: number): string {
  return previous === drawnIn
    ? drawnOn
    : `${firstDayIn(previous).slice(0, 8)}${firstPaymentOn.slice(8)}`;
}

function annuity(balance: number, rate: number, payments: number): number {
  return rate === 0 ? balance / payments : (balance * rate) / (1 - (1 + rate) ** -payments);
}

type Due = {
  readonly paid: number;
  readonly payments: number;
  readonly left: number;
  readonly due: number;
};

function repaidOf({ form, principal }: FloatLoan, { paid, payments, left, due }: Due): number {
  if (paid === payments) return left;
  if (form === 'atMaturity') return 0;
  return form === 'straight' ? principal / payments : due;
}

function ratesOf({ rates }: FloatLoan, rateShift: number): (day: string) => number {
  return (day) => (rates.findLast(({ from }) => from <= day)?.rate ?? Number.NaN) + rateShift;
}
