import { useMemo } from 'react';
import type { TableRow } from '#domain/borgensprognos-table.ts';
import type { BorgensprognosView } from '../../lib/borgensprognos.ts';
import { useSaveQueue } from '../../lib/saving.ts';
import { useRight } from '../../lib/session.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { Grid } from '../../ui/grid/grid.tsx';
import { gridLabelsEn, gridLabelsSv } from '../../ui/grid/grid-labels.ts';
import type { CellId } from '../../ui/grid/grid-types.ts';
import { useLatest } from '../../ui/grid/use-latest.ts';
import { Sheet } from '../../ui/sheet.tsx';
import type { TableView } from './columns.ts';
import { rowId } from './figures.ts';
import { cellMaker, forecastGridRows } from './forecast-rows.tsx';
import { useNotes } from './notes.tsx';
import {
  type ColumnHead,
  type ColumnWish,
  columnHeads,
  scenarioColumns,
} from './scenario-columns.tsx';
import type { ForecastEdits } from './use-forecast-edits.ts';

/** What the table takes. */
export type ForecastSheetProps = {
  readonly prognos: BorgensprognosView;
  readonly tableView: TableView;
  readonly table: readonly TableRow[];
  readonly edits: ForecastEdits;
  readonly onWish: (wish: ColumnWish, scenarioId: string) => void;
  readonly onActive: (cell: CellId) => void;
};

/** The scenarios side by side, with what the reader must know about them below. */
export function ForecastSheet(props: ForecastSheetProps) {
  const { prognos, tableView, table, edits, onActive } = props;
  const { texts, language } = useLanguage();
  const { views, showsPrinted } = tableView;
  const queue = useSaveQueue();
  const mayEdit = useRight('editScenarios');
  const { refused } = edits.editor.open;
  const { arenden: known } = prognos.answer.basis;
  const cellAt = useMemo(() => {
    const arenden = new Map(known.map(({ arendeId, name }) => [arendeId, name]));
    return cellMaker({ refused, showsPrinted, mayEdit, arenden, texts, language });
  }, [refused, showsPrinted, mayEdit, known, texts, language]);
  const rows = useMemo(
    () => forecastGridRows({ table, views, cellAt, texts, language }),
    [table, views, cellAt, texts, language],
  );
  const columns = useColumns(props);
  const notes = useNotes({ views, showsPrinted });
  const hasOrigins = rows.some(({ cells }) =>
    Object.values(cells ?? {}).some(
      ({ linked = false, computed = false, overridden = false }) =>
        linked || computed || overridden,
    ),
  );
  const note = (
    <>
      {hasOrigins ? <OriginKey /> : null}
      {notes.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </>
  );
  return (
    <Sheet note={hasOrigins || notes.length > 0 ? note : null}>
      {views.length === 0 ? (
        <p className="sheet-empty">{texts.borgensutrymme.none}</p>
      ) : (
        <Grid
          label={texts.borgensutrymme.tableLabel}
          corner={texts.common.unit}
          columns={columns}
          rows={rows}
          labels={language === 'en' ? gridLabelsEn : gridLabelsSv}
          {...(mayEdit ? { onCommit: edits.commit, onUndo: edits.undo, onRedo: edits.redo } : {})}
          status={edits.status}
          onProblemsChange={(count) => queue.hold('table', count > 0)}
          onActiveCellChange={(cell) => {
            if (cell !== undefined) onActive(cell);
          }}
          onDiscardInvalid={({ rowId: row, columnId }) => {
            const found = refused.find(
              ({ scenarioId, kind, year }) =>
                scenarioId === columnId &&
                row === rowId({ figure: kind === 'openingDebt' ? 'debt' : kind, year }),
            );
            if (found !== undefined) edits.editor.settle(found);
          }}
        />
      )}
    </Sheet>
  );
}

/** What the marks beside the figures mean. */
function OriginKey() {
  const { origins } = useTexts().prognos;
  return (
    <p className="origin-key">
      {origins.key}
      {(['linked', 'computed', 'overridden'] as const).map((origin) => (
        <span key={origin}>
          <span className={`grid-origin grid-${origin}`} aria-hidden="true" />
          {origins[origin]}
        </span>
      ))}
    </p>
  );
}

// The heads are drawn anew only where one of them says something else: with them goes every row.
function useColumns({ prognos, tableView, onWish }: ForecastSheetProps) {
  const { texts } = useLanguage();
  const mayEdit = useRight('editScenarios');
  const mayFreeze = useRight('freezeScenarios');
  const mayExport = useRight('exportFigures');
  const wish = useLatest(onWish);
  const choose = useLatest(tableView.choose);
  const heads = JSON.stringify(columnHeads(tableView.views, prognos.scenarios));
  return useMemo(
    () =>
      scenarioColumns({
        heads: JSON.parse(heads) as ColumnHead[],
        texts,
        mayEdit,
        mayFreeze,
        mayExport,
        choose,
        onWish: wish,
      }),
    [heads, texts, mayEdit, mayFreeze, mayExport, choose, wish],
  );
}
