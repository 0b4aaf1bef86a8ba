import { type AssumptionAnswer, hasValue } from './assumptions.ts';
import type { BorgensprognosAnswer, BorgensprognosEntry } from './borgensprognos.ts';
import type { PrognosAssumption } from './prognos-file.ts';
import type { ScenarioAnswer } from './scenarios.ts';

/** What the forecasts of an answer are computed from: the answer, or what of it is needed. */
export type PrognosSource = Pick<BorgensprognosAnswer, 'assumptions' | 'basis'> & {
  readonly scenarios: readonly Inherited[];
  readonly ancestors: readonly Inherited[];
  readonly borgenstak: readonly { readonly validFrom: string; readonly amount: string }[];
};

type Inherited = Pick<BorgensprognosEntry, 'scenario' | 'kept'>;

/** A scenario with its figures, and what it keeps where it is frozen. */
export type PrognosScenario = Pick<BorgensprognosEntry, 'scenario' | 'figures' | 'kept'>;

/** What the organisation's own assumptions are called among the levels. */
export const organisationLevel = 'Organisationen';

/** One level of assumptions: a scenario's, or the organisation's where `scenarioId` is null. */
export type AssumptionLevel = {
  readonly scenarioId: string | null;
  readonly name: string | null;
  /** True for one that a frozen scenario keeps: nobody changes it, and its scenario is unknown. */
  readonly isKept: boolean;
  readonly assumptions: readonly (AssumptionAnswer | PrognosAssumption)[];
};

/**
 * The assumptions of a scenario level by level: its own, those of each scenario that it inherits
 * from, the organisation's last. From a frozen one on they are what that one keeps.
 */
export function levelsOf(source: PrognosSource, scenarioId: string): AssumptionLevel[] {
  const levels: AssumptionLevel[] = [];
  const passed = new Set<string>();
  let at: string | null = scenarioId;
  while (at !== null && !passed.has(at)) {
    passed.add(at);
    const found = scenarioIn(source, at);
    if (found === undefined) break;
    if (found.kept !== null) {
      const kept = found.kept.levels.map((level) => ({ ...level, scenarioId: null, isKept: true }));
      return [...levels, ...kept];
    }
    const { name, parentId } = found.scenario;
    levels.push({ scenarioId: at, name, isKept: false, assumptions: ownOf(source, at) });
    at = parentId;
  }
  const own = ownOf(source, null);
  return [
    ...levels,
    { scenarioId: null, name: organisationLevel, isKept: false, assumptions: own },
  ];
}

function scenarioIn({ scenarios, ancestors }: PrognosSource, scenarioId: string) {
  const isIt = ({ scenario }: { readonly scenario: ScenarioAnswer }): boolean =>
    scenario.scenarioId === scenarioId;
  return scenarios.find(isIt) ?? ancestors.find(isIt);
}

// An emptied assumption holds nothing.
function ownOf({ assumptions }: PrognosSource, scenarioId: string | null): AssumptionAnswer[] {
  return assumptions.filter((one) => one.scenarioId === scenarioId && hasValue(one));
}
