import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { DurableNodeFS } from './durable-filesystem.ts';
import type { OnStorageFailure } from './storage-failure.ts';

/** The major version of PostgreSQL inside PGlite; it reads no other version's files. */
export const embeddedMajorVersion = '18';

/**
 * Makes sure that `<directory>/postgres` holds a whole database, and gives its path.
 *
 * The first start builds the database beside that name and renames it there when every byte is on
 * disk: a first start that is killed leaves nothing half-made under the real name.
 *
 * The directory must be locked. Throws `Error` with a Swedish sentence where the files there are
 * damaged or of another version; they are never moved or removed.
 */
export async function prepareDatabaseFiles(
  directory: string,
  onFailure: OnStorageFailure,
): Promise<string> {
  const path = join(directory, 'postgres');
  if (isMissingOrEmpty(path)) await createDatabaseFiles(path, onFailure);
  assertWhole(path);
  assertVersion(path);
  return path;
}

function isMissingOrEmpty(path: string): boolean {
  return !existsSync(path) || readdirSync(path).length === 0;
}

async function createDatabaseFiles(path: string, onFailure: OnStorageFailure): Promise<void> {
  const unfinished = `${path}.ofullstandig`;
  // Left by a first start that was killed. Nobody has ever been told that something is saved here.
  rmSync(unfinished, { recursive: true, force: true });
  const database = await PGlite.create({ fs: new DurableNodeFS(unfinished, onFailure) });
  await database.close();
  fsyncTree(unfinished);
  if (existsSync(path)) rmdirSync(path);
  renameSync(unfinished, path);
  fsyncPath(dirname(path), 'r');
}

// One pass at the end, since PGlite copies its first files here without any fsync.
function fsyncTree(path: string): void {
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    // Windows flushes only what is open for writing.
    fsyncPath(join(entry.parentPath, entry.name), entry.isDirectory() ? 'r' : 'r+');
  }
  fsyncPath(path, 'r');
}

function fsyncPath(path: string, flags: 'r' | 'r+'): void {
  // Windows has no handle to a directory; its file system orders names by itself.
  if (flags === 'r' && process.platform === 'win32') return;
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function assertWhole(path: string): void {
  const missing = ['PG_VERSION', 'global/pg_control'].find((name) => !existsSync(join(path, name)));
  if (missing === undefined) return;
  throw new Error(
    `Databasen i ${path} är skadad: filen ${missing} saknas. Ingenting har ändrats där. ` +
      'Återläs en säkerhetskopia med "npx tkr restore". Om katalogen aldrig har innehållit ' +
      'något att bevara: flytta undan den, så börjar Tkr med en tom databas.',
  );
}

function assertVersion(path: string): void {
  const version = readFileSync(join(path, 'PG_VERSION'), 'utf8').trim();
  if (version === embeddedMajorVersion) return;
  throw new Error(
    `Databasen i ${path} är skriven av PostgreSQL ${version}, men den här versionen av Tkr läser ` +
      `PostgreSQL ${embeddedMajorVersion}. Ingenting har ändrats där. Starta den version av Tkr ` +
      'som senast användes, ta en säkerhetskopia med "npx tkr backup" och återläs den här.',
  );
}
