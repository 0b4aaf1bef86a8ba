import type { Tkr } from '../tkr.ts';
import { refusalOfLoan } from './loan-refusal.ts';
import { type NamedCurve, ratesOfRows } from './loan-table-rates.ts';
import type { LoanRow } from './loan-table-row.ts';
import type {
  LoanColumn,
  LoanTableCode,
  LoanTableNote,
  TableCellProblem,
} from './loan-table-terms.ts';
import type { Loan, LoanForm, PaymentsAYear } from './loan-terms.ts';

/** A loan that a table tells of; without its terms where something does not hold. */
export type TableLoan = {
  /** The rows of the file, from 1. */
  readonly rows: readonly number[];
  readonly lender: string;
  readonly reference: string;
  readonly loan: Omit<Loan, 'loanId'> | null;
  readonly comment: string | null;
  readonly problems: readonly TableCellProblem<LoanTableCode>[];
  readonly notes: readonly LoanTableNote[];
};

/** The terms that every loan has; where its rates come from is up to its rows. */
export const neededColumns = [
  'lender',
  'reference',
  'principal',
  'drawnOn',
  'form',
  'paymentsAYear',
  'firstPaymentOn',
  'maturesOn',
] as const satisfies readonly LoanColumn[];

type Terms = {
  readonly lender: string;
  readonly reference: string;
  readonly principal: Tkr;
  readonly drawnOn: string;
  readonly form: LoanForm;
  readonly paymentsAYear: PaymentsAYear;
  readonly firstPaymentOn: string;
  readonly maturesOn: string;
};

/** The loan that rows with the same lender and reference tell of together. */
export function loanOfRows(
  rows: readonly LoanRow[],
  columns: readonly (LoanColumn | null)[],
  curves: readonly NamedCurve[],
): TableLoan {
  const [first] = rows;
  const problems = [...rows.flatMap((row) => row.problems), ...termProblems(rows, columns)];
  const told = {
    rows: rows.map(({ row }) => row),
    lender: first?.lender ?? '',
    reference: first?.reference ?? '',
    comment: said(rows, 'comment'),
  };
  const terms = termsOf(rows);
  const days = { drawnOn: said(rows, 'drawnOn'), maturesOn: said(rows, 'maturesOn') };
  const rates = ratesOfRows(rows, days, curves);
  // A rate that is not understood is told of already, and is not also missing.
  const faulty = new Set(problems.map(({ row }) => row));
  for (const { row, code } of rates.problems) {
    if (code === 'rate_missing' && faulty.has(row)) continue;
    problems.push({ row, column: null, code, text: '' });
  }
  if (problems.length > 0 || terms === null) {
    return { ...told, loan: null, problems, notes: rates.notes };
  }
  const loan = { ...terms, ratePeriods: rates.periods };
  const code = refusalOfLoan({ ...loan, loanId: '' });
  if (code === null) return { ...told, loan, problems, notes: rates.notes };
  const refusal = { row: first?.row ?? 0, column: null, code, text: '' };
  return { ...told, loan: null, problems: [refusal], notes: rates.notes };
}

type Problem = TableCellProblem<LoanTableCode>;

// A term that no row says, and one that two rows say differently.
function termProblems(
  rows: readonly LoanRow[],
  columns: readonly (LoanColumn | null)[],
): Problem[] {
  const told = new Set(rows.flatMap(({ problems }) => problems.map(({ column }) => column)));
  return [...neededColumns, 'comment' as const].flatMap((name): Problem[] => {
    const column = columns.indexOf(name) + 1;
    const known = rows.filter((row) => row[name] !== null);
    const [first] = known;
    if (first === undefined) {
      if (name === 'comment' || told.has(column)) return [];
      return [{ row: rows[0]?.row ?? 0, column, code: 'cell_missing', text: '' }];
    }
    // A loan is the same one however its name is spelled; the first spelling stands.
    if (name === 'lender' || name === 'reference') return [];
    const other = known.find((row) => row[name] !== first[name]);
    if (other === undefined) return [];
    return [{ row: other.row, column, code: 'terms_differ', text: '' }];
  });
}

function termsOf(rows: readonly LoanRow[]): Terms | null {
  const terms = {
    lender: said(rows, 'lender'),
    reference: said(rows, 'reference'),
    principal: said(rows, 'principal'),
    drawnOn: said(rows, 'drawnOn'),
    form: said(rows, 'form'),
    paymentsAYear: said(rows, 'paymentsAYear'),
    firstPaymentOn: said(rows, 'firstPaymentOn'),
    maturesOn: said(rows, 'maturesOn'),
  };
  return isWhole(terms) ? terms : null;
}

type Partly = { readonly [name in keyof Terms]: Terms[name] | null };

function isWhole(terms: Partly): terms is Terms {
  return Object.values(terms).every((value) => value !== null);
}

function said<Name extends keyof LoanRow>(rows: readonly LoanRow[], name: Name) {
  return rows.find((row) => row[name] !== null)?.[name] ?? null;
}
