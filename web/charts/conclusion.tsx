import { Fragment } from 'react';
import { figureOf } from '#domain/borgensprognos-table.ts';
import { yearOf } from '#domain/forecast/month.ts';
import {
  type BorgensprognosConclusion,
  concludeBorgensprognos,
} from '#domain/scenario-comparison.ts';
import { absolute, compare, isNegative, isZero, negate, zero } from '#domain/tkr.ts';
import { shownMonth } from '../lib/assumption-words.ts';
import type { ScenarioView } from '../lib/borgensprognos.ts';
import { shown } from '../lib/format.ts';
import { useTexts } from '../texts/language.tsx';
import type { Texts } from '../texts/sv.ts';

/** The sentence that says what the forecast means; computed, and so always true. */
export function BorgensConclusion({ scenarios }: { readonly scenarios: readonly ScenarioView[] }) {
  const texts = useTexts();
  const conclusion = concludeBorgensprognos(
    scenarios.map(({ scenario, forecast }) => ({ name: scenario.name, forecast })),
  );
  if (conclusion === null) return texts.conclusion.none;
  return (
    <>
      {partsOf(conclusion, brokenIn(scenarios, texts), texts.conclusion).map((part, index) => (
        // The parts of one sentence stand in their order and have no other name.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={index}>{part.isStrong ? <b>{part.text}</b> : part.text}</Fragment>
      ))}
    </>
  );
}

type Part = { readonly text: string; readonly isStrong: boolean };

/** Where the ceiling breaks, in words: the first month of each scenario in which it does. */
export function brokenIn(scenarios: readonly ScenarioView[], { prognos }: Texts): string[] {
  return scenarios.flatMap(({ scenario, plan }) => {
    const { firstBrokenMonth: month, forecast } = plan;
    if (month === null) return [];
    const headroom = figureOf(forecast, 'headroom', yearOf(month));
    const holdsAtYearEnd = headroom !== null && !isNegative(headroom);
    return [prognos.brokenIn(shownMonth(month, prognos), scenario.name, holdsAtYearEnd)];
  });
}

/** The sentence in parts; those that carry the figures are strong. */
export function partsOf(
  { main, year, borgenstak, compared, scenarios, unknown }: BorgensprognosConclusion,
  broken: readonly string[],
  texts: Texts['conclusion'],
): Part[] {
  const isOver = isNegative(main.headroom);
  const opening = isOver
    ? texts.over(main.name, shown(negate(main.headroom)), year)
    : texts.left(main.name, shown(main.headroom), year);
  const ceiling = shown(borgenstak);
  const holds =
    scenarios === 1
      ? texts.holds(ceiling)
      : unknown > 0
        ? texts.holdsWhereKnown(ceiling)
        : texts.holdsEverywhere(ceiling);
  const ending = broken.length === 0 ? holds : texts.breaks(broken.join(', '));
  return [
    ...strongInTheMiddle(opening),
    ...(compared === null ? [] : strongInTheMiddle(comparison(compared, isOver, texts))),
    { text: ending, isStrong: false },
  ];
}

function comparison(
  { name, difference }: NonNullable<BorgensprognosConclusion['compared']>,
  isOver: boolean,
  texts: Texts['conclusion'],
): readonly [string, string, string] {
  const amount = shown(absolute(difference));
  if (isZero(difference)) return texts.same(name);
  return compare(difference, zero) < 0
    ? texts.less(amount, name, isOver)
    : texts.more(amount, name, isOver);
}

function strongInTheMiddle([before, strong, after]: readonly [string, string, string]): Part[] {
  return [
    { text: before, isStrong: false },
    { text: strong, isStrong: true },
    { text: after, isStrong: false },
  ];
}
