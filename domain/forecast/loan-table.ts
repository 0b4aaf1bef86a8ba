import { grouped } from '../grouped.ts';
import type { TableUnit } from '../utfall-table-amount.ts';
import { cellAt, isEmptyCell, plainText, type TableCell } from '../utfall-table-cell.ts';
import { isSumLabel } from '../utfall-table-skipped.ts';
import { findLoanHeader, type LoanHeader } from './loan-table-heading.ts';
import { loanOfRows, neededColumns, type TableLoan } from './loan-table-loan.ts';
import type { NamedCurve } from './loan-table-rates.ts';
import { type LoanRow, readLoanRow } from './loan-table-row.ts';
import { type LoanColumn, type LoanTableSkipped, loanKey } from './loan-table-terms.ts';

/** What a table gives: every row with anything in it is in a loan or among the skipped. */
export type LoanTable = {
  readonly header: LoanHeader | null;
  /** Columns that no table can be without, and that this one is. */
  readonly missing: readonly LoanColumn[];
  /** The unit that amounts were read in; null where none is known, and then nothing is read. */
  readonly unit: TableUnit | null;
  readonly loans: readonly TableLoan[];
  readonly skipped: readonly LoanTableSkipped[];
};

/** How a table is read besides what its headings say. */
export type LoanTableChoice = {
  /** Goes before what the headings say; null where they are to say it. */
  readonly unit: TableUnit | null;
  readonly curves: readonly NamedCurve[];
};

/**
 * The loans of a table, in the order of their first rows.
 *
 * Rows with the same lender and reference are one loan with as many rate periods; a term may stand on
 * one of them or on several, and must not differ. Nothing is rounded, guessed or dropped silently.
 */
export function readLoanTable(
  rows: readonly (readonly TableCell[])[],
  choice: LoanTableChoice,
): LoanTable {
  const header = findLoanHeader(rows);
  const unit = choice.unit ?? header?.unit ?? null;
  const missing = missingColumns(header);
  if (header === null || missing.length > 0 || unit === null) {
    return { header, missing, unit, loans: [], skipped: [] };
  }
  const skipped: LoanTableSkipped[] = [];
  const read: LoanRow[] = [];
  for (const [at, cells] of rows.entries()) {
    if (cells.every(isEmptyCell)) continue;
    const reason = whyLeft(cells, at, header, rows[header.at] ?? []);
    if (reason === null) read.push(readLoanRow(cells, at + 1, header.columns, unit));
    else skipped.push({ row: at + 1, reason });
  }
  const loans = groupsOf(read).map((group) => loanOfRows(group, header.columns, choice.curves));
  return { header, missing, unit, loans, skipped };
}

// A fixed rate or a curve has to be sayable; which one is up to the rows.
function missingColumns(header: LoanHeader | null): LoanColumn[] {
  const known = header?.columns ?? [];
  const missing: LoanColumn[] = neededColumns.filter((column) => !known.includes(column));
  return known.includes('rate') || known.includes('curve') ? missing : [...missing, 'rate'];
}

function whyLeft(
  cells: readonly TableCell[],
  at: number,
  { at: headerAt, columns }: LoanHeader,
  headings: readonly TableCell[],
): LoanTableSkipped['reason'] | null {
  if (at < headerAt) return 'before_header';
  if (at === headerAt || isSame(cells, headings)) return 'header';
  return isSum(cells, columns) ? 'sum' : null;
}

function isSame(row: readonly TableCell[], other: readonly TableCell[]): boolean {
  for (let at = 0; at < Math.max(row.length, other.length); at += 1) {
    if (plainText(cellAt(row, at)) !== plainText(cellAt(other, at))) return false;
  }
  return true;
}

/** What a row of sums never has. */
const ofOneLoan: readonly (LoanColumn | null)[] = [
  'reference',
  'drawnOn',
  'form',
  'firstPaymentOn',
  'maturesOn',
  'rateFrom',
];

// A row that says neither which loan nor when is no loan: a sum has a label, or only its amount.
function isSum(cells: readonly TableCell[], columns: readonly (LoanColumn | null)[]): boolean {
  const isOfLoan = (cell: TableCell, at: number): boolean =>
    ofOneLoan.includes(columns[at] ?? null) && !isEmptyCell(cell) && !isLabel(cell);
  if (cells.some(isOfLoan)) return false;
  const others = cells.filter((cell, at) => !isEmptyCell(cell) && columns[at] !== 'principal');
  return others.length === 0 || others.some(isLabel);
}

function isLabel(cell: TableCell): boolean {
  return cell.kind === 'text' && isSumLabel(plainText(cell));
}

// A row that does not say which loan it is of stands alone, with what is wrong with it.
function groupsOf(rows: readonly LoanRow[]): LoanRow[][] {
  const groups = grouped(rows, ({ row, lender, reference }) =>
    lender === null || reference === null ? `${row}` : loanKey(lender, reference),
  );
  return [...groups.values()];
}
