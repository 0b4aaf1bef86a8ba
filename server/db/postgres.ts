import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './schema.ts';

// Days, 64-bit numbers and numerics stay texts: a Date moves a day across time zones, and a number
// loses öre. The embedded database is told the same.
const asText = (value: string): string => value;
const textTypes: readonly number[] = [
  pg.types.builtins.DATE,
  pg.types.builtins.INT8,
  pg.types.builtins.NUMERIC,
];

/** Opens a pool to a PostgreSQL 15 or later (`DATABASE_URL`). */
export function openPostgres(url: string): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        textTypes.includes(oid)
          ? asText
          : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // An idle connection that the server drops must not end the process; the pool opens a new one.
  pool.on('error', () => undefined);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
