import { describe, expect, it } from 'vitest';
import { sum, tkr, zero } from '../tkr.ts';
import { resolveAssumptions } from './assumptions.ts';
import { borrowing } from './borrowings.ts';
import { lineTermsAt } from './line-terms.ts';
import { loanFlows } from './loan-flows.ts';
import {
  amortisationOf,
  computeRepayment,
  groupBorrowings,
  spreadOverYear,
} from './plan-repayment.ts';
import { row, terms } from './testing.ts';
import { assumptionOf } from './what-if.ts';

const assumptions = resolveAssumptions([
  [assumptionOf({ kind: 'life', lineId: 'b', months: 48 })],
  terms(36),
]);
const years = { first: 2025, last: 2026 };
const of = { kind: 'borrowingInvestments', year: 2025 } as const;
const one = (lineId: string, amount: string, life = lineTermsAt(assumptions, lineId, 2025)) =>
  borrowing(of, tkr(amount), life, [lineId]);

describe('groups', () => {
  it('are borrowings with the same draws, life and interval, whatever they are for', () => {
    const groups = groupBorrowings([one('a', '1'), one('b', '2'), one('c', '4')]);
    expect(groups.map(({ principal, borrowings }) => [principal, borrowings.length])).toEqual([
      [tkr('5'), 2],
      [tkr('2'), 1],
    ]);
  });
});

function repayment(borrowings: Parameters<typeof groupBorrowings>[0], unexplained = zero) {
  const loans = loanFlows({ loans: [], curves: [] }, assumptions, years);
  return computeRepayment({ borrowings, loans, unexplained, assumptions, years });
}

describe('what is repaid', () => {
  it('is not known from the year of what lacks a life', () => {
    const unknown = { ...lineTermsAt(assumptions, 'a', 2025), life: null };
    const { unknownFrom, gaps } = repayment([one('a', '1', unknown), one('b', '2')]);
    expect(unknownFrom).toBe(2025);
    expect(gaps).toEqual([{ missing: 'life', year: 2025, lineIds: ['a'] }]);
  });

  it('has nothing of an opening debt that nobody repays', () => {
    expect(sum(repayment([], tkr('100')).months)).toBe(zero);
  });
});

describe('the figure of a year', () => {
  const computed = repayment([one('a', '1200')]);
  const at = { year: 2025, years, assumptions };

  it('that is computed falls on the months as it is repaid', () => {
    const computedRow = row(2025, 'amortisation', 'computed');
    const { figure, months } = amortisationOf({ row: computedRow, ...at }, computed);
    expect(figure).toMatchObject({ amount: tkr('-150'), followed: tkr('-150') });
    expect(months[11]).toBe(tkr('-25'));
    expect(sum(months)).toBe(tkr('-150'));
  });

  it('that is typed falls on the months that have payments', () => {
    const typed = row(2025, 'amortisation', 'typed', { amount: tkr('-100') });
    const { figure, months } = amortisationOf({ row: typed, ...at }, computed);
    expect(figure).toMatchObject({ amount: tkr('-100'), followed: null });
    expect(months.map((month) => month === tkr('-25'))).toEqual(
      [3, 6, 9, 12].reduce(
        (is, month) => is.with(month - 1, true),
        Array.from({ length: 12 }, () => false),
      ),
    );
  });

  it('is absent where nothing is written of it', () => {
    const { figure, months } = amortisationOf({ row: undefined, ...at }, computed);
    expect(figure).toBeNull();
    expect(sum(months)).toBe(zero);
  });
});

it('spreads a year over its payments so that they sum to it exactly', () => {
  expect(spreadOverYear(tkr('-0.00005'), 6)).toEqual(
    Array.from({ length: 12 }, (_, month) =>
      month === 5 ? tkr('-0.00003') : month === 11 ? tkr('-0.00002') : zero,
    ),
  );
  expect(sum(spreadOverYear(tkr('100'), 1))).toBe(tkr('100'));
});
