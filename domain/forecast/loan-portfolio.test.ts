import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { type Ratio, sum, type Tkr, tkr, toPlain } from '../tkr.ts';
import { type LoanYear, loanPortfolio } from './loan-portfolio.ts';
import type { Loan, RateCurve } from './loan-terms.ts';

const curves: RateCurve[] = [
  { curveId: 'stibor', name: 'Stibor', points: [{ from: '2025-01-01', rate: percentOf('2') }] },
];

// 1 200 in twelve quarters, of which four are paid at the end of 2025: 800 left, two years.
const straight: Loan = {
  loanId: 'straight',
  lender: 'Kommuninvest',
  reference: '1',
  principal: tkr('1200'),
  drawnOn: '2024-12-31',
  form: 'straight',
  paymentsAYear: 4,
  firstPaymentOn: '2025-03-31',
  maturesOn: '2027-12-31',
  ratePeriods: [
    { from: '2024-12-31', type: 'fixed', rate: percentOf('3') },
    { from: '2026-06-30', type: 'fixed', rate: percentOf('2') },
  ],
};

// 2 400 until 30 June 2029, three and a half years, fixed anew at each payment.
const bullet: Loan = {
  ...straight,
  loanId: 'bullet',
  principal: tkr('2400'),
  form: 'atMaturity',
  paymentsAYear: 2,
  firstPaymentOn: '2025-06-30',
  maturesOn: '2029-06-30',
  ratePeriods: [
    { from: '2024-12-31', type: 'reference', curveId: 'stibor', margin: percentOf('0.4') },
  ],
};

const unknown: Loan = {
  ...bullet,
  loanId: 'unknown',
  form: 'annuity',
  ratePeriods: [
    { from: '2024-12-31', type: 'fixed', rate: percentOf('3') },
    { from: '2027-06-30', type: 'reference', curveId: 'none', margin: percentOf('0') },
  ],
};

const asTimes = (ratio: Ratio | null, times: bigint): bigint | null =>
  ratio === null ? null : (ratio.numerator * times) / ratio.denominator;

const yearsOf = (years: readonly LoanYear[]): (string | number | Record<string, string>)[][] =>
  years.map(({ year, amount, parts }) => [
    year,
    toPlain(amount),
    Object.fromEntries(parts.map((part) => [part.loanId, toPlain(part.amount)])),
  ]);

describe('the loans on 31 December 2025', () => {
  const portfolio = loanPortfolio([straight, bullet], curves, '2025-12-31');

  it('stand with what is left after the payment that day', () => {
    expect(portfolio.balance).toBe(tkr('3200'));
    expect(portfolio.loans).toEqual([
      {
        loanId: 'straight',
        balance: tkr('800'),
        rate: percentOf('3'),
        capitalDays: 720,
        rateDays: 180,
      },
      {
        loanId: 'bullet',
        balance: tkr('2400'),
        rate: percentOf('2.4'),
        capitalDays: 1260,
        rateDays: 180,
      },
    ]);
  });

  // (800 · 2 + 2 400 · 3,5) / 3 200 = 3,125 years; both are fixed anew after half a year;
  // (800 · 3 + 2 400 · 2,4) / 3 200 = 2,55 percent.
  it('have averages weighted by balance', () => {
    expect(asTimes(portfolio.capitalBinding, 100_000n)).toBe(312_500n);
    expect(asTimes(portfolio.rateBinding, 100_000n)).toBe(50_000n);
    expect(asTimes(portfolio.averageRate, 1_000_000n)).toBe(25_500n);
  });

  it('are repaid by year, and at maturity have to be replaced', () => {
    expect(yearsOf(portfolio.maturities)).toEqual([
      [2026, '400', { straight: '400' }],
      [2027, '400', { straight: '400' }],
      [2029, '2400', { bullet: '2400' }],
    ]);
    expect(yearsOf(portfolio.refinancing)).toEqual([[2029, '2400', { bullet: '2400' }]]);
    expect(portfolio.unknown).toEqual([]);
  });
});

it('counts no loan before it is drawn, and none that is repaid', () => {
  const early = loanPortfolio([straight, bullet], curves, '2024-12-30');
  expect([early.loans, early.balance, early.maturities]).toEqual([[], tkr('0'), []]);
  expect([early.capitalBinding, early.rateBinding, early.averageRate]).toEqual([null, null, null]);
  const late = loanPortfolio([straight, bullet], curves, '2027-12-31');
  expect(late.loans.map(({ loanId }) => loanId)).toEqual(['bullet']);
});

it('says what is unknown and keeps the averages that do not need it', () => {
  const portfolio = loanPortfolio([straight, bullet, unknown], [], '2025-12-31');
  expect(portfolio.unknown).toEqual(['unknown']);
  expect(portfolio.averageRate).toBeNull();
  expect(portfolio.balance).not.toBeNull();
  expect(portfolio.capitalBinding).not.toBeNull();
  const years = portfolio.maturities.flatMap(({ year, parts }) =>
    parts.filter(({ loanId }) => loanId === 'unknown').map(() => year),
  );
  expect(years).toEqual([2026, 2027]);
  const late = loanPortfolio([straight, unknown], curves, '2027-12-29');
  expect(late.balance).not.toBeNull();
  expect(late.capitalBinding).not.toBeNull();
  const lost = loanPortfolio([bullet, unknown], curves, '2027-12-31');
  expect([lost.balance, lost.capitalBinding, lost.rateBinding]).toEqual([null, null, null]);
});

it('counts no loan on the day it matures, also where its last payments are unknown', () => {
  const { loans, balance } = loanPortfolio([unknown], curves, '2029-06-30');
  expect([loans, balance]).toEqual([[], tkr('0')]);
});

it('repays after any day exactly what stands that day', () => {
  const total = (years: readonly LoanYear[]): Tkr => sum(years.map(({ amount }) => amount));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const day = `${2024 + year}-${`${month}`.padStart(2, '0')}-28`;
      const loans = [straight, bullet, { ...straight, form: 'annuity' } as const];
      const { balance, maturities } = loanPortfolio(loans, curves, day);
      expect(total(maturities)).toBe(balance);
    }),
  );
});
