import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { type DirectoryLock, lockDataDirectory } from './data-directory-lock.ts';
import { prepareDatabaseFiles } from './database-files.ts';
import { DurableNodeFS, type FsyncCounts } from './durable-filesystem.ts';
import { exitOnStorageFailure, type OnStorageFailure } from './storage-failure.ts';

const asText = (value: string): string => value;

// Days, 64-bit numbers and numerics stay texts: a Date moves a day across time zones, and a number
// loses öre. The pool to a real PostgreSQL is told the same.
const parsers = { 1082: asText, 20: asText, 1700: asText };

// PGlite turns fsync off by default, with -F.
const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
];

/**
 * Opens the embedded database in a data directory, and makes it at the first start.
 *
 * What it has committed survives a power cut: it refuses to open where fsync does not reach the
 * disk. The directory is locked before any file is touched, and until `close()` is done. A disk that
 * refuses a write ends the process by default, since PGlite does not survive it.
 *
 * Throws `DataDirectoryInUse`, or `Error` with a Swedish sentence.
 * Source: RELIABILITY §0 and §5, DESIGN §4.
 */
export async function openEmbedded(
  directory: string,
  onStorageFailure: OnStorageFailure = exitOnStorageFailure,
): Promise<PGlite> {
  const lock = lockDataDirectory(directory);
  try {
    const path = await prepareDatabaseFiles(lock.directory, onStorageFailure);
    const files = new DurableNodeFS(path, onStorageFailure);
    const database = await startDatabase({ fs: files, startParams }, lock);
    await assertDurable(database, files).catch(async (error: unknown) => {
      await database.close();
      throw error;
    });
    return database;
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * Opens a database in memory, for tests: the same engine and types, nothing on disk.
 *
 * A `template` is what `dumpDataDir('none')` of another one gave; it saves the making of a database.
 */
export async function openEmbeddedInMemory(template?: Blob): Promise<PGlite> {
  const database = new PGlite({ parsers, ...(template && { loadDataDir: template }) });
  await database.waitReady;
  return database;
}

/**
 * Commits a probe, and throws where its fsync did not arrive on the write-ahead log.
 *
 * The hook below PGlite is not part of its interface: another version may move it without a word.
 */
export async function assertDurable(
  database: PGlite,
  files: { readonly fsyncCounts: FsyncCounts },
): Promise<void> {
  const before = files.fsyncCounts.writeAheadLog;
  await database.query("SELECT pg_logical_emit_message(true, 'tkr', 'fsync')");
  if (files.fsyncCounts.writeAheadLog > before) return;
  throw new Error(
    'Databasen startas inte: det som sparas når inte disken (fsync har ingen verkan), så att ett ' +
      'strömavbrott kunde radera det. Installera exakt de versioner som Tkr anger: npm ci.',
  );
}

async function startDatabase(options: PGliteOptions, lock: DirectoryLock): Promise<PGlite> {
  const database = new LockedDatabase({ ...options, parsers }, lock);
  try {
    await database.waitReady;
  } catch (error) {
    throw new Error(
      `Databasen i ${lock.directory} gick inte att öppna. Har den skadats: flytta undan katalogen ` +
        'och återläs en säkerhetskopia med "npx tkr restore".',
      { cause: error },
    );
  }
  return database;
}

/** A database whose `close()` also gives up the lock, and which may be closed twice. */
class LockedDatabase extends PGlite {
  readonly #lock: DirectoryLock;
  #closing: Promise<void> | undefined;

  constructor(options: PGliteOptions, lock: DirectoryLock) {
    super(options);
    this.#lock = lock;
  }

  override close(): Promise<void> {
    this.#closing ??= this.#closeAndRelease();
    return this.#closing;
  }

  // Where closing fails the lock stays until the process ends: the files may still be in use.
  async #closeAndRelease(): Promise<void> {
    await super.close();
    this.#lock.release();
  }
}
