import { describe, expect, it } from 'vitest';
import { percentOf, zeroPercent } from '../percent.ts';
import { tkr, toPlain } from '../tkr.ts';
import { rateSteps } from './loan-rate.ts';
import { repaymentsOf } from './loan-repayments.ts';
import type { Loan } from './loan-terms.ts';

const loan: Loan = {
  loanId: '1',
  lender: 'Kommuninvest',
  reference: '1',
  principal: tkr('1000'),
  drawnOn: '2024-06-30',
  form: 'annuity',
  paymentsAYear: 1,
  firstPaymentOn: '2025-06-30',
  maturesOn: '2027-06-30',
  ratePeriods: [{ from: '2024-06-30', type: 'fixed', rate: percentOf('10') }],
};

function paid(changes: Partial<Loan>): [string, string][] {
  const changed = { ...loan, ...changes };
  const steps = rateSteps(changed, [], zeroPercent);
  return repaymentsOf(changed, steps).map(({ amortisation, interest }) => [
    toPlain(amortisation),
    toPlain(interest),
  ]);
}

describe('an annuity', () => {
  it('gets a new payment on what remains from the first period that a new rate begins', () => {
    const ratePeriods = [
      ...loan.ratePeriods,
      { from: '2025-06-30', type: 'fixed', rate: percentOf('5') } as const,
    ];
    expect(paid({ ratePeriods })).toEqual([
      ['302.1148', '100'],
      ['340.4318', '34.89426'],
      ['357.4534', '17.87267'],
    ]);
  });

  it('keeps its payment through a period in which the rate changes', () => {
    const ratePeriods = [
      ...loan.ratePeriods,
      { from: '2026-07-01', type: 'fixed', rate: percentOf('5') } as const,
    ];
    expect(paid({ ratePeriods })).toEqual(paid({}));
  });

  it('is known until the first period whose rate is not', () => {
    const ratePeriods = [
      ...loan.ratePeriods,
      { from: '2026-01-01', type: 'reference', curveId: 'none', margin: zeroPercent } as const,
    ];
    expect(paid({ ratePeriods })).toEqual(paid({}).slice(0, 2));
  });

  it('is equal parts without interest, the last with what is left', () => {
    const ratePeriods = [{ from: '2024-06-30', type: 'fixed', rate: zeroPercent } as const];
    expect(paid({ ratePeriods })).toEqual([
      ['333.33333', '0'],
      ['333.33333', '0'],
      ['333.33334', '0'],
    ]);
  });
});

it('repays a straight-line loan in equal parts that are rounded as a running sum', () => {
  expect(paid({ form: 'straight', principal: tkr('1000.00001') })).toEqual([
    ['333.33334', '0'],
    ['333.33333', '0'],
    ['333.33334', '0'],
  ]);
});

it('repays all of a loan at its maturity', () => {
  expect(paid({ form: 'atMaturity' })).toEqual([
    ['0', '0'],
    ['0', '0'],
    ['1000', '0'],
  ]);
});
