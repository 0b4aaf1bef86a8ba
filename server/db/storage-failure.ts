import { writeSync } from 'node:fs';

/** Why the disk did not take what the database wrote. */
export type StorageFailureReason = 'disk_full' | 'over_quota' | 'disk_error';

/** A write that the disk refused, and the file it was for. */
export type StorageFailure = { readonly path: string; readonly reason: StorageFailureReason };

/** Called in the middle of a write, before anybody has been told that it succeeded. */
export type OnStorageFailure = (failure: StorageFailure) => void;

// WebAssembly's own error numbers, which is what PGlite's file system layer throws.
const reasons: ReadonlyMap<unknown, StorageFailureReason> = new Map([
  [19, 'over_quota'],
  [29, 'disk_error'],
  [51, 'disk_full'],
]);

/** Why the disk refused, where an error of PGlite's file system layer says that it did. */
export function storageFailureReason(error: unknown): StorageFailureReason | undefined {
  if (typeof error !== 'object' || error === null || !('errno' in error)) return undefined;
  return reasons.get(error.errno);
}

const causes: Record<StorageFailureReason, string> = {
  disk_full: 'disken är full. Frigör minst 200 MB',
  over_quota: 'kontots diskkvot är slut. Utöka den med minst 200 MB',
  disk_error: 'disken svarar med fel. Kontrollera disken, och ha en säkerhetskopia till hands',
};

/** The Swedish sentences about a storage failure: what happened, what was kept, what to do. */
export function storageFailureText({ path, reason }: StorageFailure): string {
  return (
    `Tkr stannar: databasen kunde inte skriva till ${path}, ${causes[reason]}, ` +
    'och starta sedan Tkr igen. Allt som har bekräftats som sparat finns kvar; ' +
    'det som höll på att sparas just nu är inte sparat.'
  );
}

/**
 * Says what is wrong on standard error and ends the process at once, with exit code 1.
 *
 * PGlite answers no more questions after a refused write, so that going on would only hang; the next
 * start recovers as after a crash. Source: RELIABILITY §5e.
 */
export function exitOnStorageFailure(failure: StorageFailure): never {
  // Written without buffering, since the process does not live to empty one.
  writeSync(2, `${storageFailureText(failure)}\n`);
  process.exit(1);
}
