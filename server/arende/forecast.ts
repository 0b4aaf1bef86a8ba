import { toPlanInput } from '#contract/prognos.ts';
import type { ScenarioAnswer } from '#contract/scenarios.ts';
import { type ForecastEffect, forecastEffect } from '#domain/arende-effect.ts';
import type { EntryChange } from '#domain/arende-entries.ts';
import type { ToldHeadroom } from '#domain/arende-texts.ts';
import type { Forecast } from '#domain/borgensutrymme.ts';
import { type Tkr, toPlain } from '#domain/tkr.ts';
import { readScenarios } from '../borgensprognos/plans.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { StoredArende } from './queries.ts';

/** What an ärende does to a scenario. */
export type ScenarioEffect = {
  readonly scenario: ScenarioAnswer;
  readonly effect: ForecastEffect;
};

/** The effect on the base scenario; null without one that the asker may see. */
export async function readEffect(
  trx: OrganisationTransaction,
  { baseScenarioId }: StoredArende,
  changes: readonly EntryChange[],
): Promise<ScenarioEffect | null> {
  if (baseScenarioId === null) return null;
  const read = await readScenarios(trx, [baseScenarioId]);
  const [entry] = read?.scenarios ?? [];
  if (read === null || entry === undefined) return null;
  const effect = forecastEffect(toPlanInput(read, entry), changes);
  return { scenario: entry.scenario, effect };
}

/** The effect as the API tells it. */
export function toEffectAnswer({ scenario, effect }: ScenarioEffect) {
  return {
    scenarioId: scenario.scenarioId,
    name: scenario.name,
    base: toYears(effect.base),
    bifall: toYears(effect.bifall),
    avslag: toYears(effect.avslag),
  };
}

function toYears({ years }: Forecast) {
  return years.map(({ year, flows, closing, borgenstak, headroom }) => ({
    year,
    tillaggsbudget: plainOrNull(flows.borrowingTillaggsbudget),
    closing: plainOrNull(closing),
    borgenstak: plainOrNull(borgenstak),
    headroom: plainOrNull(headroom),
  }));
}

/** The last year whose headroom is known both ways: what the consequence paragraph tells. */
export function toldHeadroom(found: ScenarioEffect | null): ToldHeadroom | null {
  if (found === null) return null;
  const { scenario, effect } = found;
  for (const { year, headroom: bifall } of effect.bifall.years.toReversed()) {
    const avslag = effect.avslag.years.find((one) => one.year === year)?.headroom ?? null;
    if (bifall !== null && avslag !== null)
      return { scenario: scenario.name, year, bifall, avslag };
  }
  return null;
}

function plainOrNull(amount: Tkr | null): string | null {
  return amount === null ? null : toPlain(amount);
}
