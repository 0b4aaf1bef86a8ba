import { capitalCostInput } from '#contract/capital-cost.ts';
import {
  type CapitalCost,
  type CapitalCosts,
  capitalCosts,
} from '#domain/forecast/capital-cost.ts';
import type { PlanInput } from '#domain/forecast/plan-input.ts';
import { roundingDifference } from '#domain/rounding.ts';
import { isZero, zero } from '#domain/tkr.ts';
import type { BorgensprognosView, ScenarioView } from '../../lib/borgensprognos.ts';

/** The figures of the capital cost, in the order in which they are chosen. */
export const costFigures = ['cost', 'depreciation', 'internranta'] as const;

/** See `costFigures`. */
export type CostFigure = (typeof costFigures)[number];

/** The capital cost on screen, and what it is computed from. */
export type CapitalCostView = {
  /** The scenario whose assumptions it is by; null for the organisation's own. */
  readonly scenario: ScenarioView | null;
  readonly input: PlanInput;
  readonly costs: CapitalCosts;
  /** The lines that cost something in some year, with their names. */
  readonly lines: readonly {
    readonly lineId: string;
    readonly name: string;
    readonly years: readonly CapitalCost[];
  }[];
};

/** The scenarios that say something of investments: one that is only typed has no lines. */
export function scenariosWithLines({ scenarios }: BorgensprognosView): ScenarioView[] {
  return scenarios.filter(({ input }) => input.lines.length > 0);
}

/** Computes the capital cost by a scenario, or by the organisation's assumptions; null without years. */
export function toCapitalCostView(
  prognos: BorgensprognosView,
  scenarioId: string | null,
): CapitalCostView | null {
  const scenario =
    scenariosWithLines(prognos).find((one) => one.scenario.scenarioId === scenarioId) ?? null;
  const input = scenario?.input ?? capitalCostInput(prognos.answer, null);
  if (input === null) return null;
  const costs = capitalCosts(input);
  const names = new Map(input.lines.map(({ lineId, name }) => [lineId, name]));
  const lines = costs.lines
    .filter(({ years }) => years.some(({ depreciation }) => !isZero(depreciation)))
    .map((line) => ({ ...line, name: names.get(line.lineId) ?? '' }));
  return { scenario, input, costs, lines };
}

/** True where the rows as they are shown do not add up to the sum as it is shown, in some year. */
export function hasRoundingDifference(
  { costs, lines }: CapitalCostView,
  figure: CostFigure,
): boolean {
  return costs.years.some((total, at) => {
    const whole = total[figure];
    if (whole === null) return false;
    const parts = lines.map(({ years }) => years[at]?.[figure] ?? zero);
    return !isZero(roundingDifference(parts, whole));
  });
}
