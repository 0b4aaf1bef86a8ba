import type { TableUnit } from './utfall-table-amount.ts';
import { plainText, type TableCell } from './utfall-table-cell.ts';
import { type Heading, readHeading, unitIn } from './utfall-table-heading.ts';
import { isBudgetYear } from './year.ts';

/**
 * What one column is. `period` holds months, days or years; an amount column can stand for a month
 * or a year of its own, as when a table has one column for each month.
 */
export type Column =
  | { readonly is: 'name' | 'account' | 'year' | 'period' | 'other' }
  | { readonly is: 'amount'; readonly year: number | null; readonly month: number | null };

/** How a table is to be read, as a person has chosen. */
export type ColumnChoice = {
  /** The number of the header row, from 1; null where the table has none. */
  readonly headerRow: number | null;
  /** What each column is, from the left; columns beyond the end are not read. */
  readonly columns: readonly Column[];
  readonly unit: TableUnit;
  /** The year of amounts for which neither row nor column says one. */
  readonly year: number | null;
  /** `reversed` turns every sign: income in a ledger is credit, and negative. */
  readonly sign: 'as_written' | 'reversed';
};

/** A choice to begin from; the unit is null where the table does not say it, and then asked for. */
export type ColumnProposal = Omit<ColumnChoice, 'unit'> & { readonly unit: TableUnit | null };

/** Rows in which the header is looked for: reports have some lines of title before it. */
const searchedRows = 50;

/**
 * How a table could be read, judged by its headings: the first row that names amounts and what they
 * belong to. A proposal for a person to look at; where no row is a header every column is `other`.
 */
export function proposeColumns(rows: readonly (readonly TableCell[])[]): ColumnProposal {
  const top = rows.slice(0, searchedRows).map((row) => row.map(plainText));
  let header = -1;
  let best = 0;
  for (const [at, texts] of top.entries()) {
    const score = scoreOf(headingsOf(texts));
    if (score <= best) continue;
    best = score;
    header = at;
  }
  if (header === -1) {
    const width = Math.max(0, ...top.map((texts) => texts.length));
    const columns: Column[] = Array.from({ length: width }, () => ({ is: 'other' }));
    return { headerRow: null, columns, unit: null, year: null, sign: 'as_written' };
  }
  const texts = top[header] ?? [];
  const columns = columnsOf(headingsOf(texts));
  const amountTexts = texts.filter((_, at) => columns[at]?.is === 'amount');
  const before = top.slice(0, header).flat();
  return {
    headerRow: header + 1,
    columns,
    unit: onlyOne(amountTexts.map(unitIn)) ?? onlyOne([...before, ...texts].map(unitIn)),
    year: columns.some(({ is }) => is === 'year')
      ? null
      : onlyOne([...before, ...texts].flatMap(yearsIn)),
    sign: 'as_written',
  };
}

// Months written as 1 to 12 are only months where all twelve are there.
function headingsOf(texts: readonly string[]): (Heading | null)[] {
  const isNumber = (text: string): boolean => /^\d{1,2}$/u.test(text);
  const hasTwelve = new Set(texts.filter(isNumber).map((text) => parseInt(text, 10))).size >= 12;
  return texts.map((text) => (isNumber(text) && !hasTwelve ? null : readHeading(text)));
}

function scoreOf(headings: readonly (Heading | null)[]): number {
  const kinds = new Set(headings.flatMap((heading) => heading?.is ?? []));
  const hasOwner = kinds.has('name') || kinds.has('account');
  return kinds.has('amount') && hasOwner ? kinds.size : 0;
}

function columnsOf(headings: readonly (Heading | null)[]): Column[] {
  const amounts = amountColumns(headings);
  const chosen = (['name', 'account', 'year', 'period'] as const).map((is) => bestOf(headings, is));
  return headings.map((heading, at): Column => {
    if (heading === null) return { is: 'other' };
    if (heading.is !== 'amount') return { is: chosen.includes(at) ? heading.is : 'other' };
    if (!amounts.includes(at)) return { is: 'other' };
    return { is: 'amount', year: heading.year, month: heading.month };
  });
}

// The column with the best word, the leftmost of equals; -1 where there is none.
function bestOf(headings: readonly (Heading | null)[], is: Heading['is']): number {
  let best = -1;
  for (const [at, heading] of headings.entries()) {
    if (heading?.is !== is) continue;
    if (best === -1 || heading.rank < (headings[best]?.rank ?? 0)) best = at;
  }
  return best;
}

// Months before years before one amount, and never two columns for the same time.
function amountColumns(headings: readonly (Heading | null)[]): number[] {
  const found = headings.flatMap((heading, at) =>
    heading?.is === 'amount' ? [{ ...heading, at }] : [],
  );
  const months = found.filter(({ month }) => month !== null);
  const years = found.filter(({ month, year }) => month === null && year !== null);
  const dated = months.length > 0 ? months : years;
  if (dated.length === 0) {
    const only = bestOf(headings, 'amount');
    return only === -1 ? [] : [only];
  }
  const seen = new Set<string>();
  return dated.flatMap(({ year, month, at }) => {
    const key = `${year}-${month}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [at];
  });
}

// Years that stand by themselves; a printed day such as 2025-01-15 is not what the table is about.
function yearsIn(text: string): number[] {
  const found = text.match(/(?<![\d-])\d{4}(?![\d-])/gu) ?? [];
  return found.map((year) => parseInt(year, 10)).filter(isBudgetYear);
}

function onlyOne<Value>(values: readonly (Value | null)[]): Value | null {
  const known = new Set(values.filter((value) => value !== null));
  const [only] = known;
  return known.size === 1 && only !== undefined ? only : null;
}
