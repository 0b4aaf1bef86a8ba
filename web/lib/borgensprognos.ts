import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type BorgensprognosAnswer, getBorgensprognos } from '#contract/borgensprognos.ts';
import {
  type EditableFigure,
  type ForecastFigure,
  type ScenarioAnswer,
  toForecastInput,
} from '#contract/scenarios.ts';
import { type Borgenstak, computeBorgensutrymme, type Forecast } from '#domain/borgensutrymme.ts';
import { type ForecastReconciliation, reconcileForecast } from '#domain/forecast-avstamning.ts';
import { type Tkr, tkr } from '#domain/tkr.ts';
import { callApi } from './api.ts';
import { useOrganisation } from './organisation.tsx';
import { isBusy, useSaveQueue } from './saving.ts';

/** A printed figure with how it stands to the figure on screen. */
export type PrintedView = ForecastReconciliation & {
  readonly year: number;
  readonly figure: BorgensprognosAnswer['scenarios'][number]['printed'][number]['figure'];
  readonly printed: Tkr;
  readonly source: string;
};

/** A scenario as the screens show it: computed here and now from its figures. */
export type ScenarioView = {
  readonly scenario: ScenarioAnswer;
  readonly figures: readonly ForecastFigure[];
  readonly forecast: Forecast;
  readonly printed: readonly PrintedView[];
  /** Its colour and line, 1 to 5, the same on every page. */
  readonly series: 1 | 2 | 3 | 4 | 5;
};

/** All scenarios of the organisation, and the ceilings with their decisions. */
export type BorgensprognosView = {
  readonly scenarios: readonly ScenarioView[];
  readonly ceilings: readonly (Borgenstak & {
    readonly beslut: BorgensprognosAnswer['borgenstak'][number]['beslut'];
  })[];
};

/** Where the answer is kept. */
export function borgensprognosKey(organisationId: string): readonly string[] {
  return ['borgensprognos', organisationId];
}

/** Fetches all scenarios, and computes their forecasts again whenever a figure changes here. */
export function useBorgensprognos() {
  const { organisationId } = useOrganisation();
  const queue = useSaveQueue();
  const query = useQuery({
    queryKey: borgensprognosKey(organisationId),
    queryFn: () => callApi(getBorgensprognos, { params: { organisationId } }),
    // An answer could be older than what is on its way to the server.
    refetchOnWindowFocus: () => !isBusy(queue),
    refetchOnReconnect: () => !isBusy(queue),
  });
  const view = useMemo(() => (query.data === undefined ? null : toView(query.data)), [query.data]);
  return { view, query };
}

/** Computes every scenario of an answer. */
export function toView(answer: BorgensprognosAnswer): BorgensprognosView {
  const ceilings = answer.borgenstak.map(({ validFrom, amount, beslut }) => ({
    validFrom,
    amount: tkr(amount),
    beslut,
  }));
  const byPosition = answer.scenarios.toSorted(
    (left, right) => left.scenario.position - right.scenario.position,
  );
  const scenarios = byPosition.map(({ scenario, figures, printed }, index): ScenarioView => {
    const forecast = computeBorgensutrymme(toForecastInput(scenario, figures), ceilings);
    return {
      scenario,
      figures,
      forecast,
      printed: reconciled(forecast, printed),
      series: seriesOf(index),
    };
  });
  return { scenarios, ceilings };
}

type Printed = BorgensprognosAnswer['scenarios'][number]['printed'];

function reconciled(forecast: Forecast, printed: Printed): PrintedView[] {
  const figures = printed.map(({ printed: amount, ...rest }) => ({
    ...rest,
    printed: tkr(amount),
  }));
  const outcomes = reconcileForecast(forecast, figures);
  return figures.map((figure, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined) throw new Error('Every printed figure has an outcome');
    return { ...figure, ...outcome };
  });
}

function seriesOf(index: number): ScenarioView['series'] {
  const all = [1, 2, 3, 4, 5] as const;
  return all[index % all.length] ?? 1;
}

/** A figure of a scenario, where it was ever written. */
export function findFigure(
  view: Pick<ScenarioView, 'figures'>,
  kind: EditableFigure,
  year: number,
): ForecastFigure | undefined {
  return view.figures.find((figure) => figure.kind === kind && figure.year === year);
}
