import { describe, expect, it } from 'vitest';
import { toPlain } from '../tkr.ts';
import type { TableCell } from '../utfall-table-cell.ts';
import { type LoanTableChoice, readLoanTable } from './loan-table.ts';

const heading = [
  ...['Långivare', 'Referens', 'Belopp', 'Lyftdag', 'Amorteringsform', 'Betalningar per år'],
  ...['Första betalning', 'Förfall', 'Ränta'],
];
const loan = (reference: string, amount = '5000', rate = '3,25'): string[] => [
  ...['Kommuninvest', reference, amount, '2025-01-15', 'Rak', '4', '2025-04-15', '2030-01-15'],
  rate,
];
const table = (
  rows: readonly (readonly string[])[],
  choice: Partial<LoanTableChoice> = { unit: 'tkr' },
) =>
  readLoanTable(
    rows.map((cells) => cells.map((text): TableCell => ({ kind: 'text', text }))),
    { unit: null, curves: [], ...choice },
  );

describe('a loan table', () => {
  it('gives its loans in the order of their first rows', () => {
    const { loans, missing, unit, skipped } = table([heading, loan('B'), loan('A'), loan('B')]);
    expect(loans.map(({ reference, rows }) => [reference, rows])).toEqual([
      ['B', [2, 4]],
      ['A', [3]],
    ]);
    expect({ missing, unit, skipped }).toEqual({
      missing: [],
      unit: 'tkr',
      skipped: [{ row: 1, reason: 'header' }],
    });
  });

  it.each([
    ['kr', '5000000', '5000'],
    ['tkr', '5000', '5000'],
    ['mnkr', '5', '5000'],
    ['kr', '5 000 tkr', '5000'],
  ] as const)('in %s has %s as %s Tkr', (unit, amount, plain) => {
    const principal = table([heading, loan('A', amount)], { unit }).loans[0]?.loan?.principal;
    expect(principal === undefined ? null : toPlain(principal)).toBe(plain);
  });

  it('is not read without a unit, and the one that is asked for goes first', () => {
    const rows = [heading.with(2, 'Belopp (kr)'), loan('A', '5000000')];
    const read = (choice: Partial<LoanTableChoice>) => {
      const { unit, loans } = table(rows, choice);
      const principal = loans[0]?.loan?.principal;
      return [unit, principal === undefined ? null : toPlain(principal)];
    };
    expect(read({})).toEqual(['kr', '5000']);
    expect(read({ unit: 'tkr' })).toEqual(['tkr', '5000000']);
    expect(table([heading, loan('A')], {})).toMatchObject({ unit: null, loans: [], missing: [] });
  });

  it('is not read without its columns, and says which', () => {
    expect(table([heading.slice(0, 7), loan('A')])).toMatchObject({
      missing: ['maturesOn', 'rate'],
      loans: [],
    });
    expect(table([heading.with(8, 'Räntekurva'), loan('A', '1', 'x')]).missing).toEqual([]);
    expect(
      table([
        ['Rad', 'Utfall'],
        ['Nät', '5'],
      ]),
    ).toMatchObject({ header: null, loans: [] });
    expect(table([]).missing).toHaveLength(9);
  });

  it('leaves titles, repeated headings and sums, and says so', () => {
    const { loans, skipped } = table([
      ['Lånen per 2025-12-31'],
      [],
      heading,
      loan('A'),
      heading,
      loan('B'),
      ['Summa', '', '10000', '', '', '', '', '', '3,25'],
      ['', '', '10000'],
      ['', 'Totalt', '10000'],
    ]);
    expect(loans.map(({ reference, problems }) => [reference, problems])).toEqual([
      ['A', []],
      ['B', []],
    ]);
    expect(skipped).toEqual([
      { row: 1, reason: 'before_header' },
      { row: 3, reason: 'header' },
      { row: 5, reason: 'header' },
      { row: 7, reason: 'sum' },
      { row: 8, reason: 'sum' },
      { row: 9, reason: 'sum' },
    ]);
  });

  it('takes a loan for one, whatever it is called', () => {
    const { loans } = table([heading, loan('Totalt').with(0, 'Summa AB')]);
    expect(loans[0]?.loan?.lender).toBe('Summa AB');
  });

  it('tells of a row that does not say which loan it is, each by itself', () => {
    const { loans } = table([heading, loan(''), loan('').with(0, ''), ['', '', '', '2025-01-15']]);
    expect(loans.map(({ rows, loan: read }) => [rows, read])).toEqual([
      [[2], null],
      [[3], null],
      [[4], null],
    ]);
    expect(loans[0]?.problems).toEqual([{ row: 2, column: 2, code: 'cell_missing', text: '' }]);
  });
});
