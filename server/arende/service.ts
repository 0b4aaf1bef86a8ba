import type { createArende, deleteArende, moveArende, updateArende } from '#contract/arende.ts';
import { isRefused, judgeEntries, needsReason } from '#domain/arende-judgement.ts';
import { accepted, refused } from '#domain/result.ts';
import { toPlain } from '#domain/tkr.ts';
import { appendAudit } from '../audit/queries.ts';
import { newId } from '../ids.ts';
import type { Refusal, WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { followersOf } from '../scenarios/followers.ts';
import { scenarioById } from '../scenarios/queries.ts';
import { toArendeAnswer } from './answer.ts';
import { openFor, save } from './change.ts';
import { entriesOf, type StoredEntry } from './entry-queries.ts';
import { type ArendeFigures, dayOf, readFigures } from './facts.ts';
import { arendeById, decisionsOf, deleteArendeRow, insertArende } from './queries.ts';
import { refusalOfMarks } from './refusals.ts';

/** Begins an ärende, as a draft that only its ekonom sees. */
export async function startArende(
  context: WriteContext,
  { body }: Asked<typeof createArende>,
): Promise<Outcome<typeof createArende>> {
  const refusal = await refusalOfScenario(context, body.baseScenarioId);
  if (refusal !== null) return refused(refusal);
  const arende = {
    ...body,
    arendeId: newId(),
    status: 'utkast',
    outcome: null,
    version: 1,
  } as const;
  await insertArende(context, arende);
  await appendAudit(context, {
    action: 'createArende',
    entityId: arende.arendeId,
    before: null,
    after: arende,
  });
  const written = await arendeById(context.trx, arende.arendeId);
  if (written === null) throw new Error('The ärende is gone inside its own transaction');
  return accepted(await toArendeAnswer(context.trx, written, dayOf(context.now)));
}

async function refusalOfScenario(
  { trx }: WriteContext,
  scenarioId: string | null | undefined,
): Promise<Refusal | null> {
  if (scenarioId === null || scenarioId === undefined) return null;
  return (await scenarioById(trx, scenarioId)) === null ? { code: 'scenario_not_found' } : null;
}

/** Changes the title, the Dnr, the year or the scenario that the effect is computed from. */
export async function changeArende(
  context: WriteContext,
  { params, body, version }: Asked<typeof updateArende>,
): Promise<Outcome<typeof updateArende>> {
  const { arendeId } = params;
  const opened = await openFor(context, { arendeId, step: 'edit' }, { version, yours: body });
  if (!opened.ok) return opened;
  const refusal = await refusalOfScenario(context, body.baseScenarioId);
  if (refusal !== null) return refused(refusal);
  const { arende } = opened.value;
  const to = {
    title: body.title ?? arende.title,
    dnr: body.dnr === undefined ? arende.dnr : body.dnr,
    year: body.year ?? arende.year,
    baseScenarioId: body.baseScenarioId === undefined ? arende.baseScenarioId : body.baseScenarioId,
  };
  const after = { ...arende, ...to, version: version + 1 };
  return save(context, arende, { to, event: { action: 'updateArende', before: arende, after } });
}

/** Deletes a draft that no organ has dealt with and no scenario follows; the log keeps it. */
export async function removeArende(
  context: WriteContext,
  { params, version }: Asked<typeof deleteArende>,
): Promise<Outcome<typeof deleteArende>> {
  const { arendeId } = params;
  const seen = { version, yours: null };
  const opened = await openFor(context, { arendeId, step: 'delete' }, seen);
  if (!opened.ok) return opened;
  const { trx } = context;
  if ((await decisionsOf(trx, arendeId)).length > 0) return refused({ code: 'arende_has_beslut' });
  if ((await followersOf(trx, arendeId)).length > 0) return refused({ code: 'arende_followed' });
  const entries = (await entriesOf(trx, arendeId)).map(toLogged);
  await deleteArendeRow(context, arendeId);
  await appendAudit(context, {
    action: 'deleteArende',
    entityId: arendeId,
    before: { ...opened.value.arende, entries },
    after: null,
  });
  return accepted(null);
}

/** An entry as the log tells of it. */
export function toLogged({ id, amount, decidedAmount, ...entry }: StoredEntry) {
  return {
    arendeId: entry.arendeId,
    entryId: id,
    position: entry.position,
    kind: entry.kind,
    lineId: entry.lineId,
    newLineName: entry.newLineName,
    year: entry.year,
    fromYear: entry.fromYear,
    fromLineId: entry.fromLineId,
    correctsId: entry.correctsId,
    amount: toPlain(amount),
    decidedAmount: decidedAmount === null ? null : toPlain(decidedAmount),
    reason: entry.reason,
  };
}

/** Sends a draft to preparation once all its entries can stand and have their reasons; or takes it back. */
export async function move(
  context: WriteContext,
  { params, body, version }: Asked<typeof moveArende>,
): Promise<Outcome<typeof moveArende>> {
  const { arendeId } = params;
  const step = body.to === 'beredning' ? 'toBeredning' : 'toUtkast';
  const opened = await openFor(context, { arendeId, step }, { version, yours: body });
  if (!opened.ok) return opened;
  const { arende } = opened.value;
  if (step === 'toBeredning') {
    const figures = await readFigures(context.trx, arende, dayOf(context.now));
    const refusal = refusalOfProposal(figures);
    if (refusal !== null) return refused(refusal);
  }
  const before = { status: arende.status, version };
  const after = { status: body.to, version: version + 1 };
  const event = { action: 'moveArende', before, after };
  return save(context, arende, { to: { status: body.to }, event });
}

/** Why an ärende cannot be put before an organ; null where it can. */
export function refusalOfProposal({ entries, ground }: ArendeFigures): Refusal | null {
  if (entries.length === 0) return { code: 'arende_has_no_entries' };
  const judged = judgeEntries(entries, ground);
  const stopped = judged.find(isRefused);
  if (stopped !== undefined) return refusalOfMarks(stopped.marks);
  const unexplained = judged.some(
    (judgement, index) => needsReason(judgement) && (entries[index]?.reason ?? null) === null,
  );
  return unexplained ? { code: 'arende_reason_missing' } : null;
}
