import { useMemo, useRef, useState } from 'react';
import { ungrouped } from '../ungrouped.ts';
import type { EditEnd, EditMove, EditStart } from './cell-editor.tsx';
import {
  cellAt,
  cellName,
  editTextOf,
  type GridContent,
  invalidOf,
  type Refusal,
} from './content.ts';
import type { GridController } from './grid-controller.ts';
import type { GridProps } from './grid-types.ts';
import { nextEditable, stepFrom } from './movement.ts';
import { planClearing } from './paste.ts';
import type { Position } from './position.ts';
import { type Selection, selectCell, selectedRange } from './selection.ts';
import { useAnnouncement } from './use-announcement.ts';
import { useCellFocus } from './use-cell-focus.ts';
import { useRefusals } from './use-refusals.ts';
import { useSelection } from './use-selection.ts';

/** The grid's state and what can be done to it. */
export function useGrid(props: GridProps) {
  const { corner, columns, rows, labels } = props;
  const content = useMemo<GridContent>(() => ({ corner, columns, rows }), [corner, columns, rows]);
  const tableRef = useRef<HTMLTableElement>(null);
  const { selection, setSelection, shape } = useSelection(content);
  const [editing, setEditing] = useState<EditStart>();
  const refusals = useRefusals(content, props.onCommit);
  const { announcement, announce } = useAnnouncement();
  const focus = useCellFocus(tableRef, selection.active, selection.extent);
  const { active } = selection;

  function select(next: Selection) {
    focus.request();
    setSelection(next);
  }

  function startEditing(start?: EditStart) {
    const cell = cellAt(content, active);
    if (cell?.editable !== true || props.onCommit === undefined) {
      announce(labels.readOnly(cellName(content, active)));
      return;
    }
    const held = invalidOf(cell, refusalAt(active))?.text;
    setSelection(selectCell(active));
    setEditing(start ?? { text: held ?? ungrouped(editTextOf(cell)), isReplacing: false });
  }

  function endEditing(end: EditEnd) {
    setEditing(undefined);
    if (end.kind === 'commit') commitText(end.text);
    if (end.kind === 'commit' && end.move === 'stay') return;
    select(selectCell(end.kind === 'commit' ? movedBy(end.move) : active));
  }

  function refusalAt(place: Position): Refusal | undefined {
    const rowId = rows[place.row]?.id ?? '';
    return refusals.refusals.get(rowId)?.get(columns[place.column]?.id ?? '');
  }

  function commitText(text: string) {
    const rowId = rows[active.row]?.id;
    const columnId = columns[active.column]?.id;
    if (rowId === undefined || columnId === undefined) return;
    const cell = cellAt(content, active);
    const refusal = refusalAt(active);
    const stored = ungrouped(editTextOf(cell));
    const held = invalidOf(cell, refusal);
    if (ungrouped(text) === (held?.text ?? stored)) return;
    if (held === refusal && ungrouped(text) === stored) {
      refusals.discard({ rowId, columnId });
      return;
    }
    const [refused] = refusals.commit([{ rowId, columnId, text }]);
    if (refused !== undefined) announce(labels.refused(cellName(content, active), refused.reason));
  }

  function movedBy(move: EditMove): Position {
    if (move === 'stay') return active;
    if (move !== 'next' && move !== 'previous') return stepFrom(active, move, shape);
    const direction = move === 'next' ? 'forwards' : 'backwards';
    const isEditable = (place: Position) => cellAt(content, place)?.editable === true;
    return nextEditable(active, direction, shape, isEditable) ?? active;
  }

  function clearSelected() {
    const changes = planClearing(selectedRange(selection), content);
    if (changes.length === 0 || props.onCommit === undefined) {
      announce(labels.readOnly(cellName(content, active)));
      return;
    }
    announce(labels.cleared(changes.length, refusals.commit(changes).length));
  }

  const controller: GridController = {
    props,
    content,
    shape,
    selection,
    refusals,
    tableRef,
    select,
    announce,
    startEditing,
    endEditing,
    clearSelected,
  };
  return { controller, editing, announcement, focus };
}
