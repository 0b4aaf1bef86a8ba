import { describe, expect, it } from 'vitest';
import { layoutOf, textAt } from './utfall-table-layout.ts';

describe('the layout of a choice', () => {
  it('has the leftmost column of each kind, and every amount', () => {
    const amount = { is: 'amount', year: null, month: 1 } as const;
    const layout = layoutOf({
      headerRow: null,
      columns: [{ is: 'other' }, { is: 'name' }, amount, { is: 'name' }, amount, { is: 'year' }],
      unit: 'kr',
      year: null,
      sign: 'as_written',
    });
    expect(layout).toEqual({
      name: 1,
      account: null,
      year: 5,
      period: null,
      amounts: [
        { column: 2, is: amount },
        { column: 4, is: amount },
      ],
    });
  });

  it('finds no text where the column is empty, beyond the row or not chosen', () => {
    const row = [
      { kind: 'text', text: ' ' },
      { kind: 'number', text: '4010' },
    ] as const;
    expect([0, 1, 2, null].map((column) => textAt(row, column))).toEqual([
      null,
      '4010',
      null,
      null,
    ]);
  });
});
