import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { canonicalJson } from '#contract/canonical-json.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { Tables } from '../db/schema.ts';
import type { WriteContext } from '../plugins/context.ts';

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
  const { trx, scope, now, requestId, role = null, tokenId = null } = context;
  const head = await lockOrganisation(trx);
  const row = {
    organisation_id: scope.organisationId,
    seq: (BigInt(head.seq) + 1n).toString(),
    at: now,
    actor_id: scope.personId,
    request_id: requestId,
    action: event.action,
    entity_id: event.entityId,
    before: event.before === null ? null : canonicalJson(unnamed(event.before)),
    after: event.after === null ? null : canonicalJson(unnamed(event.after)),
    previous_hash: head.hash,
    role,
    token_id: tokenId,
  };
  const hash = hashOf(row);
  await trx
    .insertInto('audit_log')
    .values({ ...row, hash })
    .execute();
  await trx.updateTable('audit_head').set({ seq: row.seq, hash }).execute();
}

const names = new Set(['createdBy', 'changedBy', 'frozenBy', 'undoneBy']);

// Who did something is the row's own person, by identifier: a name in a chain could never be
// forgotten. Source: GDPR, `docs/log.md`.
function unnamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unnamed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !names.has(name))
      .map(([name, one]) => [name, unnamed(one)]),
  );
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

type HashedRow = Omit<Selectable<Tables['audit_log']>, 'hash'>;

/**
 * SHA-256 over the previous hash and everything else in the row.
 *
 * `role` and `token_id` came later than the first logs and are left out where they are null, so that
 * those rows keep their hashes. Source: `docs/log.md`.
 */
export function hashOf({ role, token_id, ...row }: HashedRow): string {
  const added = {
    ...(role === null ? {} : { role }),
    ...(token_id === null ? {} : { token_id }),
  };
  return createHash('sha256')
    .update(canonicalJson({ ...row, ...added }))
    .digest('hex');
}

/** Gives a new organisation an empty log. */
export async function startAudit(
  trx: OrganisationTransaction,
  organisationId: string,
): Promise<void> {
  const head = { organisation_id: organisationId, seq: '0', hash: firstHash };
  await trx.insertInto('audit_head').values(head).execute();
}
