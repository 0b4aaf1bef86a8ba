import { isNegative, isZero, negate } from '#domain/tkr.ts';
import { shown } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import type { Stressed } from '../../texts/sv.ts';
import type { BehovView } from './behov.ts';

/** The sentence that says what the year needs, and whether there is a budget for it. */
export function BehovSay({ view }: { readonly view: BehovView }) {
  const { behov: words } = useTexts();
  const { need, gap } = view.total;
  if (need === null || gap === null) return words.sayEmpty(view.year);
  return (
    <>
      <Sentence parts={words.say(view.year, shown(need))} />
      {isZero(gap) ? (
        words.sayEven
      ) : (
        <Sentence
          parts={isNegative(gap) ? words.sayOver(shown(negate(gap))) : words.sayGap(shown(gap))}
        />
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
