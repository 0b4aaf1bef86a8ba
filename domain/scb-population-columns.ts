import { cellAt, isEmptyCell, plainText, type TableCell } from './utfall-table-cell.ts';

/** What the columns of a table of inhabitants are, from 0. */
export type PopulationColumns = {
  /** The region's name, with or without its code before it; null where there is only the code. */
  readonly region: number | null;
  readonly code: number | null;
  /** The time, where each row says its own. */
  readonly period: number | null;
  /** The numbers of inhabitants, each with the time that its heading says; empty where it says none. */
  readonly counts: readonly { readonly column: number; readonly period: string }[];
  /** What else divides a region: `kön`, `ålder`. */
  readonly divisions: readonly { readonly column: number; readonly heading: string }[];
};

const regionWords = ['region', 'regioner', 'kommun', 'kommuner', 'kommunnamn', 'namn', 'område'];
const englishRegions = ['municipality', 'municipalities', 'name', 'area'];
const codeWords = ['kommunkod', 'regionkod', 'kod', 'code', 'region code', 'municipality code'];
const periodWords = ['år', 'year', 'månad', 'month', 'kvartal', 'quarter', 'tid', 'tidpunkt'];

/** A time as SCB writes it: a year, or a year with its month or quarter. */
const time = /(?<!\d)((?:19|20)\d{2}(?:[MKQ]\d{1,2})?)(?!\d)/u;

/** What a heading of inhabitants begins with, with or without a time after it. */
const countWords = [
  ...['folkmängd', 'folkmängden', 'antal', 'invånare', 'befolkning', 'värde'],
  ...['population', 'number', 'inhabitants', 'value'],
];

/** How far down a heading is looked for. */
const lookedAt = 30;

/** The heading of a table of inhabitants, and its columns; null where there is none. */
export function populationColumns(
  table: readonly (readonly TableCell[])[],
): { readonly columns: PopulationColumns; readonly headerRow: number } | null {
  for (const [at, cells] of table.slice(0, lookedAt).entries()) {
    const columns = columnsOf(cells, table.slice(at + 1));
    if (columns !== null) return { columns, headerRow: at + 1 };
  }
  return null;
}

type Heading = { readonly column: number; readonly heading: string };

function columnsOf(
  cells: readonly TableCell[],
  below: readonly (readonly TableCell[])[],
): PopulationColumns | null {
  const headings = cells
    .map((cell, column) => ({ column, heading: plainText(cell) }))
    .filter(({ heading }) => heading !== '');
  const place = (words: readonly string[]): Heading | undefined =>
    headings.find(({ heading }) => words.includes(heading.toLowerCase()));
  const region = place([...regionWords, ...englishRegions]);
  const code = place(codeWords);
  if (region === undefined && code === undefined) return null;
  const period = place(periodWords);
  const known = [region, code, period];
  const rest = headings.filter((one) => !known.includes(one));
  const counts = countsOf(rest);
  if (counts.length === 0) return null;
  const columns = counts.map(({ column }) => column);
  return {
    region: region?.column ?? null,
    code: code?.column ?? null,
    period: period?.column ?? null,
    counts,
    divisions: rest.filter(({ column, heading }) => {
      const isOther = columns.includes(column) || time.test(heading) || isCountHeading(heading);
      return !isOther && hasWords(column, below);
    }),
  };
}

// Of several columns of one time, such as people and how many more they have become, the one of people.
function countsOf(headings: readonly Heading[]): PopulationColumns['counts'] {
  const found = new Map<string, { column: number; rank: number }>();
  for (const { column, heading } of headings) {
    const period = time.exec(heading)?.[1] ?? '';
    const isCount = isCountHeading(heading);
    if (period === '' && !isCount) continue;
    const rank = isCount || heading === period ? 0 : 1;
    const other = found.get(period);
    if (other === undefined || rank < other.rank) found.set(period, { column, rank });
  }
  const times = [...found].filter(([period]) => period !== '');
  // A column without a time beside columns with one is something else.
  return (times.length > 0 ? times : [...found]).map(([period, { column }]) => ({
    column,
    period,
  }));
}

function isCountHeading(heading: string): boolean {
  const [first = ''] = heading.toLowerCase().split(/[^\p{L}]/u);
  return countWords.includes(first);
}

// A column of figures only is no division, but something else that is counted.
function hasWords(column: number, below: readonly (readonly TableCell[])[]): boolean {
  return below.some((cells) => {
    const cell = cellAt(cells, column);
    return !isEmptyCell(cell) && /\p{L}/u.test(cell.text);
  });
}
