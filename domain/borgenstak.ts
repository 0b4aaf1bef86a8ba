/** What decides whether a ceiling (borgenstak) holds: its day, what it replaces, and whether it takes that back. */
export type BorgenstakEntry = {
  readonly borgenstakId: string;
  /** The first day that it holds, `YYYY-MM-DD`. */
  readonly validFrom: string;
  readonly replacesId: string | null;
  /** True for an entry that takes back the one it replaces, and is no ceiling itself. */
  readonly isWithdrawn: boolean;
};

/** Why a ceiling cannot be entered or corrected. */
export type BorgenstakRefusal =
  | 'borgenstak_already_corrected'
  | 'borgenstak_day_taken'
  | 'borgenstak_withdrawn';

/** The ceilings that hold: those that nothing replaces and that take nothing back, in the given order. */
export function borgenstakInForce<Entry extends BorgenstakEntry>(
  entries: readonly Entry[],
): Entry[] {
  const replaced = new Set(entries.map(({ replacesId }) => replacesId));
  return entries.filter(
    ({ borgenstakId, isWithdrawn }) => !isWithdrawn && !replaced.has(borgenstakId),
  );
}

/** Null where a ceiling can be entered from a day: one day has one ceiling. */
export function refusalOfNewBorgenstak(
  entries: readonly BorgenstakEntry[],
  validFrom: string,
): BorgenstakRefusal | null {
  const isTaken = borgenstakInForce(entries).some((entry) => entry.validFrom === validFrom);
  return isTaken ? 'borgenstak_day_taken' : null;
}

/** Null where a ceiling can be replaced by one from a day, or be taken back, where the day is null. */
export function refusalOfCorrectedBorgenstak(
  entries: readonly BorgenstakEntry[],
  corrected: BorgenstakEntry,
  validFrom: string | null,
): BorgenstakRefusal | null {
  const { borgenstakId } = corrected;
  if (corrected.isWithdrawn) return 'borgenstak_withdrawn';
  if (entries.some(({ replacesId }) => replacesId === borgenstakId)) {
    return 'borgenstak_already_corrected';
  }
  if (validFrom === null) return null;
  const others = entries.filter((entry) => entry.borgenstakId !== borgenstakId);
  return refusalOfNewBorgenstak(others, validFrom);
}
