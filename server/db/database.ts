import { type Kysely, sql, type Transaction } from 'kysely';
import { pendingMigrations } from './migrate.ts';
import type { Tables } from './schema.ts';

/** Whose data a transaction may touch, and who is asking. */
export type Scope = { readonly organisationId: string; readonly personId: string };

/** What a person is in an organisation, and the number of the newest row of its log. */
export type Standing = { readonly role: string; readonly seq: string };

/** A transaction inside one organisation; row level security sees no other. */
export type OrganisationTransaction = Transaction<Tables>;

/**
 * The only way to the tables: every query runs in a transaction that names the organisation and has
 * put on a role that owns nothing. Source: DESIGN §4.
 */
export type Database = {
  /**
   * Runs `work` inside one organisation; rolls back when it throws. The standing is null for a
   * person who is not in it.
   */
  readonly inOrganisation: <Value>(
    scope: Scope,
    work: (trx: OrganisationTransaction, standing: Standing | null) => Promise<Value>,
  ) => Promise<Value>;
  /** Runs `work` before an organisation is chosen: only memberships of the person are seen. */
  readonly asPerson: <Value>(
    personId: string | null,
    work: (trx: Transaction<Tables>) => Promise<Value>,
  ) => Promise<Value>;
  /** Runs `work` as whoever the connection is, for checks of the database itself. */
  readonly asOwner: <Value>(work: (kysely: Kysely<Tables>) => Promise<Value>) => Promise<Value>;
  /** True while the database answers and has the newest schema. */
  readonly isReady: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/** Wraps a connected and migrated Kysely, which nothing else may use after that. */
export function createDatabase(kysely: Kysely<Tables>): Database {
  return {
    inOrganisation: (scope, work) => withRetry(() => runInside(kysely, scope, work)),
    asPerson: (personId, work) => withRetry(() => runBefore(kysely, personId ?? '', work)),
    asOwner: (work) => work(kysely),
    isReady: async () => {
      try {
        return (await pendingMigrations(kysely)).length === 0;
      } catch {
        return false;
      }
    },
    close: () => kysely.destroy(),
  };
}

function runInside<Value>(
  kysely: Kysely<Tables>,
  { organisationId, personId }: Scope,
  work: (trx: OrganisationTransaction, standing: Standing | null) => Promise<Value>,
): Promise<Value> {
  return kysely.transaction().execute(async (trx) => {
    const { rows } = await sql<{ role: string | null; seq: string | null }>`
      SELECT role, seq FROM open_organisation(${organisationId}, ${personId})`.execute(trx);
    const { role = null, seq = null } = rows[0] ?? {};
    return work(trx, role === null || seq === null ? null : { role, seq });
  });
}

function runBefore<Value>(
  kysely: Kysely<Tables>,
  personId: string,
  work: (trx: Transaction<Tables>) => Promise<Value>,
): Promise<Value> {
  return kysely.transaction().execute(async (trx) => {
    // `true` ends each setting with the transaction, so that nothing leaks through a pool.
    await sql`SELECT set_config('tkr.organisation_id', '', true),
      set_config('tkr.person_id', ${personId}, true), set_config('role', 'tkr_app', true)`.execute(
      trx,
    );
    return work(trx);
  });
}

// Serialisation failure and deadlock: PostgreSQL asks for the same transaction once more.
const retryable = new Set(['40001', '40P01']);

async function withRetry<Value>(attempt: () => Promise<Value>): Promise<Value> {
  for (let left = 3; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0 || !retryable.has(sqlState(error) ?? '')) throw error;
    }
  }
}

// The SQLSTATE of an error that came from the database, on either driver.
function sqlState(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
