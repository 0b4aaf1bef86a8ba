import { type FocusEvent, useId, useImperativeHandle, useState } from 'react';
import type { EditEnd } from './cell-editor.tsx';
import { gridClipboard } from './grid-clipboard.ts';
import { type GridController, isOwnEvent } from './grid-controller.ts';
import { GridHead } from './grid-head.tsx';
import { gridKeys } from './grid-keys.ts';
import { GridProblems, useProblems } from './grid-problems.tsx';
import { GridRowView } from './grid-row.tsx';
import type { CellId, GridProps } from './grid-types.ts';
import { isSame, type Position, type Range } from './position.ts';
import { selectCell, selectedRange } from './selection.ts';
import { placeOf } from './use-cell-focus.ts';
import { useGrid } from './use-grid.ts';
import { useGridPointer } from './use-grid-pointer.ts';
import { useLatest } from './use-latest.ts';
import { useProblemReport, useReports, useTyping } from './use-reports.ts';
import './grid.css';

/**
 * A table of figures that is worked in as in a spreadsheet.
 *
 * One tab stop; arrow keys move, typing replaces, F2 or Enter edits, ranges copy and paste. Rows
 * and columns keep their places on screen while the rest scrolls under them.
 */
export function Grid(props: GridProps) {
  const { label, corner, columns, rows, labels } = props;
  const gridId = useId();
  const [isUsed, setIsUsed] = useState(false);
  const { controller, editing, announcement, focus } = useGrid(props);
  const { selection, content, refusals, tableRef } = controller;
  const problems = useProblems(content, refusals.refusals);
  const pointer = useGridPointer(controller);
  const clipboard = gridClipboard(controller);
  const typing = useTyping(props, content, selection);
  const endEditing = useLatest((end: EditEnd) => {
    typing(undefined);
    controller.endEditing(end);
  });
  const range = selectedRange(selection);
  const isReadOnly = props.onCommit === undefined;

  useReports(props, content, selection, isUsed);
  useProblemReport(props.onProblemsChange, problems.length);
  useImperativeHandle(props.ref, () => ({ focusCell: (cell) => goTo(controller, cell) }));

  function followFocus(event: FocusEvent<HTMLTableElement>) {
    if (!isOwnEvent(event)) return;
    focus.hasFocus.current = true;
    setIsUsed(true);
    const place = placeOf(event.currentTarget, event.target);
    if (place !== undefined && !isSame(place, selection.active))
      controller.select(selectCell(place));
  }

  return (
    <div className="grid" data-used={isUsed || undefined}>
      <div className="grid-region">
        <table
          ref={tableRef}
          role="grid"
          aria-label={label}
          aria-multiselectable="true"
          aria-readonly={isReadOnly || undefined}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          onKeyDownCapture={gridKeys(controller)}
          onFocus={followFocus}
          onBlur={(event) => {
            if (event.currentTarget.contains(event.relatedTarget)) return;
            focus.hasFocus.current = false;
          }}
          {...pointer}
          {...clipboard}
        >
          <GridHead
            corner={corner}
            columns={columns}
            activeColumn={selection.active.row < 0 ? selection.active.column : undefined}
            selected={range.top < 0 ? range : undefined}
          />
          <tbody>
            {rows.map((row, index) => (
              <GridRowView
                key={row.id}
                gridId={gridId}
                row={row}
                columns={columns}
                {...selectionOn(index, range, selection.active)}
                editing={index === selection.active.row ? editing : undefined}
                refusals={refusals.refusals.get(row.id)}
                labels={labels}
                onTyping={typing}
                onEditEnd={endEditing}
              />
            ))}
          </tbody>
        </table>
      </div>
      <GridProblems
        gridId={gridId}
        problems={problems}
        labels={labels}
        onGoTo={(cell) => goTo(controller, cell)}
        onDiscard={(cell) => {
          refusals.discard(cell);
          props.onDiscardInvalid?.(cell);
          goTo(controller, cell);
        }}
      />
      <div className="visually-hidden">
        <span role="status">{announcement}</span>
        <span role="status">{props.status}</span>
      </div>
    </div>
  );
}

function selectionOn(row: number, range: Range, active: Position) {
  const isInside = range.top <= row && row <= range.bottom;
  return {
    activeColumn: active.row === row ? active.column : undefined,
    selectedFrom: isInside ? range.left : undefined,
    selectedTo: isInside ? range.right : undefined,
    isSelectionTop: range.top === row,
    isSelectionBottom: range.bottom === row,
  };
}

function goTo(grid: GridController, cell: CellId): boolean {
  const row = grid.content.rows.findIndex((one) => one.id === cell.rowId);
  const column = grid.content.columns.findIndex((one) => one.id === cell.columnId);
  if (row < 0 || column < 0) return false;
  grid.select(selectCell({ row, column }));
  return true;
}
