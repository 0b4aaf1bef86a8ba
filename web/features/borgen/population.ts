import type { PopulationFile } from '#contract/population-file.ts';
import { isCalendarDay } from '#domain/year.ts';
import type { Texts } from '../../texts/sv.ts';
import type { KeyDraft } from './key-draft.ts';

/**
 * What was read for one time, as a key to look over: from the new year after the inhabitants were
 * counted, where the file says when that was.
 */
export function draftOfPopulation(
  { period, matched }: PopulationFile['periods'][number],
  fileName: string,
  words: Texts['borgen'],
): KeyDraft {
  const year = parseInt(period.slice(0, 4), 10);
  const day = `${year + 1}-01-01`;
  return {
    validFrom: isCalendarDay(day) ? day : '',
    type: 'population',
    source: words.importSource(period, fileName).slice(0, longestSource),
    weights: Object.fromEntries(matched.map(({ memberId, population }) => [memberId, population])),
  };
}

/** The most characters that a source may have. */
const longestSource = 200;
