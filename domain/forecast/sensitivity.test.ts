import { describe, expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { tkr, zero } from '../tkr.ts';
import { computePlan } from './plan.ts';
import { levers, outcomeOf, sensitivity } from './sensitivity.ts';
import { line, planInput, terms } from './testing.ts';
import { assumptionOf } from './what-if.ts';

const input = planInput({
  lastYear: 2026,
  lines: [line('klienter', { 2025: '1200', 2026: '1200' })],
  levels: [[assumptionOf({ kind: 'plannedRate', percent: percentOf('3') })], terms(36)],
  ceilings: [{ validFrom: '2020-01-01', amount: tkr('5000') }],
});

describe('each lever', () => {
  const found = new Map(sensitivity(input).map((one) => [one.lever, one]));

  it('is pulled alone and both ways', () => {
    expect([...found.keys()]).toEqual([...levers]);
    const set = (lever: (typeof levers)[number]) => {
      const { low, high } = found.get(lever) ?? {};
      return [low?.set.percent ?? low?.set.months, high?.set.percent ?? high?.set.months];
    };
    expect(set('rate')).toEqual([percentOf('-1'), percentOf('1')]);
    expect(set('life')).toEqual([-12, 12]);
    expect(set('execution')).toEqual([percentOf('80'), percentOf('120')]);
    expect(set('price')).toEqual([percentOf('-2'), percentOf('2')]);
  });

  it('gives the debt that it gives by hand', () => {
    // 1 050 of each year's 1 200 is left at its end, and 400 is repaid the year after.
    expect(outcomeOf(computePlan(input)).debt).toBe(tkr('1700'));
    expect(found.get('execution')?.low.outcome.debt).toBe(tkr('1360'));
    expect(found.get('execution')?.high.outcome).toMatchObject({
      debt: tkr('2040'),
      headroom: tkr('2960'),
    });
    // The second year's 1 200 · 1,02 · 7/8 is 21 more; interest does not touch this debt.
    expect(found.get('price')?.high.outcome.debt).toBe(tkr('1721'));
    expect(found.get('rate')?.high.outcome.debt).toBe(tkr('1700'));
    // Over 24 months: 18 of 96 the first year and 48 of 96 the second: 375 + 975.
    expect(found.get('life')?.low.outcome.debt).toBe(tkr('1350'));
  });

  it('goes on from what the scenario says already', () => {
    const shifted = sensitivity({
      ...input,
      levels: [[assumptionOf({ kind: 'rateShift', percent: percentOf('0.5') })], ...input.levels],
    });
    expect(shifted[0]?.high.set.percent).toBe(percentOf('1.5'));
  });
});

it('has no cost where a rate is missing, and pays no fee where none is said', () => {
  const noRate = planInput({ openingDebt: { source: 'typed', amount: tkr('1') } });
  expect(outcomeOf(computePlan(noRate)).cost).toBeNull();
  expect(outcomeOf(computePlan(planInput())).cost).toBe(zero);
});
