import type { UtfallFacts, UtfallFileAmount } from '#contract/utfall-file.ts';
import type { TableReadingAnswer } from '#contract/utfall-table.ts';
import type { UtfallKind } from '#domain/utfall-terms.ts';

/** Something that was found in a file, as it is kept: a code with its facts. */
export type StoredWarning = { readonly line: number | null; readonly code: string };

/** All that is taken from a file, as it travels between threads: amounts are texts in Tkr. */
export type FileReading = {
  readonly kind: Exclude<UtfallKind, 'typed'>;
  readonly encoding: string | null;
  readonly facts: UtfallFacts;
  readonly warnings: readonly StoredWarning[];
  /** How many there were, those that are not kept too. */
  readonly warningCount: number;
  readonly amounts: readonly UtfallFileAmount[];
  readonly table: TableReadingAnswer | null;
};

/** How many amounts a file may come to: more would not fit in a browser that previews them. */
export const mostAmounts = 300_000;

/** The largest amount that can be kept, 10¹² Tkr, in öre. */
const largestOre = 10n ** 17n;

/** True where an amount is larger than can be kept. */
export function isTooLarge(ore: bigint): boolean {
  return ore > largestOre || ore < -largestOre;
}

// U+0000 cannot be stored, and a lone surrogate is no character.
const unstorable = /[\p{Cc}\p{Cs}]/gu;

/** A text from a file without what cannot be stored. */
export function storable(text: string): string {
  return text.replace(unstorable, '\uFFFD');
}
