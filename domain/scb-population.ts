import { type PopulationColumns, populationColumns } from './scb-population-columns.ts';
import { cellAt, plainText, type TableCell } from './utfall-table-cell.ts';

/** How many inhabitants a table says that a region had. */
export type PopulationRow = {
  /** As the table writes it, `0560 Boxholm`. */
  readonly region: string;
  /** Four digits, where the table has them. */
  readonly kommunkod: string | null;
  /** The region without its code. */
  readonly name: string;
  /** As the table writes it, `2024` or `2024M11`; empty where it says no time. */
  readonly period: string;
  readonly population: bigint;
};

/** A cell that should be a number of inhabitants and is none, or a row that stands twice. */
export type PopulationProblem = {
  /** The row in the table, from 1. */
  readonly row: number;
  readonly region: string;
  readonly code: 'population_not_whole' | 'population_twice';
  readonly text: string;
};

/** What a table says of inhabitants. */
export type PopulationTable = {
  readonly rows: readonly PopulationRow[];
  readonly problems: readonly PopulationProblem[];
  /** Columns such as `kön` whose rows were added together, since none of them is a total. */
  readonly added: readonly string[];
};

/**
 * The inhabitants by region and time of a table such as SCB's Statistikdatabasen gives: a heading, one
 * row a region, and times in columns or in a column of their own. Lines above the heading are passed by.
 *
 * Rows that divide a region by sex or age count by their totals where they have any, and are otherwise
 * added. Null where no heading names a region and a number. Source: SCB, Folkmängden efter region.
 */
export function readPopulationTable(
  table: readonly (readonly TableCell[])[],
): PopulationTable | null {
  const found = populationColumns(table);
  if (found === null) return null;
  const { columns, headerRow } = found;
  const body = table.slice(headerRow).map((cells, at) => ({ cells, row: headerRow + at + 1 }));
  const totals = columns.divisions.filter(({ column }) =>
    body.some(({ cells }) => isTotal(plainText(cellAt(cells, column)))),
  );
  const counted = body.filter(({ cells }) =>
    totals.every(({ column }) => isTotal(plainText(cellAt(cells, column)))),
  );
  const others = columns.divisions.filter((one) => !totals.includes(one));
  const read = readRows(counted, columns);
  return { ...read, added: addedOver(others, counted) };
}

/** True for a cell that stands for all of what its column divides by: `totalt`, `totalt ålder`. */
function isTotal(text: string): boolean {
  return /^(?:total|totalt|totalen|samtliga|alla|båda könen|all)(?!\p{L})/iu.test(text);
}

type BodyRow = { readonly cells: readonly TableCell[]; readonly row: number };

function readRows(body: readonly BodyRow[], columns: PopulationColumns) {
  const sums = new Map<string, PopulationRow>();
  const seen = new Set<string>();
  const problems: PopulationProblem[] = [];
  for (const { cells, row } of body) {
    const region = regionOf(cells, columns);
    if (region === null) continue;
    const divided = columns.divisions.map(({ column }) => plainText(cellAt(cells, column)));
    for (const { column, period: heading } of columns.counts) {
      const cell = cellAt(cells, column);
      const text = plainText(cell);
      if (isNothing(text)) continue;
      const period = columns.period === null ? heading : periodText(cells, columns.period);
      const population = wholeNumber(text);
      const problem = { row, region: region.region, text };
      if (population === null) {
        problems.push({ ...problem, code: 'population_not_whole' });
        continue;
      }
      const key = JSON.stringify([region.region, period]);
      const place = JSON.stringify([key, ...divided]);
      if (seen.has(place)) {
        problems.push({ ...problem, code: 'population_twice' });
        continue;
      }
      seen.add(place);
      const before = sums.get(key)?.population ?? 0n;
      sums.set(key, { ...region, period, population: before + population });
    }
  }
  return { rows: [...sums.values()], problems };
}

// SCB writes two points where it has no figure.
function isNothing(text: string): boolean {
  return text === '' || /^(?:\.{1,2}|[-\u2013\u2212])$/u.test(text);
}

function periodText(cells: readonly TableCell[], column: number): string {
  return plainText(cellAt(cells, column));
}

function wholeNumber(text: string): bigint | null {
  const digits = text.replace(/[\s\u00a0\u2009\u202f]/gu, '');
  return /^\d{1,8}$/u.test(digits) ? BigInt(digits) : null;
}

type Region = Pick<PopulationRow, 'region' | 'kommunkod' | 'name'>;

function regionOf(cells: readonly TableCell[], columns: PopulationColumns): Region | null {
  const named = columns.region === null ? '' : plainText(cellAt(cells, columns.region));
  // A spreadsheet that takes a code for a number loses its zero.
  const coded =
    columns.code === null ? '' : plainText(cellAt(cells, columns.code)).padStart(4, '0');
  const code = /^\d{4}$/u.test(coded) && coded !== '0000' ? coded : null;
  const text = code === null || named.startsWith(code) ? named : `${code} ${named}`.trim();
  if (text === '') return null;
  const form = /^(\d{2}|\d{4})(?: (.+))?$/u.exec(text);
  const digits = form?.[1] ?? '';
  return {
    region: text,
    kommunkod: digits.length === 4 ? digits : null,
    name: form === null ? text : (form[2] ?? ''),
  };
}

// Only what divides a region into several rows was added over.
function addedOver(
  divisions: PopulationColumns['divisions'],
  body: readonly BodyRow[],
): readonly string[] {
  return divisions
    .filter(
      ({ column }) => new Set(body.map(({ cells }) => plainText(cellAt(cells, column)))).size > 1,
    )
    .map(({ heading }) => heading);
}
