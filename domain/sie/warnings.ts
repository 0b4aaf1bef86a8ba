import { longestValue, mostWarnings } from './limits.ts';
import type { SieFinding, SieWarning } from './types.ts';

/** Where warnings are gathered while a file is read. */
export type Warnings = {
  /** About one row. */
  readonly row: (line: number, finding: SieFinding) => void;
  /** About the file or an account as a whole: kept before those about rows. */
  readonly file: (line: number | null, finding: SieFinding) => void;
  /** About names that are missing: kept after those about rows. */
  readonly name: (line: number | null, finding: SieFinding) => void;
  /** At most `mostWarnings`, those of no line first, then in order of line. */
  readonly list: () => readonly SieWarning[];
  readonly count: () => number;
};

/** Makes an empty list; a file with a fault in each row must not fill the memory. */
export function createWarnings(): Warnings {
  const kept = { file: [] as SieWarning[], row: [] as SieWarning[], name: [] as SieWarning[] };
  let count = 0;
  const into =
    (list: SieWarning[]) =>
    (line: number | null, finding: SieFinding): void => {
      count += 1;
      if (list.length < mostWarnings) list.push({ line, ...finding });
    };
  return {
    row: into(kept.row),
    file: into(kept.file),
    name: into(kept.name),
    list: () =>
      [...kept.file, ...kept.row, ...kept.name]
        .slice(0, mostWarnings)
        .toSorted((left, right) => (left.line ?? 0) - (right.line ?? 0)),
    count: () => count,
  };
}

/** The beginning of a text, for a warning. */
export function shown(text: string): string {
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
