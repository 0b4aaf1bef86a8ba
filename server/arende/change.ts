import type { ArendeAnswer } from '#contract/arende-answer.ts';
import { type ArendeStep, takeStep } from '#domain/arende.ts';
import type { ArendeStatus } from '#domain/arende-terms.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { type AuditEvent, appendAudit } from '../audit/queries.ts';
import { type Refusal, stale, type WriteContext } from '../plugins/context.ts';
import { updateFollowers } from '../scenarios/followers.ts';
import { toArendeAnswer } from './answer.ts';
import { dayOf } from './facts.ts';
import { addedBy } from './ledger.ts';
import { arendeById, type StoredArende, updateArendeRow } from './queries.ts';

/** An ärende from which a step is allowed, and where the step leads. */
export type OpenArende = {
  readonly arende: StoredArende;
  readonly to: ArendeStatus | 'gone';
};

/**
 * Opens an ärende for a step: it is there, the path allows the step, and nobody has changed it since
 * it was seen. `seen` is null for what adds to it without writing over anything.
 */
export async function openFor(
  { trx }: WriteContext,
  { arendeId, step }: { readonly arendeId: string; readonly step: ArendeStep },
  seen: { readonly version: number; readonly yours: unknown } | null,
): Promise<Result<OpenArende, Refusal>> {
  const arende = await arendeById(trx, arendeId);
  if (arende === null) return refused({ code: 'arende_not_found' });
  const to = takeStep(arende.status, step);
  if (!to.ok) return refused({ code: to.refusal });
  if (seen !== null && seen.version !== arende.version) return stale(seen.yours, arende);
  return accepted({ arende, to: to.value });
}

/** What a change of an ärende is: what of the ärende itself changes, and the row in the log. */
export type Change = {
  readonly to?: Partial<Pick<StoredArende, 'title' | 'dnr' | 'year' | 'baseScenarioId'>> &
    Partial<Pick<StoredArende, 'status' | 'outcome'>>;
  readonly event: Omit<AuditEvent, 'entityId'>;
};

/**
 * Ends a change: the ärende gets its next version, what follows it gets its new amounts, the log its
 * row, and the asker the whole ärende.
 */
export async function save(
  context: WriteContext,
  before: StoredArende,
  { to = {}, event }: Change,
): Promise<Result<ArendeAnswer, Refusal>> {
  const { trx, now } = context;
  const after = { ...before, ...to, version: before.version + 1 };
  await updateArendeRow(context, after);
  await updateFollowers(context, before.arendeId, await addedBy(trx, before.arendeId));
  await appendAudit(context, { ...event, entityId: before.arendeId });
  return accepted(await toArendeAnswer(trx, after, dayOf(now)));
}
