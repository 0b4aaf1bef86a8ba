import { describe, expect, it } from 'vitest';
import { percentOf, zeroPercent } from '../percent.ts';
import { tkr } from '../tkr.ts';
import { firstWholeMonth, monthlyInterest, rateOn, rateSteps } from './loan-rate.ts';
import type { Loan, RateCurve, RatePeriod } from './loan-terms.ts';
import { monthAt } from './month.ts';

const fixed = (from: string, rate: string): RatePeriod => ({
  from,
  type: 'fixed',
  rate: percentOf(rate),
});

const reference = (from: string, margin: string): RatePeriod => ({
  from,
  type: 'reference',
  curveId: 'stibor',
  margin: percentOf(margin),
});

const curves: RateCurve[] = [
  {
    curveId: 'stibor',
    name: 'Stibor',
    points: [
      { from: '2025-06-01', rate: percentOf('2') },
      { from: '2024-06-01', rate: percentOf('3') },
      { from: '2026-06-01', rate: percentOf('1.5') },
    ],
  },
];

function stepsOf(
  ratePeriods: RatePeriod[],
  shift = zeroPercent,
): (readonly [string, bigint | null])[] {
  const loan: Loan = {
    loanId: '1',
    lender: '',
    reference: '',
    principal: tkr('1'),
    drawnOn: '2024-01-01',
    form: 'straight',
    paymentsAYear: 1,
    firstPaymentOn: '2025-01-01',
    maturesOn: '2030-01-01',
    ratePeriods,
  };
  return rateSteps(loan, curves, shift).map(({ from, rate }) => [from, rate] as const);
}

describe('the rates of a loan', () => {
  it('are those of its periods, by their days', () => {
    expect(stepsOf([fixed('2026-01-01', '2'), fixed('2024-01-01', '3.25')])).toEqual([
      ['2024-01-01', percentOf('3.25')],
      ['2026-01-01', percentOf('2')],
    ]);
  });

  it('follow the curve with the margin from the value in force, until the next period', () => {
    const periods = [reference('2024-09-15', '0.4'), fixed('2026-01-01', '2')];
    expect(stepsOf(periods)).toEqual([
      ['2024-09-15', percentOf('3.4')],
      ['2025-06-01', percentOf('2.4')],
      ['2026-01-01', percentOf('2')],
    ]);
  });

  it('take a value that begins with the period, and none that begins with the next', () => {
    const periods = [reference('2024-06-01', '0.4'), fixed('2025-06-01', '1')];
    expect(stepsOf(periods)).toEqual([
      ['2024-06-01', percentOf('3.4')],
      ['2025-06-01', percentOf('1')],
    ]);
  });

  it("are unknown before the curve's first value, and for a curve that is not there", () => {
    expect(stepsOf([reference('2024-01-01', '0.4')]).slice(0, 2)).toEqual([
      ['2024-01-01', null],
      ['2024-06-01', percentOf('3.4')],
    ]);
    const other = { ...reference('2024-01-01', '0.4'), curveId: 'euribor' };
    expect(stepsOf([other])).toEqual([['2024-01-01', null]]);
  });

  it('take a shift on every rate, and leave what is unknown unknown', () => {
    const periods = [reference('2024-01-01', '0.4'), fixed('2025-01-01', '2')];
    expect(stepsOf(periods, percentOf('-1'))).toEqual([
      ['2024-01-01', null],
      ['2024-06-01', percentOf('2.4')],
      ['2025-01-01', percentOf('1')],
    ]);
  });

  it('are one step where a new period says the same', () => {
    expect(stepsOf([fixed('2024-01-01', '2'), fixed('2025-01-01', '2')])).toEqual([
      ['2024-01-01', percentOf('2')],
    ]);
  });

  it('hold from their day until the next', () => {
    const steps = [
      { from: '2024-01-15', rate: percentOf('2') },
      { from: '2025-01-15', rate: null },
    ];
    expect(rateOn(steps, '2024-01-14')).toBeNull();
    expect(rateOn(steps, '2024-01-15')).toBe(percentOf('2'));
    expect(rateOn(steps, '2025-01-14')).toBe(percentOf('2'));
    expect(rateOn(steps, '2025-01-15')).toBeNull();
  });
});

it('lets what begins on the first of a month hold that month, and else the next', () => {
  expect(firstWholeMonth('2025-03-01')).toBe(monthAt(2025, 3));
  expect(firstWholeMonth('2025-03-02')).toBe(monthAt(2025, 4));
  expect(firstWholeMonth('2025-12-31')).toBe(monthAt(2026, 1));
});

it('is a twelfth a month, rounded to the öre', () => {
  expect(monthlyInterest(tkr('5000'), percentOf('2.4'))).toBe(tkr('10'));
  expect(monthlyInterest(tkr('4000'), percentOf('4.1'))).toBe(tkr('13.66667'));
  expect(monthlyInterest(tkr('1200'), percentOf('-0.5'))).toBe(tkr('-0.5'));
});
