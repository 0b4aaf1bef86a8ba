import { Kysely, PGliteDialect } from 'kysely';
import { openEmbedded } from '../db/embedded.ts';
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

/** The embedded database in a data directory. */
export function embeddedStore(directory: string): Store {
  return {
    name: 'pglite',
    surroundings: { TKR_DATA: directory },
    open: async () => {
      const pglite = await openEmbedded(directory);
      return new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
    },
  };
}

/** A database of a PostgreSQL. */
export function postgresStore(url: string): Store {
  return {
    name: 'postgres',
    surroundings: { DATABASE_URL: url },
    open: async () => openPostgres(url),
  };
}
