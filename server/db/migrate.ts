import { promises as fs } from 'node:fs';
import path from 'node:path';
import { type Kysely, type QueryExecutorProvider, sql } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';

/** The folder of the migrations that this version of Tkr comes with. */
export const shippedFolder = path.join(import.meta.dirname, '../../migrations');

/**
 * Brings a database to the newest schema; does nothing where it is there already.
 *
 * Two starts at once are kept apart by an advisory lock. Throws where a migration failed, and then
 * the whole batch is rolled back.
 */
export async function migrate<Schema>(
  kysely: Kysely<Schema>,
  folder = shippedFolder,
): Promise<void> {
  const { error } = await migratorOf(kysely, folder).migrateToLatest();
  if (error !== undefined) throw new Error('Migreringen misslyckades', { cause: error });
}

/** Brings a database up to one migration and no further, for the restoring of older backups. */
export async function migrateTo<Schema>(
  kysely: Kysely<Schema>,
  name: string,
  folder = shippedFolder,
): Promise<void> {
  const { error } = await migratorOf(kysely, folder).migrateTo(name);
  if (error !== undefined) throw new Error('Migreringen misslyckades', { cause: error });
}

/** The names of all migrations in a folder, in the order in which they are run. */
export async function shippedMigrations(folder = shippedFolder): Promise<string[]> {
  return Object.keys(await providerOf(folder).getMigrations()).toSorted();
}

/** The names of the migrations that a database has been through, known to this version or not. */
export async function executedMigrations(kysely: QueryExecutorProvider): Promise<string[]> {
  const { rows: tables } = await sql`
    SELECT FROM pg_tables WHERE schemaname = 'public' AND tablename = 'kysely_migration'
  `.execute(kysely);
  if (tables.length === 0) return [];
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM public.kysely_migration`.execute(kysely);
  return rows.map(({ name }) => name).toSorted();
}

/** The migrations that a database still lacks, by name. */
export async function pendingMigrations<Schema>(kysely: Kysely<Schema>): Promise<string[]> {
  const all = await migratorOf(kysely).getMigrations();
  return all.filter((one) => one.executedAt === undefined).map((one) => one.name);
}

function migratorOf<Schema>(kysely: Kysely<Schema>, folder = shippedFolder): Migrator {
  return new Migrator({ db: kysely, provider: providerOf(folder) });
}

function providerOf(folder: string): FileMigrationProvider {
  return new FileMigrationProvider({ fs, path, migrationFolder: folder });
}
