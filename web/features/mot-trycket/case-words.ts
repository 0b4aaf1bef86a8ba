import type { AssumedTerms } from '#domain/forecast/compare-amortisation.ts';
import type { Texts } from '../../texts/sv.ts';

/** A set of assumptions in words: "48 månader för alla, tas upp apr–dec, amorteras varje månad". */
export function caseWords(
  { firstMonth, interval, lives }: AssumedTerms,
  { motTrycket: words, villkor }: Texts,
): string {
  const life =
    lives === 'own'
      ? words.livesOwn
      : lives === 'before'
        ? words.livesBefore
        : words.livesAll(lives.months);
  const [first, last] = [villkor.shortMonths[firstMonth - 1] ?? '', villkor.shortMonths[11] ?? ''];
  const drawn = firstMonth === 12 ? last : `${first}–${last}`;
  return words.caseName(life, drawn, words.every[interval] ?? '');
}
