import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** A place on disk for one file while it is worked on. */
export type TemporaryFile = { readonly path: string; readonly remove: () => Promise<void> };

/** The folder of what is on its way in; nothing in it outlives its request. */
export type TemporaryFiles = {
  /** A name that nothing has; nothing is written until somebody writes. */
  readonly make: () => Promise<TemporaryFile>;
  /** Removes what processes that are gone have left behind. */
  readonly clear: () => Promise<void>;
};

/** Uses a folder, which is made when it is first needed and only this user reads. */
export function temporaryFiles(folder: string): TemporaryFiles {
  return {
    make: async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = path.join(folder, `upload-${process.pid}-${randomUUID()}`);
      return { path: file, remove: () => rm(file, { force: true }) };
    },
    clear: async () => {
      const names = await readdir(folder).catch(() => []);
      for (const name of names) {
        const owner = /^upload-(\d{1,10})-[\da-f-]{36}$/u.exec(name)?.[1];
        if (owner !== undefined && !isOtherAlive(parseInt(owner, 10))) {
          await rm(path.join(folder, name), { force: true });
        }
      }
    },
  };
}

// A process that has just started has no files yet: those with its number are of an earlier one.
function isOtherAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
