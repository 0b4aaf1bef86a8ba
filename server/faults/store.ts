import { Kysely, PGliteDialect } from 'kysely';
import type { TkrDatabase } from '../../scripts/provision/tkr-database.ts';
import { openEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { openPostgres } from '../db/postgres.ts';
import type { Tables } from '../db/schema.ts';
import type { Surroundings } from './server-process.ts';

/** Where a server keeps its data, and how to look at it behind its back. */
export type Store = {
  readonly name: 'pglite' | 'postgres';
  readonly surroundings: Surroundings;
  /** The database as its owner sees it; an embedded one opens only while no server has it. */
  readonly open: () => Promise<Kysely<Tables>>;
};

// The writing of a run is no attack.
const unlimited = '999999999';

/** The embedded database in a data directory. */
export function embeddedStore(directory: string): Store {
  return {
    name: 'pglite',
    surroundings: { TKR_DATA: directory, TKR_RATE_LIMIT: unlimited },
    open: async () => {
      const pglite = await openEmbedded(directory);
      return new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
    },
  };
}

/** A database of a PostgreSQL, with its schema in place; the server logs in as one who owns nothing. */
export async function postgresStore({ adminUrl, ownerUrl, loginUrl }: TkrDatabase): Promise<Store> {
  const owner = openPostgres(ownerUrl);
  await migrate(owner);
  await owner.destroy();
  return {
    name: 'postgres',
    surroundings: { DATABASE_URL: loginUrl, TKR_DEMO: '1', TKR_RATE_LIMIT: unlimited },
    open: async () => openPostgres(adminUrl),
  };
}
