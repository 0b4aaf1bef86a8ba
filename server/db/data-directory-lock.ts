import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A held lock on a data directory. `release()` gives it up; a second call does nothing. */
export type DirectoryLock = { readonly directory: string; readonly release: () => void };

/** The process that holds a lock, as it wrote itself down: `started` is an ISO time. */
export type LockHolder = { readonly pid: number; readonly host: string; readonly started: string };

/** Another process, or another part of this one, has the data directory. */
export class DataDirectoryInUse extends Error {
  readonly directory: string;
  /** Undefined in the instant before the holder has written down who it is. */
  readonly holder: LockHolder | undefined;

  constructor(directory: string, holder: LockHolder | undefined) {
    super(
      `Datakatalogen ${directory} används redan av ${describeHolder(holder)}. ` +
        'Ingen databasfil har öppnats eller ändrats. ' +
        'Stoppa den processen först, eller ange en annan katalog med TKR_DATA.',
    );
    this.name = 'DataDirectoryInUse';
    this.directory = directory;
    this.holder = holder;
  }
}

// A handle that nobody refers to is collected, and its lock with it: these are kept until release.
const heldLocks = new Set<DatabaseSync>();

/**
 * Takes the data directory for this process, and makes it (mode 0700) where it is missing.
 *
 * The lock is the kernel's: it is gone the moment the process is, however it died, so that a stale
 * lock never has to be judged, and containers on one machine that share a volume see it too.
 *
 * Throws `DataDirectoryInUse` where somebody else has it, and `Error` where it cannot be locked.
 * Source: RELIABILITY §5b, two processes in one directory destroyed it.
 */
export function lockDataDirectory(directory: string): DirectoryLock {
  const path = resolve(directory);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const lock = takeLock(path);
  const holderFile = join(path, 'tkr.pid');
  writeHolder(holderFile);
  heldLocks.add(lock);
  return {
    directory: path,
    release: () => {
      if (!heldLocks.delete(lock)) return;
      rmSync(holderFile, { force: true });
      lock.close();
    },
  };
}

// SQLite is the one thing in Node that locks a file in the kernel. Nothing else in this process may
// open tkr.lock: POSIX drops all of a process's locks on a file when it closes any handle to it.
function takeLock(path: string): DatabaseSync {
  const file = join(path, 'tkr.lock');
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(file, { timeout: 0 });
    // The journal is kept in memory so that a full disk does not look like a lock.
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    if (isBusy(error)) throw new DataDirectoryInUse(path, readHolder(join(path, 'tkr.pid')));
    throw new Error(
      `Datakatalogen ${path} kan inte låsas, så ingen databasfil har öppnats. ` +
        `Kontrollera att kontot som kör Tkr får skriva i katalogen och i ${file}.`,
      { cause: error },
    );
  }
}

const sqliteBusy = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
}

function writeHolder(file: string): void {
  const holder: LockHolder = {
    pid: process.pid,
    host: hostname(),
    started: new Date().toISOString(),
  };
  try {
    // Renamed into place, so that a refused process never reads half of it.
    writeFileSync(`${file}.ny`, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
    renameSync(`${file}.ny`, file);
  } catch {
    // On a full disk the refusal has to do without a name, rather than with the one before.
    rmSync(file, { force: true });
  }
}

function readHolder(file: string): LockHolder | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isHolder(holder) ? holder : undefined;
  } catch {
    // The file only makes the refusal clearer; the lock itself does not depend on it.
    return undefined;
  }
}

function isHolder(value: unknown): value is LockHolder {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, host, started } = value as Partial<Record<keyof LockHolder, unknown>>;
  return typeof pid === 'number' && typeof host === 'string' && typeof started === 'string';
}

function describeHolder(holder: LockHolder | undefined): string {
  if (holder === undefined) return 'en annan process';
  const since = new Date(holder.started).toLocaleString('sv-SE');
  return `process ${holder.pid} på datorn ${holder.host} sedan ${since}`;
}
