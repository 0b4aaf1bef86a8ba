import { negate, type Tkr } from './tkr.ts';
import { type AmountCellProblem, readAmountCell } from './utfall-table-amount.ts';
import { cellAt, plainText, type TableCell } from './utfall-table-cell.ts';
import type { ColumnChoice } from './utfall-table-columns.ts';
import { type Layout, layoutOf, textAt } from './utfall-table-layout.ts';
import { type Period, readPeriod } from './utfall-table-period.ts';
import { type SkipReason, whySkipped } from './utfall-table-skipped.ts';

/** One amount that a table gives (utfall). */
export type UtfallAmount = {
  /** The row of the file, from 1. */
  readonly row: number;
  /** The column of the file, from 1. */
  readonly column: number;
  readonly name: string | null;
  readonly account: string | null;
  readonly year: number;
  /** 1 to 12; null for an amount of the whole year. */
  readonly month: number | null;
  readonly amount: Tkr;
};

/** A row or a cell that should give an amount and does not. */
export type UtfallProblem = {
  readonly row: number;
  /** From 1; null where it is the row as a whole. */
  readonly column: number | null;
  readonly code:
    | AmountCellProblem
    | 'account_too_long'
    | 'month_not_understood'
    | 'name_too_long'
    | 'periods_differ'
    | 'row_without_name'
    | 'year_missing'
    | 'year_not_understood';
  /** What stands in the cell, at most a hundred characters of it. */
  readonly text: string;
};

/** A row that is left out on purpose. */
export type UtfallSkipped = {
  readonly row: number;
  readonly reason: SkipReason;
};

/** What a table gives: every row of it is in at least one of the three. */
export type UtfallTable = {
  readonly amounts: readonly UtfallAmount[];
  readonly problems: readonly UtfallProblem[];
  readonly skipped: readonly UtfallSkipped[];
};

type Row = readonly TableCell[];

/** Characters of a name and of an account; longer ones stand in another column than was meant. */
const longestName = 200;
const longestAccount = 50;
const shownCharacters = 100;

/** Rows in one step: some milliseconds. */
const rowsAStep = 500;

/**
 * The outcome amounts of a table, read as a person has chosen.
 *
 * Nothing is dropped silently: a row gives amounts, problems, or stands among the skipped with its
 * reason. Sums are skipped, empty amounts are no amounts, and nothing is rounded or guessed.
 */
export function readUtfallTable(rows: readonly Row[], choice: ColumnChoice): UtfallTable {
  const steps = utfallTableSteps(rows, choice);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same, some rows at a time, for a thread that has other work between: each step gives what has
 * been read so far, so that whoever has enough can stop.
 */
export function* utfallTableSteps(
  rows: readonly Row[],
  choice: ColumnChoice,
): Generator<UtfallTable, UtfallTable, void> {
  const amounts: UtfallAmount[] = [];
  const problems: UtfallProblem[] = [];
  const skipped: UtfallSkipped[] = [];
  const layout = layoutOf(choice);
  const { headerRow } = choice;
  const header =
    headerRow === null ? null : { number: headerRow, cells: rows[headerRow - 1] ?? [] };
  for (const [at, row] of rows.entries()) {
    if (at % rowsAStep === rowsAStep - 1) yield { amounts, problems, skipped };
    const number = at + 1;
    const reason = whySkipped(row, number, header, layout);
    if (reason !== null) {
      skipped.push({ row: number, reason });
      continue;
    }
    const about = readOwner(row, number, layout);
    problems.push(...about.problems);
    if (about.problems.length > 0) continue;
    for (const read of readAmounts(row, number, about, layout, choice)) {
      if ('code' in read) problems.push(read);
      else amounts.push(read);
    }
  }
  return { amounts, problems, skipped };
}

/** What the amounts of a row have in common. */
type Owner = {
  readonly name: string | null;
  readonly account: string | null;
  /** What the row's own columns say about when. */
  readonly periods: readonly Period[];
  readonly problems: readonly UtfallProblem[];
};

function readAmounts(
  row: Row,
  number: number,
  { name, account, periods }: Owner,
  layout: Layout,
  choice: ColumnChoice,
): (UtfallAmount | UtfallProblem)[] {
  return layout.amounts.flatMap(({ column, is }): (UtfallAmount | UtfallProblem)[] => {
    const cell = cellAt(row, column);
    const read = readAmountCell(cell, choice.unit);
    if (read.ok && read.value === null) return [];
    const place = { row: number, column: column + 1 };
    if (!read.ok) return [{ ...place, code: read.refusal, text: shown(cell) }];
    const period = joined([...periods, is], choice.year);
    if (typeof period === 'string') return [{ ...place, code: period, text: shown(cell) }];
    if (read.value === null) return [];
    const amount = choice.sign === 'reversed' ? negate(read.value) : read.value;
    return [{ ...place, name, account, ...period, amount }];
  });
}

function readOwner(row: Row, number: number, layout: Layout): Owner {
  const problems: UtfallProblem[] = [];
  const problem = (column: number | null, code: UtfallProblem['code']): void => {
    const text = column === null ? '' : shown(cellAt(row, column));
    problems.push({ row: number, column: column === null ? null : column + 1, code, text });
  };
  const name = textAt(row, layout.name);
  const account = textAt(row, layout.account);
  if (name === null && account === null) problem(null, 'row_without_name');
  if (name !== null && name.length > longestName) problem(layout.name, 'name_too_long');
  if (account !== null && account.length > longestAccount) {
    problem(layout.account, 'account_too_long');
  }
  const yearText = textAt(row, layout.year);
  const year = yearText === null ? null : (readPeriod(yearText)?.year ?? null);
  if (yearText !== null && year === null) problem(layout.year, 'year_not_understood');
  const periodText = textAt(row, layout.period);
  const period = periodText === null ? null : readPeriod(periodText);
  if (periodText !== null && period === null) problem(layout.period, 'month_not_understood');
  const periods = [
    ...(year === null ? [] : [{ year, month: null }]),
    ...(period === null ? [] : [period]),
  ];
  return { name, account, periods, problems };
}

// What row and column say together; they may repeat each other and must not differ.
function joined(
  periods: readonly Period[],
  otherwise: number | null,
): { year: number; month: number | null } | 'periods_differ' | 'year_missing' {
  let year: number | null = null;
  let month: number | null = null;
  for (const said of periods) {
    if (year !== null && said.year !== null && said.year !== year) return 'periods_differ';
    if (month !== null && said.month !== null && said.month !== month) return 'periods_differ';
    year ??= said.year;
    month ??= said.month;
  }
  year ??= otherwise;
  return year === null ? 'year_missing' : { year, month };
}

function shown(cell: TableCell): string {
  return plainText({ ...cell, text: cell.text.slice(0, shownCharacters) });
}
