import { refusalTexts } from '#contract/refusal-texts.ts';
import { useLanguage } from '../texts/language.tsx';
import { ApiProblem } from './api.ts';

/** What is said about an action that failed, or undefined while none has. */
export function useFailureText(error: Error | null): string | undefined {
  const { texts, language } = useLanguage();
  if (error === null) return undefined;
  if (!(error instanceof ApiProblem)) return texts.common.lostBody;
  const { code, detail, fields } = error.problem;
  if (language === 'sv') return fields?.[0]?.message ?? detail;
  return Object.entries(refusalTexts).find(([known]) => known === code)?.[1].en ?? detail;
}
