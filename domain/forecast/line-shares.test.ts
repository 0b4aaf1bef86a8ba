import { describe, expect, it } from 'vitest';
import { tkr, toPlain } from '../tkr.ts';
import { lineShares } from './line-shares.ts';
import type { PlanLine } from './plan-input.ts';

function line(lineId: string, ...budget: readonly (readonly [number, string])[]): PlanLine {
  const amounts = budget.map(([year, amount]) => ({ year, amount: tkr(amount) }));
  return { lineId, name: lineId, budget: amounts };
}

const lines = [
  line('a', [2025, '300'], [2026, '1']),
  line('b', [2025, '100']),
  line('c', [2026, '5']),
  line('d', [2025, '-50']),
];

function shares(ids: readonly string[], amount: string, borrowedIn: number | null = 2025) {
  return lineShares({ ids, amount: tkr(amount), borrowedIn }, lines).map(
    ({ lineId, amount: share }) => [lineId, toPlain(share)],
  );
}

describe('a part by line', () => {
  it('is split by the budgets of the year that it was borrowed in, exactly', () => {
    expect(shares(['a', 'b', 'c'], '-0.00003')).toEqual([
      ['a', '-0.00002'],
      ['b', '-0.00001'],
    ]);
    expect(shares(['a', 'b', 'c'], '400')).toEqual([
      ['a', '300'],
      ['b', '100'],
    ]);
  });

  it('is all of one line’s, or of none that is there', () => {
    expect(shares(['a'], '7')).toEqual([['a', '7']]);
    expect(shares([], '7')).toEqual([[null, '7']]);
    expect(shares(['b', 'c'], '7', 2030)).toEqual([[null, '7']]);
  });

  it('goes past a line that gives back, unless all do', () => {
    expect(shares(['b', 'd'], '10')).toEqual([['b', '10']]);
    expect(shares(['c', 'd'], '-10')).toEqual([['d', '-10']]);
  });
});
