import type { KeyboardEvent } from 'react';
import { cellAt, invalidOf } from './content.ts';
import { type GridController, isOwnEvent } from './grid-controller.ts';
import { type Command, commandFor } from './key-commands.ts';
import { stepFrom } from './movement.ts';
import { isSingle } from './position.ts';
import {
  extendTo,
  type Selection,
  selectAll,
  selectCell,
  selectColumns,
  selectedRange,
  selectRows,
} from './selection.ts';

const forControls: ReadonlySet<Command['kind']> = new Set(['move', 'extend', 'select-all']);

/** What the keys do while no cell is edited. */
export function gridKeys(grid: GridController) {
  const { props, selection, shape } = grid;

  function mark(next: Selection) {
    grid.select(next);
    const range = selectedRange(next);
    if (isSingle(range)) return;
    const rows = range.bottom - Math.max(0, range.top) + 1;
    grid.announce(props.labels.selected(rows, range.right - Math.max(0, range.left) + 1));
  }

  function discardInvalid(): boolean {
    const { row, column } = selection.active;
    const rowId = props.rows[row]?.id;
    const columnId = props.columns[column]?.id;
    if (rowId === undefined || columnId === undefined) return false;
    const refusal = grid.refusals.refusals.get(rowId)?.get(columnId);
    const held = invalidOf(cellAt(grid.content, selection.active), refusal);
    if (held === undefined) return false;
    if (held === refusal) grid.refusals.discard({ rowId, columnId });
    else props.onDiscardInvalid?.({ rowId, columnId });
    return true;
  }

  function escape(): boolean {
    if (discardInvalid()) return true;
    if (isSingle(selectedRange(selection))) return false;
    grid.select(selectCell(selection.active));
    return true;
  }

  /** Does what the key asks for; false where the key should go on to whoever is around the grid. */
  function run(command: Command): boolean {
    switch (command.kind) {
      case 'move':
        grid.select(selectCell(stepFrom(selection.active, command.step, shape, pageRows(grid))));
        return true;
      case 'extend':
        mark(extendTo(selection, stepFrom(selection.extent, command.step, shape, pageRows(grid))));
        return true;
      case 'select-all':
        mark(selectAll(selection, shape));
        return true;
      case 'select-rows':
        mark(selectRows(selection, shape));
        return true;
      case 'select-columns':
        mark(selectColumns(selection, shape));
        return true;
      case 'edit':
        grid.startEditing();
        return true;
      case 'replace':
        grid.startEditing({ text: command.text, isReplacing: true });
        return true;
      case 'compose':
        grid.startEditing({ text: '', isReplacing: true });
        return true;
      case 'clear':
        grid.clearSelected();
        return true;
      case 'undo':
        if (!grid.refusals.undoLatest()) props.onUndo?.();
        return true;
      case 'redo':
        props.onRedo?.();
        return true;
      case 'escape':
        return escape();
      case 'nothing':
        return true;
    }
  }

  return (event: KeyboardEvent<HTMLTableElement>) => {
    if (!isOwnEvent(event) || event.nativeEvent.isComposing) return;
    const command = commandFor(pressOf(event));
    if (command === undefined) return;
    const isOnControl = event.target instanceof Element && !event.target.matches('td, th');
    if (isOnControl && !forControls.has(command.kind)) return;
    if (!run(command)) return;
    event.stopPropagation();
    // The key that begins a composed character must still reach the field it opened.
    if (command.kind !== 'compose') event.preventDefault();
  };
}

function pressOf(event: KeyboardEvent) {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  const altGraph = event.getModifierState('AltGraph');
  return { key, ctrlKey, metaKey, shiftKey, altKey, altGraph };
}

function pageRows(grid: GridController): number {
  const table = grid.tableRef.current;
  const room = table?.parentElement?.clientHeight ?? 0;
  const height = table?.rows[grid.selection.active.row + 1]?.offsetHeight ?? 0;
  const header = table?.rows[0]?.offsetHeight ?? 0;
  return height === 0 ? 10 : Math.max(1, Math.floor((room - header) / height) - 1);
}
