import type { GridShape, Position } from './position.ts';

/** A step from one cell to another. The last four go to the edge, then to the header. */
export type Step =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'page-up'
  | 'page-down'
  | 'first-cell'
  | 'last-cell'
  | 'first-column'
  | 'last-column'
  | 'first-row'
  | 'last-row';

/** Where a step leads. A heading has no cells, so a step up or down goes on to the next row. */
export function stepFrom(from: Position, step: Step, shape: GridShape, pageRows = 10): Position {
  const { row, column } = from;
  switch (step) {
    case 'up':
      return { row: rowAbove(row - 1, column, shape), column };
    case 'down':
      return { row: rowBelow(row + 1, column, shape) ?? row, column };
    case 'page-up':
      return {
        row: Math.max(rowAbove(row - pageRows, column, shape), topRow(shape, column)),
        column,
      };
    case 'page-down':
      return { row: rowBelow(row + pageRows, column, shape) ?? bottomRow(shape, column), column };
    case 'left':
      return { row, column: Math.max(column - 1, -1) };
    case 'right':
      return { row, column: Math.min(column + 1, lastColumn(row, shape)) };
    case 'first-column':
      return { row, column: column === 0 ? -1 : Math.min(0, lastColumn(row, shape)) };
    case 'last-column':
      return { row, column: lastColumn(row, shape) };
    case 'first-row':
      return { row: row === topRow(shape, column) ? -1 : topRow(shape, column), column };
    case 'last-row':
      return { row: bottomRow(shape, column), column };
    case 'first-cell':
      return { row: topRow(shape, 0), column: Math.min(0, shape.columns - 1) };
    case 'last-cell':
      return { row: bottomRow(shape, 0), column: shape.columns - 1 };
  }
}

/** The next place that can be edited, row by row as one reads, or backwards; undefined for none. */
export function nextEditable(
  from: Position,
  direction: 'forwards' | 'backwards',
  shape: GridShape,
  isEditable: (place: Position) => boolean,
): Position | undefined {
  const change = direction === 'forwards' ? 1 : -1;
  const places = shape.rows * shape.columns;
  let index = from.row * shape.columns + from.column + change;
  for (; index >= 0 && index < places; index += change) {
    const place = { row: Math.floor(index / shape.columns), column: index % shape.columns };
    if (isEditable(place)) return place;
  }
  return undefined;
}

/** The nearest place that can have the focus: a heading has none but its name. */
export function nearestStand(place: Position, shape: GridShape): Position {
  const { row, column } = place;
  if (row < 0 || canStand(row, column, shape)) return place;
  const other = rowBelow(row, column, shape) ?? rowAbove(row, column, shape);
  return other < 0 ? { row, column: -1 } : { row: other, column };
}

function lastColumn(row: number, shape: GridShape): number {
  return row >= 0 && shape.isHeading(row) ? -1 : shape.columns - 1;
}

function canStand(row: number, column: number, shape: GridShape): boolean {
  return column < 0 || !shape.isHeading(row);
}

function rowAbove(start: number, column: number, shape: GridShape): number {
  for (let row = start; row >= 0; row -= 1) if (canStand(row, column, shape)) return row;
  return -1;
}

function rowBelow(start: number, column: number, shape: GridShape): number | undefined {
  for (let row = start; row < shape.rows; row += 1) if (canStand(row, column, shape)) return row;
  return undefined;
}

function topRow(shape: GridShape, column: number): number {
  return rowBelow(0, column, shape) ?? -1;
}

function bottomRow(shape: GridShape, column: number): number {
  return rowAbove(shape.rows - 1, column, shape);
}
