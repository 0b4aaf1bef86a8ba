import type { GridCell, GridRow } from './grid-types.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Whether two rows would be drawn alike.
 *
 * A page computes all rows anew for every change; a thousand rows of which two changed should not
 * be a thousand rows drawn.
 */
export function isSameRow(before: GridRow, after: GridRow): boolean {
  if (before === after) return true;
  return hasSameFields(before, after, 'cells') && hasSameCells(before.cells, after.cells);
}

/** Whether two objects hold the same values, but for one field that is compared elsewhere. */
export function hasSameFields(one: Fields, other: Fields, except?: string): boolean {
  let surplus = 0;
  // Plain loops: this runs for every cell of the table on every change.
  for (const key in one) {
    surplus += 1;
    if (key !== except && !Object.is(one[key], other[key])) return false;
  }
  for (const _key in other) surplus -= 1;
  return surplus === 0;
}

/** Whether two cells would be drawn alike. */
export function isSameCell(one: GridCell | undefined, other: GridCell | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one === other || hasSameFields(one, other);
}

function hasSameCells(
  before: Readonly<Record<string, GridCell>> = {},
  after: Readonly<Record<string, GridCell>> = {},
): boolean {
  if (before === after) return true;
  let surplus = 0;
  for (const column in before) {
    surplus += 1;
    if (!isSameCell(before[column], after[column])) return false;
  }
  for (const _column in after) surplus -= 1;
  return surplus === 0;
}
