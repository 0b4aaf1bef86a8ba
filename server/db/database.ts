import { type Kysely, sql, type Transaction } from 'kysely';
import type { Role } from '#domain/rights.ts';
import { runTransaction } from './lost-connection.ts';
import { pendingMigrations } from './migrate.ts';
import type { Tables } from './schema.ts';

/** Whose data a transaction may touch, and who is asking. */
export type Scope = { readonly organisationId: string; readonly personId: string };

/** What a person is in an organisation, and the hash of the newest row of its log. */
export type Standing = {
  readonly role: Role;
  readonly head: string;
  /** The organisation's short name. */
  readonly slug: string;
  readonly requiresSecondFactor: boolean;
};

/** What a caller shows to be let in: the hash of the secret of a session or of a token. */
export type Credential = { readonly kind: 'session' | 'token'; readonly hash: string };

/** A caller whose credential holds. */
export type Caller = {
  readonly personId: string;
  /** `password` means that the second factor is still to come: nothing is open yet. */
  readonly stage: 'password' | 'full';
  readonly method: 'local' | 'oidc' | 'demo' | 'token';
  readonly oidcIssuer: string | null;
  readonly hasSecondFactor: boolean;
  /** What a token may do; a session may do both. */
  readonly scope: 'read' | 'write';
  readonly tokenId: string | null;
};

/** A transaction inside one organisation; row level security sees no other. */
export type OrganisationTransaction = Transaction<Tables>;

/** A transaction with people, sessions and secrets, and without figures. */
export type AccountsTransaction = Transaction<Tables>;

/** What a request works in: who asks, and what that person is there; null where nobody, or nothing. */
export type Entered = { readonly caller: Caller | null; readonly standing: Standing | null };

/**
 * The only way to the tables: every query runs in a transaction that has put on a role that owns
 * nothing. Source: DESIGN §4.
 */
export type Database = {
  /** Enters one organisation with what the caller showed; rolls back when `work` throws. */
  readonly enter: <Value>(
    entry: Entry,
    work: (trx: OrganisationTransaction, entered: Entered) => Promise<Value>,
  ) => Promise<Value>;
  /**
   * Runs `work` inside one organisation as a person who is known already. The standing is null for
   * one who is not in it.
   */
  readonly inOrganisation: <Value>(
    scope: Scope,
    work: (trx: OrganisationTransaction, standing: Standing | null) => Promise<Value>,
  ) => Promise<Value>;
  /** Runs `work` with people, sessions and secrets, before any organisation is chosen. */
  readonly inAccounts: <Value>(
    work: (trx: AccountsTransaction) => Promise<Value>,
  ) => Promise<Value>;
  /** Runs `work` with every table readable, for checks and backups; no request comes here. */
  readonly asKeeper: <Value>(work: (trx: Transaction<Tables>) => Promise<Value>) => Promise<Value>;
  /** Runs `work` with the rows of the demo, which alone may be deleted. */
  readonly asDemo: <Value>(work: (trx: Transaction<Tables>) => Promise<Value>) => Promise<Value>;
  /** Runs `work` as whoever the connection is, for checks of the database itself. */
  readonly asOwner: <Value>(work: (kysely: Kysely<Tables>) => Promise<Value>) => Promise<Value>;
  /** True while the database answers and has the newest schema. */
  readonly isReady: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/** How a request comes into an organisation; `at` is its time, `idle` how long a session may rest. */
export type Entry = {
  readonly organisationId: string;
  readonly credential: Credential | null;
  readonly at: Date;
  /** True where the work changes nothing: it is done once more if the connection is lost. */
  readonly onlyReads?: boolean;
};

/** How long a session lives without being used, in minutes. Source: ASVS 5.0 7.3.1. */
export const sessionIdleMinutes = 30;

const idle = sql.lit(`${sessionIdleMinutes} minutes`);

/** Wraps a connected and migrated Kysely, which nothing else may use after that. */
export function createDatabase(kysely: Kysely<Tables>): Database {
  const transaction = <Opened, Value>(
    open: (trx: Transaction<Tables>) => Promise<Opened>,
    work: (trx: Transaction<Tables>, opened: Opened) => Promise<Value>,
    onlyReads = false,
  ) => withRetry(() => runTransaction(kysely, { open, work, onlyReads }));
  const wearing = (role: DatabaseRole) => (trx: Transaction<Tables>) => putOn(trx, role);
  return {
    enter: (entry, work) => transaction((trx) => open(trx, entry), work, entry.onlyReads),
    inOrganisation: (scope, work) => transaction((trx) => openOrganisation(trx, scope), work),
    inAccounts: (work) => transaction(wearing('tkr_accounts'), work),
    asKeeper: (work) => transaction(wearing('tkr_keeper'), work),
    asDemo: (work) => transaction(wearing('tkr_demo'), work),
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

// Settings and roles end with their transaction, so that nothing leaks through a pool.
type DatabaseRole = 'tkr_app' | 'tkr_accounts' | 'tkr_keeper' | 'tkr_demo';

async function putOn(trx: Transaction<Tables>, role: DatabaseRole): Promise<void> {
  await sql`SELECT set_config('role', ${role}, true)`.execute(trx);
}

/** Runs `work` with people, sessions and secrets, in the transaction of a change in an organisation. */
export async function withAccounts<Value>(
  trx: OrganisationTransaction,
  work: (trx: AccountsTransaction) => Promise<Value>,
): Promise<Value> {
  await putOn(trx, 'tkr_accounts');
  const value = await work(trx);
  await putOn(trx, 'tkr_app');
  return value;
}

/**
 * Waits until nobody else has this name, and has it until the transaction ends: for what has no row
 * yet that could be locked.
 */
export async function lockName(trx: Transaction<Tables>, name: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
}

/** Goes back to people, sessions and secrets from an organisation. */
export async function returnToAccounts(trx: Transaction<Tables>): Promise<void> {
  await putOn(trx, 'tkr_accounts');
}

/** Goes into an organisation from a transaction that began with accounts. */
export async function openOrganisation(
  trx: Transaction<Tables>,
  { organisationId, personId }: Scope,
): Promise<Standing | null> {
  const { rows } = await sql<StandingRow>`
    SELECT * FROM open_organisation(${organisationId}, ${personId})`.execute(trx);
  return standingOf(rows[0]);
}

type StandingRow = {
  readonly role: Role | null;
  readonly head: string | null;
  readonly slug: string | null;
  readonly requires_second_factor?: boolean | null;
};

function standingOf(row: StandingRow | undefined): Standing | null {
  if (row === undefined || row.role === null || row.head === null) return null;
  return {
    role: row.role,
    head: row.head,
    slug: row.slug ?? '',
    requiresSecondFactor: row.requires_second_factor === true,
  };
}

type SessionRow = {
  readonly person_id: string | null;
  readonly stage: Caller['stage'];
  readonly method: 'local' | 'oidc' | 'demo';
  readonly oidc_issuer: string | null;
  readonly has_second_factor: boolean;
};

function callerOf(row: SessionRow | undefined): Caller | null {
  if (row === undefined || row.person_id === null) return null;
  return {
    personId: row.person_id,
    stage: row.stage,
    method: row.method,
    oidcIssuer: row.oidc_issuer,
    hasSecondFactor: row.has_second_factor,
    scope: 'write',
    tokenId: null,
  };
}

/** Finds out who a session belongs to; null where it is over. Stays with people and sessions. */
export async function openSession(
  trx: AccountsTransaction,
  sessionHash: string,
  at: Date,
): Promise<Caller | null> {
  const { rows } = await sql<SessionRow>`
    SELECT * FROM open_session(${sessionHash}, ${at}, ${idle}::interval)`.execute(trx);
  return callerOf(rows[0]);
}

async function open(trx: Transaction<Tables>, entry: Entry): Promise<Entered> {
  const { organisationId, credential, at } = entry;
  if (credential === null) return { caller: null, standing: null };
  if (credential.kind === 'token') return openByToken(trx, { ...entry, hash: credential.hash });
  const { rows } = await sql<SessionRow & StandingRow>`
    SELECT * FROM open_by_session(${organisationId}, ${credential.hash}, ${at}, ${idle}::interval)
  `.execute(trx);
  return { caller: callerOf(rows[0]), standing: standingOf(rows[0]) };
}

type TokenRow = StandingRow & {
  readonly person_id: string | null;
  readonly token_id: string;
  readonly scope: 'read' | 'write';
};

async function openByToken(
  trx: Transaction<Tables>,
  { organisationId, at, hash }: Entry & { readonly hash: string },
): Promise<Entered> {
  const { rows } = await sql<TokenRow>`
    SELECT * FROM open_by_token(${organisationId}, ${hash}, ${at})`.execute(trx);
  const row = rows[0];
  if (row === undefined || row.person_id === null) return { caller: null, standing: null };
  const caller: Caller = {
    personId: row.person_id,
    stage: 'full',
    method: 'token',
    oidcIssuer: null,
    // A token was made by somebody who had shown what the organisation asks for.
    hasSecondFactor: true,
    scope: row.scope,
    tokenId: row.token_id,
  };
  return { caller, standing: standingOf(row) };
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
