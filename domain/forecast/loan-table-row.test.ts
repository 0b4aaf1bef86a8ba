import { describe, expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { tkr } from '../tkr.ts';
import type { TableCell } from '../utfall-table-cell.ts';
import { readLoanRow, shownText } from './loan-table-row.ts';
import { type LoanColumn, loanColumns } from './loan-table-terms.ts';

const text = (one: string): TableCell => ({ kind: 'text', text: one });
const read = (cells: readonly string[], columns: readonly (LoanColumn | null)[] = loanColumns) =>
  readLoanRow(cells.map(text), 7, columns, 'tkr');

describe('a row of a loan table', () => {
  it('says what its cells say', () => {
    const cells = [
      ...[' Kommuninvest ', 'KI-1', '5 000,5', '2025-01-15', 'Rak amortering', '4'],
      ...['2025-04-15', '2030-01-15', '2025-01-15', '3,25', '', '', '2027-01-15', 'Nytt'],
    ];
    expect(read(cells)).toEqual({
      row: 7,
      lender: 'Kommuninvest',
      reference: 'KI-1',
      principal: tkr('5000.5'),
      drawnOn: '2025-01-15',
      form: 'straight',
      paymentsAYear: 4,
      firstPaymentOn: '2025-04-15',
      maturesOn: '2030-01-15',
      rateFrom: '2025-01-15',
      rate: percentOf('3.25'),
      curve: null,
      margin: null,
      boundUntil: '2027-01-15',
      comment: 'Nytt',
      problems: [],
    });
  });

  it('has null for columns that the table does not have', () => {
    expect(read(['KI-1'], ['reference'])).toMatchObject({ lender: null, reference: 'KI-1' });
  });

  it('keeps the spaces inside a text, as a form does', () => {
    expect(read(['Bank  AB'], ['lender']).lender).toBe('Bank  AB');
  });

  it.each([
    ['rak', 'straight'],
    ['Straight-line', 'straight'],
    ['ANNUITET', 'annuity'],
    ['Återbetalning vid förfall', 'atMaturity'],
    ['bullet', 'atMaturity'],
  ])('reads the form %s as %s', (cell, form) => {
    expect(read([cell], ['form']).form).toBe(form);
  });

  it.each([
    ['1', 1],
    ['årsvis', 1],
    ['halvår', 2],
    ['Kvartalsvis', 4],
    ['monthly', 12],
  ])('reads the payments %s as %s', (cell, payments) => {
    expect(read([cell], ['paymentsAYear']).paymentsAYear).toBe(payments);
  });

  it.each([
    ['principal', '1.234', 'amount_ambiguous'],
    ['principal', 'mycket', 'amount_not_a_number'],
    ['principal', '0,000001', 'amount_too_many_decimals'],
    ['drawnOn', '31/12/2025', 'day_not_understood'],
    ['form', 'blandat', 'form_not_understood'],
    ['paymentsAYear', '3', 'payments_not_understood'],
    ['rate', '325', 'rate_out_of_range'],
    ['margin', 'x', 'rate_not_understood'],
    ['lender', 'x'.repeat(201), 'text_too_long'],
    ['comment', 'a\nb', 'text_not_storable'],
    ['reference', 'a\uD800', 'text_not_storable'],
  ] as const)('tells where %s is not understood: %s', (column, cell, code) => {
    const { problems } = read(['', cell], [null, column]);
    const shown = cell.slice(0, 100).replace('\n', ' ');
    expect(problems).toEqual([{ row: 7, column: 2, code, text: shown }]);
  });

  it('tells of errors of the spreadsheet in every column', () => {
    const cells = loanColumns.map((): TableCell => ({ kind: 'error', text: '#REF!' }));
    const { problems } = readLoanRow(cells, 7, loanColumns, 'tkr');
    expect(problems.map(({ column }) => column)).toEqual(loanColumns.map((_, at) => at + 1));
  });

  it('shows no more than a hundred characters of a cell', () => {
    expect(shownText(text('å'.repeat(500)))).toBe('å'.repeat(100));
  });
});
