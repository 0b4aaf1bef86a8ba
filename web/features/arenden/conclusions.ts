import type { ArendeSummary } from '#contract/arende-answer.ts';
import type { ForecastEffect } from '#domain/arende-effect.ts';
import { absolute, compare, isZero, type Tkr, tkr, zero } from '#domain/tkr.ts';
import { shown } from '../../lib/format.ts';
import type { Texts } from '../../texts/sv.ts';
import type { ArendeView } from './arende-view.ts';

/** A part of a sentence; those that carry the figures are strong. */
export type Part = { readonly text: string; readonly isStrong: boolean };

/** The sentence of the list: what is being prepared, and how much it comes to. */
export function concludeArenden(
  arenden: readonly ArendeSummary[],
  words: Texts['arenden'],
): Part[] {
  if (arenden.length === 0) return [plain(words.sayNone)];
  const prepared = arenden.filter(({ status }) => status === 'beredning');
  const drafts = arenden.filter(({ status }) => status === 'utkast').length;
  const decided = arenden.length - prepared.length - drafts;
  if (prepared.length === 0) return [plain(words.sayIdle(drafts, decided))];
  const sums = prepared.map(({ total, year }) => ({ amount: shown(tkr(total)), year }));
  return [
    plain(words.sayPrepared(prepared.length)),
    ...sums.flatMap(({ amount, year }, at): Part[] => [
      plain(at === 0 ? '' : at === sums.length - 1 ? words.and : ', '),
      strong(`${amount}\u00a0Tkr`),
      plain(words.forYear(year)),
    ]),
    plain('.'),
  ];
}

/** The sentence of an ärende: what it does to the budget, and what is left to borrow then. */
export function concludeArende(
  view: ArendeView,
  forecast: ForecastEffect | null,
  words: Texts['arende'],
): Part[] {
  const { answer, entries, total } = view;
  if (entries.length === 0) return [plain(words.sayEmpty(answer.year))];
  const after = view.budgets.find(({ year }) => year === answer.year)?.after ?? null;
  return [...budgetSentence(view, total, after, words), ...headroomSentence(view, forecast, words)];
}

function budgetSentence(
  { answer }: ArendeView,
  total: Tkr,
  after: Tkr | null,
  words: Texts['arende'],
): Part[] {
  const { year, outcome } = answer;
  if (outcome === 'avslag') return [plain(words.sayRefused(year, shown(total)))];
  const amount = `${shown(absolute(total))}\u00a0Tkr`;
  const isDecided = outcome === 'bifall';
  if (isZero(total)) return [plain(words.saySame(year, isDecided))];
  const isMore = compare(total, zero) > 0;
  return [
    plain(isMore ? words.sayMore(year, isDecided) : words.sayLess(year, isDecided)),
    strong(amount),
    plain(after === null ? '.' : words.sayTo(shown(after))),
  ];
}

function headroomSentence(
  { answer }: ArendeView,
  forecast: ForecastEffect | null,
  words: Texts['arende'],
): Part[] {
  if (forecast === null || answer.status === 'beslutad') return [];
  const at = forecast.bifall.years.findLastIndex(({ headroom }) => headroom !== null);
  const granted = forecast.bifall.years[at];
  const refused = forecast.avslag.years[at];
  if (!granted?.headroom || !refused?.headroom) return [];
  const parts = words.sayHeadroom(granted.year, shown(granted.headroom), shown(refused.headroom));
  const over = forecast.bifall.firstNegativeYear;
  return [
    plain(parts[0]),
    strong(parts[1]),
    plain(parts[2]),
    strong(parts[3]),
    plain(parts[4]),
    ...(over === null ? [] : [plain(words.sayBreaks(over))]),
  ];
}

function plain(text: string): Part {
  return { text, isStrong: false };
}

function strong(text: string): Part {
  return { text, isStrong: true };
}
