import { describe, expect, it } from 'vitest';
import { cellAt, emptyCell, isEmptyCell, plainText, type TableCell } from './utfall-table-cell.ts';

describe('a cell of a table', () => {
  it.each<[TableCell, boolean]>([
    [emptyCell, true],
    [{ kind: 'text', text: ' \u00a0\n' }, true],
    [{ kind: 'text', text: '-' }, false],
    [{ kind: 'number', text: '0' }, false],
    [{ kind: 'missing', text: '' }, false],
  ])('%j is empty: %s', (cell, isEmpty) => {
    expect(isEmptyCell(cell)).toBe(isEmpty);
  });

  it('is empty beyond the end of its row', () => {
    expect(cellAt([{ kind: 'text', text: 'a' }], 1)).toBe(emptyCell);
  });

  it('has its text in one composed line', () => {
    expect(plainText({ kind: 'text', text: ' Na\u0308t\n \u00a0södra\t' })).toBe('Nät södra');
  });
});
