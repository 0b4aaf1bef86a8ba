import { type Kysely, sql, type Transaction } from 'kysely';
import {
  executedMigrations,
  migrate,
  migrateTo,
  shippedFolder,
  shippedMigrations,
} from '../db/migrate.ts';
import type { Tables } from '../db/schema.ts';
import {
  type BackupHeader,
  type BackupTable,
  backupTables,
  linesOf,
  type TableSum,
  tableSummer,
} from './backup-format.ts';
import { newer, type ReadBackup, readBackup, verifyBackup } from './backup-read.ts';
import { followIndexes, putOnKeeper, settle, takeOff } from './snapshot.ts';
import { reasonOf, Told } from './told.ts';

type Trx = Transaction<Tables>;

/** A restore that was undone: the sentence says why, and that the database is as it was. */
export class RestoreRefused extends Told {}

/**
 * Reads a backup into an empty database, whole or not at all, and brings it to the newest schema.
 *
 * The file is read through and found whole before anything is written. Everything is then written in
 * one transaction, and compared with the file before it is kept. `kysely` is the owner's, of either
 * engine, with no schema yet or with the backup's or an older one.
 *
 * Throws `BackupRefused` and `RestoreRefused` with Swedish sentences.
 */
export async function restoreBackup(
  file: string,
  kysely: Kysely<Tables>,
  folder = shippedFolder,
): Promise<ReadBackup> {
  const backup = await verifyBackup(file);
  await prepareSchema(file, kysely, backup.header, folder);
  try {
    await kysely.transaction().execute((trx) => fillFrom(file, trx, backup));
  } catch (error) {
    throw error instanceof RestoreRefused ? error : undone(file, error);
  }
  await migrate(kysely, folder);
  return backup;
}

async function prepareSchema(
  file: string,
  kysely: Kysely<Tables>,
  { migrations }: BackupHeader,
  folder: string,
): Promise<void> {
  const shipped = await shippedMigrations(folder);
  const unknown = migrations.find((name, index) => shipped[index] !== name);
  if (unknown !== undefined) throw newer(file, `migreringen ${unknown}`);
  const executed = await executedMigrations(kysely);
  const tooNew = executed.find((name, index) => migrations[index] !== name);
  if (tooNew !== undefined) {
    throw new RestoreRefused(
      `Databasen har redan ett nyare schema än säkerhetskopian (migreringen ${tooNew}). ` +
        `Ingenting har ändrats. ${useAnother}`,
    );
  }
  const last = migrations.at(-1) ?? '';
  if (executed.length < migrations.length) await migrateTo(kysely, last, folder);
}

function undone(file: string, error: unknown): RestoreRefused {
  return new RestoreRefused(
    `Säkerhetskopian ${file} gick inte att återläsa: ${reasonOf(error)}. Allt är ogjort och databasen är tom ` +
      'som förut. Kopian är orörd: prova i en annan databas, eller använd en annan kopia.',
    { cause: error },
  );
}

const useAnother =
  'Återläs i en ny, tom databas: en ny datakatalog med TKR_DATA, eller en ny databas med DATABASE_URL.';

async function fillFrom(file: string, trx: Trx, { header, sums }: ReadBackup): Promise<void> {
  await settle(trx);
  await assertSameTables(file, trx, header);
  const selfReferences = await selfReferencesOf(trx);
  // These also keep everybody else's writes out until the end.
  for (const { name } of header.tables) await setTriggers(trx, name, 'DISABLE');
  for (const key of selfReferences) await setDeferrable(trx, key, 'DEFERRABLE INITIALLY DEFERRED');
  await assertEmpty(trx);
  await clearUnwalled(trx);
  await putOnKeeper(trx);
  await insertAll(file, trx, header);
  await sql`SET CONSTRAINTS ALL IMMEDIATE`.execute(trx);
  await setSequences(trx);
  await followIndexes(trx);
  for (const sum of sums) await assertSame(trx, header, sum);
  await takeOff(trx);
  for (const key of selfReferences) await setDeferrable(trx, key, 'NOT DEFERRABLE');
  for (const { name } of header.tables) await setTriggers(trx, name, 'ENABLE');
}

async function assertSameTables(file: string, trx: Trx, { tables }: BackupHeader): Promise<void> {
  const nameOf = ({ name, columns }: BackupTable): string => `${name} (${columns.join(', ')})`;
  const expected = (await backupTables(trx)).map(nameOf);
  const differs = tables.map(nameOf).find((name, index) => name !== expected[index]);
  if (differs === undefined && tables.length === expected.length) return;
  throw new RestoreRefused(
    `Säkerhetskopian ${file} har inte de tabeller som dess migreringar ger` +
      `${differs === undefined ? '' : `: ${differs}`}. Ingenting har återlästs. Använd en annan säkerhetskopia.`,
  );
}

// As the keeper, who alone sees past every wall: they stand before the owner too.
async function assertEmpty(trx: Trx): Promise<void> {
  await putOnKeeper(trx);
  const { rows } = await sql<{ taken: boolean }>`
    SELECT EXISTS (SELECT FROM organisation) OR EXISTS (SELECT FROM person) AS taken`.execute(trx);
  await takeOff(trx);
  if (rows[0]?.taken !== true) return;
  throw new RestoreRefused(
    'Databasen innehåller redan organisationer eller personer, så ingenting har återlästs och ' +
      `ingenting har ändrats. ${useAnother}`,
  );
}

// A start without people leaves a row or two behind in tables that belong to no organisation: the
// installation itself, a link for the first administrator, tries to log in.
async function clearUnwalled(trx: Trx): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    SELECT c.relname AS name FROM pg_class c
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND NOT c.relrowsecurity AND c.relname !~ '^kysely_migration'`.execute(trx);
  for (const { name } of rows) await sql`DELETE FROM ${sql.table(name)}`.execute(trx);
}

async function setTriggers(trx: Trx, table: string, how: 'DISABLE' | 'ENABLE'): Promise<void> {
  await sql`ALTER TABLE ${sql.table(table)} ${sql.raw(how)} TRIGGER USER`.execute(trx);
}

type SelfReference = { readonly table: string; readonly constraint: string };

// A row may point at one that comes after it in the file.
async function selfReferencesOf(trx: Trx): Promise<SelfReference[]> {
  const { rows } = await sql<SelfReference>`
    SELECT c.relname AS table, f.conname AS constraint
    FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid
    WHERE f.contype = 'f' AND f.conrelid = f.confrelid
      AND c.relnamespace = 'public'::regnamespace`.execute(trx);
  return rows;
}

async function setDeferrable(trx: Trx, key: SelfReference, how: string): Promise<void> {
  await sql`ALTER TABLE ${sql.table(key.table)}
    ALTER CONSTRAINT ${sql.id(key.constraint)} ${sql.raw(how)}`.execute(trx);
}

// The file has the tables in an order in which none of them points at a later one.
async function insertAll(file: string, trx: Trx, { tables }: BackupHeader): Promise<void> {
  const statements = new Map<string, string>();
  for (const table of tables) statements.set(table.name, await insertStatement(trx, table));
  for await (const { table, lines } of readBackup(file)) {
    const statement = statements.get(table.name) ?? '';
    for (const rows of batches(lines)) {
      await sql`${sql.raw(statement)} json_array_elements(${rows}::json) AS line (v)`.execute(trx);
    }
  }
}

async function insertStatement(trx: Trx, { name, columns }: BackupTable): Promise<string> {
  const { rows } = await sql<{ list: string; values: string }>`
    SELECT string_agg(format('%I', a.attname), ', ' ORDER BY k.n) AS list,
      string_agg(format('(v ->> %s)::%s', k.n - 1, format_type(a.atttypid, a.atttypmod)), ', '
        ORDER BY k.n) AS values
    FROM json_array_elements_text(${JSON.stringify(columns)}::json) WITH ORDINALITY AS k (name, n)
    JOIN pg_attribute a ON a.attname = k.name
    WHERE a.attrelid = format('public.%I', ${name}::text)::regclass`.execute(trx);
  const { list = '', values = '' } = rows[0] ?? {};
  return `INSERT INTO "${name}" (${list}) OVERRIDING SYSTEM VALUE SELECT ${values} FROM`;
}

const batchRows = 500;
const batchLength = 1_000_000;

// Rows as JSON arrays of so many rows, or so long, that one statement takes them with ease.
function* batches(lines: readonly string[]): Generator<string> {
  let batch: string[] = [];
  let length = 0;
  for (const line of lines) {
    batch.push(line);
    length += line.length;
    if (batch.length === batchRows || length > batchLength) {
      yield `[${batch.join(',')}]`;
      batch = [];
      length = 0;
    }
  }
  if (batch.length > 0) yield `[${batch.join(',')}]`;
}

async function setSequences(trx: Trx): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    SELECT c.relname AS table, a.attname AS column
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE a.attidentity <> '' AND c.relnamespace = 'public'::regnamespace`.execute(trx);
  for (const { table, column } of rows) {
    await sql`SELECT setval(pg_get_serial_sequence(${table}, ${column}), max(${sql.ref(column)}))
      FROM ${sql.table(table)} HAVING count(*) > 0`.execute(trx);
  }
}

async function assertSame(trx: Trx, { tables }: BackupHeader, sum: TableSum): Promise<void> {
  const table = tables.find(({ name }) => name === sum.table);
  if (table === undefined) throw new Error(`No table ${sum.table} in the header`);
  const summer = tableSummer(table.name);
  for await (const lines of linesOf(trx, table)) for (const line of lines) summer.add(line);
  const { rows, sha256 } = summer.sum();
  if (rows === sum.rows && sha256 === sum.sha256) return;
  throw new RestoreRefused(
    `Tabellen ${sum.table} blev inte likadan i databasen som i säkerhetskopian (${rows} rader, ` +
      `${sum.rows} i kopian). Allt är ogjort och databasen är tom som förut. ` +
      'Kopian är hel: prova i en annan databas, och rapportera felet.',
  );
}
