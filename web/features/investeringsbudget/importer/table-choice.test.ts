import { describe, expect, it } from 'vitest';
import type { TableChoice } from '#contract/utfall-table.ts';
import { columnFrom, columnOf, columnText, withSheet, withUnit } from './table-choice.ts';

const choice: TableChoice = {
  sheet: 0,
  headerRow: 1,
  columns: [{ is: 'name' }, { is: 'amount', year: 2024, month: 3 }],
  unit: null,
  year: null,
  sign: 'as_written',
};

describe('a column', () => {
  it('comes back from the text of its choice', () => {
    const columns = [
      ...choice.columns,
      { is: 'amount', year: null, month: null } as const,
      { is: 'period' } as const,
    ];
    expect(columns.map((column) => columnFrom(columnText(column)))).toEqual(columns);
  });

  it('is not read where nothing was said about it', () => {
    expect(columnOf(choice, 7)).toEqual({ is: 'other' });
    expect(columnFrom('whatever')).toEqual({ is: 'other' });
  });
});

describe('the choice', () => {
  it('asks for columns anew with another sheet', () => {
    const next = withSheet(choice, 2);
    expect([next.sheet, next.headerRow, next.columns]).toEqual([2, null, []]);
  });

  it('takes a unit, and nothing that is none', () => {
    expect(withUnit(choice, 'kr').unit).toBe('kr');
    expect(withUnit(choice, 'usd')).toBe(choice);
  });
});
