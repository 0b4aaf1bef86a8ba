import { Fragment } from 'react';
import type { ComparedCase } from '#domain/forecast/compare-amortisation.ts';
import { absolute, compare, type Tkr, tkr } from '#domain/tkr.ts';
import { shown, shownWithSign } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import { caseWords } from './case-words.ts';
import type { ComparedView } from './compared.ts';

/** As much as the difference of two figures in whole Tkr can be off by rounding. */
const mostRounding = tkr('1');

/** True where what is left of every year could be rounding, which is not to say that it is. */
export function couldBeRounding({ years }: ComparedCase<unknown>): boolean {
  return years.every(({ unexplained }) => compare(absolute(unexplained), mostRounding) <= 0);
}

/** What the assumptions in force come to beside the difference, and what the closest ones leave over. */
export function MotTrycketSay({ view }: { readonly view: ComparedView }) {
  const texts = useTexts();
  const words = texts.motTrycket;
  const { differences, comparison } = view;
  const { own } = comparison;
  const [closest] = comparison.tried;
  if (differences.length === 0) return words.sayNoYears;
  const inYears = (amounts: readonly { readonly year: number; readonly amount: Tkr }[]): string =>
    words.listed(amounts.map(({ year, amount }) => words.amountIn(shown(amount), year)));
  const left = (one: ComparedCase<unknown>): string =>
    words.listed(
      one.years.map(({ unexplained, year }) => words.amountIn(shownWithSign(unexplained), year)),
    );
  const difference = inYears(differences);
  const sentences = [
    own === null
      ? words.sayNoLives(difference)
      : words.sayOwn(
          inYears(own.years.map(({ year, computed }) => ({ year, amount: computed }))),
          difference,
        ),
    ...(closest === undefined
      ? []
      : [
          words.sayClosest(comparison.tried.length, caseWords(closest.terms, texts), left(closest)),
          ['', '', couldBeRounding(closest) ? words.sayCouldRound : words.sayUnexplained] as const,
        ]),
  ];
  return (
    <>
      {sentences.map(([before, strong, after]) => (
        <Fragment key={`${before}${after}`}>
          {before}
          <b>{strong}</b>
          {after}{' '}
        </Fragment>
      ))}
    </>
  );
}
