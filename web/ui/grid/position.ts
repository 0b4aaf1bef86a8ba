/** A place in the grid by number; -1 is the header row or the header column. */
export type Position = { readonly row: number; readonly column: number };

/** A rectangle of places, both ends included. */
export type Range = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** The size of a grid, and which of its rows are headings without cells. */
export type GridShape = {
  readonly rows: number;
  readonly columns: number;
  readonly isHeading: (row: number) => boolean;
};

/** The rectangle that two opposite corners span. */
export function rangeBetween(one: Position, other: Position): Range {
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}

/** Whether two places are the same. */
export function isSame(one: Position, other: Position): boolean {
  return one.row === other.row && one.column === other.column;
}

/** Whether a rectangle is one place only. */
export function isSingle(range: Range): boolean {
  return range.top === range.bottom && range.left === range.right;
}

/** The whole numbers from the first to the last, both included. */
export function span(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
