import { expect, test } from 'vitest';
import type { GridRow } from './grid-types.ts';
import { isSameRow } from './same-row.ts';

const row: GridRow = {
  id: 'a',
  kind: 'data',
  name: 'Rad a',
  cells: { x: { text: '1', editable: true }, y: { text: '2' } },
};

test.each<[string, GridRow, boolean]>([
  ['itself', row, true],
  [
    'a row computed anew',
    { ...row, cells: { x: { text: '1', editable: true }, y: { text: '2' } } },
    true,
  ],
  ['another name', { ...row, name: 'Rad b' }, false],
  ['one more field', { ...row, groupName: '2025' }, false],
  ['another figure', { ...row, cells: { ...row.cells, y: { text: '3' } } }, false],
  ['a field gone from a cell', { ...row, cells: { ...row.cells, x: { text: '1' } } }, false],
  [
    'a field more in a cell',
    { ...row, cells: { ...row.cells, y: { text: '2', linked: true } } },
    false,
  ],
  ['a cell gone', { ...row, cells: { x: { text: '1', editable: true } } }, false],
  ['a cell more', { ...row, cells: { ...row.cells, z: { text: '' } } }, false],
  ['no cells', { id: 'a', kind: 'data', name: 'Rad a' }, false],
])('%s', (_name, other, isSame) => {
  expect(isSameRow(row, other)).toBe(isSame);
  expect(isSameRow(other, row)).toBe(isSame);
});
