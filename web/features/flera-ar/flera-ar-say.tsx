import type { AccumulatedAnswer } from '#contract/accumulated.ts';
import { isNegative, isZero, negate, subtract, tkr } from '#domain/tkr.ts';
import { shown } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import type { Stressed } from '../../texts/sv.ts';

/** The sentence that says what went unused and over, and whether the one covers the other. */
export function FleraArSay({ answer }: { readonly answer: AccumulatedAnswer }) {
  const { fleraAr: words } = useTexts();
  const { rows, fromYear, toYear } = answer;
  if (rows.every(({ outcome }) => outcome === null)) return words.sayEmpty;
  const [unused, overrun] = [tkr(answer.unused), tkr(answer.overrun)];
  const rest = subtract(unused, overrun);
  return (
    <>
      <Sentence parts={words.say(shown(unused))} />
      {isZero(overrun) ? words.sayNoOverrun : <Sentence parts={words.sayOverrun(shown(overrun))} />}
      {words.sayYears(fromYear, toYear)}
      {isZero(overrun)
        ? null
        : isNegative(rest)
          ? words.sayNotCovered(shown(negate(rest)))
          : words.sayCovered(shown(rest))}
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
