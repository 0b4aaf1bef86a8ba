import { createHash } from 'node:crypto';
import type { OrganisationTransaction } from '../db/database.ts';
import type { WriteContext } from '../plugins/context.ts';
import { canonicalJson } from './canonical-json.ts';

/** One change, as the log keeps it: what it was called, of what, and the row before and after. */
export type AuditEvent = {
  readonly action: string;
  readonly entityId: string;
  readonly before: unknown;
  readonly after: unknown;
};

/** The hash that the first row of every log points back at. */
export const firstHash = '0'.repeat(64);

/**
 * Appends one row to the organisation's log, in the transaction of the change itself.
 *
 * Rows are numbered without gaps, and each one carries the hash of the row before it.
 * Source: DESIGN §4.
 */
export async function appendAudit(context: WriteContext, event: AuditEvent): Promise<void> {
  const { trx, scope, now, requestId } = context;
  const head = await lockOrganisation(trx);
  const row = {
    organisation_id: scope.organisationId,
    seq: (BigInt(head.seq) + 1n).toString(),
    at: now,
    actor_id: scope.personId,
    request_id: requestId,
    action: event.action,
    entity_id: event.entityId,
    before: event.before === null ? null : canonicalJson(event.before),
    after: event.after === null ? null : canonicalJson(event.after),
    previous_hash: head.hash,
  };
  const hash = hashOf(row);
  await trx
    .insertInto('audit_log')
    .values({ ...row, hash })
    .execute();
  await trx.updateTable('audit_head').set({ seq: row.seq, hash }).execute();
}

/**
 * Locks the organisation until the transaction ends, and gives the head of its log.
 *
 * Every write does this first: the writes of one organisation come one after the other, so that what
 * a rule has read still holds when its outcome is written, also across two servers.
 */
export function lockOrganisation(trx: OrganisationTransaction) {
  return trx.selectFrom('audit_head').select(['seq', 'hash']).forUpdate().executeTakeFirstOrThrow();
}

type HashedRow = {
  readonly previous_hash: string;
  readonly seq: string;
  readonly at: Date;
};

/** SHA-256 over the previous hash and everything else in the row. */
export function hashOf(row: HashedRow): string {
  return createHash('sha256').update(canonicalJson(row)).digest('hex');
}

/** Gives a new organisation an empty log. */
export async function startAudit(
  trx: OrganisationTransaction,
  organisationId: string,
): Promise<void> {
  const head = { organisation_id: organisationId, seq: '0', hash: firstHash };
  await trx.insertInto('audit_head').values(head).execute();
}
