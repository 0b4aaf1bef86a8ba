import type { Percent } from '../percent.ts';
import { cellAt, isEmptyCell, plainText, type TableCell } from '../utfall-table-cell.ts';
import {
  type DayCellProblem,
  type RateCellProblem,
  readDayCell,
  readRateCell,
} from './loan-table-cell.ts';
import { shownText } from './loan-table-row.ts';
import type { TableCellProblem } from './loan-table-terms.ts';

/** Why a row of a table gives no dated value. The sentences are in `contract/loan-table-texts.ts`. */
export type RateTableCode = DayCellProblem | RateCellProblem | 'cell_missing' | 'rate_day_twice';

/** One dated value of a table, with its row of the file, from 1. */
export type TableRatePoint = {
  readonly row: number;
  readonly from: string;
  readonly rate: Percent;
};

/** What a table of a reference rate gives: every row is in one of the three, or is empty. */
export type RateTable = {
  /** The row of the headings, from 0; null where the values begin at once. */
  readonly headerAt: number | null;
  /** By their days. */
  readonly points: readonly TableRatePoint[];
  readonly problems: readonly TableCellProblem<RateTableCode>[];
  /** Rows before the values, and days without one, such as holidays. */
  readonly skipped: readonly {
    readonly row: number;
    readonly reason: 'before_header' | 'header' | 'no_rate';
  }[];
};

type Row = readonly TableCell[];

const dayWords = new Set([
  ...['datum', 'dag', 'från', 'gäller från', 'from', 'period', 'date', 'day', 'valid from'],
]);
const rateWords = new Set([
  ...['ränta', 'räntesats', 'procent', 'värde', 'notering', 'rate', 'percent', 'value', '%'],
  ...['interest', 'interest rate', 'medelvärde', 'average'],
]);

/** Rows in which the headings are looked for. */
const searchedRows = 50;

/**
 * The dated values of a reference rate, from a table with one day and one percentage a row.
 *
 * The columns are those whose headings say so, and otherwise the first two. A day that stands twice
 * is a problem also where the values agree.
 */
export function readRateTable(rows: readonly Row[]): RateTable {
  const { headerAt, dayColumn, rateColumn } = columnsOf(rows);
  const points: TableRatePoint[] = [];
  const problems: TableCellProblem<RateTableCode>[] = [];
  const skipped: RateTable['skipped'][number][] = [];
  const seen = new Set<string>();
  for (const [at, cells] of rows.entries()) {
    if (cells.every(isEmptyCell)) continue;
    const row = at + 1;
    if (headerAt !== null && at <= headerAt) {
      skipped.push({ row, reason: at === headerAt ? 'header' : 'before_header' });
      continue;
    }
    const dayCell = cellAt(cells, dayColumn);
    const rateCell = cellAt(cells, rateColumn);
    const day = readDayCell(dayCell);
    const rate = readRateCell(rateCell);
    const problem = (column: number, code: RateTableCode): void => {
      problems.push({ row, column: column + 1, code, text: shownText(cellAt(cells, column)) });
    };
    if (!day.ok) problem(dayColumn, day.refusal);
    if (!rate.ok) problem(rateColumn, rate.refusal);
    if (!day.ok || !rate.ok) continue;
    if (day.value === null) problem(dayColumn, 'cell_missing');
    else if (rate.value === null) skipped.push({ row, reason: 'no_rate' });
    else if (seen.has(day.value)) problem(dayColumn, 'rate_day_twice');
    else {
      seen.add(day.value);
      points.push({ row, from: day.value, rate: rate.value });
    }
  }
  points.sort((left, right) => (left.from < right.from ? -1 : 1));
  return { headerAt, points, problems, skipped };
}

type Columns = {
  readonly headerAt: number | null;
  readonly dayColumn: number;
  readonly rateColumn: number;
};

function columnsOf(rows: readonly Row[]): Columns {
  const plain = (cell: TableCell): string =>
    plainText(cell)
      .toLowerCase()
      .replace(/\s*[[(].*[\])]$/u, '')
      .replace(/,? ?%$/u, '') || plainText(cell);
  for (const [at, cells] of rows.slice(0, searchedRows).entries()) {
    const texts = cells.map(plain);
    const dayColumn = texts.findIndex((text) => dayWords.has(text));
    const rateColumn = texts.findIndex((text) => rateWords.has(text));
    if (dayColumn !== -1 && rateColumn !== -1) return { headerAt: at, dayColumn, rateColumn };
  }
  const first = rows.findIndex((cells) => !cells.every(isEmptyCell));
  const place = { dayColumn: 0, rateColumn: 1 };
  const isHeading = isHeadings(rows[first] ?? []);
  return { ...place, headerAt: isHeading ? first : null };
}

// What is neither a day nor a rate heads the columns, whatever they are called.
function isHeadings(cells: Row): boolean {
  const [day, rate] = [cellAt(cells, 0), cellAt(cells, 1)];
  return day.kind === 'text' && /^\D+$/u.test(day.text) && !readRateCell(rate).ok;
}
