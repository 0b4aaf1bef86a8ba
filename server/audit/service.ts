import type { LogRow, listAnchors, listLog } from '#contract/audit.ts';
import { accepted } from '#domain/result.ts';
import { isRole } from '#domain/rights.ts';
import type { ReadContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { anchorLine } from './anchors.ts';
import { actionsIn, actorsIn, lastOfEachDay, logPage, pageSize } from './reading.ts';

/** One page of the log, newest first, by person, object, kind and days. */
export async function openLog(
  { trx }: ReadContext,
  { query }: Asked<typeof listLog>,
): Promise<Outcome<typeof listLog>> {
  const found = await logPage(trx, query);
  const rows = found.slice(0, pageSize).map(
    (row): LogRow => ({
      seq: row.seq,
      at: row.at.toISOString(),
      actorId: row.actor_id,
      role: isRole(row.role) ? row.role : null,
      tokenId: row.token_id,
      action: row.action,
      entityId: row.entity_id,
      before: row.before === null ? null : JSON.parse(row.before),
      after: row.after === null ? null : JSON.parse(row.after),
      requestId: row.request_id,
      previousHash: row.previous_hash,
      hash: row.hash,
    }),
  );
  const next = found.length > pageSize ? (rows.at(-1)?.seq ?? null) : null;
  return accepted({ rows, next, people: await actorsIn(trx), actions: await actionsIn(trx) });
}

/** The last row of the log on each day that has one, newest first. */
export async function openAnchors({
  trx,
  scope,
}: ReadContext): Promise<Outcome<typeof listAnchors>> {
  const { organisationId } = scope;
  const anchors = (await lastOfEachDay(trx)).map((last) => ({
    ...last,
    text: anchorLine({ ...last, organisationId }),
  }));
  return accepted({ anchors });
}
