import type {
  exportUtfallCsv,
  getUtfall,
  UtfallCellAnswer,
  UtfallPlaceAnswer,
} from '#contract/utfall.ts';
import { accepted } from '#domain/result.ts';
import { type Tkr, toPlain } from '#domain/tkr.ts';
import { type PlacedAmount, sumByPlace, utfallInForce } from '#domain/utfall.ts';
import {
  type UtfallCell,
  type UtfallRow,
  utfallCells,
  utfallRows,
  utfallTotals,
} from '#domain/utfall-cells.ts';
import { type CsvCell, toCsv } from '../files/csv.ts';
import { allLines } from '../investeringsbudget/queries.ts';
import type { ReadContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { sourcesInForce } from './queries.ts';
import { sourcesWhere, yearsWithUtfall } from './source-queries.ts';

/** The outcome of a year: by line and month, with its sources, and what is not on any line. */
export async function readUtfall(
  { trx }: ReadContext,
  { params }: Asked<typeof getUtfall>,
): Promise<Outcome<typeof getUtfall>> {
  const { year } = params;
  const lines = await allLines(trx);
  const sources = await sourcesInForce(trx, [year]);
  const known = utfallInForce(sources);
  const cells = utfallCells(known, year);
  const ids = sources.map(({ sourceId }) => sourceId);
  return accepted({
    year,
    years: await yearsWithUtfall(trx),
    lines,
    cells: cells.map(toCellAnswer),
    sources: await sourcesWhere(trx, { ids }),
    rows: utfallRows(
      cells,
      lines.map(({ lineId }) => lineId),
    ).map(({ lineId, ...row }) => ({
      lineId,
      ...plainRow(row),
    })),
    totals: plainRow(utfallTotals(cells)),
    elsewhere: toPlaceAnswers(known.inForce.filter(({ target }) => target !== 'line')),
    known: sources.flatMap(({ sourceId, spans }) =>
      spans.map(({ firstMonth, lastMonth }) => ({ sourceId, firstMonth, lastMonth })),
    ),
  });
}

/** A cell as the API gives it. */
export function toCellAnswer(cell: UtfallCell): UtfallCellAnswer {
  return {
    ...cell,
    amount: plainOrNull(cell.amount),
    superseded: cell.superseded.map((one) => ({ ...one, amount: toPlain(one.amount) })),
  };
}

/** What amounts come to by place and year, as the API gives it. */
export function toPlaceAnswers(amounts: readonly PlacedAmount[]): UtfallPlaceAnswer[] {
  return sumByPlace(amounts).map((place) => ({ ...place, amount: toPlain(place.amount) }));
}

function plainRow({ months, wholeYear, total }: Omit<UtfallRow, 'lineId'>) {
  return {
    months: months.map(plainOrNull),
    wholeYear: plainOrNull(wholeYear),
    total: plainOrNull(total),
  };
}

function plainOrNull(amount: Tkr | null): string | null {
  return amount === null ? null : toPlain(amount);
}

const monthHeadings = [
  ...['Januari', 'Februari', 'Mars', 'April', 'Maj', 'Juni'],
  ...['Juli', 'Augusti', 'September', 'Oktober', 'November', 'December'],
];

/** The outcome of a year as CSV, a row a line. */
export async function writeUtfallCsv(
  { trx }: ReadContext,
  { params }: Asked<typeof exportUtfallCsv>,
): Promise<Outcome<typeof exportUtfallCsv>> {
  const { year } = params;
  const lines = await allLines(trx);
  const cells = utfallCells(utfallInForce(await sourcesInForce(trx, [year])), year);
  const rows = utfallRows(
    cells,
    lines.map(({ lineId }) => lineId),
  );
  const names = new Map(lines.map(({ lineId, name }) => [lineId, name]));
  const amounts = ({ months, wholeYear, total }: Omit<UtfallRow, 'lineId'>): CsvCell[] => [
    ...months,
    wholeYear,
    total,
  ];
  const text = toCsv([
    ['Tkr', ...monthHeadings, 'Utan månad', `Utfall ${year}`],
    ...rows.map((row) => [names.get(row.lineId) ?? '', ...amounts(row)]),
    ['Summa', ...amounts(utfallTotals(cells))],
  ]);
  return accepted({ fileName: `utfall-${year}.csv`, text });
}
