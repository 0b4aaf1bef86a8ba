import { describe, expect, test } from 'vitest';
import type { GridShape, Position } from './position.ts';
import {
  extendTo,
  followIds,
  type GridIds,
  selectAll,
  selectCell,
  selectColumns,
  selectedRange,
  selectRows,
} from './selection.ts';

const shape: GridShape = { rows: 4, columns: 3, isHeading: () => false };

const at = (row: number, column: number): Position => ({ row, column });

describe('a selection', () => {
  test('grows from its anchor while the active cell stays', () => {
    const grown = extendTo(selectCell(at(2, 1)), at(0, 2));
    expect(grown.active).toEqual(at(2, 1));
    expect(selectedRange(grown)).toEqual({ top: 0, left: 1, bottom: 2, right: 2 });
  });

  test('turns around its anchor', () => {
    const turned = extendTo(extendTo(selectCell(at(2, 1)), at(0, 2)), at(3, 0));
    expect(selectedRange(turned)).toEqual({ top: 2, left: 0, bottom: 3, right: 1 });
  });

  test('of figures does not grow into the headers', () => {
    expect(selectedRange(extendTo(selectCell(at(1, 1)), at(-1, -1)))).toEqual({
      top: 0,
      left: 0,
      bottom: 1,
      right: 1,
    });
  });

  test('of headers grows along them and into the figures', () => {
    expect(selectedRange(extendTo(selectCell(at(1, -1)), at(2, 0)))).toEqual({
      top: 1,
      left: -1,
      bottom: 2,
      right: 0,
    });
  });

  test('of everything takes the headers with it', () => {
    expect(selectedRange(selectAll(selectCell(at(1, 1)), shape))).toEqual({
      top: -1,
      left: -1,
      bottom: 3,
      right: 2,
    });
  });

  test('of rows and of columns', () => {
    const some = extendTo(selectCell(at(1, 1)), at(2, 1));
    expect(selectedRange(selectRows(some, shape))).toEqual({
      top: 1,
      left: 0,
      bottom: 2,
      right: 2,
    });
    expect(selectedRange(selectColumns(some, shape))).toEqual({
      top: 0,
      left: 1,
      bottom: 3,
      right: 1,
    });
  });
});

describe('a selection stays with its cells', () => {
  const before: GridIds = { rows: ['a', 'b', 'c'], columns: ['x', 'y'] };

  test.each<[string, Position, GridIds, Position]>([
    ['when nothing changes', at(1, 1), before, at(1, 1)],
    ['when a row comes above', at(1, 1), { ...before, rows: ['new', 'a', 'b', 'c'] }, at(2, 1)],
    ['when a row above goes', at(2, 0), { ...before, rows: ['b', 'c'] }, at(1, 0)],
    ['when columns change places', at(0, 0), { ...before, columns: ['y', 'x'] }, at(0, 1)],
    ['or on the row that takes its place', at(1, 0), { ...before, rows: ['a', 'c'] }, at(1, 0)],
    ['or on the last row', at(2, 0), { ...before, rows: ['a', 'b'] }, at(1, 0)],
    ['or in the header when no row is left', at(2, 0), { ...before, rows: [] }, at(-1, 0)],
    ['in the header', at(-1, 1), { ...before, rows: ['new', 'a'] }, at(-1, 1)],
  ])('%s', (_name, place, after, expected) => {
    expect(followIds(selectCell(place), before, after).active).toEqual(expected);
  });

  test('and is the same object when it did not move', () => {
    const selection = selectCell(at(1, 1));
    expect(followIds(selection, before, { ...before, rows: ['a', 'b', 'c', 'd'] })).toBe(selection);
  });
});
