import { useMemo, useState } from 'react';
import { useSaveQueue } from '../../../lib/saving.ts';
import { useRight } from '../../../lib/session.tsx';
import { useLanguage } from '../../../texts/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Grid } from '../../../ui/grid/grid.tsx';
import { gridLabelsEn, gridLabelsSv } from '../../../ui/grid/grid-labels.ts';
import type { CellId, GridChange } from '../../../ui/grid/grid-types.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { currentOf, type useUtfallEdits } from './use-utfall-edits.ts';
import { UtfallPassport } from './utfall-passport.tsx';
import { utfallColumns, utfallRows } from './utfall-rows.tsx';
import type { UtfallView } from './utfall-view.ts';

/** What the table takes. */
export type UtfallTableProps = {
  readonly view: UtfallView;
  readonly edits: ReturnType<typeof useUtfallEdits>;
  readonly showsMonths: boolean;
};

/** The outcome, edited in place, with the passport of the cell one stands in and the rest below. */
export function UtfallTable({ view, edits, showsMonths }: UtfallTableProps) {
  const { texts, language } = useLanguage();
  const queue = useSaveQueue();
  const mayEdit = useRight('editUtfall');
  const [active, setActive] = useState<CellId>();
  const columns = useMemo(() => utfallColumns(texts, showsMonths), [texts, showsMonths]);
  const rows = useMemo(() => utfallRows({ view, texts, mayEdit }), [view, texts, mayEdit]);
  const nameOf = ([first, ...more]: readonly GridChange[]): string => {
    if (first === undefined) return '';
    if (more.length > 0) return texts.utfall.stepMany(more.length + 1);
    const row = rows.find(({ id }) => id === first.rowId)?.name ?? '';
    const column = columns.find(({ id }) => id === first.columnId)?.name ?? '';
    return `${row}, ${column}`;
  };
  const notes = notesOf(view, texts.utfall);
  return (
    <>
      <RefusedNotice edits={edits} view={view} />
      <div className={showsMonths ? 'stack utfall-months' : 'stack'}>
        <Sheet note={notes.length === 0 ? null : notes.map((note) => <p key={note}>{note}</p>)}>
          <Grid
            label={texts.utfall.tableLabel(view.year)}
            corner={texts.common.unit}
            columns={columns}
            rows={rows}
            labels={language === 'en' ? utfallLabelsEn : utfallLabelsSv}
            {...(mayEdit
              ? {
                  onCommit: (changes: readonly GridChange[]) => edits.commit(changes, nameOf),
                  onUndo: edits.undo,
                  onRedo: edits.redo,
                }
              : {})}
            status={edits.status}
            onProblemsChange={(count) => queue.hold('table', count > 0)}
            onActiveCellChange={(cell) => {
              if (cell !== undefined) setActive(cell);
            }}
          />
        </Sheet>
        <div className="utfall-below">
          <UtfallPassport view={view} cell={active} />
          <Elsewhere view={view} />
        </div>
      </div>
    </>
  );
}

// The dot is on what was imported, and is read out as that.
const utfallLabelsSv = { ...gridLabelsSv, linked: 'inläst' };
const utfallLabelsEn = { ...gridLabelsEn, linked: 'imported' };

function notesOf(
  view: UtfallView,
  words: ReturnType<typeof useLanguage>['texts']['utfall'],
): string[] {
  const hasImported = view.rows.some(({ cells }) =>
    [...cells.values()].some(({ sourceId }) => {
      const kind = view.sources.get(sourceId)?.kind;
      return kind !== undefined && kind !== 'typed';
    }),
  );
  const isPartly = view.total !== null && view.unknownLines > 0;
  return [
    ...(hasImported ? [words.noteDot] : []),
    ...(isPartly ? [words.noteUnknown(view.unknownLines)] : []),
    ...(view.total !== null && !view.hasBudget ? [words.noteNoBudget(view.year)] : []),
  ];
}

function RefusedNotice({ edits, view }: Omit<UtfallTableProps, 'showsMonths'>) {
  const { common, borgensutrymme, utfall: words } = useLanguage().texts;
  const { refused } = edits;
  if (refused === null) return null;
  const current = currentOf(refused.error);
  const { lineId, month, amount } = refused.typed;
  const line = view.rows.find((row) => row.lineId === lineId)?.name ?? '';
  const column = month === null ? words.wholeYear : (words.months[month - 1] ?? '');
  return (
    <Notice
      tone="warn"
      heading={current === null ? common.refusedTitle : borgensutrymme.conflictTitle}
      actions={
        <>
          <Button onPress={edits.dismissRefusal}>
            {current === null ? common.close : words.takeTheirs}
          </Button>
          {current === null ? null : (
            <Button look="primary" onPress={edits.writeAgain}>
              {words.keepMine}
            </Button>
          )}
        </>
      }
    >
      {current === null
        ? `${line}, ${column}: ${edits.failure ?? ''}`
        : words.conflictBody(`${line}, ${column}`, amount, current)}
    </Notice>
  );
}
