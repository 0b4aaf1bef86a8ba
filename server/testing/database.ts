import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { inject } from 'vitest';
import { openEmbeddedInMemory } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { openPostgres } from '../db/postgres.ts';
import type { Tables } from '../db/schema.ts';

/** An empty, migrated database of its own, and how to be rid of it. */
export type TestDatabase = {
  readonly kysely: Kysely<Tables>;
  /** The address of the database, where it is a PostgreSQL. */
  readonly url: string | null;
  readonly drop: () => Promise<void>;
};

/**
 * Makes a database for one test file: embedded or PostgreSQL, as `TKR_TEST_DATABASE` says.
 *
 * A PostgreSQL that is asked for and not there is a failure, never a skip.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  if (process.env['TKR_TEST_DATABASE'] === 'postgres') return createPostgres();
  const template = new Blob([readFileSync(inject('embeddedTemplate'))]);
  const pglite = await openEmbeddedInMemory(template);
  const kysely = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  return { kysely, url: null, drop: () => kysely.destroy() };
}

async function createPostgres(): Promise<TestDatabase> {
  const server = process.env['TKR_TEST_POSTGRES_URL'];
  if (server === undefined) {
    throw new Error('TKR_TEST_POSTGRES_URL saknas: kör npm test, som startar en PostgreSQL');
  }
  const name = `tkr_test_${randomBytes(8).toString('hex')}`;
  const admin = openPostgres(server);
  await sql`CREATE DATABASE ${sql.id(name)}`.execute(admin);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const kysely = openPostgres(url.href);
  await migrate(kysely);
  const drop = async (): Promise<void> => {
    await kysely.destroy();
    await sql`DROP DATABASE ${sql.id(name)} WITH (FORCE)`.execute(admin);
    await admin.destroy();
  };
  return { kysely, url: url.href, drop };
}
