import { refusalTexts } from '#contract/refusal-texts.ts';
import type { Language } from '../../texts/language.tsx';

/** What is said of a refusal; the server's own sentence in Swedish. */
export function refusalSentence(
  { code, detail }: { readonly code: string; readonly detail: string },
  language: Language,
): string {
  if (language === 'sv') return detail;
  return Object.entries(refusalTexts).find(([known]) => known === code)?.[1].en ?? detail;
}
