import { isZero } from '#domain/tkr.ts';
import { shown } from '../../../lib/format.ts';
import { useTexts } from '../../../texts/language.tsx';
import type { Stressed } from '../../../texts/sv.ts';
import type { UtfallView } from './utfall-view.ts';

/** The sentence that says what the year's outcome left unused, and what went over. */
export function UtfallSay({ view }: { readonly view: UtfallView }) {
  const words = useTexts().utfall;
  const { year, total, lastMonth, unused, overrun, overrunLines } = view;
  if (total === null) return words.sayEmpty(year);
  const used = shown(total);
  const isWholeYear = lastMonth === 12;
  const until = isWholeYear ? '' : words.until(words.longMonths[(lastMonth ?? 12) - 1] ?? '');
  if (!view.hasBudget || view.budget === null) {
    return <Sentence parts={words.sayNoBudget(year, until, used)} />;
  }
  const budget = shown(view.budget);
  return (
    <>
      <Sentence parts={words.say(year, until, used, budget)} />
      {isZero(unused) ? (
        words.sayNothingUnused
      ) : (
        <Sentence parts={words.sayUnused(shown(unused))} />
      )}
      {isZero(overrun) ? (
        words.sayNoOverrun
      ) : (
        <Sentence parts={words.sayOverrun(shown(overrun), overrunLines)} />
      )}
    </>
  );
}

function Sentence({ parts: [before, strong, after] }: { readonly parts: Stressed }) {
  return (
    <>
      {before}
      <b>{strong}</b>
      {after}
    </>
  );
}
