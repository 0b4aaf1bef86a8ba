import type { BorgensprognosAnswer } from '#contract/borgensprognos.ts';
import { toPlanInput } from '#contract/prognos.ts';
import type { PrognosScenario } from '#contract/prognos-levels.ts';
import { computePlan, type Plan } from '#domain/forecast/plan.ts';
import { ancestorsOf } from '#domain/scenario-parent.ts';
import { toPlain } from '#domain/tkr.ts';
import { allAssumptions } from '../assumptions/queries.ts';
import { allBorgenstak } from '../borgen/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { allScenarios, figuresOf, type StoredFigure } from '../scenarios/queries.ts';
import { type BasisOf, readBasis } from './basis.ts';
import { keptFiles } from './kept.ts';

/** A scenario with its figures, and what it keeps where it is frozen. */
export type ReadScenario = Omit<PrognosScenario, 'figures'> & {
  readonly figures: StoredFigure[];
};

/** Some scenarios, and all that their forecasts are computed from. */
export type ReadScenarios = Omit<BorgensprognosAnswer, 'scenarios'> & {
  readonly scenarios: readonly ReadScenario[];
};

/** A scenario with its forecast. */
export type PlannedScenario = ReadScenario & { readonly plan: Plan };

/** Reads some scenarios, in the asked order, or all where none is; null where one is not there. */
export async function readScenarios(
  trx: OrganisationTransaction,
  chosen: readonly string[],
): Promise<ReadScenarios | null> {
  const all = await allScenarios(trx);
  const byId = new Map(all.map((scenario) => [scenario.scenarioId, scenario]));
  const ids = chosen.length === 0 ? [...byId.keys()] : [...new Set(chosen)];
  const scenarios = ids.flatMap((id) => byId.get(id) ?? []);
  if (scenarios.length < ids.length) return null;
  const inherited = new Set(scenarios.flatMap((scenario) => ancestorsOf(all, scenario)));
  const ancestors = [...inherited].filter((ancestor) => !scenarios.includes(ancestor));
  const kept = await keptFiles(
    trx,
    [...scenarios, ...ancestors].map(({ scenarioId }) => scenarioId),
  );
  const keptOf = (scenarioId: string) => kept.get(scenarioId) ?? null;
  const figures = await figuresOf(trx, ids);
  const entries = scenarios.map((scenario) => ({
    scenario,
    figures: figures.filter(({ scenarioId }) => scenarioId === scenario.scenarioId),
    kept: keptOf(scenario.scenarioId),
  }));
  return {
    scenarios: entries,
    ancestors: ancestors.map((scenario) => ({ scenario, kept: keptOf(scenario.scenarioId) })),
    assumptions: await allAssumptions(trx),
    borgenstak: (await allBorgenstak(trx)).map(({ validFrom, amount, beslut }) => ({
      validFrom,
      amount: toPlain(amount),
      beslut,
    })),
    basis: await readBasis(trx, basisOf(entries)),
  };
}

function basisOf(entries: readonly ReadScenario[]): BasisOf {
  const years = entries.map(({ scenario }) => scenario);
  const followed = entries.flatMap(({ figures }) => figures.map(({ arendeId }) => arendeId));
  return {
    firstYear: Math.min(...years.map(({ openingYear }) => openingYear + 1)),
    lastYear: Math.max(...years.map(({ lastYear }) => lastYear)),
    followed: new Set(followed.filter((arendeId) => arendeId !== null)),
  };
}

/** The forecast of each scenario that was read. */
export function planAll(read: ReadScenarios): PlannedScenario[] {
  return read.scenarios.map((entry) => ({ ...entry, plan: computePlan(toPlanInput(read, entry)) }));
}

/** One scenario with its forecast; null where it is not there. */
export async function planOf(
  trx: OrganisationTransaction,
  scenarioId: string,
): Promise<PlannedScenario | null> {
  const read = await readScenarios(trx, [scenarioId]);
  return (read && planAll(read)[0]) ?? null;
}
