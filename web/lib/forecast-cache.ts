import type { AssumptionAnswer } from '#contract/assumptions.ts';
import type { BorgensprognosAnswer, BorgensprognosEntry } from '#contract/borgensprognos.ts';
import type { EditableFigure, ForecastFigure, ScenarioAnswer } from '#contract/scenarios.ts';
import type { AssumptionKind } from '#domain/forecast/assumption-terms.ts';

/** Which figure of which scenario. */
export type FigurePlace = {
  readonly scenarioId: string;
  readonly year: number;
  readonly kind: EditableFigure;
};

/** Which assumption: of a scenario, or of the organisation where `scenarioId` is null. */
export type AssumptionPlace = {
  readonly scenarioId: string | null;
  readonly kind: AssumptionKind;
  readonly lineId: string | null;
  readonly from: string | null;
};

/** One text for one figure. */
export function keyOf({ scenarioId, year, kind }: FigurePlace): string {
  return `${scenarioId} ${year} ${kind}`;
}

/** One text for one assumption's place. */
export function assumptionKey({ scenarioId, kind, lineId, from }: AssumptionPlace): string {
  return `${scenarioId ?? ''} ${kind} ${lineId ?? ''} ${from ?? ''}`;
}

/** The scenario of an answer with its figures. */
export function entryIn(
  answer: BorgensprognosAnswer | undefined,
  scenarioId: string,
): BorgensprognosEntry | undefined {
  return answer?.scenarios.find(({ scenario }) => scenario.scenarioId === scenarioId);
}

/** A figure of an answer, where it was ever written. */
export function figureIn(
  answer: BorgensprognosAnswer | undefined,
  { scenarioId, year, kind }: FigurePlace,
): ForecastFigure | undefined {
  const figures = entryIn(answer, scenarioId)?.figures;
  return figures?.find((figure) => figure.year === year && figure.kind === kind);
}

/** The answer with another figure in its place; everything else is the same objects. */
export function withFigures(
  answer: BorgensprognosAnswer,
  scenarioId: string,
  figures: readonly ForecastFigure[],
): BorgensprognosAnswer {
  const isNew = ({ year, kind }: ForecastFigure): boolean =>
    figures.some((figure) => figure.year === year && figure.kind === kind);
  return changed(answer, scenarioId, (entry) => ({
    ...entry,
    figures: [...entry.figures.filter((figure) => !isNew(figure)), ...figures],
  }));
}

/** The answer with what a figure was before, which may be nothing at all. */
export function withFigureBack(
  answer: BorgensprognosAnswer,
  { scenarioId, year, kind }: FigurePlace,
  seen: ForecastFigure | undefined,
): BorgensprognosAnswer {
  if (seen !== undefined) return withFigures(answer, scenarioId, [seen]);
  return changed(answer, scenarioId, (entry) => ({
    ...entry,
    figures: entry.figures.filter((figure) => figure.year !== year || figure.kind !== kind),
  }));
}

/** The answer with a scenario as the server last told of it. */
export function withScenario(
  answer: BorgensprognosAnswer,
  scenario: ScenarioAnswer,
): BorgensprognosAnswer {
  return changed(answer, scenario.scenarioId, (entry) => ({ ...entry, scenario }));
}

function changed(
  answer: BorgensprognosAnswer,
  scenarioId: string,
  change: (entry: BorgensprognosEntry) => BorgensprognosEntry,
): BorgensprognosAnswer {
  const scenarios = answer.scenarios.map((entry) =>
    entry.scenario.scenarioId === scenarioId ? change(entry) : entry,
  );
  return { ...answer, scenarios };
}

/** An assumption of an answer, emptied ones too; undefined where it was never written. */
export function assumptionIn(
  answer: BorgensprognosAnswer | undefined,
  place: AssumptionPlace,
): AssumptionAnswer | undefined {
  const key = assumptionKey(place);
  return answer?.assumptions.find((one) => assumptionKey(one) === key);
}

/** The answer with another assumption in a place; null takes it away. */
export function withAssumption(
  answer: BorgensprognosAnswer,
  place: AssumptionPlace,
  assumption: AssumptionAnswer | null,
): BorgensprognosAnswer {
  const key = assumptionKey(place);
  const others = answer.assumptions.filter((one) => assumptionKey(one) !== key);
  return { ...answer, assumptions: assumption === null ? others : [...others, assumption] };
}
