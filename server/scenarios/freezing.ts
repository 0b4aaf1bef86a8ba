import { prognosText, toPrognosFile } from '#contract/prognos.ts';
import type { freezeScenario, ScenarioAnswer } from '#contract/scenarios.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { appendAudit } from '../audit/queries.ts';
import { hashOf, keepFile } from '../borgensprognos/kept.ts';
import { readScenarios } from '../borgensprognos/plans.ts';
import { type Refusal, stale, type WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { freezeScenarioRow, scenarioById, updateScenarioRow } from './queries.ts';

/**
 * Freezes (fastställer) exactly the revision that was seen, with all that it is computed from; nothing
 * changes it after that, whatever becomes of the budget, the loans and the assumptions.
 *
 * Where the caller says what it was computed from, that must hold too: a new budget gives a draft no
 * new revision, and nobody freezes what they never saw.
 */
export async function freeze(
  context: WriteContext,
  { params, body, version }: Asked<typeof freezeScenario>,
): Promise<Outcome<typeof freezeScenario>> {
  const draft = await draftToEnd(context, params.scenarioId, version);
  if (!draft.ok) return draft;
  const before = draft.value;
  const document = await documentOf(context, before.scenarioId);
  const basis = hashOf(document);
  const seen = body?.basis ?? null;
  if (seen !== null && seen !== basis) return refused({ code: 'scenario_basis_moved' });
  await keepFile(context, before.scenarioId, document);
  await updateScenarioRow(context, {
    ...before,
    isPrivate: false,
    version: before.version + 1,
    revision: before.revision + 1,
  });
  await freezeScenarioRow(context, before.scenarioId);
  const after = await scenarioById(context.trx, before.scenarioId);
  if (after === null) throw new Error('The scenario is gone inside its own transaction');
  await appendAudit(context, {
    action: 'freezeScenario',
    entityId: before.scenarioId,
    before,
    after: { ...after, basis },
  });
  return accepted(after);
}

async function documentOf({ trx }: WriteContext, scenarioId: string): Promise<string> {
  const read = await readScenarios(trx, [scenarioId]);
  const entry = read?.scenarios[0];
  if (read === null || entry === undefined) throw new Error('The draft is not among the scenarios');
  return prognosText(toPrognosFile(read, entry));
}

/** A draft that is about to be frozen or deleted, as it was seen: its revision must still hold. */
export async function draftToEnd(
  context: WriteContext,
  scenarioId: string,
  revision: number,
): Promise<Result<ScenarioAnswer, Refusal>> {
  const scenario = await scenarioById(context.trx, scenarioId);
  if (scenario === null) return refused({ code: 'scenario_not_found' });
  if (scenario.status === 'faststalld') return refused({ code: 'scenario_frozen' });
  return scenario.revision === revision ? accepted(scenario) : stale({ revision }, scenario);
}
