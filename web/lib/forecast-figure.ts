import type { BorgensprognosAnswer } from '#contract/borgensprognos.ts';
import { type ForecastFigure, typedAmount } from '#contract/scenarios.ts';
import { compare, sum, tkr, toPlain } from '#domain/tkr.ts';
import type { FigurePlace } from './forecast-cache.ts';

/** What a person says of a figure. */
export type FigureState = {
  readonly source: ForecastFigure['source'];
  /** The ärende that a linked figure follows; null for one that follows the budget, and for others. */
  readonly arendeId: string | null;
  /** What was typed, or typed over a linked or computed figure; null for nothing. Plain form. */
  readonly amount: string | null;
  readonly comment: string | null;
};

/** What is said of a figure; of one that was never written, that it is typed and empty. */
export function stateOf(figure: ForecastFigure | undefined): FigureState {
  return {
    source: figure?.source ?? 'typed',
    arendeId: figure?.arendeId ?? null,
    amount: typedAmount(figure),
    comment: figure?.comment ?? null,
  };
}

/** True where two states are the same but for the comment. */
export function isSameState(left: FigureState, right: FigureState): boolean {
  const isSameWay = left.source === right.source && left.arendeId === right.arendeId;
  return isSameWay && isSameAmount(left.amount, right.amount);
}

/** True for two amounts in plain form that are equal, or that are both missing. */
export function isSameAmount(left: string | null, right: string | null): boolean {
  if (left === null || right === null) return left === right;
  return compare(tkr(left), tkr(right)) === 0;
}

/** The figure as it is shown until the server has answered. */
export function figureAtOnce(
  { year, kind }: Pick<FigurePlace, 'year' | 'kind'>,
  wish: FigureState,
  seen: ForecastFigure | undefined,
  answer: BorgensprognosAnswer,
): ForecastFigure {
  const { source, arendeId, amount, comment } = wish;
  const linkedAmount = linkedAtOnce(wish, year, seen, answer);
  return {
    year,
    kind,
    source,
    arendeId,
    linkedAmount,
    amount: amount ?? linkedAmount,
    isOverridden: source !== 'typed' && amount !== null,
    comment,
    version: seen?.version ?? 0,
    changedAt: seen?.changedAt ?? new Date().toISOString(),
    changedBy: seen?.changedBy ?? '',
  };
}

// What an ärende gives is kept with the figure that follows it, typed over or not.
function linkedAtOnce(
  { source, arendeId }: FigureState,
  year: number,
  seen: ForecastFigure | undefined,
  { basis }: BorgensprognosAnswer,
): string | null {
  if (source !== 'linked' || arendeId === null) return null;
  if (seen?.arendeId === arendeId) return seen.linkedAmount;
  const arende = basis.arenden.find((one) => one.arendeId === arendeId);
  if (arende === undefined) return null;
  const ofYear = arende.entries.filter((entry) => entry.year === year);
  return toPlain(sum(ofYear.map(({ amount }) => tkr(amount))));
}
