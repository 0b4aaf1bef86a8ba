import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type BorgensprognosAnswer, getBorgensprognos } from '#contract/borgensprognos.ts';
import { toPlanInput } from '#contract/prognos.ts';
import { type AssumptionLevel, levelsOf } from '#contract/prognos-levels.ts';
import type { EditableFigure, ForecastFigure, ScenarioAnswer } from '#contract/scenarios.ts';
import type { Borgenstak, Forecast } from '#domain/borgensutrymme.ts';
import { computePlan, type Plan } from '#domain/forecast/plan.ts';
import type { PlanFigure } from '#domain/forecast/plan-figures.ts';
import type { PlanInput } from '#domain/forecast/plan-input.ts';
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

type Entry = BorgensprognosAnswer['scenarios'][number];

/** A scenario as the screens show it: computed here and now from its figures and assumptions. */
export type ScenarioView = {
  /** As it stands in the answer. */
  readonly entry: Entry;
  readonly scenario: ScenarioAnswer;
  readonly figures: readonly ForecastFigure[];
  /** Everything that the plan is computed from. */
  readonly input: PlanInput;
  readonly plan: Plan;
  /** The plan's debt and headroom by year. */
  readonly forecast: Forecast;
  /** Where its assumptions come from, its own first. */
  readonly levels: readonly AssumptionLevel[];
  readonly printed: readonly PrintedView[];
  /** Its colour and line, 1 to 5, the same on every page. */
  readonly series: 1 | 2 | 3 | 4 | 5;
};

/** All scenarios of the organisation, and the ceilings with their decisions. */
export type BorgensprognosView = {
  readonly answer: BorgensprognosAnswer;
  readonly scenarios: readonly ScenarioView[];
  readonly ceilings: readonly (Borgenstak & {
    readonly beslut: BorgensprognosAnswer['borgenstak'][number]['beslut'];
  })[];
};

/** Where the answer is kept. */
export function borgensprognosKey(organisationId: string): readonly string[] {
  return ['borgensprognos', organisationId];
}

/** Fetches all scenarios, and computes those again that a change here is about. */
export function useBorgensprognos() {
  const { organisationId } = useOrganisation();
  const queue = useSaveQueue();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: borgensprognosKey(organisationId),
    queryFn: () => callApi(getBorgensprognos, { params: { organisationId } }),
    // An answer could be older than what is on its way to the server.
    refetchOnWindowFocus: () => !isBusy(queue),
    refetchOnReconnect: () => !isBusy(queue),
  });
  const { data } = query;
  const view = useMemo(
    () => (data === undefined ? null : rememberedView(client, data)),
    [client, data],
  );
  return { view, query };
}

/** What was computed last, so that one changed cell is one scenario to compute. */
const latestViews = new WeakMap<QueryClient, BorgensprognosView>();

function rememberedView(client: QueryClient, answer: BorgensprognosAnswer): BorgensprognosView {
  const before = latestViews.get(client) ?? null;
  if (before?.answer === answer) return before;
  const made = toView(answer, before);
  latestViews.set(client, made);
  return made;
}

/**
 * Computes the scenarios of an answer; those that rest on the same as `before` are not computed
 * again, and are the same objects.
 */
export function toView(
  answer: BorgensprognosAnswer,
  before: BorgensprognosView | null = null,
): BorgensprognosView {
  const byPosition = answer.scenarios.toSorted(
    (left, right) => left.scenario.position - right.scenario.position,
  );
  const isSameBasis =
    before?.answer.basis === answer.basis && before.answer.borgenstak === answer.borgenstak;
  const known = new Map(
    isSameBasis ? before.scenarios.map((view) => [view.scenario.scenarioId, view]) : [],
  );
  const scenarios = byPosition.map((entry, index): ScenarioView => {
    const series = seriesOf(index);
    const levels = levelsOf(answer, entry.scenario.scenarioId);
    const old = known.get(entry.scenario.scenarioId);
    const isSame =
      old?.entry === entry && old.series === series && areSameLevels(old.levels, levels);
    return isSame ? old : scenarioView(answer, entry, { series, levels });
  });
  const ceilings = isSameBasis ? before.ceilings : ceilingsOf(answer);
  return { answer, scenarios, ceilings };
}

function ceilingsOf({ borgenstak }: BorgensprognosAnswer): BorgensprognosView['ceilings'] {
  return borgenstak.map(({ validFrom, amount, beslut }) => ({
    validFrom,
    amount: tkr(amount),
    beslut,
  }));
}

function scenarioView(
  answer: BorgensprognosAnswer,
  entry: Entry,
  shared: Pick<ScenarioView, 'series' | 'levels'>,
): ScenarioView {
  const { scenario, figures, printed } = entry;
  const input = toPlanInput(answer, entry);
  const plan = computePlan(input);
  const { forecast } = plan;
  return {
    entry,
    scenario,
    figures,
    input,
    plan,
    forecast,
    printed: reconciled(forecast, printed),
    ...shared,
  };
}

function areSameLevels(
  left: readonly AssumptionLevel[],
  right: readonly AssumptionLevel[],
): boolean {
  if (left.length !== right.length) return false;
  return left.every((level, at) => {
    const other = right[at];
    return (
      other !== undefined &&
      level.name === other.name &&
      level.scenarioId === other.scenarioId &&
      level.assumptions.length === other.assumptions.length &&
      level.assumptions.every((one, index) => one === other.assumptions[index])
    );
  });
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

/** A figure as the plan has it: what counts, and what it is by itself; undefined where there is none. */
export function findPlanFigure(
  { plan }: Pick<ScenarioView, 'plan'>,
  kind: EditableFigure,
  year: number,
): PlanFigure | undefined {
  return plan.figures.find((figure) => figure.kind === kind && figure.year === year);
}
