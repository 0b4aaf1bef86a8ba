import { describe, expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { tkr } from '../tkr.ts';
import { loanOfRows, neededColumns } from './loan-table-loan.ts';
import { readLoanRow } from './loan-table-row.ts';
import type { LoanColumn } from './loan-table-terms.ts';

const columns: readonly LoanColumn[] = [...neededColumns, 'rateFrom', 'rate', 'comment'];
const terms = [
  ...['Kommuninvest', 'KI-1', '5000', '2025-01-15', 'rak', '4'],
  ...['2025-04-15', '2030-01-15'],
];
const loanOf = (...rows: readonly (readonly string[])[]) =>
  loanOfRows(
    rows.map((cells, at) =>
      readLoanRow(
        cells.map((text) => ({ kind: 'text', text })),
        at + 2,
        columns,
        'tkr',
      ),
    ),
    columns,
    [],
  );
const codes = (...rows: readonly (readonly string[])[]) =>
  loanOf(...rows).problems.map(({ row, column, code }) => [row, column, code]);
const but = (column: LoanColumn, text: string): string[] =>
  [...terms, '', '3'].map((cell, at) => (columns[at] === column ? text : cell));

describe('the loan of rows', () => {
  it('is made of its terms and its rates', () => {
    expect(loanOf([...terms, '', '3,25', 'Nytt'])).toEqual({
      rows: [2],
      lender: 'Kommuninvest',
      reference: 'KI-1',
      comment: 'Nytt',
      loan: {
        lender: 'Kommuninvest',
        reference: 'KI-1',
        principal: tkr('5000'),
        drawnOn: '2025-01-15',
        form: 'straight',
        paymentsAYear: 4,
        firstPaymentOn: '2025-04-15',
        maturesOn: '2030-01-15',
        ratePeriods: [{ from: '2025-01-15', type: 'fixed', rate: percentOf('3.25') }],
      },
      problems: [],
      notes: [],
    });
  });

  it('may have its terms on any of its rows, or on all of them', () => {
    const later = ['KOMMUNINVEST', 'ki-1', '', '', '', '', '', '', '2027-01-15', '2'];
    const whole = loanOf([...terms, '', '3'], later);
    expect(whole.problems).toEqual([]);
    expect(whole.loan?.ratePeriods).toHaveLength(2);
    expect(loanOf(later, [...terms, '', '3']).loan).toEqual({
      ...whole.loan,
      lender: 'KOMMUNINVEST',
      reference: 'ki-1',
    });
    expect(loanOf([...terms, '', '3'], [...terms, '2027-01-15', '2']).loan).toEqual(whole.loan);
  });

  it('is refused where its rows differ, and told where', () => {
    const other = [...terms, '2027-01-15', '2'];
    expect(codes([...terms, '', '3'], other.with(2, '5001').with(5, '12'))).toEqual([
      [3, 3, 'terms_differ'],
      [3, 6, 'terms_differ'],
    ]);
    expect(codes([...terms, '', '3', 'A'], [...other, 'B'])).toEqual([[3, 11, 'terms_differ']]);
  });

  it.each(neededColumns)('is refused without its %s', (column) => {
    const number = columns.indexOf(column) + 1;
    expect(codes(but(column, ''))).toEqual([[2, number, 'cell_missing']]);
  });

  it('is told of once where a cell is not understood', () => {
    expect(codes(but('principal', 'x'))).toEqual([[2, 3, 'amount_not_a_number']]);
    expect(codes(but('rate', 'x'))).toEqual([[2, 10, 'rate_not_understood']]);
    expect(codes(but('drawnOn', '31/12/2025'))).toEqual([[2, 4, 'day_not_understood']]);
  });

  it('is refused where no loan can be so', () => {
    expect(codes(but('principal', '-5000'))).toEqual([[2, null, 'loan_principal_not_positive']]);
    expect(codes(but('maturesOn', '2024-01-15'))).toEqual([[2, null, 'loan_matures_before_drawn']]);
    expect(codes(but('firstPaymentOn', '2025-05-15'))).toEqual([
      [2, null, 'loan_payments_do_not_meet_maturity'],
    ]);
    expect(codes([...terms, '', '3'], [...terms, '', '2'])).toEqual([
      [2, null, 'loan_rate_periods_same_day'],
    ]);
    expect(codes(but('rateFrom', '2025-06-01'))).toEqual([[2, null, 'loan_needs_rate']]);
    expect(loanOf(but('principal', '0')).loan).toBeNull();
  });
});
