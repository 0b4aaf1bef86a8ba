import type {
  createScenario,
  deleteScenario,
  listScenarios,
  ScenarioAnswer,
  updateScenario,
} from '#contract/scenarios.ts';
import { isForecastLength } from '#domain/borgensutrymme.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { refusalOfParent } from '#domain/scenario-parent.ts';
import { allAssumptions } from '../assumptions/queries.ts';
import { appendAudit } from '../audit/queries.ts';
import { newId } from '../ids.ts';
import { moved } from '../order.ts';
import { type ReadContext, type Refusal, stale, type WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { copiedFigures, isTaken, writeDraft } from './drafts.ts';
import { draftToEnd } from './freezing.ts';
import {
  allScenarios,
  deleteScenarioRow,
  figuresOf,
  placeScenario,
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
  // A copy inherits from what it is copied from, where nothing else is said.
  const parentId = body.parentId === undefined ? body.copyFrom : body.parentId;
  const parent = scenarios.find(({ scenarioId }) => scenarioId === parentId);
  const scenario: ScenarioAnswer = {
    scenarioId: newId(),
    name: body.name,
    description: body.description,
    status: 'utkast',
    parentId,
    // The direktion sees nothing that rests on what it does not see.
    isPrivate: parent?.isPrivate ?? false,
    frozenAt: null,
    frozenBy: null,
    ...years.value,
    position: (scenarios.at(-1)?.position ?? -1) + 1,
    version: 1,
    revision: 1,
  };
  const refusal = refusalOfParent(scenarios, scenario);
  if (refusal !== null) return refused({ code: refusal });
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

/** Changes what a scenario is called, shows, lasts and inherits from; of a frozen one only its place. */
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
    parentId: body.parentId === undefined ? before.parentId : body.parentId,
    isPrivate: body.isPrivate ?? before.isPrivate,
    position: place,
    version: version + 1,
    revision: before.revision + 1,
  };
  if (body.parentId !== undefined || body.isPrivate !== undefined) {
    const unfit = refusalOfParent(scenarios, after);
    if (unfit !== null) return refused({ code: unfit });
  }
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
  const { name, description, lastYear, parentId, isPrivate } = body;
  const content = [name, description, lastYear, parentId, isPrivate];
  const touchesContent = content.some((one) => one !== undefined);
  if (touchesContent && before.status === 'faststalld') return { code: 'scenario_frozen' };
  const others = scenarios.filter((other) => other !== before);
  if (name !== undefined && isTaken(others, name)) return { code: 'scenario_name_taken' };
  if (lastYear === undefined) return null;
  if (!isForecastLength(before.openingYear, lastYear)) return { code: 'forecast_too_long' };
  const figures = await figuresOf(context.trx, [before.scenarioId]);
  const isCutOff = figures.some(({ year, amount }) => year > lastYear && amount !== null);
  return isCutOff ? { code: 'scenario_has_rows_after_last_year' } : null;
}

/** Deletes exactly the draft that was seen, which no other inherits from; the log keeps its content. */
export async function removeScenario(
  context: WriteContext,
  { params, version }: Asked<typeof deleteScenario>,
): Promise<Outcome<typeof deleteScenario>> {
  const draft = await draftToEnd(context, params.scenarioId, version);
  if (!draft.ok) return draft;
  const scenarios = await allScenarios(context.trx);
  if (scenarios.some(({ parentId }) => parentId === params.scenarioId)) {
    return refused({ code: 'scenario_inherited' });
  }
  const figures = await figuresOf(context.trx, [params.scenarioId]);
  const assumptions = (await allAssumptions(context.trx)).filter(
    ({ scenarioId }) => scenarioId === params.scenarioId,
  );
  await deleteScenarioRow(context, params.scenarioId);
  const before = { ...draft.value, figures, assumptions };
  await log(context, 'deleteScenario', { before, after: null });
  return accepted(null);
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
