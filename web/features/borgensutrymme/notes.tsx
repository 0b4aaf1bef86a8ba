import { figureOf } from '#domain/borgensprognos-table.ts';
import { absolute, isZero } from '#domain/tkr.ts';
import type { PrintedView, ScenarioView } from '../../lib/borgensprognos.ts';
import { shown } from '../../lib/format.ts';
import { type Language, useLanguage } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { rowName } from './figures.ts';
import { planNotes } from './plan-notes.ts';

/** What the reader must know under the table. */
export type NotesProps = {
  readonly views: readonly ScenarioView[];
  readonly showsPrinted: boolean;
};

/** Says where shown rows do not add up, where print differs and why, and where a ceiling is missing. */
export function useNotes({ views, showsPrinted }: NotesProps): string[] {
  const { texts, language } = useLanguage();
  const printed = showsPrinted ? printedNotes(views, texts, language) : [];
  return [
    ...printed,
    ...roundingNotes(views, texts),
    ...ceilingNotes(views, texts),
    ...views.flatMap((view) => planNotes(view, texts)),
  ];
}

function roundingNotes(views: readonly ScenarioView[], texts: Texts): string[] {
  return views.flatMap(({ scenario, forecast }) =>
    forecast.years
      .filter(({ roundingDifference }) => !isZero(roundingDifference))
      .map(({ year }) => texts.borgensutrymme.noteRounding(scenario.name, year)),
  );
}

function ceilingNotes(views: readonly ScenarioView[], texts: Texts): string[] {
  const years = views.flatMap(({ forecast }) =>
    forecast.years.filter(({ gap }) => gap === 'no_borgenstak').map(({ year }) => year),
  );
  return [...new Set(years)].map((year) => texts.borgensutrymme.noCeiling(year));
}

function printedNotes(views: readonly ScenarioView[], texts: Texts, language: Language): string[] {
  const words = texts.borgensutrymme;
  if (views.every(({ printed }) => printed.length === 0)) return [];
  const notes = views.flatMap((view) => {
    const differing = view.printed.filter(({ verdict }) => verdict !== 'agrees');
    const chained = differing.filter(
      ({ verdict, beganIn }) => verdict === 'rounding' && beganIn !== null,
    );
    const lone = differing.filter((figure) => !chained.includes(figure));
    return [
      ...chainNotes(view, chained, words),
      ...lone.map((figure) => loneNote(view, figure, { texts, language })),
    ];
  });
  return notes.length === 0 ? [words.allPrintedAgree] : notes;
}

// One difference that went on is one sentence, not one for each figure that it reached.
function chainNotes(
  { scenario }: ScenarioView,
  chained: readonly PrintedView[],
  words: Texts['borgensutrymme'],
): string[] {
  const years = [...new Set(chained.map(({ beganIn }) => beganIn))];
  return years.flatMap((began) => {
    const ofYear = chained.filter(({ beganIn }) => beganIn === began);
    const difference = ofYear[0]?.difference ?? null;
    if (began === null || difference === null) return [];
    const counted = words.countedFigures(ofYear.length);
    return [words.notePrinted(counted, scenario.name, shown(absolute(difference)), began)];
  });
}

function loneNote(
  { scenario, forecast }: ScenarioView,
  { figure, year, printed, verdict, difference }: PrintedView,
  { texts, language }: { readonly texts: Texts; readonly language: Language },
): string {
  const name = rowName({ figure, year }, texts, language);
  const words = texts.borgensutrymme;
  if (verdict === 'rounding' && difference !== null) {
    return words.notePrintedAlone(name, scenario.name, shown(absolute(difference)));
  }
  const computed = figureOf(forecast, figure, year);
  const is = computed === null ? texts.common.missing : shown(computed);
  return words.notePrintedError(name, scenario.name, shown(printed), is);
}
