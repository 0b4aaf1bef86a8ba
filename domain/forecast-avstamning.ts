import { differenceBeganIn, type PrintedIn, type Reconciliation, reconcile } from './avstamning.ts';
import { figureOf, type TableFigure } from './borgensprognos-table.ts';
import { type Forecast, forecastRowKinds } from './borgensutrymme.ts';
import type { Tkr } from './tkr.ts';

/** One printed figure of a forecast table. */
export type PrintedForecastFigure = {
  readonly year: number;
  readonly figure: TableFigure;
  readonly printed: Tkr;
  readonly printedIn: PrintedIn;
};

/** How a printed figure stands to the forecast, and the year in which a difference began. */
export type ForecastReconciliation = Reconciliation & { readonly beganIn: number | null };

/**
 * Holds a printed forecast against the computed one, figure by figure.
 *
 * A printed closing debt goes on from the printed one before it, so a difference is traced back to
 * the year in which it began. Source: DOMAIN §3.
 */
export function reconcileForecast(
  forecast: Forecast,
  printed: readonly PrintedForecastFigure[],
): ForecastReconciliation[] {
  const chain = printed
    .filter(({ figure, printedIn }) => figure === 'debt' && printedIn === 'table')
    .flatMap(({ year, printed: amount }) => {
      const computed = figureOf(forecast, 'debt', year);
      return computed === null ? [] : [{ year, printed: amount, computed }];
    })
    .toSorted((left, right) => left.year - right.year);
  return printed.map(({ year, figure, printed: amount, printedIn }) => {
    const computed = figureOf(forecast, figure, year);
    const addedRows = addedRowsOf(forecast, figure, year);
    const outcome = reconcile({ printed: amount, computed, addedRows, printedIn, decimals: 0 });
    const isBalance = figure === 'debt' || figure === 'headroom';
    const beganIn =
      outcome.verdict === 'agrees' || !isBalance ? null : differenceBeganIn(chain, year);
    return { ...outcome, beganIn };
  });
}

// A closing debt adds its opening and its rows, a headroom the ceiling and the debt; the rest is
// only copied.
function addedRowsOf(forecast: Forecast, figure: TableFigure, year: number): number {
  if (figure === 'headroom') return 2;
  const ofYear = forecast.years.find((candidate) => candidate.year === year);
  if (figure !== 'debt' || ofYear === undefined) return 0;
  return 1 + forecastRowKinds.filter((kind) => ofYear.flows[kind] !== null).length;
}
