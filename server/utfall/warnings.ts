import { sieRefusalTexts, sieSentence } from '#contract/sie-texts.ts';
import {
  type TableRefusal,
  tableNoteTexts,
  tableRefusalTexts,
  tableSentence,
} from '#contract/table-texts.ts';
import type { UtfallWarning } from '#contract/utfall-file.ts';
import type { SieWarning } from '#domain/sie/types.ts';
import type { UtfallKind } from '#domain/utfall-terms.ts';
import { ProblemError } from '../plugins/problems.ts';
import type { StoredWarning } from './file-reading.ts';
import type { ThreadRefusal } from './read-thread.ts';
import type { SieReadingRefusal } from './sie-reading.ts';

/** The sentences of what was found in a file; what is kept of it is codes and facts. */
export function tellWarnings(
  kind: UtfallKind,
  warnings: readonly StoredWarning[],
): UtfallWarning[] {
  return warnings.map((warning) => {
    const { line, code } = warning;
    return { line, code, ...sentenceOf(kind, warning) };
  });
}

function sentenceOf(kind: UtfallKind, warning: StoredWarning): { sv: string; en: string } {
  if (kind === 'sie4' || kind === 'sie5') {
    const finding = warning as SieWarning;
    return { sv: sieSentence(finding, 'sv'), en: sieSentence(finding, 'en') };
  }
  const texts: { readonly [code: string]: { sv: string; en: string } } = tableNoteTexts;
  const { details = {} } = warning as { readonly details?: Readonly<Record<string, string>> };
  return tableSentence(texts[warning.code] ?? { sv: warning.code, en: warning.code }, details);
}

/** Ends a request whose SIE file cannot be read, and says why. */
export function refuseSie(refusal: SieReadingRefusal | ThreadRefusal): never {
  switch (refusal) {
    case 'utfall_too_many_amounts':
    case 'utfall_amount_too_large':
      throw new ProblemError(refusal);
    case 'reading_failed':
    case 'reading_too_heavy':
    case 'reading_too_slow':
      return refuseTable({ code: refusal, details: {} });
    case 'sie_not_sie':
    case 'sie_too_many_sums':
    case 'sie_too_much_text':
    case 'sie_xml_invalid':
      return refuseFile(refusal, sieRefusalTexts[refusal]);
  }
}

/** Ends a request whose table cannot be read, and says why. */
export function refuseTable({ code, details }: TableRefusal): never {
  return refuseFile(code, tableSentence(tableRefusalTexts[code], details));
}

function refuseFile(code: string, { sv, en }: { readonly sv: string; readonly en: string }): never {
  throw new ProblemError('utfall_file_unreadable', {
    fields: [{ path: '/file', code, message: sv, en }],
  });
}
