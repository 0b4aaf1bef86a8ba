import { expect, it } from 'vitest';
import { tkr } from '../tkr.ts';
import { resolveAssumptions } from './assumptions.ts';
import { groupLines } from './line-groups.ts';
import { line } from './testing.ts';
import { assumptionOf } from './what-if.ts';

it('sums the budgets of lines with the same terms, and keeps no budget apart from zero', () => {
  const assumptions = resolveAssumptions([
    [
      assumptionOf({ kind: 'life', lineId: 'a', months: 36 }),
      assumptionOf({ kind: 'life', lineId: 'c', months: 36 }),
    ],
  ]);
  const lines = [
    line('a', { 2024: '100', 2025: '1', 2026: '0' }),
    line('b', { 2025: '10' }),
    line('c', { 2025: '2.5', 2028: '100' }),
  ];
  const groups = groupLines(lines, assumptions, { first: 2025, last: 2027 });
  expect(groups.map(({ lineIds, budget }) => [lineIds, budget])).toEqual([
    [
      ['a', 'c'],
      [tkr('3.5'), tkr('0'), null],
    ],
    [['b'], [tkr('10'), null, null]],
  ]);
});
