import { figureOf } from '#domain/borgensprognos-table.ts';
import { forecastRowKinds } from '#domain/borgensutrymme.ts';
import {
  type AssumptionDifference,
  assumptionDifferences,
} from '#domain/forecast/assumption-differences.ts';
import { absolute, compare, isNegative, isZero, subtract, type Tkr } from '#domain/tkr.ts';
import { defaultOf, shownFrom, shownValue } from '../../lib/assumption-words.ts';
import type { ScenarioView } from '../../lib/borgensprognos.ts';
import { shown } from '../../lib/format.ts';
import type { Language } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { rowName } from './figures.ts';

/** What two scenarios assume differently, a sentence each. */
export function assumptionSentences(
  left: ScenarioView,
  right: ScenarioView,
  words: Texts['prognos'],
): string[] {
  const lines = new Map(
    [...right.input.lines, ...left.input.lines].map(({ lineId, name }) => [lineId, name]),
  );
  const over = {
    firstYear: Math.max(left.plan.years.first, right.plan.years.first),
    lastYear: Math.min(left.plan.years.last, right.plan.years.last),
  };
  const differences = assumptionDifferences(left.plan.assumptions, right.plan.assumptions, {
    ...over,
    lineIds: [...lines.keys()],
  });
  return differences.flatMap((one) =>
    sentenceOf(one, { left, right, lines, over, words, isOverAll: isOverAll(one, over) }),
  );
}

type Over = { readonly firstYear: number; readonly lastYear: number };

type Named = {
  readonly left: ScenarioView;
  readonly right: ScenarioView;
  readonly lines: ReadonlyMap<string, string>;
  readonly over: Over;
  readonly words: Texts['prognos'];
  readonly isOverAll: boolean;
};

function isOverAll({ firstYear, lastYear }: AssumptionDifference, over: Over): boolean {
  return firstYear === over.firstYear && lastYear === over.lastYear;
}

function sentenceOf(one: AssumptionDifference, named: Named): string[] {
  const { kind, lineId } = one;
  const { words, lines } = named;
  const { differences } = words;
  const names = [named.left.scenario.name, named.right.scenario.name] as const;
  const values = [one.left ?? defaultOf(kind), one.right ?? defaultOf(kind)] as const;
  const line = lineId === null ? '' : differences.forLine(lines.get(lineId) ?? '');
  const when = whenOf(one, named);
  const [left, right] = values.map((value) =>
    value === null ? null : shownValue(kind, value, words),
  ) as [string | null, string | null];
  if (left === right) return [];
  const counted = (value: string): string => `${words.counted[kind](value)}${line}${when}`;
  if (left === null) {
    return right === null ? [] : [differences.onlyOne(names[1], counted(right), names[0])];
  }
  if (right === null) return [differences.onlyOne(names[0], counted(left), names[1])];
  return [differences.sentence(names[0], counted(left), names[1], right)];
}

// The whole time needs no words; what lasts to the end says from when.
function whenOf(one: AssumptionDifference, { over, words, isOverAll: isAlways }: Named): string {
  if (one.kind === 'ceiling') {
    const day = one.left?.from ?? one.right?.from ?? null;
    return day === null ? '' : ` ${words.from(shownFrom(day, words))}`;
  }
  if (isAlways) return '';
  if (one.lastYear === over.lastYear && one.firstYear !== one.lastYear) {
    return ` ${words.from(`${one.firstYear}`)}`;
  }
  return ` ${words.between(one.firstYear, one.lastYear)}`;
}

/** The rows in which two scenarios differ, a sentence each. */
export function rowSentences(
  left: ScenarioView,
  right: ScenarioView,
  texts: Texts,
  language: Language,
): string[] {
  const words = texts.prognos.differences;
  const names = [left.scenario.name, right.scenario.name] as const;
  const first = Math.max(left.scenario.openingYear, right.scenario.openingYear);
  const last = Math.min(left.scenario.lastYear, right.scenario.lastYear);
  const years = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + 1 + at);
  const places = [
    { figure: 'debt' as const, year: first },
    ...years.flatMap((year) => forecastRowKinds.map((figure) => ({ figure, year }))),
  ];
  return places.flatMap((place) => {
    const [mine, theirs] = [left, right].map(({ forecast }) =>
      figureOf(forecast, place.figure, place.year),
    );
    if (isSame(mine ?? null, theirs ?? null)) return [];
    const amount = (one: Tkr | null | undefined): string =>
      one === null || one === undefined ? words.empty : shown(one);
    const name = rowName(place, texts, language);
    return [words.row(name, names[0], amount(mine), names[1], amount(theirs))];
  });
}

function isSame(left: Tkr | null, right: Tkr | null): boolean {
  if (left === null || right === null) return left === right;
  return compare(left, right) === 0;
}

/** How much more or less one scenario has left at the end of each year that both know. */
export function headroomSentences(
  left: ScenarioView,
  right: ScenarioView,
  { differences: words }: Texts['prognos'],
): string[] {
  const names = [left.scenario.name, right.scenario.name] as const;
  const sentences = left.forecast.years.flatMap(({ year, headroom }) => {
    const theirs = figureOf(right.forecast, 'headroom', year);
    if (headroom === null || theirs === null) return [];
    const difference = subtract(headroom, theirs);
    if (isZero(difference)) return [words.sameHeadroom(names[0], names[1], year)];
    const amount = shown(absolute(difference));
    return [words.headroom(names[0], amount, !isNegative(difference), names[1], year)];
  });
  const [mine, theirs] = [left.scenario.lastYear, right.scenario.lastYear];
  return [
    ...(sentences.length === 0 ? [words.headroomUnknown] : sentences),
    ...(mine === theirs ? [] : [words.lengths(names[0], mine, names[1], theirs)]),
  ];
}
