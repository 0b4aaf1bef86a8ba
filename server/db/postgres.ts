import { Socket } from 'node:net';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './schema.ts';

// Days, 64-bit numbers and numerics stay texts: a Date moves a day across time zones, and a number
// loses öre. The embedded database is told the same.
const { DATE, INT8, NUMERIC } = pg.types.builtins;
for (const type of [DATE, INT8, NUMERIC]) pg.types.setTypeParser(type, (value: string) => value);

/** How long one statement may take, in milliseconds. */
const longestStatement = 15_000;

/**
 * How long a server's connection may be silent before it is taken for dead, in milliseconds: longer
 * than any statement.
 */
export const longestSilence = longestStatement + 5_000;

/** How to treat connections. */
export type PostgresOptions = {
  /**
   * After how many milliseconds of silence a connection is given up. A network that swallows one
   * without a word is not noticed in any other way. Nothing may take longer: a request never does,
   * and a backup may.
   */
  readonly silence?: number;
};

/** Opens a pool to a PostgreSQL 15 or later (`DATABASE_URL`). */
export function openPostgres(url: string, { silence }: PostgresOptions = {}): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: longestStatement,
    idle_in_transaction_session_timeout: 30_000,
    ...(silence === undefined ? {} : { stream: () => socketOf(silence) }),
  });
  // An idle connection that the server drops must not end the process; the pool opens a new one.
  pool.on('error', () => undefined);
  // Nor may one that is in use: the query that had it fails by itself, and the pool drops it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

function socketOf(silence: number): Socket {
  const socket = new Socket();
  socket.setTimeout(silence, () => {
    socket.destroy(new Error('Connection terminated: the database has been silent for too long'));
  });
  return socket;
}
