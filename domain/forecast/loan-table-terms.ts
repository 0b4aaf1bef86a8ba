import type { AmountCellProblem } from '../utfall-table-amount.ts';
import type { LoanRefusal } from './loan-refusal.ts';
import type { DayCellProblem, RateCellProblem } from './loan-table-cell.ts';

/**
 * What a column of a loan table (CSV or XLSX) can hold. One row is one rate period of one loan: the
 * terms stand on at least one of the loan's rows.
 */
export const loanColumns = [
  'lender',
  'reference',
  'principal',
  'drawnOn',
  'form',
  'paymentsAYear',
  'firstPaymentOn',
  'maturesOn',
  'rateFrom',
  'rate',
  'curve',
  'margin',
  'boundUntil',
  'comment',
] as const;

/** See `loanColumns`. */
export type LoanColumn = (typeof loanColumns)[number];

/** What a loan that is stored and one in a file can differ in. */
export const loanChanges = [
  'principal',
  'drawnOn',
  'form',
  'paymentsAYear',
  'firstPaymentOn',
  'maturesOn',
  'ratePeriods',
  'comment',
] as const;

/** See `loanChanges`. */
export type LoanChange = (typeof loanChanges)[number];

/** Why rows of a table give no loan. The sentences are in `contract/loan-table-texts.ts`. */
export type LoanTableCode =
  | AmountCellProblem
  | DayCellProblem
  | RateCellProblem
  | LoanRefusal
  | 'binding_before_rate'
  | 'binding_differs'
  | 'cell_missing'
  | 'curve_missing'
  | 'curve_unknown'
  | 'form_not_understood'
  | 'payments_not_understood'
  | 'rate_and_curve'
  | 'rate_missing'
  | 'terms_differ'
  | 'text_not_storable'
  | 'text_too_long';

/** A cell, or a row where the column is null, that is not what it should be; both from 1. */
export type TableCellProblem<Code> = {
  readonly row: number;
  readonly column: number | null;
  readonly code: Code;
  /** What stands in the cell, at most a hundred characters of it. */
  readonly text: string;
};

/** What was assumed of a loan that a table does not say all about. */
export type LoanTableNote = 'binding_not_used' | 'rate_kept_after_binding' | 'rate_very_low';

/** A row that is left out on purpose. */
export type LoanTableSkipped = {
  readonly row: number;
  readonly reason: 'before_header' | 'header' | 'sum';
};

/** What tells one loan from another: who lent it and what they call it, capitals or not. */
export function loanKey(lender: string, reference: string): string {
  return `${lender.toLowerCase()}\n${reference.toLowerCase()}`;
}
