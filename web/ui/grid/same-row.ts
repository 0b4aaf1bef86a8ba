import type { GridCell, GridRow } from './grid-types.ts';

/**
 * Whether two rows would be drawn alike.
 *
 * A page computes all rows anew for every change; a thousand rows of which two changed should not
 * be a thousand rows drawn.
 */
export function isSameRow(before: GridRow, after: GridRow): boolean {
  if (before === after) return true;
  const { cells: cellsBefore = {}, ...restBefore } = before;
  const { cells: cellsAfter = {}, ...restAfter } = after;
  return isShallowlySame(restBefore, restAfter) && hasSameCells(cellsBefore, cellsAfter);
}

function hasSameCells(
  before: Readonly<Record<string, GridCell>>,
  after: Readonly<Record<string, GridCell>>,
): boolean {
  if (before === after) return true;
  const columns = Object.keys(before);
  if (columns.length !== Object.keys(after).length) return false;
  return columns.every((column) => {
    const one = before[column];
    const other = after[column];
    return one !== undefined && other !== undefined && isShallowlySame(one, other);
  });
}

function isShallowlySame(one: object, other: object): boolean {
  const theirs = new Map<string, unknown>(Object.entries(other));
  const mine = Object.entries(one);
  return (
    mine.length === theirs.size && mine.every(([key, value]) => Object.is(value, theirs.get(key)))
  );
}
