import { tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { EntryConflict } from './arende-editor.ts';
import type { ArendeView } from './arende-view.ts';
import { entryName } from './entry-names.ts';
import type { EntryEdits } from './use-entry-edits.ts';

/** Shows both values where two people wrote in the same place, and lets one choose. */
export function EntryConflicts({
  view,
  edits,
}: {
  readonly view: ArendeView;
  readonly edits: EntryEdits;
}) {
  const texts = useTexts();
  const words = texts.arende;
  const { arendeId, year } = view.answer;
  const own = edits.wishes.conflicts.filter(({ mine }) => mine.arendeId === arendeId);
  return own.map((conflict) => {
    const { mine, isGone } = conflict;
    const entry = view.entries.find(({ entryId }) => entryId === mine.entryId);
    const name = entry === undefined ? '' : entryName(entry, year, texts);
    const [ours, other] = [valueText(conflict, 'mine'), valueText(conflict, 'theirs')].map(
      (text) => text ?? texts.borgensutrymme.emptyValue,
    );
    const drop = (): void => edits.editor.settle(mine);
    return (
      <Notice
        key={`${mine.entryId} ${mine.field}`}
        tone="warn"
        heading={texts.borgensutrymme.conflictTitle}
        actions={
          isGone ? (
            <Button onPress={drop}>{texts.common.close}</Button>
          ) : (
            <>
              <Button onPress={drop}>{texts.borgensutrymme.takeTheirs(other ?? '')}</Button>
              <Button look="primary" onPress={() => edits.editor.set(mine)}>
                {texts.borgensutrymme.keepMine(ours ?? '')}
              </Button>
            </>
          )
        }
      >
        {isGone
          ? words.conflictGone(ours ?? '')
          : words.conflictBody(name, ours ?? '', other ?? '')}
      </Notice>
    );
  });
}

function valueText({ mine, theirs }: EntryConflict, side: 'mine' | 'theirs'): string | null {
  const value = side === 'mine' ? mine.value : theirs;
  if (value === null) return null;
  return mine.field === 'amount' ? formatSwedish(tkr(value)) : `”${value}”`;
}
