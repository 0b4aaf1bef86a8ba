import { type MouseEvent, useRef } from 'react';
import { type GridController, isOwnEvent } from './grid-controller.ts';
import { isSame, type Position } from './position.ts';
import { extendTo, selectCell } from './selection.ts';
import { placeOf } from './use-cell-focus.ts';

/** What mouse, pen and finger do. */
export function useGridPointer(grid: GridController) {
  const isDragging = useRef(false);
  const wasActive = useRef(false);

  function placeUnder(event: MouseEvent<HTMLTableElement>): Position | undefined {
    if (!isOwnEvent(event) || !(event.target instanceof Element)) return undefined;
    return placeOf(event.currentTarget, event.target);
  }

  function press(event: MouseEvent<HTMLTableElement>) {
    const place = placeUnder(event);
    if (place === undefined || event.button !== 0 || isOnControl(event)) return;
    // The grid moves the focus itself: a heading's empty band would send it to the page.
    event.preventDefault();
    takeEditedText(event.currentTarget);
    wasActive.current = isSame(place, grid.selection.active) && hasFocus(event.currentTarget);
    isDragging.current = true;
    grid.select(event.shiftKey ? extendTo(grid.selection, place) : selectCell(place));
  }

  function drag(event: MouseEvent<HTMLTableElement>) {
    if (!isDragging.current) return;
    isDragging.current = (event.buttons & 1) === 1;
    const place = isDragging.current ? placeUnder(event) : undefined;
    if (place !== undefined) grid.select(extendTo(grid.selection, place));
  }

  function edit(event: MouseEvent<HTMLTableElement>) {
    if (placeUnder(event) !== undefined && !isOnControl(event)) grid.startEditing();
  }

  function tap(event: MouseEvent<HTMLTableElement>) {
    const isFinger =
      'pointerType' in event.nativeEvent && event.nativeEvent.pointerType === 'touch';
    if (isFinger && wasActive.current) edit(event);
  }

  return { onMouseDown: press, onMouseOver: drag, onDoubleClick: edit, onClick: tap };
}

function isOnControl(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('.grid-control') !== null;
}

function hasFocus(table: HTMLTableElement): boolean {
  return table.contains(document.activeElement);
}

/** Pressing another cell takes what is being typed in this one, as leaving it does. */
function takeEditedText(table: HTMLTableElement): void {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement && table.contains(field)) field.blur();
}
