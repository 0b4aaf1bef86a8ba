import type { Sentence } from '#contract/field-texts.ts';
import { sieRefusalTexts } from '#contract/sie-texts.ts';
import { tableRefusalTexts } from '#contract/table-texts.ts';
import { ApiProblem } from '../../../lib/api.ts';
import { useFailureText } from '../../../lib/failure-text.ts';
import { useLanguage } from '../../../texts/language.tsx';

const texts: Readonly<Record<string, Sentence>> = { ...sieRefusalTexts, ...tableRefusalTexts };

/**
 * What is said about a file that was refused, or undefined while none was.
 *
 * The server's sentence has the row filled in; in English it is taken where it has no such places.
 */
export function useFileFailure(error: Error | null): string | undefined {
  const { texts: words, language } = useLanguage();
  const failure = useFailureText(error);
  if (error === null) return undefined;
  if (!(error instanceof ApiProblem)) return words.imports.lost;
  const [field] = error.problem.fields ?? [];
  if (language === 'sv' || field === undefined) return failure;
  const known = texts[field.code]?.en;
  return known === undefined || known.includes('{') ? failure : known;
}
