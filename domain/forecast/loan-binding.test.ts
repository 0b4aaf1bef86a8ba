import { expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { tkr } from '../tkr.ts';
import { interestDays, rateBoundUntil } from './loan-binding.ts';
import type { Loan } from './loan-terms.ts';

it.each([
  ['2025-12-31', '2027-12-31', 720],
  ['2025-12-31', '2026-03-31', 90],
  ['2025-12-30', '2025-12-31', 0],
  ['2025-02-28', '2025-03-01', 3],
  ['2025-06-15', '2025-06-15', 0],
  ['2024-11-15', '2026-02-20', 455],
])('counts from %s to %s %i days of 360 a year', (from, to, days) => {
  expect(interestDays(from, to)).toBe(days);
});

const loan: Loan = {
  loanId: '1',
  lender: 'Kommuninvest',
  reference: '1',
  principal: tkr('1200'),
  drawnOn: '2025-01-15',
  form: 'straight',
  paymentsAYear: 4,
  firstPaymentOn: '2025-04-15',
  maturesOn: '2030-01-15',
  ratePeriods: [
    { from: '2027-05-01', type: 'reference', curveId: 'stibor', margin: percentOf('0.4') },
    { from: '2025-01-15', type: 'fixed', rate: percentOf('3') },
    { from: '2028-06-01', type: 'fixed', rate: percentOf('2') },
  ],
};

it.each([
  ['a fixed rate until the next period', '2025-03-31', '2027-05-01'],
  ['a reference rate until the next payment', '2027-05-01', '2027-07-15'],
  ['a reference rate past a payment made that day', '2027-07-15', '2027-10-15'],
  ['a reference rate until the next period where that is sooner', '2028-05-02', '2028-06-01'],
  ['the last fixed rate until maturity', '2028-12-31', '2030-01-15'],
  ['no rate before the first', '2025-01-14', null],
])('binds %s', (_, day, until) => {
  expect(rateBoundUntil(loan, day)).toBe(until);
});
