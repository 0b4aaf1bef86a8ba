import {
  type AssumptionChange,
  type AssumptionState,
  assumptionState,
} from '../../lib/assumption-editor.ts';
import type { AssumptionPlace, FigurePlace } from '../../lib/forecast-cache.ts';
import { type FigureState, isSameAmount, isSameState } from '../../lib/forecast-figure.ts';

/** A figure before and after a step. */
export type FigureStep = FigurePlace & {
  readonly before: FigureState;
  readonly after: FigureState;
};

/** An assumption before and after a step. */
export type AssumptionStep = AssumptionPlace & {
  readonly before: AssumptionState;
  readonly after: AssumptionState;
};

/** One step to undo: what it is called, and everything that it changed before and after. */
export type ForecastStep = {
  readonly name: string;
  readonly figures: readonly FigureStep[];
  readonly assumptions: readonly AssumptionStep[];
  /** True where the figures are one scenario's and were changed in one write. */
  readonly isOneWrite: boolean;
};

/** Which end of a step. */
export type StepEnd = 'before' | 'after';

/** What a page holds, to hold a step against. */
export type Standing = {
  readonly figureAt: (place: FigurePlace) => FigureState;
  readonly assumptionAt: (place: AssumptionPlace) => AssumptionState;
};

/** True where everything that a step changed is still as the step left it, at one of its ends. */
export function stillHolds(step: ForecastStep, end: StepEnd, standing: Standing): boolean {
  return (
    step.figures.every((one) => isSameState(standing.figureAt(one), one[end])) &&
    step.assumptions.every((one) => isSameValue(standing.assumptionAt(one), one[end]))
  );
}

/** True for two values of one kind that are the same; a comment does not count. */
export function isSameValue(left: AssumptionState, right: AssumptionState): boolean {
  return (
    isSameAmount(left.amount, right.amount) &&
    left.percent === right.percent &&
    left.low === right.low &&
    left.high === right.high &&
    left.months === right.months &&
    left.lastMonth === right.lastMonth
  );
}

/**
 * The state to put back. A comment that was changed after the step stays: nobody asked to take that
 * back.
 */
export function figureToPutBack(step: FigureStep, to: StepEnd, now: FigureState): FigureState {
  const from = to === 'before' ? 'after' : 'before';
  const isOwnComment = now.comment === step[from].comment;
  return { ...step[to], comment: isOwnComment ? step[to].comment : now.comment };
}

/** The assumption to put back. */
export function assumptionToPutBack(step: AssumptionStep, to: StepEnd): AssumptionChange {
  const { scenarioId, kind, lineId, from } = step;
  return { scenarioId, kind, lineId, from, ...assumptionState(step[to]) };
}
