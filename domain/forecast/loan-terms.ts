import type { Percent } from '../percent.ts';
import type { Tkr } from '../tkr.ts';

/**
 * How a loan is repaid: equal repayments (rak amortering), equal payments (annuitet), or all of it on
 * the last day (återbetalning vid förfall).
 */
export const loanForms = ['straight', 'annuity', 'atMaturity'] as const;

/** See `loanForms`. */
export type LoanForm = (typeof loanForms)[number];

/** How many payments a year a loan can have. */
export const paymentsAYear = [1, 2, 4, 12] as const;

/** See `paymentsAYear`. */
export type PaymentsAYear = (typeof paymentsAYear)[number];

/**
 * The rate of a loan from a day on, until the next period: a fixed rate, or a margin on a curve's
 * reference rate. Rates are a year's.
 */
export type RatePeriod =
  | { readonly from: string; readonly type: 'fixed'; readonly rate: Percent }
  | {
      readonly from: string;
      readonly type: 'reference';
      readonly curveId: string;
      readonly margin: Percent;
    };

/** A loan as agreed: amounts in Tkr, days `YYYY-MM-DD`. */
export type Loan = {
  readonly loanId: string;
  readonly lender: string;
  readonly reference: string;
  readonly principal: Tkr;
  readonly drawnOn: string;
  readonly form: LoanForm;
  readonly paymentsAYear: PaymentsAYear;
  /** The day of the first payment, of interest at least. */
  readonly firstPaymentOn: string;
  /** The day of the last payment, by which all of it is repaid. */
  readonly maturesOn: string;
  /** At least one, by their days; the first holds from the day it was drawn. */
  readonly ratePeriods: readonly RatePeriod[];
};

/** A reference rate over time: each value holds until the next. */
export type RateCurve = {
  readonly curveId: string;
  readonly name: string;
  readonly points: readonly { readonly from: string; readonly rate: Percent }[];
};
