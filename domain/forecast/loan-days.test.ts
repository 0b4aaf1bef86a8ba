import { expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { tkr } from '../tkr.ts';
import { paymentDays, paymentInterval, paymentMonths } from './loan-days.ts';
import type { Loan, LoanForm, PaymentsAYear } from './loan-terms.ts';
import { firstDayIn } from './month.ts';

function loan(
  paymentsAYear: PaymentsAYear,
  firstPaymentOn: string,
  maturesOn: string,
  form: LoanForm = 'straight',
): Loan {
  return {
    loanId: '1',
    lender: 'Kommuninvest',
    reference: '1',
    principal: tkr('100'),
    drawnOn: '2024-01-31',
    form,
    paymentsAYear,
    firstPaymentOn,
    maturesOn,
    ratePeriods: [{ from: '2024-01-31', type: 'fixed', rate: percentOf('3') }],
  };
}

it.each([
  [1, 12],
  [2, 6],
  [4, 3],
  [12, 1],
] as const)('has with %i payments a year %i months between them', (payments, months) => {
  expect(paymentInterval(loan(payments, '2024-06-30', '2026-06-30'))).toBe(months);
});

it.each([
  [
    'the last day of shorter months for the 31st',
    loan(4, '2024-05-31', '2025-02-28'),
    ['2024-05-31', '2024-08-31', '2024-11-30', '2025-02-28'],
  ],
  [
    "maturity's day where the first payment is on the last day of a shorter month",
    loan(4, '2024-06-30', '2025-03-31'),
    ['2024-06-30', '2024-09-30', '2024-12-31', '2025-03-31'],
  ],
  [
    'the 29th of February in a leap year only',
    loan(12, '2024-01-30', '2024-03-30'),
    ['2024-01-30', '2024-02-29', '2024-03-30'],
  ],
  [
    "the first payment's day where maturity is on another",
    loan(2, '2024-03-15', '2025-03-20'),
    ['2024-03-15', '2024-09-15', '2025-03-20'],
  ],
  [
    'one day where the first payment is the last',
    loan(1, '2025-01-31', '2025-01-31'),
    ['2025-01-31'],
  ],
  [
    'a shorter last interval for a loan repaid at maturity',
    loan(4, '2024-03-15', '2024-10-10', 'atMaturity'),
    ['2024-03-15', '2024-06-15', '2024-09-15', '2024-10-10'],
  ],
])('pays on %s', (_, terms, days) => {
  expect(paymentDays(terms)).toEqual(days);
  expect(paymentMonths(terms).map((month) => firstDayIn(month).slice(0, 7))).toEqual(
    days.map((day) => day.slice(0, 7)),
  );
});
