import { readArenden } from '#contract/prognos-input.ts';
import {
  type AddedInvestment,
  type AmortisationComparison,
  type AmortisationDifference,
  amortisationDifferences,
  compareAmortisation,
  type YearAmortised,
} from '#domain/forecast/compare-amortisation.ts';
import type { PlanArende } from '#domain/forecast/plan-input.ts';
import { compare, isZero, zero } from '#domain/tkr.ts';
import {
  type BorgensprognosView,
  findPlanFigure,
  type ScenarioView,
} from '../../lib/borgensprognos.ts';

/** What the address says: an ärende, and the scenarios with it and without it. */
export type Chosen = {
  readonly arendeId: string | null;
  readonly withId: string | null;
  readonly withoutId: string | null;
};

/** A year's amortisation in a scenario: as printed where it is printed, else as it counts on screen. */
export type ShownAmortisation = YearAmortised & { readonly isPrinted: boolean };

/** What an ärende adds put beside how much more one scenario amortises than another. */
export type ComparedView = {
  readonly arende: PlanArende;
  readonly more: ScenarioView;
  readonly less: ScenarioView;
  readonly added: readonly AddedInvestment[];
  readonly differences: readonly AmortisationDifference[];
  readonly comparison: AmortisationComparison;
};

/** The ärenden that add something in a year of some scenario. */
export function arendenToCompare({ answer, scenarios }: BorgensprognosView): PlanArende[] {
  return readArenden(answer.basis.arenden).filter((arende) =>
    scenarios.some((view) => addedIn(arende, view).length > 0),
  );
}

/** What an ärende adds in the years of a scenario: money carried from an earlier year changes nothing there. */
export function addedIn({ entries }: PlanArende, { scenario }: ScenarioView): AddedInvestment[] {
  return entries.filter(
    ({ year, amount }) =>
      year > scenario.openingYear && year <= scenario.lastYear && !isZero(amount),
  );
}

/** The amortisation of a scenario, year by year. */
export function amortisationIn(view: ScenarioView): ShownAmortisation[] {
  return view.forecast.years.map(({ year }) => {
    const printed = view.printed.find((one) => one.figure === 'amortisation' && one.year === year);
    if (printed !== undefined) return { year, amount: printed.printed, isPrinted: true };
    const amount = findPlanFigure(view, 'amortisation', year)?.amount ?? null;
    return { year, amount, isPrinted: false };
  });
}

/**
 * What is compared: what the address names, else the ärende that is decided first, and the first two
 * scenarios of which one amortises more than the other. Null where there are none.
 */
export function toComparedView(prognos: BorgensprognosView, chosen: Chosen): ComparedView | null {
  const arenden = arendenToCompare(prognos);
  const arende =
    arenden.find(({ arendeId }) => arendeId === chosen.arendeId) ??
    arenden.find(({ isDecided }) => isDecided) ??
    arenden[0];
  if (arende === undefined) return null;
  const pair = pairOf(prognos.scenarios, arende, chosen);
  if (pair === null) return null;
  const { more, less } = pair;
  const added = addedIn(arende, more);
  const differences = amortisationDifferences(amortisationIn(more), amortisationIn(less));
  const comparison = compareAmortisation({
    added,
    differences,
    assumptions: more.plan.assumptions,
  });
  return { arende, more, less, added, differences, comparison };
}

type Pair = { readonly more: ScenarioView; readonly less: ScenarioView };

function pairOf(
  scenarios: readonly ScenarioView[],
  arende: PlanArende,
  { withId, withoutId }: Chosen,
): Pair | null {
  const named = (id: string | null): ScenarioView | undefined =>
    scenarios.find(({ scenario }) => scenario.scenarioId === id);
  const [chosenMore, chosenLess] = [named(withId), named(withoutId)];
  const pairs = scenarios.flatMap((more) =>
    scenarios.filter((less) => less !== more).map((less) => ({ more, less })),
  );
  const possible = pairs.filter(
    ({ more, less }) =>
      (chosenMore === undefined || more === chosenMore) &&
      (chosenLess === undefined || less === chosenLess),
  );
  return possible.find((pair) => amortisesMore(pair, arende)) ?? possible[0] ?? null;
}

function amortisesMore({ more, less }: Pair, arende: PlanArende): boolean {
  const differences = amortisationDifferences(amortisationIn(more), amortisationIn(less));
  return (
    addedIn(arende, more).length > 0 &&
    differences.length > 0 &&
    differences.every(({ amount }) => compare(amount, zero) > 0)
  );
}
