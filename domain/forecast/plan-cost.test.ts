import { expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { tkr } from '../tkr.ts';
import { computePlan } from './plan.ts';
import { costIn, totalCost } from './plan-cost.ts';
import { planInput } from './testing.ts';
import { assumptionOf, withAssumptions } from './what-if.ts';

const rate = assumptionOf({ kind: 'plannedRate', percent: percentOf('3') });
const input = planInput({
  lastYear: 2026,
  openingDebt: { source: 'typed', amount: tkr('1000') },
  levels: [[rate]],
});

it('is interest, and the fee where one is said', () => {
  // 1 000 at 3 % is 2,5 a month; a fee of 0,6 % is 0,5 a month.
  const without = computePlan(input);
  expect(costIn(without.costs, 2025)).toBe(tkr('30'));
  expect(totalCost(without)).toBe(tkr('60'));
  const fee = assumptionOf({ kind: 'borgensavgift', percent: percentOf('0.6') });
  expect(totalCost(computePlan(withAssumptions(input, [fee])))).toBe(tkr('72'));
});

it('is not known where a year has no rate, or no debt', () => {
  const late = { ...rate, from: '2026-01-01' };
  const plan = computePlan({ ...input, levels: [[late]] });
  expect([costIn(plan.costs, 2025), costIn(plan.costs, 2026)]).toEqual([null, tkr('30')]);
  expect(totalCost(plan)).toBeNull();
  const noDebt = computePlan({ ...input, openingDebt: { source: 'typed', amount: null } });
  expect(totalCost(noDebt)).toBeNull();
  expect(costIn(plan.costs, 2099)).toBeNull();
});
