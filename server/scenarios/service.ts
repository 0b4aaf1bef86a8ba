import type {
  createScenario,
  deleteScenario,
  freezeScenario,
  listScenarios,
  ScenarioAnswer,
  updateScenario,
} from '#contract/scenarios.ts';
import { isForecastLength } from '#domain/borgensutrymme.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { appendAudit } from '../audit/queries.ts';
import { newId } from '../ids.ts';
import { moved } from '../order.ts';
import { type ReadContext, type Refusal, stale, type WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { copiedFigures, isTaken, writeDraft } from './drafts.ts';
import {
  allScenarios,
  deleteScenarioRow,
  figuresOf,
  freezeScenarioRow,
  placeScenario,
  scenarioById,
  updateScenarioRow,
} from './queries.ts';

/** All scenarios, in order. */
export async function openScenarios({ trx }: ReadContext): Promise<Outcome<typeof listScenarios>> {
  return accepted({ scenarios: await allScenarios(trx) });
}

/** Starts a draft, empty or as a copy of another scenario with all its figures. */
export async function startScenario(
  context: WriteContext,
  { body }: Asked<typeof createScenario>,
): Promise<Outcome<typeof createScenario>> {
  const scenarios = await allScenarios(context.trx);
  if (isTaken(scenarios, body.name)) return refused({ code: 'scenario_name_taken' });
  const years = yearsOf(body, scenarios);
  if (!years.ok) return years;
  const scenario: ScenarioAnswer = {
    scenarioId: newId(),
    name: body.name,
    description: body.description,
    status: 'utkast',
    isPrivate: false,
    frozenAt: null,
    frozenBy: null,
    ...years.value,
    position: (scenarios.at(-1)?.position ?? -1) + 1,
    version: 1,
    revision: 1,
  };
  const figures = body.copyFrom === null ? [] : await copiedFigures(context, body.copyFrom);
  await writeDraft(context, scenario, { copyFrom: body.copyFrom, figures });
  return accepted(scenario);
}

type Years = { readonly openingYear: number; readonly lastYear: number };

function yearsOf(
  { copyFrom, openingYear, lastYear }: Asked<typeof createScenario>['body'],
  scenarios: readonly ScenarioAnswer[],
): Result<Years, Refusal> {
  if (copyFrom !== null) {
    if (openingYear !== null || lastYear !== null) {
      return refused({ code: 'scenario_years_come_from_copy' });
    }
    const copied = scenarios.find(({ scenarioId }) => scenarioId === copyFrom);
    if (copied === undefined) return refused({ code: 'scenario_not_found' });
    return accepted({ openingYear: copied.openingYear, lastYear: copied.lastYear });
  }
  if (openingYear === null || lastYear === null) {
    return refused({ code: 'scenario_needs_years_or_copy' });
  }
  if (!isForecastLength(openingYear, lastYear)) return refused({ code: 'forecast_too_long' });
  return accepted({ openingYear, lastYear });
}

/** Renames, describes, moves, lengthens or shortens a scenario; of a frozen one only its place. */
export async function changeScenario(
  context: WriteContext,
  { params, body, version }: Asked<typeof updateScenario>,
): Promise<Outcome<typeof updateScenario>> {
  const scenarios = await allScenarios(context.trx);
  const before = scenarios.find(({ scenarioId }) => scenarioId === params.scenarioId);
  if (before === undefined) return refused({ code: 'scenario_not_found' });
  if (before.version !== version) return stale(body, before);
  const refusal = await refusalOfChange(context, { before, body, scenarios });
  if (refusal !== null) return refused(refusal);
  const place = Math.min(body.position ?? before.position, scenarios.length - 1);
  const after: ScenarioAnswer = {
    ...before,
    name: body.name ?? before.name,
    description: body.description === undefined ? before.description : body.description,
    lastYear: body.lastYear ?? before.lastYear,
    isPrivate: body.isPrivate ?? before.isPrivate,
    position: place,
    version: version + 1,
    revision: before.revision + 1,
  };
  if (body.position !== undefined) {
    for (const [position, scenario] of moved(scenarios, before, place).entries()) {
      if (scenario !== before) await placeScenario(context, scenario.scenarioId, position);
    }
  }
  await updateScenarioRow(context, after);
  await log(context, 'updateScenario', { before, after });
  return accepted(after);
}

type Change = {
  readonly before: ScenarioAnswer;
  readonly body: Asked<typeof updateScenario>['body'];
  readonly scenarios: readonly ScenarioAnswer[];
};

async function refusalOfChange(
  context: WriteContext,
  { before, body, scenarios }: Change,
): Promise<Refusal | null> {
  const { name, description, lastYear, isPrivate } = body;
  const touchesContent = [name, description, lastYear, isPrivate].some((one) => one !== undefined);
  if (touchesContent && before.status === 'faststalld') return { code: 'scenario_frozen' };
  const others = scenarios.filter((other) => other !== before);
  if (name !== undefined && isTaken(others, name)) return { code: 'scenario_name_taken' };
  if (lastYear === undefined) return null;
  if (!isForecastLength(before.openingYear, lastYear)) return { code: 'forecast_too_long' };
  const figures = await figuresOf(context.trx, [before.scenarioId]);
  const isCutOff = figures.some(({ year, amount }) => year > lastYear && amount !== null);
  return isCutOff ? { code: 'scenario_has_rows_after_last_year' } : null;
}

/** Freezes (fastställer) exactly the revision that was seen; nothing changes it after that. */
export async function freeze(
  context: WriteContext,
  { params, version }: Asked<typeof freezeScenario>,
): Promise<Outcome<typeof freezeScenario>> {
  const draft = await draftToEnd(context, params.scenarioId, version);
  if (!draft.ok) return draft;
  const before = draft.value;
  await updateScenarioRow(context, {
    ...before,
    isPrivate: false,
    version: before.version + 1,
    revision: before.revision + 1,
  });
  await freezeScenarioRow(context, before.scenarioId);
  const after = await scenarioById(context.trx, before.scenarioId);
  if (after === null) throw new Error('The scenario is gone inside its own transaction');
  await log(context, 'freezeScenario', { before, after });
  return accepted(after);
}

/** Deletes exactly the draft that was seen; the log keeps its figures. */
export async function removeScenario(
  context: WriteContext,
  { params, version }: Asked<typeof deleteScenario>,
): Promise<Outcome<typeof deleteScenario>> {
  const draft = await draftToEnd(context, params.scenarioId, version);
  if (!draft.ok) return draft;
  const figures = await figuresOf(context.trx, [params.scenarioId]);
  await deleteScenarioRow(context, params.scenarioId);
  const before = { ...draft.value, figures };
  await log(context, 'deleteScenario', { before, after: null });
  return accepted(null);
}

async function draftToEnd(
  context: WriteContext,
  scenarioId: string,
  revision: number,
): Promise<Result<ScenarioAnswer, Refusal>> {
  const scenario = await scenarioById(context.trx, scenarioId);
  if (scenario === null) return refused({ code: 'scenario_not_found' });
  if (scenario.status === 'faststalld') return refused({ code: 'scenario_frozen' });
  return scenario.revision === revision ? accepted(scenario) : stale({ revision }, scenario);
}

type Logged = {
  readonly before: ScenarioAnswer | null;
  readonly after: ScenarioAnswer | null;
};

async function log(context: WriteContext, action: string, { before, after }: Logged) {
  const entityId = (after ?? before)?.scenarioId;
  if (entityId === undefined) throw new Error('A log row needs something that it is about');
  await appendAudit(context, { action, entityId, before, after });
}
