import { figureTerms, kindTerms } from '#contract/terms.ts';
import { isRole } from '#domain/rights.ts';
import { parsePlain } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import type { Language } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { factsOf } from './diff.ts';
import { logMoment } from './log-time.ts';

/** What values are put into words with: the language, and what identifiers are called. */
export type Saying = {
  readonly language: Language;
  readonly texts: Texts;
  readonly names: ReadonlyMap<string, string>;
};

const moment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/u;

/** A stored value in words, one line a thing. */
export function shownValue(field: string, value: unknown, saying: Saying): string[] {
  const { administration } = saying.texts;
  if (value === null || value === undefined || value === '') return [administration.change.empty];
  if (typeof value === 'boolean') return [value ? administration.yes : administration.no];
  if (typeof value === 'number') return [`${value}`];
  if (typeof value === 'string') return [shownText(field, value, saying)];
  if (Array.isArray(value) && field === 'figures') {
    if (value.length === 0) return [administration.change.empty];
    return value.map((figure: unknown) => shownFigure(figure, saying));
  }
  return [JSON.stringify(value)];
}

function shownText(field: string, text: string, { language, texts, names }: Saying): string {
  const { administration } = texts;
  if (field === 'amount') return shownAmount(text);
  if (field === 'kind') return kindText(text, language);
  if (field === 'role' && isRole(text)) return administration.roleNames[text];
  if (moment.test(text)) return logMoment(text);
  const words: { readonly [value: string]: string } = administration.storedWords;
  if (wordFields.has(field) && Object.hasOwn(words, text)) return words[text] ?? text;
  return names.get(text) ?? text;
}

// Fields with a few values of their own, that are codes and no words.
const wordFields = new Set(['status', 'source', 'scope', 'method']);

/** An amount in Swedish form, with every decimal: the log is exact. */
export function shownAmount(text: string): string {
  const parsed = parsePlain(text);
  return parsed.ok ? formatSwedish(parsed.value) : text;
}

/** What an entry or a figure of a forecast is, in the field's own words. */
export function kindText(kind: string, language: Language): string {
  const known = { ...kindTerms, ...figureTerms, openingDebt: figureTerms.debt };
  return Object.entries(known).find(([name]) => name === kind)?.[1][language] ?? kind;
}

function shownFigure(stored: unknown, { language, texts }: Saying): string {
  const { kind, year, amount, comment } = factsOf(stored);
  const label = figureText(kind, year, language);
  const shown =
    typeof amount === 'string' ? shownAmount(amount) : texts.administration.change.empty;
  return typeof comment === 'string' && comment !== ''
    ? `${label}: ${shown} (${comment})`
    : `${label}: ${shown}`;
}

/** A figure of a forecast with its year, or for the debt its day. */
export function figureText(kind: unknown, year: unknown, language: Language): string {
  if (typeof kind !== 'string' || typeof year !== 'number') return '';
  return `${kindText(kind, language)} ${kind === 'openingDebt' ? '31/12 ' : ''}${year}`;
}
