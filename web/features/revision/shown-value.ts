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
  if (Array.isArray(value) && field === 'assumptions') {
    if (value.length === 0) return [administration.change.empty];
    return value.map((one: unknown) => shownAssumption(one, saying));
  }
  if (Array.isArray(value) && field === 'parts') {
    return value.map((part: unknown) => shownPart(part, saying));
  }
  if (Array.isArray(value) && (field === 'ratePeriods' || field === 'points')) {
    return value.map((rate: unknown) => shownRate(rate, saying));
  }
  return [JSON.stringify(value)];
}

// A dated rate of a loan or of a rate curve.
function shownRate(stored: unknown, { names }: Saying): string {
  const { from, rate, margin, curveId } = factsOf(stored);
  const text = (one: unknown): string => (typeof one === 'string' ? one : '');
  const curve = text(curveId) === '' ? '' : `${names.get(text(curveId)) ?? text(curveId)} + `;
  return `${text(from)}: ${curve}${(text(rate) || text(margin)).replace('.', ',')} %`;
}

// A percentage as it was typed, exact.
function shownPercentOf(text: string): string {
  return `${text.replace('-', '−').replace('.', ',')} %`;
}

const percentFields = new Set(['percent', 'low', 'high']);

/** What a kind of assumption is called; null for what is none. */
export function assumptionKindText(kind: string, texts: Texts): string | null {
  return Object.entries(texts.prognos.kinds).find(([name]) => name === kind)?.[1] ?? null;
}

function shownAssumption(stored: unknown, { texts, names }: Saying): string {
  const { kind, lineId, from, ...rest } = factsOf(stored);
  const line = typeof lineId === 'string' ? (names.get(lineId) ?? lineId) : null;
  const percents = [rest['low'], rest['percent'], rest['high']].filter(
    (one) => typeof one === 'string',
  );
  const months = [rest['months'], rest['lastMonth']].filter((one) => typeof one === 'number');
  const { amount } = rest;
  const values = [
    ...percents.map(shownPercentOf),
    ...(typeof amount === 'string' ? [`${shownAmount(amount)} Tkr`] : []),
    ...months.map((month) => `${month}`),
  ];
  const what = typeof kind === 'string' ? (assumptionKindText(kind, texts) ?? kind) : '';
  const told = [what, line, typeof from === 'string' ? from : null];
  const shown = values.length === 0 ? texts.administration.change.empty : values.join('–');
  return `${told.filter((part) => part !== null).join(', ')}: ${shown}`;
}

// A member's part of a key.
function shownPart(stored: unknown, { names }: Saying): string {
  const { memberId, weight } = factsOf(stored);
  const [name, part] = [memberId, weight].map((one) => (typeof one === 'string' ? one : ''));
  return `${names.get(name ?? '') ?? name}: ${(part ?? '').replace('.', ',')}`;
}

function shownText(field: string, text: string, { language, texts, names }: Saying): string {
  const { administration } = texts;
  if (field === 'amount' || field === 'principal') return shownAmount(text);
  if (field === 'kind') return assumptionKindText(text, texts) ?? kindText(text, language);
  if (percentFields.has(field)) return shownPercentOf(text);
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
  const { kind, year, amount, source, comment } = factsOf(stored);
  const label = figureText(kind, year, language);
  const { change, storedWords } = texts.administration;
  const words: { readonly [value: string]: string } = storedWords;
  const isFollowing = typeof source === 'string' && source !== 'typed';
  const empty = isFollowing ? (words[source] ?? source) : change.empty;
  const shown = typeof amount === 'string' ? shownAmount(amount) : empty;
  return typeof comment === 'string' && comment !== ''
    ? `${label}: ${shown} (${comment})`
    : `${label}: ${shown}`;
}

/** A figure of a forecast with its year, or for the debt its day. */
export function figureText(kind: unknown, year: unknown, language: Language): string {
  if (typeof kind !== 'string' || typeof year !== 'number') return '';
  return `${kindText(kind, language)} ${kind === 'openingDebt' ? '31/12 ' : ''}${year}`;
}
