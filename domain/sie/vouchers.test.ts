import { describe, expect, it } from 'vitest';
import { toKronor } from './amount.ts';
import { createSieReader } from './reader.ts';

function read(...rows: readonly string[]) {
  const reader = createSieReader();
  const text = ['#SIETYP 4', '#RAR 0 20240101 20241231', ...rows].join('\n');
  reader.push(Uint8Array.from(Array.from(text, (letter) => letter.charCodeAt(0))));
  const { changes, warnings, vouchers } = reader.finish();
  const counted = changes.map(
    ({ year, month, account, amount }) => `${year}-${month} ${account} ${toKronor(amount)}`,
  );
  return { counted, warnings, vouchers };
}

describe('a voucher', () => {
  it('counts each row in its own month, or in that of the voucher', () => {
    const { counted, warnings } = read(
      '#VER A 1 20240131 Text',
      '{',
      '#TRANS 1930 {} 5 20240201',
      '#TRANS 3010 {} -5',
      '}',
    );
    expect(counted).toEqual(['2024-1 3010 -5.00', '2024-2 1930 5.00']);
    expect(warnings).toEqual([]);
  });

  it('may have a row that is dated outside the years: it is counted, and told', () => {
    const rows = ['#VER A 1 20240131 Text', '#TRANS 1930 {} 5 20191231', '#TRANS 3010 {} -5', '}'];
    const { counted, warnings } = read(...rows);
    expect(counted).toEqual(['2019-12 1930 5.00', '2024-1 3010 -5.00']);
    expect(warnings).toEqual([
      {
        line: 4,
        code: 'amount_outside_years',
        label: '#TRANS',
        year: null,
        period: '2019-12',
        counted: true,
      },
    ]);
  });

  it('must be in balance, also where its rows are larger than a number can be', () => {
    const large = '999999999999999.99';
    const { counted, warnings } = read(
      '#VER A 1 20240131',
      `#TRANS 1930 {} ${large}`,
      `#TRANS 1930 {} ${large}`,
      `#TRANS 1930 {} -${large}`,
      `#TRANS 3010 {} -${large}`,
      '}',
      '#VER "" "" 20240131',
      `#TRANS 1930 {} ${large}`,
      '}',
    );
    expect(counted).toEqual(['2024-1 1930 1999999999999999.98', '2024-1 3010 -999999999999999.99']);
    expect(warnings).toEqual([
      { line: 9, code: 'voucher_unbalanced', series: '', number: '', difference: large },
    ]);
  });

  it('counts an added row once, also where its twin comes later or not at all', () => {
    const { counted, warnings } = read(
      '#VER A 1 20240131',
      '#RTRANS 1930 {1 "A"} 5.00 20240131',
      '#RTRANS 3010 {} -5',
      '#TRANS 3010 {} -5.0',
      '#TRANS 1930 {"1" A} 5 20240131',
      '#RTRANS 5010 {} 7',
      '#TRANS 5010 {} 8',
      '#BTRANS 6110 {} 99',
      '}',
    );
    expect(counted).toEqual(['2024-1 1930 5.00', '2024-1 3010 -5.00', '2024-1 5010 15.00']);
    expect(warnings.map(({ line, code }) => [line, code])).toEqual([
      [3, 'voucher_unbalanced'],
      [7, 'dimension_unknown'],
      [8, 'rtrans_alone'],
    ]);
  });

  it('without an end is counted, and told', () => {
    const { counted, warnings, vouchers } = read(
      '#VER A 1 20240131',
      '#TRANS 1930 {} 5',
      '#TRANS 3010 {} -5',
      '#VER A 2 20240131',
      '#TRANS 1930 {} 1',
      '#TRANS 3010 {} -1',
    );
    expect(vouchers).toBe(2);
    expect(counted).toEqual(['2024-1 1930 6.00', '2024-1 3010 -6.00']);
    expect(warnings).toEqual([
      { line: 3, code: 'voucher_cut_off', series: 'A', number: '1' },
      { line: 6, code: 'voucher_cut_off', series: 'A', number: '2' },
    ]);
  });

  it('without a day counts the rows that have one', () => {
    const { counted, warnings } = read(
      '#VER A 1 20240231',
      '#TRANS 1930 {} 5 20240229',
      '#TRANS 3010 {} -5 20240229',
      '#TRANS 3010 {} 7',
      '}',
    );
    expect(counted).toEqual(['2024-2 1930 5.00', '2024-2 3010 -5.00']);
    expect(warnings).toMatchObject([
      { line: 3, code: 'row_unreadable', label: '#VER', problem: 'date', value: '20240231' },
      { line: 6, code: 'row_unreadable', label: '#TRANS', problem: 'date', value: '' },
    ]);
  });

  it.each([
    ['#TRANS "" {} 5', 'account'],
    ['#TRANS 1930 {1} 5', 'objects'],
    ['#TRANS 1930 {} x', 'amount'],
    ['#TRANS 1930 {} 5 x', 'date'],
  ])('does not count a row that cannot be read: %s', (row, problem) => {
    const { counted, warnings } = read('#VER A 1 20240131', row, '}');
    expect(counted).toEqual([]);
    expect(warnings).toMatchObject([{ line: 4, code: 'row_unreadable', problem }]);
  });

  it('is needed by its rows', () => {
    const { counted, warnings } = read('#TRANS 1930 {} 5', '#RTRANS 1930 {} 5', '}', '{');
    expect(counted).toEqual([]);
    expect(warnings).toMatchObject([
      { line: 3, problem: 'outside_voucher' },
      { line: 4, problem: 'outside_voucher' },
    ]);
  });
});
