import { describe, expect, it } from 'vitest';
import { labels } from './labels.ts';
import { createSieReader } from './reader.ts';

/** Reads rows after a heading of ten lines that nothing is missing from. */
function read(...rows: readonly string[]) {
  const heading = [
    '#FLAGGA 0',
    '#SIETYP 4',
    '#RAR 0 20240101 20241231',
    '#RAR -1 20230101 20231231',
  ];
  const reader = createSieReader();
  const text = [...heading, ...rows].join('\n');
  reader.push(Uint8Array.from(Array.from(text, (letter) => letter.charCodeAt(0))));
  return reader.finish();
}

describe('labels', () => {
  it('that are read are those with something to keep', () => {
    expect([...labels.keys()].toSorted()).toEqual(
      [
        ...['#DIM', '#FLAGGA', '#FNAMN', '#IB', '#KONTO', '#KTYP', '#OBJEKT', '#OIB', '#ORGNR'],
        ...['#OUB', '#PBUDGET', '#PROGRAM', '#PSALDO', '#RAR', '#RES', '#SIETYP', '#UB'],
        ...['#UNDERDIM', '#VALUTA'],
      ].toSorted(),
    );
  });

  it('that are unknown, and fields to come, are left alone', () => {
    const file = read('#NYTT 1 2 {3', '#konto 1930 Bank extra fields', '#ADRESS "a" "b"');
    expect(file.accounts).toEqual([{ number: '1930', name: 'Bank', type: null }]);
    expect(file.warnings).toEqual([]);
  });

  it.each([
    ['#FLAGGA 2', 'fields', '2'],
    ['#SIETYP 7', 'fields', '7'],
    ['#RAR x 20240101 20241231', 'year', 'x'],
    ['#RAR -2 20230101 20221231', 'date', '20230101 20221231'],
    ['#RAR -2 2022 2023', 'date', '2022 2023'],
    ['#KONTO', 'account', '#KONTO'],
    ['#KTYP 1930 O', 'fields', '#KTYP 1930 O'],
    ['#DIM', 'fields', '#DIM'],
    ['#UNDERDIM', 'fields', '#UNDERDIM'],
    ['#OBJEKT 6', 'fields', '#OBJEKT 6'],
    ['#IB 0 1930 tio', 'amount', 'tio'],
    ['#IB 0 1930', 'amount', ''],
    ['#IB', 'year', ''],
    ['#UB 0 "" 5', 'account', '#UB 0 "" 5'],
    ['#OIB 0 1930 {1} 5', 'objects', '#OIB 0 1930 {1} 5'],
    ['#PSALDO 0 202413 1930 {} 5', 'period', '202413'],
    ['#PBUDGET 0 2024 1930 {} 5', 'period', '2024'],
  ])('with what cannot be read are not counted: %s', (row, problem, value) => {
    const label = row.split(' ')[0];
    const { warnings, balances, changes } = read(row);
    expect(warnings).toEqual([{ line: 5, code: 'row_unreadable', label, problem, value }]);
    expect([balances, changes]).toEqual([[], []]);
  });

  it('of the heading say what kind of file it is', () => {
    const file = read('#VALUTA eur', '#SIETYP 4E', '#ORGNR 222000-0000 1', '#PROGRAM X 1.2');
    expect(file).toMatchObject({ type: '4E', orgnr: '222000-0000', program: 'X' });
    expect(file.warnings).toEqual([{ line: 5, code: 'currency_other', currency: 'EUR' }]);
    expect(read('#VALUTA SEK').warnings).toEqual([]);
  });

  it('of a period may leave out the empty list of objects', () => {
    const file = read('#KONTO 3010 A', '#PSALDO 0 202401 3010 5.00', '#PBUDGET 0 202402 3010 7');
    expect(file.warnings).toEqual([]);
    expect(file.changes).toMatchObject([{ year: 2024, month: 1, account: '3010' }]);
    expect(file.budgets).toMatchObject([{ year: 2024, month: 2, account: '3010' }]);
  });
});
