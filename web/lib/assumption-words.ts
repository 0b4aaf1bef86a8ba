import {
  type AssumptionKind,
  type AssumptionValue,
  assumptionShapes,
} from '#domain/forecast/assumption-terms.ts';
import { type Month, monthOfYear, yearOf } from '#domain/forecast/month.ts';
import { hundredPercent, type Percent, zeroPercent } from '#domain/percent.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import type { Texts } from '../texts/sv.ts';
import { shownPercent, shownPercentWithSign } from './percent-text.ts';

type Words = Texts['prognos'];

const nothing: AssumptionValue = {
  percent: null,
  low: null,
  high: null,
  amount: null,
  months: null,
  lastMonth: null,
};

/** What the forecast takes where nobody has said anything; see DESIGN §5. */
const defaults: { readonly [kind in AssumptionKind]?: AssumptionValue } = {
  drawSpan: { ...nothing, months: 1, lastMonth: 12 },
  paymentInterval: { ...nothing, months: 3 },
  executionRate: { ...nothing, percent: hundredPercent },
  priceChange: { ...nothing, percent: zeroPercent },
  refinancedShare: { ...nothing, percent: zeroPercent },
  rateShift: { ...nothing, percent: zeroPercent },
  lifeShift: { ...nothing, months: 0 },
  equityLife: { ...nothing, months: 0 },
  equityInterval: { ...nothing, months: 3 },
  openingLife: { ...nothing, months: 0 },
  openingInterval: { ...nothing, months: 3 },
};

/** What holds where nobody has said anything; null for a kind that then is missing or not there. */
export function defaultOf(kind: AssumptionKind): AssumptionValue | null {
  return defaults[kind] ?? null;
}

/** The kinds without which something cannot be told, see DESIGN §5. */
const needed: readonly AssumptionKind[] = [
  'loanShare',
  'life',
  'plannedRate',
  'internranta',
  'borgensavgift',
];

/** True for a kind that has no default, and without which something cannot be told. */
export function isNeeded(kind: AssumptionKind): boolean {
  return needed.includes(kind);
}

const intervals: readonly AssumptionKind[] = [
  'paymentInterval',
  'equityInterval',
  'openingInterval',
];

/** True for months between payments, which only a few numbers of months can be. */
export function isInterval(kind: AssumptionKind): boolean {
  return intervals.includes(kind);
}

/** A value in words: "80 %", "36 månader, 3 år", "januari–december", "varje kvartal". */
export function shownValue(kind: AssumptionKind, value: AssumptionValue, words: Words): string {
  const { percent, low, high, amount, months, lastMonth } = value;
  switch (assumptionShapes[kind]) {
    case 'percent':
      if (percent === null) return '';
      return kind === 'rateShift' ? shownPoints(percent, words) : percentWithSign(kind, percent);
    case 'range':
      if (percent === null || low === null || high === null) return '';
      return words.range(
        shownPercent(low),
        `${shownPercent(high)}\u00a0%`,
        `${shownPercent(percent)}\u00a0%`,
      );
    case 'amount':
      return amount === null ? '' : `${formatSwedish(amount)}\u00a0Tkr`;
    case 'span':
      return words.span(monthName(months, words), monthName(lastMonth, words));
    case 'months':
      return months === null ? '' : shownMonths(kind, months, words);
  }
}

function percentWithSign(kind: AssumptionKind, percent: Percent): string {
  const text = kind === 'priceChange' ? shownPercentWithSign(percent) : shownPercent(percent);
  return `${text}\u00a0%`;
}

function shownPoints(percent: Percent, words: Words): string {
  return words.percentagePoints(shownPercentWithSign(percent));
}

function monthName(month: number | null, words: Words): string {
  return month === null ? '' : (words.months[month - 1] ?? '');
}

function shownMonths(kind: AssumptionKind, months: number, words: Words): string {
  if (isInterval(kind)) return words.intervals[months] ?? words.monthCount(`${months}`);
  if (kind === 'lifeShift') return words.monthCount(withSign(months));
  if (months === 0) return words.never;
  return [words.monthCount(`${months}`), inYears(months, words)].filter(Boolean).join(', ');
}

function withSign(months: number): string {
  const size = `${Math.abs(months)}`;
  if (months === 0) return size;
  return months > 0 ? `+${size}` : `\u2212${size}`;
}

/** A number of months as years: "3 år", "2,5 år", "3 år och 4 månader"; empty below a year. */
export function inYears(months: number, words: Words): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  if (years === 0) return '';
  if (rest === 0) return words.years(`${years}`);
  if (rest === 6) return words.years(`${years},5`);
  return words.yearsAndMonths(`${years}`, `${rest}`);
}

/** A day as the first of what holds: "2027" for the first of January, else "1 juli 2027". */
export function shownFrom(day: string, words: Words): string {
  return day.endsWith('-01-01') ? day.slice(0, 4) : shownDayInWords(day, words);
}

function shownDayInWords(day: string, words: Words): string {
  const [year = '', month = '', ofMonth = ''] = day.split('-');
  const name = words.months[parseInt(month, 10) - 1] ?? '';
  return words.day(`${parseInt(ofMonth, 10)}`, name, year);
}

/** A month of the forecast in words: "augusti 2027". */
export function shownMonth(month: Month, words: Words): string {
  return words.monthOf(words.months[monthOfYear(month) - 1] ?? '', yearOf(month));
}
