import { type Forecast, forecastRowKinds } from './borgensutrymme.ts';
import { isNegative, type Tkr } from './tkr.ts';

/** What a row of the forecast table shows. */
export const tableFigures = [...forecastRowKinds, 'debt', 'headroom'] as const;

/** See `tableFigures`. */
export type TableFigure = (typeof tableFigures)[number];

/** One row of scenarios side by side: what it shows, for which year, and a figure a scenario. */
export type TableRow = {
  readonly figure: TableFigure;
  /** The year, or for debt and headroom the year whose last day the figure stands on. */
  readonly year: number;
  readonly amounts: readonly (Tkr | null)[];
  /** True in a year that is the last of some scenario. */
  readonly isLast: boolean;
};

/**
 * Scenarios side by side, in the printed order: the opening debt, then for each year its rows, the
 * debt and the headroom at its end.
 *
 * Scenarios may begin and end in different years; a figure that one does not have is null.
 */
export function borgensprognosTable(forecasts: readonly Forecast[]): TableRow[] {
  if (forecasts.length === 0) return [];
  const from = Math.min(...forecasts.map((forecast) => forecast.openingYear));
  const to = Math.max(...forecasts.map(lastYearOf));
  const rows: TableRow[] = [rowOf(forecasts, 'debt', from)];
  for (let year = from + 1; year <= to; year += 1) {
    for (const kind of forecastRowKinds) rows.push(rowOf(forecasts, kind, year));
    rows.push(rowOf(forecasts, 'debt', year), rowOf(forecasts, 'headroom', year));
  }
  return rows;
}

/** The last year of a forecast; its opening year where it has no others. */
export function lastYearOf(forecast: Forecast): number {
  return forecast.years.at(-1)?.year ?? forecast.openingYear;
}

function rowOf(forecasts: readonly Forecast[], figure: TableFigure, year: number): TableRow {
  const amounts = forecasts.map((forecast) => figureOf(forecast, figure, year));
  const isLast = forecasts.some((forecast) => lastYearOf(forecast) === year);
  return { figure, year, amounts, isLast };
}

/** One figure of a forecast, or null where it has none. */
export function figureOf(forecast: Forecast, figure: TableFigure, year: number): Tkr | null {
  if (figure === 'debt' && year === forecast.openingYear) return forecast.openingDebt;
  const ofYear = forecast.years.find((candidate) => candidate.year === year);
  if (ofYear === undefined) return null;
  if (figure === 'debt') return ofYear.closing;
  if (figure === 'headroom') return ofYear.headroom;
  return ofYear.flows[figure];
}

/**
 * The rows as a protocol prints them: no row that is empty in every scenario, and the headroom only
 * where some scenario ends, besides every year in which some scenario breaks its ceiling.
 */
export function asPrinted(rows: readonly TableRow[]): TableRow[] {
  return rows.filter((row) => {
    if (row.amounts.every((amount) => amount === null)) return row.figure === 'debt';
    if (row.figure !== 'headroom' || row.isLast) return true;
    return row.amounts.some((amount) => amount !== null && isNegative(amount));
  });
}
