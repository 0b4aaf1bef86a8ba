import { Kysely, PGliteDialect } from 'kysely';
import type { Config } from './config.ts';
import { createDatabase, type Database } from './db/database.ts';
import { openEmbedded } from './db/embedded.ts';
import { migrate } from './db/migrate.ts';
import { openPostgres } from './db/postgres.ts';
import type { Tables } from './db/schema.ts';

/**
 * Opens the database that the configuration names and brings it to the newest schema.
 *
 * Throws where the data directory is in use, the server does not answer, or a migration fails, and
 * then leaves nothing open.
 */
export async function connect(config: Config): Promise<Database> {
  const kysely = await openKysely(config);
  try {
    await migrate(kysely);
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
  return createDatabase(kysely);
}

async function openKysely({ databaseUrl, dataDirectory }: Config): Promise<Kysely<Tables>> {
  if (databaseUrl !== null) return openPostgres(databaseUrl);
  const pglite = await openEmbedded(dataDirectory);
  return new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
}
