/** What of a scenario decides from whom it inherits, and who sees it. */
export type InheritingScenario = {
  readonly scenarioId: string;
  readonly parentId: string | null;
  readonly isPrivate: boolean;
  readonly status: 'utkast' | 'faststalld';
};

/** Why a scenario cannot inherit as it would. */
export type ScenarioParentRefusal =
  | 'scenario_parent_cycle'
  | 'scenario_parent_not_found'
  | 'scenario_parent_private';

/** The scenarios that one inherits from, the nearest first; unknown ones end the row. */
export function ancestorsOf<Scenario extends InheritingScenario>(
  scenarios: readonly Scenario[],
  { parentId }: Pick<Scenario, 'parentId'>,
): Scenario[] {
  const ancestors: Scenario[] = [];
  let next = parentId;
  while (next !== null) {
    const id = next;
    const found = scenarios.find(({ scenarioId }) => scenarioId === id);
    if (found === undefined || ancestors.includes(found)) break;
    ancestors.push(found);
    next = found.parentId;
  }
  return ancestors;
}

/**
 * Null where a scenario can be as it would be; `scenarios` has the others as they are.
 *
 * It inherits from one that is there and that does not inherit from it. What the direktion sees does
 * not rest on what it does not see: a visible draft inherits from no hidden one, and no visible draft
 * from it where it is hidden. A frozen scenario keeps what it inherited.
 */
export function refusalOfParent(
  scenarios: readonly InheritingScenario[],
  scenario: InheritingScenario,
): ScenarioParentRefusal | null {
  const { scenarioId, parentId } = scenario;
  const others = scenarios.filter((other) => other.scenarioId !== scenarioId);
  if (parentId !== null && parentId !== scenarioId) {
    const isThere = others.some((other) => other.scenarioId === parentId);
    if (!isThere) return 'scenario_parent_not_found';
  }
  const all = [...others, scenario];
  if (ancestorsOf(all, scenario).includes(scenario)) return 'scenario_parent_cycle';
  const isHiddenBelow = all.some((one) => {
    if (one.isPrivate || one.status === 'faststalld') return false;
    const parent = all.find((other) => other.scenarioId === one.parentId);
    return parent?.isPrivate === true && (one === scenario || parent === scenario);
  });
  return isHiddenBelow ? 'scenario_parent_private' : null;
}
