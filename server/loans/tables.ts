import { createHash } from 'node:crypto';
import type { CellProblemAnswer } from '#contract/loan-files.ts';
import { loanSkippedTexts, loanTableTexts } from '#contract/loan-table-texts.ts';
import { tableNoteTexts, tableSentence } from '#contract/table-texts.ts';
import type { LoanTableCode, TableCellProblem } from '#domain/forecast/loan-table-terms.ts';
import type { RateTableCode } from '#domain/forecast/rate-table.ts';
import { isEmptyCell, type TableCell } from '#domain/utfall-table-cell.ts';
import { unguarded } from '../files/csv.ts';
import type { TableFile } from '../files/tables/table-file.ts';

/** How much of a table is told of, place by place. */
const toldPlaces = 1_000;

/** A sheet of a table and where it stands among the others, from 0. */
export type ChosenSheet = { readonly at: number; readonly rows: readonly (readonly TableCell[])[] };

/**
 * The sheet that was asked for, or the first that a person sees and that `isWanted`, or the first;
 * null where there is no such sheet. Its texts are without the apostrophes that guard formulas.
 */
export function chosenSheet(
  { sheets }: TableFile,
  asked: string | undefined,
  isWanted: (rows: ChosenSheet['rows']) => boolean,
): ChosenSheet | null {
  const found = sheets.findIndex(({ hidden, rows }) => !hidden && isWanted(rows));
  const at = asked === undefined ? Math.max(0, found) : parseInt(asked, 10);
  const rows = sheets[at]?.rows;
  return rows === undefined ? null : { at, rows: rows.map((row) => row.map(withoutGuard)) };
}

function withoutGuard(cell: TableCell): TableCell {
  return cell.text.startsWith("'") ? { ...cell, text: unguarded(cell.text) } : cell;
}

/** How many rows of a sheet have anything in them. */
export function filledRows({ rows }: ChosenSheet): number {
  return rows.filter((row) => !row.every(isEmptyCell)).length;
}

type Received = {
  readonly table: TableFile;
  readonly sha256: string;
  readonly byteSize: number;
};

/** What is told of every table: the file, its sheets, and what to know about it. */
export function factsOf({ table, sha256, byteSize }: Received, sheet: number) {
  const { kind, sheets, notes } = table;
  return {
    sha256,
    byteSize,
    kind,
    sheet,
    sheets: sheets.map(({ name, hidden, rows }) => ({
      name,
      isHidden: hidden,
      rowCount: rows.length,
    })),
    notes: notes.map(({ code, details }) => ({
      code,
      ...tableSentence(tableNoteTexts[code], details),
    })),
  };
}

/** Problems with their sentences, the first thousand. */
export function tellProblems(
  problems: readonly TableCellProblem<LoanTableCode | RateTableCode>[],
): CellProblemAnswer[] {
  return problems
    .slice(0, toldPlaces)
    .map((problem) => ({ ...problem, ...loanTableTexts[problem.code] }));
}

/** Rows that were left out, with their sentences, the first thousand. */
export function tellSkipped(
  skipped: readonly { readonly row: number; readonly reason: keyof typeof loanSkippedTexts }[],
) {
  return skipped
    .slice(0, toldPlaces)
    .map(({ row, reason }) => ({ row, code: reason, ...loanSkippedTexts[reason] }));
}

/** Problems as the fields of a refusal, with the rows that they are on. */
export function fieldsOf(problems: readonly CellProblemAnswer[]) {
  return problems.slice(0, toldPlaces).map(({ row, column, code, sv, en }) => ({
    path: column === null ? `/rows/${row}` : `/rows/${row}/columns/${column}`,
    code,
    message: sv,
    en,
  }));
}

/** A mark for what was shown: another one where anything else would be saved. */
export function markOf(shown: unknown): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}
