import { tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import type { ScenarioView } from '../../lib/borgensprognos.ts';
import { keyOf } from '../../lib/forecast-cache.ts';
import type { FigureConflict, ForecastEditor } from '../../lib/forecast-editor.ts';
import { useLanguage } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { rowName } from './figures.ts';

/** What the choice between two values takes. */
export type ConflictsProps = {
  readonly conflicts: readonly FigureConflict[];
  readonly views: readonly ScenarioView[];
  readonly editor: ForecastEditor;
};

/** Shows both values where two people changed the same figure, and lets one choose. */
export function Conflicts({ conflicts, views, editor }: ConflictsProps) {
  const { texts, language } = useLanguage();
  const words = texts.borgensutrymme;
  const shownOrEmpty = (amount: string | null | undefined): string =>
    amount === null || amount === undefined ? words.emptyValue : formatSwedish(tkr(amount));
  return conflicts.map((conflict) => {
    const { kind, year, scenarioId, mine, theirs } = conflict;
    const view = views.find(({ scenario }) => scenario.scenarioId === scenarioId);
    const figure = kind === 'openingDebt' ? 'debt' : kind;
    const name = rowName({ figure, year }, texts, language);
    const cell = words.cellName(name, view?.scenario.name ?? '');
    const [ours, other] = [shownOrEmpty(mine.amount), shownOrEmpty(theirs?.amount)];
    return (
      <Notice
        key={keyOf(conflict)}
        tone="warn"
        heading={words.conflictTitle}
        actions={
          <>
            <Button onPress={() => editor.settle(conflict)}>{words.takeTheirs(other)}</Button>
            <Button look="primary" onPress={() => editor.set(mine)}>
              {words.keepMine(ours)}
            </Button>
          </>
        }
      >
        {words.conflictBody(cell, ours, other, theirs?.changedBy ?? '')}
      </Notice>
    );
  });
}
