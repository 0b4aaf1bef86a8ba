import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';

const folder = path.join(import.meta.dirname, '../../migrations');

/**
 * Brings a database to the newest schema; does nothing where it is there already.
 *
 * Two starts at once are kept apart by an advisory lock. Throws where a migration failed, and then
 * the whole batch is rolled back.
 */
export async function migrate<Schema>(kysely: Kysely<Schema>): Promise<void> {
  const { error } = await migratorOf(kysely).migrateToLatest();
  if (error !== undefined) throw new Error('Migreringen misslyckades', { cause: error });
}

/** The migrations that a database still lacks, by name. */
export async function pendingMigrations<Schema>(kysely: Kysely<Schema>): Promise<string[]> {
  const all = await migratorOf(kysely).getMigrations();
  return all.filter((one) => one.executedAt === undefined).map((one) => one.name);
}

function migratorOf<Schema>(kysely: Kysely<Schema>): Migrator {
  const provider = new FileMigrationProvider({ fs, path, migrationFolder: folder });
  return new Migrator({ db: kysely, provider });
}
