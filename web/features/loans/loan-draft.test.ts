import { describe, expect, it } from 'vitest';
import type { LoanAnswer } from '#contract/loans.ts';
import { percentOf } from '#domain/percent.ts';
import { tkr } from '#domain/tkr.ts';
import {
  bodyOf,
  draftOf,
  emptyRate,
  loanOf,
  paymentsOf,
  plainRate,
  withDrawnOn,
} from './loan-draft.ts';

const curveId = '019a5b7c-0000-7000-8000-000000000020';

const loan: LoanAnswer = {
  loanId: '019a5b7c-0000-7000-8000-000000000001',
  lender: 'Kommuninvest',
  reference: 'KI 1',
  principal: '12345.67891',
  drawnOn: '2024-12-31',
  form: 'annuity',
  paymentsAYear: 4,
  firstPaymentOn: '2025-03-31',
  maturesOn: '2034-12-31',
  comment: null,
  ratePeriods: [
    { type: 'fixed', from: '2024-12-31', rate: '3.25' },
    { type: 'reference', from: '2027-12-31', curveId, margin: '-0.05' },
  ],
  version: 3,
  createdAt: '2025-01-01T08:00:00.000Z',
  createdBy: 'Anna Ek',
  changedAt: '2025-01-01T08:00:00.000Z',
  changedBy: 'Anna Ek',
};

describe('a draft of a loan', () => {
  it('is sent as the loan that it began with', () => {
    const { lender, reference, principal, drawnOn, form, paymentsAYear, comment } = loan;
    const { firstPaymentOn, maturesOn, ratePeriods } = loan;
    expect(bodyOf(draftOf(loan))).toEqual({
      ...{ lender, reference, principal, drawnOn, form, paymentsAYear, comment },
      ...{ firstPaymentOn, maturesOn, ratePeriods },
    });
  });

  it('is a loan as soon as it can be counted with, whatever it is called', () => {
    const draft = { ...draftOf(loan), lender: '', reference: '' };
    expect(loanOf(draft)).toMatchObject({ principal: tkr('12345.67891'), paymentsAYear: 4 });
    expect(loanOf(draft)?.ratePeriods[1]).toEqual({
      type: 'reference',
      from: '2027-12-31',
      curveId,
      margin: percentOf('-0.05'),
    });
    expect(loanOf({ ...draft, principal: '1.234' })).toBeNull();
    expect(loanOf({ ...draft, maturesOn: '' })).toBeNull();
    expect(loanOf({ ...draft, rates: [] })).toBeNull();
    const another = { ...draft, rates: [...draft.rates, emptyRate('2030-01-01')] };
    expect(loanOf(another)).toEqual(loanOf(draft));
    expect(loanOf(draftOf(null))).toBeNull();
  });

  it('has its first rate from the day of drawing, until somebody says another', () => {
    const drawn = withDrawnOn(draftOf(null), '2025-06-30');
    expect(drawn.rates.map(({ from }) => from)).toEqual(['2025-06-30']);
    expect(withDrawnOn(drawn, '2025-07-31').rates[0]?.from).toBe('2025-07-31');
    const own = { ...drawn, rates: [emptyRate('2025-01-01')] };
    expect(withDrawnOn(own, '2025-07-31').rates[0]?.from).toBe('2025-01-01');
  });
});

describe('what is typed', () => {
  it.each([
    ['3,25', '3.25'],
    [' 3.25 % ', '3.25'],
    ['\u22120,35', '-0.35'],
    ['+0,45 procent', '0.45'],
    ['tre', 'tre'],
    ['', ''],
  ])('as a rate, “%s”, is sent as “%s”', (text, plain) => {
    expect(plainRate(text)).toBe(plain);
  });

  it('as payments a year is one of the four', () => {
    expect(['1', '2', '4', '12', '3', ''].map(paymentsOf)).toEqual([1, 2, 4, 12, null, null]);
  });
});
