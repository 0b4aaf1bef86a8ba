import { type RefObject, useLayoutEffect, useRef } from 'react';
import { isSame, type Position } from './position.ts';

/** The element of a place; a heading's one cell for every column of its row. */
export function cellElement(table: HTMLTableElement, place: Position): HTMLElement | undefined {
  const row = table.rows[place.row + 1];
  return row?.cells[place.column + 1] ?? row?.cells[0];
}

/** The place of the cell that an element is, or is in. */
export function placeOf(table: HTMLTableElement, element: Element): Position | undefined {
  const cell = element.closest('td, th');
  if (!(cell instanceof HTMLTableCellElement) || !table.contains(cell)) return undefined;
  const row = cell.parentElement;
  if (!(row instanceof HTMLTableRowElement)) return undefined;
  return { row: row.rowIndex - 1, column: cell.colSpan > 1 ? -1 : cell.cellIndex - 1 };
}

/** Scrolls a cell into view, clear of the sticky header and the sticky first column. */
export function reveal(table: HTMLTableElement, cell: HTMLElement): void {
  const region = table.parentElement;
  const corner = table.rows[0]?.cells[0];
  if (region === null || corner === undefined) return;
  region.style.scrollPaddingTop = `${corner.offsetHeight.toString()}px`;
  region.style.scrollPaddingLeft = `${corner.offsetWidth.toString()}px`;
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/**
 * Moves the browser's focus to the active cell after the grid has asked for it.
 *
 * A removed row takes the focus with it; the cell that is active then gets it.
 */
export function useCellFocus(
  tableRef: RefObject<HTMLTableElement | null>,
  active: Position,
  extent: Position,
): { readonly request: () => void; readonly hasFocus: RefObject<boolean> } {
  const requested = useRef(false);
  const hasFocus = useRef(false);
  const shownExtent = useRef(extent);
  useLayoutEffect(() => {
    const table = tableRef.current;
    if (table === null) return;
    const isLost = hasFocus.current && document.activeElement === document.body;
    if (requested.current || isLost) focusCell(table, active);
    else if (!isSame(shownExtent.current, extent)) {
      const cell = cellElement(table, extent);
      if (cell !== undefined) reveal(table, cell);
    }
    requested.current = false;
    shownExtent.current = extent;
  });
  return {
    hasFocus,
    request: () => {
      requested.current = true;
    },
  };
}

function focusCell(table: HTMLTableElement, place: Position): void {
  const cell = cellElement(table, place);
  if (cell === undefined) return;
  const control = cell.querySelector<HTMLElement>('.grid-control :is(button, a[href])');
  (control ?? cell).focus({ preventScroll: true });
  reveal(table, cell);
}
