import { expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { tkr } from '../tkr.ts';
import type { Assumption } from './assumption-terms.ts';
import { resolveAssumptions } from './assumptions.ts';
import { groupLines } from './line-groups.ts';
import { loanFlows } from './loan-flows.ts';
import type { Loan, RateCurve } from './loan-terms.ts';
import { line } from './testing.ts';
import { assumptionOf } from './what-if.ts';

// The same lists asked about again, with one thing changed at a time and then changed back.

const loans: Loan[] = [
  {
    loanId: 'a',
    lender: 'Kommuninvest',
    reference: '1',
    principal: tkr('1200'),
    drawnOn: '2020-01-01',
    form: 'atMaturity',
    paymentsAYear: 1,
    firstPaymentOn: '2021-01-01',
    maturesOn: '2026-01-01',
    ratePeriods: [{ from: '2020-01-01', type: 'reference', curveId: 'x', margin: percentOf('1') }],
  },
];
const curvesAt = (rate: string): RateCurve[] => [
  { curveId: 'x', name: 'x', points: [{ from: '2020-01-01', rate: percentOf(rate) }] },
];
const low = curvesAt('2');

it.each<[string, Parameters<typeof flowsWith>, string, string]>([
  ['nothing', [], '3', '1200'],
  [
    'the shift of rates',
    [[assumptionOf({ kind: 'rateShift', percent: percentOf('1') })]],
    '4',
    '1200',
  ],
  [
    'the share refinanced',
    [[assumptionOf({ kind: 'refinancedShare', percent: percentOf('25') })]],
    '3',
    '900',
  ],
  ['the curves', [[], curvesAt('5')], '6', '1200'],
  ['the years', [[], low, 2024], '3', '0'],
  ['nothing any more', [], '3', '1200'],
])('counts the loans anew where it is %s that is changed', (_, changed, interest, repaid) => {
  const { interest: monthly, amortisation } = flowsWith(...changed);
  expect([monthly[0], amortisation[12]]).toEqual([tkr(interest), tkr(repaid)]);
});

function flowsWith(own: Assumption[] = [], curves = low, first = 2025) {
  const question = { loans, curves };
  return loanFlows(question, resolveAssumptions([own]), { first, last: first + 1 });
}

it('groups the lines anew where their terms or the years are others', () => {
  const lines = [line('a', { 2025: '1', 2026: '2' }), line('b', { 2025: '4' })];
  const years = { first: 2025, last: 2026 };
  const alike = resolveAssumptions([]);
  const apart = resolveAssumptions([[assumptionOf({ kind: 'life', lineId: 'a', months: 36 })]]);
  const budgets = (of: typeof alike, over = years) =>
    groupLines(lines, of, over).map(({ budget }) => budget);
  for (let time = 0; time < 2; time += 1) {
    expect(budgets(alike)).toEqual([[tkr('5'), tkr('2')]]);
    expect(budgets(apart)).toEqual([
      [tkr('1'), tkr('2')],
      [tkr('4'), null],
    ]);
    expect(budgets(alike, { first: 2026, last: 2026 })).toEqual([[tkr('2')]]);
  }
});

it('tells lines apart by what is said at every level', () => {
  const life = (lineId: string, months: number) => assumptionOf({ kind: 'life', lineId, months });
  const share = (lineId: string) =>
    assumptionOf({ kind: 'loanShare', lineId, percent: percentOf('50') });
  const { ownTerms } = resolveAssumptions([
    [share('a'), share('b'), share('c')],
    [life('a', 36), life('b', 36), life('c', 48), life('d', 36)],
  ]);
  expect(ownTerms.get('a')).toBe(ownTerms.get('b'));
  expect(new Set(ownTerms.values()).size).toBe(3);
});
