import type { createArendeScenarios } from '#contract/arende.ts';
import type { ScenarioAnswer } from '#contract/scenarios.ts';
import { yearsToFollow } from '#domain/arende-effect.ts';
import { addedByYear } from '#domain/arende-entries.ts';
import { accepted, refused } from '#domain/result.ts';
import { toPlain, zero } from '#domain/tkr.ts';
import { newId } from '../ids.ts';
import type { WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { copiedFigures, type DraftFigure, isTaken, writeDraft } from '../scenarios/drafts.ts';
import { allScenarios } from '../scenarios/queries.ts';
import { dayOf, readFigures } from './facts.ts';
import { arendeById, type StoredArende } from './queries.ts';

/**
 * Makes two drafts from the ärende's scenario: one whose tilläggsbudget follows the ärende, and one
 * without it. The scenario's own tilläggsbudget of those years gives way in both.
 *
 * Both inherit its assumptions. Those of a draft are its ekonom's own, as the draft is.
 */
export async function startArendeScenarios(
  context: WriteContext,
  { params, body }: Asked<typeof createArendeScenarios>,
): Promise<Outcome<typeof createArendeScenarios>> {
  const { trx, now } = context;
  const arende = await arendeById(trx, params.arendeId);
  if (arende === null) return refused({ code: 'arende_not_found' });
  // What was turned down adds nothing that a scenario could follow.
  if (arende.outcome === 'avslag') return refused({ code: 'arende_decided' });
  const scenarios = await allScenarios(trx);
  const base = scenarios.find(({ scenarioId }) => scenarioId === arende.baseScenarioId);
  if (base === undefined) return refused({ code: 'arende_needs_base_scenario' });
  const { changes } = await readFigures(trx, arende, dayOf(now));
  const added = addedByYear(changes);
  const years = yearsToFollow(base, added);
  if (years.length === 0) return refused({ code: 'arende_years_outside_scenario' });
  const names = namesOf(arende, body);
  if (Object.values(names).some((name) => isTaken(scenarios, name)) || sameNames(names)) {
    return refused({ code: 'scenario_name_taken' });
  }
  const figures = await copiedFigures(context, base.scenarioId);
  const givesWay = ({ kind, year }: DraftFigure): boolean =>
    kind === 'borrowingTillaggsbudget' && years.includes(year);
  const others = figures.filter((figure) => !givesWay(figure));
  const following = years.map((year) => ({
    year,
    kind: 'borrowingTillaggsbudget' as const,
    source: 'linked' as const,
    amount: null,
    comment: null,
    arendeId: arende.arendeId,
    linkedAmount: toPlain(added.get(year) ?? zero),
  }));
  const none = figures.filter(givesWay).map(({ year, kind }) => {
    return { year, kind, source: 'typed' as const, amount: '0', comment: null };
  });
  const position = (scenarios.at(-1)?.position ?? -1) + 1;
  const bifall = draftOf(arende, base, { name: names.bifall, position });
  const avslag = draftOf(arende, base, { name: names.avslag, position: position + 1 });
  const copyFrom = base.scenarioId;
  await writeDraft(context, bifall, { copyFrom, figures: [...others, ...following] });
  await writeDraft(context, avslag, { copyFrom, figures: [...others, ...none] });
  return accepted({ bifall, avslag });
}

type Names = { readonly bifall: string; readonly avslag: string };

function namesOf(
  { dnr, title }: StoredArende,
  { bifallName, avslagName }: Asked<typeof createArendeScenarios>['body'],
): Names {
  const what = (dnr ?? title).slice(0, 80);
  return { bifall: bifallName ?? `Om ${what} bifalls`, avslag: avslagName ?? `Om ${what} avslås` };
}

function sameNames({ bifall, avslag }: Names): boolean {
  return new Intl.Collator('sv', { sensitivity: 'accent' }).compare(bifall, avslag) === 0;
}

function draftOf(
  { status }: StoredArende,
  base: ScenarioAnswer,
  { name, position }: { readonly name: string; readonly position: number },
): ScenarioAnswer {
  const { openingYear, lastYear } = base;
  return {
    scenarioId: newId(),
    name,
    description: `Gjort ur scenariot ${base.name}.`,
    status: 'utkast',
    parentId: base.scenarioId,
    isPrivate: status === 'utkast' || base.isPrivate,
    frozenAt: null,
    frozenBy: null,
    openingYear,
    lastYear,
    position,
    version: 1,
    revision: 1,
  };
}
