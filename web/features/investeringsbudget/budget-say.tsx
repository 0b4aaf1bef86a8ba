import { compare, isZero, negate, subtract, zero } from '#domain/tkr.ts';
import { shown } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import type { Stressed } from '../../texts/sv.ts';
import type { BudgetView } from './budget.ts';

/** The sentence that says what the year's budget is, and what the decisions did to it. */
export function BudgetSay({ view }: { readonly view: BudgetView }) {
  const words = useTexts().budget;
  const { total, beforeDecisions, byKind } = view.summary;
  if (view.posts.length === 0) return words.sayEmpty(view.year);
  if (byKind.ursprunglig === null) {
    return <Sentence parts={words.sayOnlyMoves(view.year, shown(total))} />;
  }
  const change = subtract(total, beforeDecisions);
  return (
    <>
      <Sentence parts={words.say(view.year, shown(total))} />
      {isZero(change) ? (
        words.saySame
      ) : (
        <Sentence
          parts={
            compare(change, zero) > 0
              ? words.sayMore(shown(change))
              : words.sayLess(shown(negate(change)))
          }
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
