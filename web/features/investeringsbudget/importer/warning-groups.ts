import type { UtfallWarning } from '#contract/utfall-file.ts';
import { grouped } from '#domain/grouped.ts';

/** Warnings of the same kind, in the order of the file. */
export type WarningGroup = { readonly code: string; readonly warnings: readonly UtfallWarning[] };

/** Puts warnings of the same kind together; the kind that comes first in the file comes first. */
export function groupWarnings(warnings: readonly UtfallWarning[]): WarningGroup[] {
  return [...grouped(warnings, ({ code }) => code)].map(([code, ofCode]) => ({
    code,
    warnings: ofCode,
  }));
}
