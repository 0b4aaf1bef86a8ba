import { describe, expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { ratesOfRows } from './loan-table-rates.ts';
import { type LoanRow, readLoanRow } from './loan-table-row.ts';

const columns = ['rateFrom', 'rate', 'curve', 'margin', 'boundUntil'] as const;
const row = (number: number, ...cells: readonly string[]): LoanRow =>
  readLoanRow(
    cells.map((text) => ({ kind: 'text', text })),
    number,
    columns,
    'tkr',
  );
const curves = [{ curveId: 'c1', name: 'STIBOR 3M' }];
const days = { drawnOn: '2025-01-15', maturesOn: '2030-01-15' };
const rates = (...rows: readonly LoanRow[]) => ratesOfRows(rows, days, curves);

const fixed = (from: string, rate: string) => ({ from, type: 'fixed', rate: percentOf(rate) });

describe('the rates of a loan in a table', () => {
  it('hold from the drawing where no day is said', () => {
    expect(rates(row(2, '', '3,25'))).toEqual({
      periods: [fixed('2025-01-15', '3.25')],
      problems: [],
      notes: [],
    });
  });

  it('come by their days, whatever the order of the rows', () => {
    const { periods } = rates(row(2, '2027-01-15', '2'), row(3, '2025-01-15', '3,25'));
    expect(periods).toEqual([fixed('2025-01-15', '3.25'), fixed('2027-01-15', '2')]);
  });

  it('follow a curve by its name, with the margin or none', () => {
    const reference = { from: '2025-01-15', type: 'reference', curveId: 'c1' };
    expect(rates(row(2, '', '', 'stibor 3m', '0,45')).periods).toEqual([
      { ...reference, margin: percentOf('0.45') },
    ]);
    expect(rates(row(2, '', '', 'STIBOR 3M')).periods).toEqual([
      { ...reference, margin: percentOf('0') },
    ]);
  });

  it('are kept when a binding ends and nothing is said of what follows', () => {
    const { periods, notes } = rates(row(2, '', '3,25', '', '', '2027-01-15'));
    expect(periods).toEqual([fixed('2025-01-15', '3.25'), fixed('2027-01-15', '3.25')]);
    expect(notes).toEqual(['rate_kept_after_binding']);
  });

  it('are bound until maturity without more to say', () => {
    const { periods, notes } = rates(row(2, '', '3,25', '', '', '2030-01-15'));
    expect([periods.length, notes]).toEqual([1, []]);
  });

  it.each(['2027-01-15', '2027-01-14'])('may be bound until %s, when the next begins', (end) => {
    const read = rates(row(2, '', '3', '', '', end), row(3, '2027-01-15', '2'));
    expect(read.problems).toEqual([]);
    expect(read.periods).toHaveLength(2);
  });

  it('may be bound until the last day of the month before', () => {
    const read = rates(row(2, '', '3', '', '', '2028-02-29'), row(3, '2028-03-01', '2'));
    expect(read.problems).toEqual([]);
  });

  it.each([
    [[row(2, '', '')], 'rate_missing'],
    [[row(2, '', '3', 'STIBOR 3M')], 'rate_and_curve'],
    [[row(2, '', '', 'STIBOR 6M', '1')], 'curve_unknown'],
    [[row(2, '', '', '', '1')], 'curve_missing'],
    [[row(2, '', '3', '', '', '2025-01-15')], 'binding_before_rate'],
    [[row(2, '', '3', '', '', '2026-06-30'), row(3, '2027-01-15', '2')], 'binding_differs'],
  ])('are refused where they do not hold: %#', (rows, code) => {
    expect(rates(...rows).problems).toEqual([{ row: 2, code }]);
  });

  it('are pointed at where something was assumed or looks like a share', () => {
    expect(rates(row(2, '', '', 'STIBOR 3M', '1', '2027-01-15')).notes).toEqual([
      'binding_not_used',
    ]);
    expect(rates(row(2, '', '0,0325')).notes).toEqual(['rate_very_low']);
    expect(rates(row(2, '', '-0,05')).notes).toEqual(['rate_very_low']);
    expect(rates(row(2, '', '0')).notes).toEqual([]);
    expect(rates(row(2, '', '0,1')).notes).toEqual([]);
  });
});
