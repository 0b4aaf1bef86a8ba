import type { AssumptionAnswer } from '#contract/assumptions.ts';
import { percentOf, percentToPlain } from '#domain/percent.ts';
import { parseSwedishPercent, shownPercent } from '../../lib/percent-text.ts';
import type { Texts } from '../../texts/sv.ts';
import type { TermKind } from './terms.ts';

/** The value of a term in plain form. */
export type TermValue = Pick<AssumptionAnswer, 'percent' | 'months' | 'lastMonth'>;

const nothing: TermValue = { percent: null, months: null, lastMonth: null };

/** Whole years are how lives are spoken of. */
const monthsInYear = 12;

/** What holds where nobody has said anything: drawn over the year, paid by the quarter. */
export const standardTerms: { readonly [kind in TermKind]?: TermValue } = {
  drawSpan: { ...nothing, months: 1, lastMonth: 12 },
  paymentInterval: { ...nothing, months: 3 },
};

/** A value as it is shown in a cell: `48`, `80 %`, `jan–dec`, `kvartal`. */
export function shownTerm(kind: TermKind, value: TermValue, { villkor: words }: Texts): string {
  const { percent, months, lastMonth } = value;
  if (kind === 'loanShare')
    return percent === null ? '' : `${shownPercent(percentOf(percent))}\u00a0%`;
  if (months === null) return '';
  if (kind === 'life') return `${months}`;
  if (kind === 'paymentInterval') return words.intervals[months] ?? `${months}`;
  const [first, last] = [monthName(months, words), monthName(lastMonth ?? months, words)];
  return first === last ? first : `${first}–${last}`;
}

function monthName(month: number, { shortMonths }: Texts['villkor']): string {
  return shortMonths[month - 1] ?? `${month}`;
}

/**
 * A value as a person writes it, null where it is none: a life as months or years (`48`, `4 år`), a
 * share as percent, a span as months by number or name (`1–12`, `mars–dec`), an interval in months or
 * by its name. In Swedish and in English.
 */
export function parseTerm(kind: TermKind, text: string): TermValue | null {
  const tidy = text.trim().toLowerCase().replaceAll('\u00a0', ' ');
  if (kind === 'loanShare') {
    const percent = parseSwedishPercent(tidy);
    return percent === null ? null : { ...nothing, percent: percentToPlain(percent) };
  }
  if (kind === 'drawSpan') return parseSpan(tidy);
  const months = kind === 'life' ? parseLife(tidy) : parseInterval(tidy);
  return months === null ? null : { ...nothing, months };
}

const monthWords = ['', 'm', 'mån', 'månad', 'månader', 'month', 'months'];
const yearWords = ['år', 'year', 'years'];

function parseLife(text: string): number | null {
  const form = /^(\d{1,4})(?:[,.](5))?\s*(\p{L}*)\.?$/u.exec(text);
  if (form === null) return null;
  const [, whole = '', half, word = ''] = form;
  const count = parseInt(whole, 10);
  if (monthWords.includes(word)) return half === undefined ? count : null;
  if (!yearWords.includes(word)) return null;
  return count * monthsInYear + (half === undefined ? 0 : monthsInYear / 2);
}

const intervalNames: readonly (readonly [number, readonly string[]])[] = [
  [1, ['1', 'månad', 'månadsvis', 'month', 'monthly']],
  [3, ['3', 'kvartal', 'kvartalsvis', 'quarter', 'quarterly']],
  [6, ['6', 'halvår', 'halvårsvis', 'half-year', 'half-yearly']],
  [12, ['12', 'år', 'årsvis', 'årligen', 'year', 'yearly']],
];

function parseInterval(text: string): number | null {
  return intervalNames.find(([, names]) => names.includes(text))?.[0] ?? null;
}

const monthNames = [
  ...['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
];
const englishNames: Readonly<Record<string, number>> = { may: 5, oct: 10 };

function parseSpan(text: string): TermValue | null {
  const [first = '', last = first, ...more] = text.split(/\s*[–−-]\s*/u);
  const [months, lastMonth] = [parseMonth(first), parseMonth(last)];
  if (months === null || lastMonth === null || more.length > 0) return null;
  return { ...nothing, months, lastMonth };
}

function parseMonth(text: string): number | null {
  if (/^\d{1,2}$/u.test(text)) return parseInt(text, 10);
  if (!/^\p{L}{3,9}\.?$/u.test(text)) return null;
  const short = text.slice(0, 3);
  const at = monthNames.indexOf(short);
  return at < 0 ? (englishNames[short] ?? null) : at + 1;
}
