import { describe, expect, test } from 'vitest';
import { nearestStand, nextEditable, type Step, stepFrom } from './movement.ts';
import type { GridShape, Position } from './position.ts';

// Row 0 data, row 1 a heading, rows 2 and 3 data, row 4 a heading, row 5 data; three columns.
const shape: GridShape = { rows: 6, columns: 3, isHeading: (row) => row === 1 || row === 4 };

const at = (row: number, column: number): Position => ({ row, column });

describe('a step leads', () => {
  test.each<[string, Position, Step, Position]>([
    ['down', at(2, 1), 'down', at(3, 1)],
    ['down past a heading', at(0, 1), 'down', at(2, 1)],
    ['down onto a heading in the header column', at(0, -1), 'down', at(1, -1)],
    ['down from the last row nowhere', at(5, 1), 'down', at(5, 1)],
    ['up past a heading', at(2, 0), 'up', at(0, 0)],
    ['up from the first row into the header', at(0, 2), 'up', at(-1, 2)],
    ['up from the header nowhere', at(-1, 2), 'up', at(-1, 2)],
    ['down from the header', at(-1, 2), 'down', at(0, 2)],
    ['right', at(2, 0), 'right', at(2, 1)],
    ['right from the last column nowhere', at(2, 2), 'right', at(2, 2)],
    ['right from a heading nowhere', at(1, -1), 'right', at(1, -1)],
    ['left into the header column', at(2, 0), 'left', at(2, -1)],
    ['left from the header column nowhere', at(2, -1), 'left', at(2, -1)],
    ['to the first column', at(2, 2), 'first-column', at(2, 0)],
    ['from the first column to the header column', at(2, 0), 'first-column', at(2, -1)],
    ['from the header column to the first', at(2, -1), 'first-column', at(2, 0)],
    ['nowhere on a heading', at(1, -1), 'first-column', at(1, -1)],
    ['to the last column', at(2, 0), 'last-column', at(2, 2)],
    ['to the first row', at(5, 1), 'first-row', at(0, 1)],
    ['from the first row to the header', at(0, 1), 'first-row', at(-1, 1)],
    ['to the last row', at(0, 1), 'last-row', at(5, 1)],
    ['to the first cell', at(5, 2), 'first-cell', at(0, 0)],
    ['to the last cell', at(0, -1), 'last-cell', at(5, 2)],
    ['a page down', at(0, 1), 'page-down', at(3, 1)],
    ['a page down past a heading', at(2, 1), 'page-down', at(5, 1)],
    ['a page down to the last row', at(5, 1), 'page-down', at(5, 1)],
    ['a page up', at(5, 1), 'page-up', at(2, 1)],
    ['a page up to the first row', at(2, 1), 'page-up', at(0, 1)],
  ])('%s', (_name, from, step, to) => {
    expect(stepFrom(from, step, shape, 3)).toEqual(to);
  });

  test('nowhere in a grid without rows', () => {
    const empty: GridShape = { rows: 0, columns: 2, isHeading: () => false };
    expect(stepFrom(at(-1, 0), 'down', empty)).toEqual(at(-1, 0));
    expect(stepFrom(at(-1, 0), 'last-cell', empty)).toEqual(at(-1, 1));
  });
});

describe('a cell whose row went gives the focus', () => {
  test.each<[string, Position, GridShape, Position]>([
    ['to itself where it has cells', at(2, 1), shape, at(2, 1)],
    ['to the row below a heading', at(1, 2), shape, at(2, 2)],
    ['to the row above a last heading', at(4, 0), { ...shape, rows: 5 }, at(3, 0)],
    [
      'to the heading where there is nothing else',
      at(0, 1),
      { ...shape, rows: 1, isHeading: () => true },
      at(0, -1),
    ],
    ['to a heading’s own name', at(1, -1), shape, at(1, -1)],
    ['to the header', at(-1, 1), shape, at(-1, 1)],
  ])('%s', (_name, from, within, to) => {
    expect(nearestStand(from, within)).toEqual(to);
  });
});

describe('Tab looks for the next cell to type in', () => {
  const isEditable = ({ row, column }: Position) =>
    column === 1 && row !== 3 && !shape.isHeading(row);

  test.each<[string, Position, 'forwards' | 'backwards', Position | undefined]>([
    ['on the same row', at(2, 0), 'forwards', at(2, 1)],
    ['on a later row', at(2, 1), 'forwards', at(5, 1)],
    ['on an earlier row', at(5, 1), 'backwards', at(2, 1)],
    ['and finds none after the last', at(5, 1), 'forwards', undefined],
    ['and finds none before the first', at(0, 1), 'backwards', undefined],
  ])('%s', (_name, from, direction, to) => {
    expect(nextEditable(from, direction, shape, isEditable)).toEqual(to);
  });
});
