import { describe, expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { fromOre, sum, tkr } from '../tkr.ts';
import { resolveAssumptions } from './assumptions.ts';
import {
  arendePortions,
  borrowing,
  budgetedLoans,
  equityBorrowing,
  loanOf,
  type Portion,
  spread,
} from './borrowings.ts';
import { groupLines } from './line-groups.ts';
import { lineTermsAt } from './line-terms.ts';
import { monthAt } from './month.ts';
import { line, terms } from './testing.ts';
import { assumptionOf } from './what-if.ts';

const assumptions = resolveAssumptions([
  [
    assumptionOf({ kind: 'life', lineId: 'a', months: 48 }),
    assumptionOf({ kind: 'loanShare', lineId: 'b', percent: percentOf('50') }),
  ],
  terms(36),
]);
const same = { numerator: 1n, denominator: 1n };
const of = { kind: 'borrowingInvestments', year: 2025 } as const;
const portion = (lineId: string, weight: string): Portion => ({
  lineIds: [lineId],
  terms: lineTermsAt(assumptions, lineId, 2025),
  weight: tkr(weight),
});

describe('spreading', () => {
  it('gives every portion its part by weight, exactly, on its own terms', () => {
    const parts = spread(of, tkr('100'), [portion('a', '1'), portion('b', '2')], assumptions);
    expect(parts.map(({ principal }) => principal)).toEqual([tkr('33.33333'), tkr('66.66667')]);
    expect(parts.map(({ instalments }) => instalments?.payments)).toEqual([16, 12]);
  });

  it('takes the weights as they are where they are the amount, and leaves out what has none', () => {
    const parts = spread(of, tkr('3'), [portion('a', '3'), portion('b', '0')], assumptions);
    expect(parts.map(({ principal, lineIds }) => [principal, lineIds])).toEqual([
      [tkr('3'), ['a']],
    ]);
  });

  it('falls back on the terms of all lines where no line has any weight', () => {
    const [only, ...others] = spread(of, tkr('7'), [portion('a', '-1')], assumptions);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ principal: tkr('7'), lineIds: [] });
    expect(only?.instalments?.payments).toBe(12);
  });
});

describe('the loans of a budget', () => {
  const groups = groupLines(
    [line('a', { 2025: '100' }), line('b', { 2025: '100' }), line('c', { 2026: '5' })],
    assumptions,
    { first: 2025, last: 2026 },
  );

  it('are the shares that are financed by loans, rounded once', () => {
    const { total, portions, withoutShare } = budgetedLoans(groups, assumptions, {
      year: 2025,
      at: 0,
      price: same,
    });
    expect(total).toBe(tkr('150'));
    expect(portions.map(({ weight }) => weight)).toEqual([tkr('100'), tkr('50')]);
    expect(withoutShare).toEqual([]);
    const third = { ...lineTermsAt(assumptions, 'a', 2025), executionRate: percentOf('33.3333') };
    expect(loanOf(fromOre(2n), third, same)).toBe(fromOre(1n));
  });

  it('are unknown together where a line has no share, which is named, and weigh by the budgets', () => {
    const noShare = resolveAssumptions([
      [assumptionOf({ kind: 'loanShare', lineId: 'b', percent: percentOf('50') })],
    ]);
    const loans = budgetedLoans(groups, noShare, { year: 2025, at: 0, price: same });
    expect(loans.total).toBeNull();
    expect(loans.withoutShare).toEqual(['a']);
    expect(sum(loans.portions.map(({ weight }) => weight))).toBe(tkr('200'));
  });
});

it('sums what ärenden add by line, and gives a line that is only proposed the terms of all', () => {
  const entries = [
    { lineId: 'a', year: 2025, amount: tkr('1') },
    { lineId: null, year: 2025, amount: tkr('2') },
    { lineId: 'a', year: 2026, amount: tkr('4') },
  ];
  const arende = { arendeId: '1', name: '1', isDecided: true, entries };
  const portions = arendePortions([arende, arende], 2025, assumptions);
  expect(portions.map(({ lineIds, weight, terms: { life } }) => [lineIds, weight, life])).toEqual([
    [['a'], tkr('2'), 48],
    [[], tkr('4'), 36],
  ]);
});

it('draws equity as other borrowing, and repays it only over a life of its own', () => {
  const still = equityBorrowing(2025, tkr('4000'), assumptions);
  expect(still).toMatchObject({
    draw: { firstMonth: monthAt(2025, 1), parts: 12 },
    instalments: null,
    lacksLife: false,
  });
  const repaid = equityBorrowing(
    2025,
    tkr('4000'),
    resolveAssumptions([[assumptionOf({ kind: 'equityLife', months: 60 })]]),
  );
  expect(repaid.instalments?.payments).toBe(20);
});

it('lacks a life only where there is something to repay', () => {
  const unknown = { ...lineTermsAt(assumptions, 'a', 2025), life: null };
  expect(borrowing(of, tkr('1'), unknown, ['a']).lacksLife).toBe(true);
  expect(borrowing(of, tkr('0'), unknown, ['a']).lacksLife).toBe(false);
});
