import { describe, expect, it } from 'vitest';
import { computePlan } from '#domain/forecast/plan.ts';
import { assumptionOf, withAssumptions } from '#domain/forecast/what-if.ts';
import { percentOf } from '#domain/percent.ts';
import { tkr } from '#domain/tkr.ts';
import {
  extraAlready,
  followsBudget,
  joined,
  leverAssumptions,
  leverStarts,
  movedLevers,
  untouched,
} from './levers.ts';
import { planInput } from './testing.ts';

const base = computePlan(planInput);
const eighty = percentOf('80');

describe('levers that nobody has moved', () => {
  it('stand where the scenario does, and say nothing', () => {
    expect(leverStarts(base)).toEqual({
      execution: { value: percentOf('100'), varies: false },
      rateShift: { value: percentOf('0'), varies: false },
      lifeShift: { value: 0, varies: false },
      priceChange: { value: percentOf('0'), varies: false },
      loanShare: { value: percentOf('100'), varies: false },
    });
    expect(leverAssumptions(untouched, base)).toEqual([]);
    expect(movedLevers(untouched)).toEqual([]);
  });

  it('know that a scenario varies, by line or by year', () => {
    const varied = withAssumptions(planInput, [
      assumptionOf({ kind: 'executionRate', lineId: 'nat', percent: eighty }),
      assumptionOf({ kind: 'loanShare', from: '2026-01-01', percent: eighty }),
    ]);
    const starts = leverStarts(computePlan(varied));
    expect(starts.execution).toEqual({ value: percentOf('100'), varies: true });
    expect(starts.loanShare).toEqual({ value: percentOf('100'), varies: true });
  });

  it('have no share financed by loans where nobody has said one', () => {
    const plan = computePlan({ ...planInput, levels: [] });
    expect(leverStarts(plan).loanShare).toEqual({ value: null, varies: false });
  });

  it('take the price change of the second year: the first year has the prices', () => {
    const said = withAssumptions(planInput, [
      assumptionOf({ kind: 'priceChange', percent: percentOf('9') }),
      assumptionOf({ kind: 'priceChange', from: '2026-01-01', percent: percentOf('2') }),
    ]);
    expect(leverStarts(computePlan(said)).priceChange).toEqual({
      value: percentOf('2'),
      varies: false,
    });
  });
});

describe('levers as assumptions', () => {
  it('hold for all lines and years, also the lines with a value of their own', () => {
    const own = assumptionOf({ kind: 'executionRate', lineId: 'nat', percent: percentOf('50') });
    const input = withAssumptions(planInput, [own]);
    const plan = computePlan(input);
    const said = leverAssumptions({ ...untouched, execution: eighty }, plan);
    expect(said).toEqual([
      assumptionOf({ kind: 'executionRate', percent: eighty }),
      assumptionOf({ kind: 'executionRate', lineId: 'nat', percent: eighty }),
    ]);
    // 80 % of 1 500, and not 80 % of 1 000 with half of 500.
    const [first] = computePlan(withAssumptions(input, said)).forecast.years;
    expect(first?.flows.borrowingInvestments).toBe(tkr('1200'));
  });

  it('say each what its slider says', () => {
    const extra = { lineId: 'klienter', year: 2026, amount: tkr('250.5') };
    const levers = {
      execution: null,
      rateShift: percentOf('0.25'),
      lifeShift: -12,
      priceChange: percentOf('2'),
      loanShare: percentOf('0'),
      extra,
    };
    expect(leverAssumptions(levers, base)).toEqual([
      assumptionOf({ kind: 'rateShift', percent: percentOf('0.25') }),
      assumptionOf({ kind: 'lifeShift', months: -12 }),
      assumptionOf({ kind: 'priceChange', percent: percentOf('2') }),
      assumptionOf({ kind: 'loanShare', percent: percentOf('0') }),
      assumptionOf({
        kind: 'extraInvestment',
        lineId: 'klienter',
        from: '2026-01-01',
        amount: tkr('250.5'),
      }),
    ]);
    expect(movedLevers(levers)).toEqual([
      'rateShift',
      'lifeShift',
      'priceChange',
      'loanShare',
      'extra',
    ]);
  });

  it('take the place of an extra investment that is asked about already', () => {
    const amount = tkr('100');
    const place = { kind: 'extraInvestment', lineId: 'nat', from: '2025-01-01' } as const;
    const plan = computePlan(withAssumptions(planInput, [assumptionOf({ ...place, amount })]));
    expect(extraAlready(plan, 'nat', 2025)).toBe(tkr('100'));
    expect(extraAlready(plan, 'nat', 2026)).toBe(tkr('0'));
    const more = assumptionOf({ ...place, amount: tkr('300') });
    const other = assumptionOf({ ...place, from: '2026-01-01', amount: tkr('1') });
    expect(joined([assumptionOf({ ...place, amount }), other], [more])).toEqual([more, other]);
  });
});

describe('a scenario to try on', () => {
  it('follows the budget where its borrowing does, and not where all of it is typed', () => {
    expect(followsBudget(planInput)).toBe(true);
    const typed = planInput.rows.map((row) => ({ ...row, amount: tkr('1') }));
    expect(followsBudget({ ...planInput, rows: typed })).toBe(false);
    expect(followsBudget({ ...planInput, rows: [] })).toBe(false);
  });
});
