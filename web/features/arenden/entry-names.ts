import type { Texts } from '../../texts/sv.ts';
import type { EntryView } from './arende-view.ts';

type Named = Pick<
  EntryView,
  'kind' | 'lineName' | 'year' | 'fromYear' | 'fromLineName' | 'corrects'
>;

/** What an entry does, under its line's name: "återbudgetering från 2024". */
export function entryDetail(entry: Named, arendeYear: number, texts: Texts): string {
  const words = texts.arende;
  const { kind, fromYear, fromLineName, corrects, year } = entry;
  const otherYear = corrects?.otherYear ?? null;
  const name = words.kinds[kind];
  const from =
    fromYear !== null
      ? ` ${words.fromYear(fromYear)}`
      : fromLineName !== null
        ? ` ${words.fromLine(fromLineName)}`
        : otherYear === null
          ? ''
          : ` ${words.correctedYear(otherYear)}`;
  return `${name}${from}${year === arendeYear ? '' : `, ${year}`}`;
}

/** An entry in words: "Klienter, återbudgetering från 2024". */
export function entryName(entry: Named, arendeYear: number, texts: Texts): string {
  return `${entry.lineName}, ${entryDetail(entry, arendeYear, texts)}`;
}
