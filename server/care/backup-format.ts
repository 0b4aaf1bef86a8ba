import { createHash } from 'node:crypto';
import { type QueryExecutorProvider, sql, type Transaction } from 'kysely';
import type { Tables } from '../db/schema.ts';

/** What the first line of a backup says that it is. */
export const backupFormat = 'tkr-backup';

/** The only version of the format so far. */
export const backupVersion = 1;

/**
 * Tables that no backup carries: they live for minutes or hours, and what they let somebody do must
 * not come back to life. Source: `docs/handbook/sakerhetskopior.md`.
 */
export const leftOut: ReadonlySet<string> = new Set(['session', 'attempt', 'oidc_attempt']);

/** A table in a backup: its columns in the order of the values in its lines. */
export type BackupTable = { readonly name: string; readonly columns: readonly string[] };

/** The first line: what the file is, and what it holds. */
export type BackupHeader = {
  readonly format: typeof backupFormat;
  readonly version: typeof backupVersion;
  /** When it was made, in UTC. */
  readonly madeAt: string;
  /** The version of Tkr that made it. */
  readonly tkr: string;
  readonly migrations: readonly string[];
  readonly tables: readonly BackupTable[];
};

/** The line after a table's rows; the sum is over the bytes of their lines. */
export type TableSum = { readonly table: string; readonly rows: number; readonly sha256: string };

/** The last line; the sum is over the bytes of all lines before it. */
export type BackupEnd = { readonly end: true; readonly sha256: string };

/** A value or a row as a line of a backup. */
export const lineOf = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** Counts and adds up the lines of a table. */
export function tableSummer(table: string) {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    add: (line: string): void => {
      hash.update(line);
      rows += 1;
    },
    sum: (): TableSum => ({ table, rows, sha256: hash.digest('hex') }),
  };
}

type ReferringTable = BackupTable & { readonly refers: readonly string[] };

/**
 * The tables that a backup of this database carries, each after those that its rows point at, and
 * otherwise by name.
 */
export async function backupTables(kysely: QueryExecutorProvider): Promise<BackupTable[]> {
  const { rows } = await sql<ReferringTable>`
    SELECT c.relname AS name, json_agg(a.attname ORDER BY a.attnum) AS columns,
      ARRAY(SELECT DISTINCT p.relname::text FROM pg_constraint f JOIN pg_class p ON p.oid = f.confrelid
        WHERE f.conrelid = c.oid AND f.contype = 'f' AND p.oid <> c.oid) AS refers
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND c.relname !~ '^kysely_migration' AND a.attnum > 0 AND NOT a.attisdropped
    GROUP BY c.oid, c.relname`.execute(kysely);
  const left = rows
    .filter(({ name }) => !leftOut.has(name))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const ordered: BackupTable[] = [];
  while (left.length > 0) {
    const waiting = new Set(left.map(({ name }) => name));
    const index = left.findIndex(({ refers }) => !refers.some((name) => waiting.has(name)));
    const [next] = left.splice(index, 1);
    if (index === -1 || next === undefined) throw new Error('Tables point at each other in a ring');
    ordered.push({ name: next.name, columns: next.columns });
  }
  return ordered;
}

const pageSize = 500;

/**
 * A table's rows as lines of a backup, page by page, in the order of its primary key.
 *
 * Values are the texts that the database itself writes, in a transaction that `settle` has prepared;
 * so equal rows give equal lines on every database, whatever its collation.
 */
export async function* linesOf(
  trx: Transaction<Tables>,
  { name, columns }: BackupTable,
): AsyncGenerator<string[]> {
  const values = columns.map((column) => sql`${sql.ref(column)}::text AS ${sql.id(column)}`);
  await sql`DECLARE backup_rows NO SCROLL CURSOR FOR
    SELECT ${sql.join(values)} FROM ${sql.table(name)} ORDER BY ${sql.raw(await keyOf(trx, name))}
  `.execute(trx);
  for (;;) {
    const { rows } = await sql<Record<string, string | null>>`
      FETCH ${sql.lit(pageSize)} FROM backup_rows`.execute(trx);
    if (rows.length === 0) break;
    yield rows.map((row) => lineOf(columns.map((column) => row[column])));
  }
  await sql`CLOSE backup_rows`.execute(trx);
}

// Named by their table, since a name alone would be that of the value's text in the line. Byte order
// for texts, since collations differ between databases and even between versions.
async function keyOf(trx: Transaction<Tables>, table: string): Promise<string> {
  const { rows } = await sql<{ key: string | null }>`
    SELECT string_agg(format('%I.%I', ${table}::text, a.attname)
      || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END, ', ' ORDER BY k.n) AS key
    FROM pg_constraint p, unnest(p.conkey) WITH ORDINALITY AS k (number, n)
    JOIN pg_attribute a ON a.attnum = k.number
    WHERE p.contype = 'p' AND p.conrelid = a.attrelid
      AND a.attrelid = format('public.%I', ${table}::text)::regclass`.execute(trx);
  const key = rows[0]?.key ?? null;
  if (key === null) throw new Error(`The table ${table} has no primary key to order a backup by`);
  return key;
}
