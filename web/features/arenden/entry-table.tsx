import { useMemo } from 'react';
import { useSaveQueue } from '../../lib/saving.ts';
import { useLanguage } from '../../texts/language.tsx';
import { Grid } from '../../ui/grid/grid.tsx';
import { gridLabelsEn, gridLabelsSv } from '../../ui/grid/grid-labels.ts';
import type { CellId, GridChange } from '../../ui/grid/grid-types.ts';
import { Menu } from '../../ui/menu.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { ArendeView, EntryView } from './arende-view.ts';
import { entryName } from './entry-names.ts';
import { amountColumn, entryColumns, entryRows, reasonColumn } from './entry-rows.tsx';
import type { EntryEdits } from './use-entry-edits.ts';

/** What the table takes. */
export type EntryTableProps = {
  /** With what is being typed, so that every other figure follows it. */
  readonly view: ArendeView;
  /** Without it: what stands in the cells until the text is taken. */
  readonly written: ArendeView;
  readonly edits: EntryEdits;
  readonly mayEdit: boolean;
  /** What is being typed, at every key, before it is taken. */
  readonly onTyping: (change: GridChange | undefined) => void;
  readonly onActiveCell: (cell: CellId) => void;
  readonly onRemove: (entry: EntryView) => void;
  readonly onMove: (entry: EntryView, position: number) => void;
};

/** The proposed entries as a table that one works in. */
export function EntryTable(props: EntryTableProps) {
  const { view, written, edits, mayEdit, onTyping, onActiveCell, onRemove, onMove } = props;
  const { texts, language } = useLanguage();
  const queue = useSaveQueue();
  const words = texts.arende;
  const columns = useMemo(() => entryColumns(view, texts), [view, texts]);
  const controlOf = (entry: EntryView) => (
    <EntryMenu
      entry={entry}
      view={view}
      onRemove={() => onRemove(entry)}
      onMove={(position) => onMove(entry, position)}
    />
  );
  const rows = entryRows({
    view,
    written,
    refused: edits.wishes.refused,
    mayEdit,
    texts,
    language,
    controlOf,
  });
  if (rows.length === 0) {
    return (
      <Sheet>
        <p className="sheet-empty">{mayEdit ? words.noEntries : words.noEntriesReader}</p>
      </Sheet>
    );
  }
  return (
    <Sheet>
      <div className="arende-entries">
        <Grid
          label={words.entriesLabel}
          corner={texts.common.unit}
          columns={columns}
          rows={rows}
          labels={language === 'en' ? gridLabelsEn : gridLabelsSv}
          {...(mayEdit ? { onCommit: edits.commit, onUndo: edits.undo, onRedo: edits.redo } : {})}
          onTyping={onTyping}
          onActiveCellChange={(cell) => {
            if (cell !== undefined) onActiveCell(cell);
          }}
          status={edits.status}
          onProblemsChange={(count) => queue.hold('table', count > 0)}
          onDiscardInvalid={({ rowId, columnId }) => {
            const field = columnId === reasonColumn ? 'reason' : amountColumn;
            edits.editor.settle({ entryId: rowId, field });
          }}
        />
      </div>
    </Sheet>
  );
}

type EntryMenuProps = {
  readonly entry: EntryView;
  readonly view: ArendeView;
  readonly onRemove: () => void;
  readonly onMove: (position: number) => void;
};

function EntryMenu({ entry, view, onRemove, onMove }: EntryMenuProps) {
  const { texts } = useLanguage();
  const words = texts.arende;
  const at = view.entries.indexOf(entry);
  return (
    <Menu
      look="heading"
      name={words.entryMenu(entryName(entry, view.answer.year, texts))}
      trigger={entry.lineName}
      actions={[
        { id: 'remove', label: words.removeEntry, onAction: onRemove, tone: 'danger' },
        {
          id: 'up',
          label: texts.budget.moveLineUp,
          onAction: () => onMove(at - 1),
          isDisabled: at === 0,
        },
        {
          id: 'down',
          label: texts.budget.moveLineDown,
          onAction: () => onMove(at + 1),
          isDisabled: at === view.entries.length - 1,
        },
      ]}
    />
  );
}
