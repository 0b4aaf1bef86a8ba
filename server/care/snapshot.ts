import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Tables } from '../db/schema.ts';
import { Told } from './told.ts';

/**
 * Runs `work` over every table as all of them were at one and the same moment, and changes nothing.
 *
 * PostgreSQL goes on working for everybody else meanwhile; the embedded database does one thing at a
 * time, so that others wait.
 */
export function readSnapshot<Value>(
  database: Database,
  work: (trx: Transaction<Tables>) => Promise<Value>,
): Promise<Value> {
  return database.asOwner((kysely) =>
    kysely.transaction().execute(async (trx) => {
      // Said in SQL, since Kysely's own setting never reaches the embedded database. It has to come
      // before the first query, which is why this is not `asKeeper`.
      await sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`.execute(trx);
      await settle(trx);
      await assertReadable(trx);
      await putOnKeeper(trx);
      return work(trx);
    }),
  );
}

/** A database that cannot be looked through: the sentence says why, and what to do. */
export class NotReadable extends Told {}

async function assertReadable(trx: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ may: boolean | null; made: boolean }>`
    SELECT to_regclass('public.person') IS NOT NULL AS made, (SELECT
      pg_has_role(current_user, oid, 'MEMBER') FROM pg_roles WHERE rolname = 'tkr_keeper') AS may
  `.execute(trx);
  const { may = null, made = false } = rows[0] ?? {};
  if (!made || may === null) {
    throw new NotReadable(
      'Databasen har inga tabeller från den här versionen av Tkr, så det finns inget att läsa. ' +
        'Kontrollera DATABASE_URL eller TKR_DATA. Är databasen rätt: kör npx tkr migrate först.',
    );
  }
  if (may) return;
  throw new NotReadable(
    'Rollen i DATABASE_URL får inte läsa allt i databasen, så ingenting har gjorts. ' +
      'Kör kommandot med ägarens roll (tkr_owner).',
  );
}

/** Puts on the role that reads and adds every row, until the transaction or `takeOff` ends it. */
export async function putOnKeeper(trx: Kysely<Tables>): Promise<void> {
  await sql`SELECT set_config('role', 'tkr_keeper', true)`.execute(trx);
}

/** Goes back to being whoever the connection is. */
export async function takeOff(trx: Kysely<Tables>): Promise<void> {
  await sql`SELECT set_config('role', 'none', true)`.execute(trx);
}

/**
 * Has ordered reads follow an index from end to end in this transaction, instead of sorting a whole
 * table: the planner knows nothing of how few rows the walls hold back from the keeper.
 */
export async function followIndexes(trx: Kysely<Tables>): Promise<void> {
  await sql`SELECT set_config(name, 'off', true)
    FROM (VALUES ('enable_sort'), ('enable_seqscan')) AS setting (name)`.execute(trx);
}

/**
 * Makes every database write its values the same way in this transaction, wherever it runs and
 * however it is set up, and lets the transaction take its time.
 */
export async function settle(trx: Kysely<Tables>): Promise<void> {
  await sql`SELECT set_config(name, value, true) FROM (VALUES
    ('TimeZone', 'UTC'), ('DateStyle', 'ISO, YMD'), ('IntervalStyle', 'postgres'),
    ('extra_float_digits', '1'), ('bytea_output', 'hex'), ('search_path', 'public'),
    ('statement_timeout', '0'), ('idle_in_transaction_session_timeout', '0'))
    AS setting (name, value)`.execute(trx);
}
