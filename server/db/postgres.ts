import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './schema.ts';

// Days, 64-bit numbers and numerics stay texts: a Date moves a day across time zones, and a number
// loses öre. The embedded database is told the same.
const { DATE, INT8, NUMERIC } = pg.types.builtins;
for (const type of [DATE, INT8, NUMERIC]) pg.types.setTypeParser(type, (value: string) => value);

/** Opens a pool to a PostgreSQL 15 or later (`DATABASE_URL`). */
export function openPostgres(url: string): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  // An idle connection that the server drops must not end the process; the pool opens a new one.
  pool.on('error', () => undefined);
  // Nor may one that is in use: the query that had it fails by itself, and the pool drops it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
