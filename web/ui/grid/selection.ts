import { type GridShape, isSame, type Position, type Range, rangeBetween } from './position.ts';

/**
 * What is selected: the active cell, where typing goes, and a rectangle from anchor to extent.
 *
 * As in a spreadsheet, extending moves the far corner and leaves the active cell where it is.
 */
export type Selection = {
  readonly active: Position;
  readonly anchor: Position;
  readonly extent: Position;
};

/** The names of rows and columns, by which a selection finds its place again. */
export type GridIds = { readonly rows: readonly string[]; readonly columns: readonly string[] };

/** One cell. */
export function selectCell(place: Position): Selection {
  return { active: place, anchor: place, extent: place };
}

/** The selected rectangle. */
export function selectedRange(selection: Selection): Range {
  return rangeBetween(selection.anchor, selection.extent);
}

/** Moves the far corner. A rectangle of figures does not grow into the headers. */
export function extendTo(selection: Selection, place: Position): Selection {
  const { anchor } = selection;
  const extent = {
    row: anchor.row < 0 ? place.row : Math.max(0, place.row),
    column: anchor.column < 0 ? place.column : Math.max(0, place.column),
  };
  return isSame(extent, selection.extent) ? selection : { ...selection, extent };
}

/** The whole table with its headers. */
export function selectAll(selection: Selection, shape: GridShape): Selection {
  return {
    active: selection.active,
    anchor: { row: -1, column: -1 },
    extent: { row: shape.rows - 1, column: shape.columns - 1 },
  };
}

/** All figures of the selected rows. */
export function selectRows(selection: Selection, shape: GridShape): Selection {
  return {
    active: selection.active,
    anchor: { row: selection.anchor.row, column: 0 },
    extent: { row: selection.extent.row, column: shape.columns - 1 },
  };
}

/** All figures of the selected columns. */
export function selectColumns(selection: Selection, shape: GridShape): Selection {
  return {
    active: selection.active,
    anchor: { row: 0, column: selection.anchor.column },
    extent: { row: shape.rows - 1, column: selection.extent.column },
  };
}

/** Finds the same cells after rows or columns came, went or changed places. */
export function followIds(selection: Selection, before: GridIds, after: GridIds): Selection {
  const follow = (place: Position): Position => ({
    row: followId(place.row, before.rows, after.rows),
    column: followId(place.column, before.columns, after.columns),
  });
  const active = follow(selection.active);
  const anchor = follow(selection.anchor);
  const extent = follow(selection.extent);
  const stays = isSame(active, selection.active) && isSame(anchor, selection.anchor);
  return stays && isSame(extent, selection.extent) ? selection : { active, anchor, extent };
}

function followId(index: number, before: readonly string[], after: readonly string[]): number {
  if (index < 0 || before[index] === after[index]) return Math.min(index, after.length - 1);
  const found = after.indexOf(before[index] ?? '');
  return found >= 0 ? found : Math.min(index, after.length - 1);
}
