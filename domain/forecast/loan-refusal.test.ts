import { expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { tkr } from '../tkr.ts';
import { refusalOfLoan } from './loan-refusal.ts';
import type { Loan, RatePeriod } from './loan-terms.ts';

const loan: Loan = {
  loanId: '1',
  lender: 'Kommuninvest',
  reference: '1',
  principal: tkr('1200'),
  drawnOn: '2025-01-15',
  form: 'straight',
  paymentsAYear: 4,
  firstPaymentOn: '2025-04-15',
  maturesOn: '2026-01-15',
  ratePeriods: [{ from: '2025-01-15', type: 'fixed', rate: percentOf('6') }],
};

const later: RatePeriod = { from: '2025-06-01', type: 'fixed', rate: percentOf('5') };

it.each<[string, Partial<Loan>]>([
  ['as they are', {}],
  ['one payment at maturity', { firstPaymentOn: '2026-01-15' }],
  ['a first payment the day after it is drawn', { firstPaymentOn: '2025-01-16' }],
  ['a rate from before it was drawn', { ratePeriods: [{ ...later, from: '2020-01-01' }] }],
  ['a new rate later', { ratePeriods: [later, ...loan.ratePeriods] }],
  ['a shorter last interval at maturity', { form: 'atMaturity', maturesOn: '2026-02-10' }],
])('takes terms with %s', (_, changes) => {
  expect(refusalOfLoan({ ...loan, ...changes })).toBeNull();
});

it.each<[string, Partial<Loan>]>([
  ['loan_principal_not_positive', { principal: tkr('0') }],
  ['loan_principal_not_positive', { principal: tkr('-1') }],
  ['loan_matures_before_drawn', { maturesOn: '2025-01-15' }],
  ['loan_matures_before_drawn', { maturesOn: '2024-12-31', form: 'atMaturity' }],
  ['loan_first_payment_outside', { firstPaymentOn: '2025-01-15' }],
  ['loan_first_payment_outside', { firstPaymentOn: '2026-01-16' }],
  ['loan_payments_do_not_meet_maturity', { maturesOn: '2026-02-15' }],
  ['loan_payments_do_not_meet_maturity', { form: 'annuity', paymentsAYear: 1 }],
  ['loan_needs_rate', { ratePeriods: [] }],
  ['loan_needs_rate', { ratePeriods: [later] }],
  ['loan_needs_rate', { ratePeriods: [{ ...later, from: '2025-01-16' }] }],
  ['loan_rate_periods_same_day', { ratePeriods: [...loan.ratePeriods, later, later] }],
])('refuses terms with %s', (refusal, changes) => {
  expect(refusalOfLoan({ ...loan, ...changes })).toBe(refusal);
});
