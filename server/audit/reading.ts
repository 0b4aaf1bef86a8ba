import { sql } from 'kysely';
import type { OrganisationTransaction } from '../db/database.ts';

/** How many rows of the log an answer holds. */
export const pageSize = 100;

/** Which rows of the log are asked for. */
export type LogQuery = {
  readonly actorId?: string | undefined;
  readonly entityId?: string | undefined;
  readonly action?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly before?: string | undefined;
};

// Days are those of the people who read the log, summer and winter.
const zone = 'Europe/Stockholm';

/** The rows that match, newest first, and one more where there is a next page. */
export async function logPage(trx: OrganisationTransaction, asked: LogQuery) {
  const { actorId, entityId, action, from, to, before } = asked;
  let query = trx.selectFrom('audit_log').selectAll();
  if (actorId !== undefined) query = query.where('actor_id', '=', actorId);
  if (entityId !== undefined) query = query.where('entity_id', '=', entityId);
  if (action !== undefined) query = query.where('action', '=', action);
  if (before !== undefined) query = query.where('seq', '<', before);
  if (from !== undefined) {
    query = query.where(sql<boolean>`at >= ${from}::timestamp AT TIME ZONE ${zone}`);
  }
  if (to !== undefined) {
    const after = sql<boolean>`at < (${to}::timestamp + interval '1 day') AT TIME ZONE ${zone}`;
    query = query.where(after);
  }
  return query
    .orderBy('seq', 'desc')
    .limit(pageSize + 1)
    .execute();
}

/**
 * What the log says of one thing that everybody who reads figures sees: how it was changed, newest
 * first, and by whom. The log itself is the revisor's, so the rows are read as for one.
 */
export async function changesOf(
  trx: OrganisationTransaction,
  of: { readonly entityId: string; readonly action: string },
) {
  const { rows } = await sql<{ role: string | null }>`
    SELECT current_setting('tkr.role', true) AS role`.execute(trx);
  await sql`SELECT set_config('tkr.role', 'revisor', true)`.execute(trx);
  const changes = await trx
    .selectFrom('audit_log')
    .innerJoin('person', 'person.person_id', 'audit_log.actor_id')
    .select(['before', 'after', 'person.name as actor'])
    .where('entity_id', '=', of.entityId)
    .where('action', '=', of.action)
    .orderBy('seq', 'desc')
    .limit(pageSize)
    .execute();
  await sql`SELECT set_config('tkr.role', ${rows[0]?.role ?? ''}, true)`.execute(trx);
  return changes;
}

/** The people who have rows in the log, by name in Swedish order. */
export async function actorsIn(trx: OrganisationTransaction) {
  const rows = await trx
    .selectFrom('person')
    .select(['person_id as personId', 'name'])
    .where('person_id', 'in', trx.selectFrom('audit_log').select('actor_id'))
    .execute();
  const byName = new Intl.Collator('sv');
  return rows.toSorted((left, right) => byName.compare(left.name, right.name));
}

/** The kinds of events that the log has rows about. */
export async function actionsIn(trx: OrganisationTransaction): Promise<string[]> {
  const rows = await trx.selectFrom('audit_log').select('action').distinct().execute();
  return rows.map(({ action }) => action).toSorted();
}

/** The last row of each day that has one, newest first. */
export async function lastOfEachDay(trx: OrganisationTransaction) {
  const { rows } = await sql<{ day: string; seq: string; hash: string }>`
    SELECT DISTINCT ON (day) day, seq, hash FROM (
      SELECT (at AT TIME ZONE ${zone})::date AS day, seq, hash FROM audit_log
    ) dated ORDER BY day DESC, seq DESC LIMIT 400`.execute(trx);
  return rows;
}
