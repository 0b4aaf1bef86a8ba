import { describe, expect, it } from 'vitest';
import annuity from '../../fixtures/prognos/annuity-10-years/case.json' with { type: 'json' };
import { percentOf } from '../percent.ts';
import { type Tkr, tkr, toPlain } from '../tkr.ts';
import type { Loan } from './loan-terms.ts';
import { paidYears } from './loan-years.ts';

const atMaturity: Loan = {
  loanId: 'one',
  lender: 'Kommuninvest',
  reference: '1',
  principal: tkr('1000'),
  drawnOn: '2025-01-01',
  form: 'atMaturity',
  paymentsAYear: 1,
  firstPaymentOn: '2025-12-31',
  maturesOn: '2026-12-31',
  ratePeriods: [{ from: '2025-01-01', type: 'fixed', rate: percentOf('12') }],
};

const straight: Loan = {
  ...atMaturity,
  loanId: 'two',
  principal: tkr('600'),
  drawnOn: '2025-12-31',
  form: 'straight',
  paymentsAYear: 2,
  firstPaymentOn: '2026-06-30',
  ratePeriods: [{ from: '2025-12-31', type: 'fixed', rate: percentOf('0') }],
};

function plainYears(loans: readonly Loan[]) {
  const plain = (amount: Tkr | null): string | null => (amount === null ? null : toPlain(amount));
  return paidYears(loans, []).map(({ year, drawn, interest, amortisation, balance }) => [
    year,
    ...[drawn, interest, amortisation, balance].map(plain),
  ]);
}

describe('the years of loans', () => {
  it('are none without loans', () => {
    expect(paidYears([], [])).toEqual([]);
  });

  it('sum what is drawn and paid, and what is owed at their ends', () => {
    // 1 % a month on 1 000, from the month after it was drawn: eleven months and then twelve.
    expect(plainYears([atMaturity, straight])).toEqual([
      [2025, '1600', '110', '0', '1600'],
      [2026, '0', '120', '1600', '0'],
    ]);
  });

  it('begin with the first loan and end with the last', () => {
    const later = {
      ...straight,
      drawnOn: '2027-12-31',
      firstPaymentOn: '2028-06-30',
      maturesOn: '2028-12-31',
    };
    const years = plainYears([later, atMaturity]);
    expect(years.map(([year]) => year)).toEqual([2025, 2026, 2027, 2028]);
    expect(years[2]).toEqual([2027, '600', '0', '0', '600']);
  });

  it('are those of an annuity that was worked by hand', () => {
    const [written] = annuity.input.loans;
    const [period] = written?.ratePeriods ?? [];
    const loan: Loan = {
      ...atMaturity,
      principal: tkr(written?.principal ?? ''),
      drawnOn: written?.drawnOn ?? '',
      form: 'annuity',
      paymentsAYear: 4,
      firstPaymentOn: written?.firstPaymentOn ?? '',
      maturesOn: written?.maturesOn ?? '',
      ratePeriods: [{ from: period?.from ?? '', type: 'fixed', rate: percentOf('3.25') }],
    };
    const years = plainYears([loan]);
    expect(years).toContainEqual([2025, '0', '314.58062', '860.72766', '9139.27234']);
    expect(years.at(-1)).toEqual([2034, '0', '23.49094', '1151.81716', '0']);
  });

  it('are unknown where a rate is, until the loan has matured', () => {
    const unknown: Loan = {
      ...atMaturity,
      form: 'annuity',
      ratePeriods: [
        { from: '2025-01-01', type: 'reference', curveId: 'none', margin: percentOf('1') },
      ],
    };
    expect(plainYears([unknown, straight])).toEqual([
      [2025, '1600', null, null, null],
      [2026, '0', null, null, '0'],
    ]);
  });
});
