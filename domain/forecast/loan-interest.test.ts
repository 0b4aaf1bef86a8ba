import { describe, expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { sum, type Tkr, tkr, toPlain } from '../tkr.ts';
import { annuityInterest, balanceInterest } from './loan-interest.ts';
import type { Loan } from './loan-terms.ts';
import { monthAt } from './month.ts';

const plain = (amount: Tkr | null): string | null => (amount === null ? null : toPlain(amount));

describe('interest by month', () => {
  const steps = [
    { from: '2025-02-01', rate: percentOf('6') },
    { from: '2025-04-02', rate: percentOf('3') },
    { from: '2025-06-15', rate: null },
  ];

  it('has the rate in force on the first day', () => {
    const interestIn = balanceInterest(steps);
    const months = [1, 2, 3, 4, 5, 6, 7].map((of) => interestIn(monthAt(2025, of), tkr('1200')));
    expect(months.map(plain)).toEqual([null, '6', '6', '6', '3', '3', null]);
  });

  it('follows the balance, and is none on none, whatever the rate', () => {
    const interestIn = balanceInterest(steps);
    const balances = ['1200', '0', '900', '900', '0'];
    const months = balances.map((balance, index) =>
      interestIn(monthAt(2025, 3 + index), tkr(balance)),
    );
    expect(months.map(plain)).toEqual(['6', '0', '2.25', '2.25', '0']);
  });
});

describe('interest by payment', () => {
  const loan: Loan = {
    loanId: '1',
    lender: 'Kommuninvest',
    reference: '1',
    principal: tkr('300'),
    drawnOn: '2025-01-15',
    form: 'annuity',
    paymentsAYear: 4,
    firstPaymentOn: '2025-03-15',
    maturesOn: '2025-09-15',
    ratePeriods: [{ from: '2025-01-15', type: 'fixed', rate: percentOf('1') }],
  };

  const repayments = [
    { month: monthAt(2025, 3), amortisation: tkr('100'), interest: tkr('0.00005') },
    { month: monthAt(2025, 6), amortisation: tkr('100'), interest: tkr('0.00005') },
  ];

  it('is in parts over the months since the payment before, which sum to it', () => {
    const interestIn = annuityInterest(loan, repayments);
    const months = [1, 2, 3, 4, 5, 6].map((of) => interestIn(monthAt(2025, of), tkr('300')));
    expect(months.map(plain)).toEqual(['0', '0.00003', '0.00002', '0.00002', '0.00001', '0.00002']);
    expect(sum(months.slice(3).filter((month) => month !== null))).toBe(tkr('0.00005'));
  });

  it('is unknown in the period of a payment that is not there, and none outside the loan', () => {
    const interestIn = annuityInterest(loan, repayments);
    const months = [-1, 7, 9, 10].map((of) => interestIn(monthAt(2025, of), tkr('100')));
    expect(months.map(plain)).toEqual(['0', null, null, '0']);
  });

  it('is where it is paid when that is in the month of drawing', () => {
    const first = { ...loan, firstPaymentOn: '2025-01-31' };
    const [, ...later] = repayments;
    const interestIn = annuityInterest(first, [
      { month: monthAt(2025, 1), amortisation: tkr('100'), interest: tkr('0.00005') },
      ...later,
    ]);
    expect(plain(interestIn(monthAt(2025, 1), tkr('0')))).toBe('0.00005');
    expect(plain(interestIn(monthAt(2025, 2), tkr('0')))).toBe('0.00001');
    expect(plain(annuityInterest(first, [])(monthAt(2025, 1), tkr('0')))).toBeNull();
  });
});
