import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Transaction } from 'kysely';
import type { Database } from '../db/database.ts';
import { executedMigrations } from '../db/migrate.ts';
import type { Tables } from '../db/schema.ts';
import {
  type BackupEnd,
  type BackupHeader,
  backupFormat,
  backupTables,
  backupVersion,
  lineOf,
  linesOf,
  tableSummer,
} from './backup-format.ts';
import { BackupRefused, type ReadBackup, verifyBackup } from './backup-read.ts';
import { followIndexes, readSnapshot } from './snapshot.ts';
import { reasonOf, Told } from './told.ts';

/** A backup that could not be made: the sentence says why, and that no file was left. */
export class BackupFailed extends Told {}

/**
 * Writes a backup of the whole database, as it was at one moment, to a stream, which it ends.
 *
 * Tkr may run meanwhile. Rows are read page by page, so that memory does not grow with them. Throws
 * where the database or the stream fails; what then has been written is no whole backup.
 */
export function writeBackup(database: Database, to: Writable, now: Date): Promise<void> {
  return readSnapshot(database, async (trx) => {
    await followIndexes(trx);
    await pipeline(Readable.from(chunksOf(trx, now)), createGzip(), to);
  });
}

async function* chunksOf(trx: Transaction<Tables>, now: Date): AsyncGenerator<Buffer> {
  const whole = createHash('sha256');
  const chunk = (text: string): Buffer => {
    const bytes = Buffer.from(text);
    whole.update(bytes);
    return bytes;
  };
  const header: BackupHeader = {
    format: backupFormat,
    version: backupVersion,
    madeAt: now.toISOString(),
    tkr: packageVersion(),
    migrations: await executedMigrations(trx),
    tables: await backupTables(trx),
  };
  yield chunk(lineOf(header));
  for (const table of header.tables) {
    const summer = tableSummer(table.name);
    for await (const lines of linesOf(trx, table)) {
      for (const line of lines) summer.add(line);
      yield chunk(lines.join(''));
    }
    yield chunk(lineOf(summer.sum()));
  }
  const end: BackupEnd = { end: true, sha256: whole.digest('hex') };
  yield Buffer.from(lineOf(end));
}

function packageVersion(): string {
  const file = path.join(import.meta.dirname, '../../package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
  return version;
}

/**
 * Makes a backup file, readable by its owner alone, from what `write` puts in the stream it is given.
 *
 * The file gets its name when every byte is on disk and has been read back and found whole. Throws
 * `BackupFailed` where that does not happen, and then leaves no file; a file that is there already
 * is never written over.
 */
export async function saveBackup(
  file: string,
  write: (to: Writable) => Promise<void>,
): Promise<ReadBackup> {
  if (existsSync(file)) {
    throw new BackupFailed(
      `Filen ${file} finns redan och har inte ändrats. Ingen säkerhetskopia har gjorts. Välj ett nytt namn.`,
    );
  }
  const part = `${file}.part`;
  try {
    await writeThrough(part, write);
    const backup = await verifyBackup(part);
    await rename(part, file);
    await syncFolder(path.dirname(file));
    return backup;
  } catch (error) {
    await rm(part, { force: true });
    // What is a sentence already stays one; that a part of a file is no backup is another matter.
    if (error instanceof Told && !(error instanceof BackupRefused)) throw error;
    throw new BackupFailed(failureText(file, error), { cause: error });
  }
}

// `flush` is an fsync before the file is closed.
async function writeThrough(part: string, write: (to: Writable) => Promise<void>): Promise<void> {
  // Whatever an earlier attempt that was killed has left.
  await rm(part, { force: true });
  const stream = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true });
  const closed = finished(stream);
  // Where `write` fails first, that is what is told.
  closed.catch(() => undefined);
  try {
    await write(stream);
  } catch (error) {
    stream.destroy();
    await closed.catch(() => undefined);
    throw error;
  }
  await closed;
}

function failureText(file: string, error: unknown): string {
  return (
    `Säkerhetskopian ${file} gick inte att göra, och ingen fil har lämnats kvar: ${reasonOf(error)}. ` +
    'Databasen är orörd. Kontrollera att mappen finns, att det är plats på disken, och försök igen.'
  );
}

// Windows has no handle to a directory; its file system orders names by itself.
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
