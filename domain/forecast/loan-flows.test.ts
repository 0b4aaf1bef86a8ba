import { describe, expect, it } from 'vitest';
import { percentOf, zeroPercent } from '../percent.ts';
import { tkr, zero } from '../tkr.ts';
import { resolveAssumptions } from './assumptions.ts';
import { loanFlows, sumOrNull } from './loan-flows.ts';
import type { Loan } from './loan-terms.ts';
import { monthAt } from './month.ts';
import { assumptionOf } from './what-if.ts';

const loan: Loan = {
  loanId: 'a',
  lender: 'Kommuninvest',
  reference: '1',
  principal: tkr('1000'),
  drawnOn: '2020-01-01',
  form: 'atMaturity',
  paymentsAYear: 1,
  firstPaymentOn: '2021-01-01',
  maturesOn: '2026-01-01',
  ratePeriods: [{ from: '2020-01-01', type: 'fixed', rate: percentOf('3') }],
};
const years = { first: 2025, last: 2026 };

function flows(loans: readonly Loan[], assumptions: Parameters<typeof resolveAssumptions>[0] = []) {
  return loanFlows({ loans, curves: [] }, resolveAssumptions(assumptions), years);
}

describe('the loans together', () => {
  it('owe, repay and cost what each of them does', () => {
    const { opening, amortisation, interest, each } = flows([loan, { ...loan, loanId: 'b' }]);
    expect(opening).toBe(tkr('2000'));
    expect(amortisation[12]).toBe(tkr('2000'));
    // 1 000 at 3 % is 2,5 a month, twice; after maturity nothing.
    expect([interest[0], interest[13]]).toEqual([tkr('5'), zero]);
    expect(each.map((one) => one.amortisation[12])).toEqual([tkr('1000'), tkr('1000')]);
  });

  it('repay less where some of it is borrowed again, and have a higher rate where it is shifted', () => {
    const { amortisation, interest, balance } = flows(
      [loan],
      [
        [
          assumptionOf({ kind: 'refinancedShare', percent: percentOf('40') }),
          assumptionOf({ kind: 'rateShift', percent: percentOf('0.6') }),
        ],
      ],
    );
    expect(amortisation[12]).toBe(tkr('600'));
    expect(interest[0]).toBe(tkr('3'));
    expect(balance[13]).toBe(zero);
  });

  it('leave out those that are drawn after the opening day, and one without a rate is unknown', () => {
    const later = { ...loan, drawnOn: '2025-01-01' };
    expect(flows([later])).toMatchObject({ opening: zero, later: [later] });
    const noRate: Loan = {
      ...loan,
      form: 'annuity',
      maturesOn: '2028-01-01',
      ratePeriods: [{ from: '2020-01-01', type: 'reference', curveId: 'x', margin: zeroPercent }],
    };
    expect(flows([noRate]).unknownFrom).toBeLessThanOrEqual(monthAt(2025, 1));
    expect(flows([noRate]).interest[0]).toBeNull();
  });
});

it('sums amounts, or says that one is not known', () => {
  expect(sumOrNull([tkr('1'), tkr('2')])).toBe(tkr('3'));
  expect(sumOrNull([tkr('1'), null])).toBeNull();
  expect(sumOrNull([])).toBe(zero);
});
