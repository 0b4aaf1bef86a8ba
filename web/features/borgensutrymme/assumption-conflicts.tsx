import { toAssumption } from '#contract/prognos-input.ts';
import { refusalTexts } from '#contract/refusal-texts.ts';
import type {
  AssumptionChange,
  AssumptionEditor,
  AssumptionState,
  UnsettledAssumptions,
} from '../../lib/assumption-editor.ts';
import { shownFrom, shownValue } from '../../lib/assumption-words.ts';
import type { BorgensprognosView } from '../../lib/borgensprognos.ts';
import { type AssumptionPlace, assumptionKey } from '../../lib/forecast-cache.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** What is not settled about the assumptions, and what can be done about it. */
export type AssumptionConflictsProps = {
  readonly prognos: BorgensprognosView;
  readonly editor: AssumptionEditor & { readonly open: UnsettledAssumptions };
};

/** Both values where two people changed the same assumption, and what the server did not take. */
export function AssumptionConflicts({ prognos, editor }: AssumptionConflictsProps) {
  const { prognos: texts } = useTexts();
  const { language } = useLanguage();
  const words = texts.assumptions;
  const { refused, conflicts } = editor.open;
  return (
    <>
      {conflicts.map(({ mine, theirs }) => {
        const what = placeInWords(mine, prognos, texts);
        const [ours, other] = [valueInWords(mine, mine, texts), valueInWords(mine, theirs, texts)];
        const { takeTheirs, keepMine } = texts;
        return (
          <Notice
            key={assumptionKey(mine)}
            tone="warn"
            heading={words.conflictTitle}
            actions={
              <>
                <Button onPress={() => editor.settle(mine)}>{takeTheirs(other)}</Button>
                <Button look="primary" onPress={() => editor.set(mine)}>
                  {keepMine(ours)}
                </Button>
              </>
            }
          >
            {words.conflictBody(what, ours, other, theirs?.changedBy ?? '')}
          </Notice>
        );
      })}
      {refused.map(({ mine, code, detail }) => {
        const known = Object.entries(refusalTexts).find(([one]) => one === code);
        const why = language === 'sv' ? detail : (known?.[1].en ?? detail);
        return (
          <Notice
            key={assumptionKey(mine)}
            tone="warn"
            heading={words.refusedTitle}
            actions={<Button onPress={() => editor.settle(mine)}>{words.putAway}</Button>}
          >
            {words.refusedBody(
              placeInWords(mine, prognos, texts),
              valueInWords(mine, mine, texts),
              why,
            )}
          </Notice>
        );
      })}
    </>
  );
}

function placeInWords(
  { scenarioId, kind, lineId, from }: AssumptionPlace,
  { scenarios, answer }: BorgensprognosView,
  words: Texts['prognos'],
): string {
  const view = scenarios.find(({ scenario }) => scenario.scenarioId === scenarioId);
  const line = answer.basis.lines.find((one) => one.lineId === lineId)?.name;
  return [
    words.kinds[kind],
    ...(line === undefined ? [] : [line]),
    ...(from === null ? [] : [words.from(shownFrom(from, words))]),
    view?.scenario.name ?? words.assumptions.organisation,
  ].join(', ');
}

function valueInWords(
  place: AssumptionChange,
  state: AssumptionState | null,
  words: Texts['prognos'],
): string {
  if (state === null) return words.assumptions.none;
  const { kind, lineId, from } = place;
  const value = toAssumption({ kind, lineId, from, ...pick(state) });
  return shownValue(kind, value, words) || words.assumptions.none;
}

function pick({ percent, low, high, amount, months, lastMonth }: AssumptionState) {
  return { percent, low, high, amount, months, lastMonth };
}
