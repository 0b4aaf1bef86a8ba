import { hasValue, type listAssumptions, type setAssumption } from '#contract/assumptions.ts';
import { toAssumption } from '#contract/prognos-input.ts';
import type { ScenarioAnswer } from '#contract/scenarios.ts';
import { refusalOfAssumption } from '#domain/forecast/assumption-rules.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { appendAudit } from '../audit/queries.ts';
import { newId } from '../ids.ts';
import { allLines } from '../investeringsbudget/queries.ts';
import { type ReadContext, type Refusal, stale, type WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { scenarioById, updateScenarioRow } from '../scenarios/queries.ts';
import { allAssumptions, assumptionAt, writeAssumption } from './queries.ts';

/** Every assumption of the organisation and of its scenarios. */
export async function openAssumptions({
  trx,
}: ReadContext): Promise<Outcome<typeof listAssumptions>> {
  return accepted({ assumptions: await allAssumptions(trx) });
}

/**
 * Sets an assumption of a draft or of the organisation, or empties it; the version that was seen must
 * still hold. A draft gets a new revision, so that nobody freezes what they never saw.
 */
export async function putAssumption(
  context: WriteContext,
  { body, version }: Asked<typeof setAssumption>,
): Promise<Outcome<typeof setAssumption>> {
  const { trx } = context;
  const found = await draftOf(context, body.scenarioId);
  if (!found.ok) return found;
  const scenario = found.value;
  const before = await assumptionAt(trx, body);
  if ((before?.version ?? 0) !== version) return stale(body, before);
  // What was written once can be emptied, whatever it is.
  const isEmptied = before !== null && !hasValue(body);
  const refusal = isEmptied ? null : await refusalOf(context, body);
  if (refusal !== null) return refused(refusal);
  const assumptionId = before?.assumptionId ?? newId();
  await writeAssumption(context, { ...body, assumptionId, version: version + 1 });
  const revised = scenario && { ...scenario, revision: scenario.revision + 1 };
  if (revised !== null) await updateScenarioRow(context, revised);
  const after = await assumptionAt(trx, body);
  if (after === null) throw new Error('The assumption is gone inside its own transaction');
  const entityId = body.scenarioId ?? assumptionId;
  await appendAudit(context, { action: 'setAssumption', entityId, before, after });
  return accepted({ assumption: after, scenario: revised });
}

async function draftOf(
  { trx }: WriteContext,
  scenarioId: string | null,
): Promise<Result<ScenarioAnswer | null, Refusal>> {
  if (scenarioId === null) return accepted(null);
  const scenario = await scenarioById(trx, scenarioId);
  if (scenario === null) return refused({ code: 'scenario_not_found' });
  if (scenario.status === 'faststalld') return refused({ code: 'scenario_frozen' });
  return accepted(scenario);
}

async function refusalOf(
  { trx }: WriteContext,
  body: Asked<typeof setAssumption>['body'],
): Promise<Refusal | null> {
  const code = refusalOfAssumption(toAssumption(body), body.scenarioId !== null);
  if (code !== null) return { code };
  if (body.lineId === null) return null;
  const lines = await allLines(trx);
  return lines.some(({ lineId }) => lineId === body.lineId) ? null : { code: 'line_not_found' };
}
