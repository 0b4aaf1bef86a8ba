import { describe, expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { tkr } from '../tkr.ts';
import { type AssumptionRefusal, refusalOfAssumption } from './assumption-rules.ts';
import { type Assumption, assumptionKinds, assumptionShapes } from './assumption-terms.ts';
import { assumptionOf } from './what-if.ts';

const percent = (text: string) => ({ percent: percentOf(text) });
const january = '2026-01-01';

describe('an assumption that can be', () => {
  it.each<Partial<Assumption> & Pick<Assumption, 'kind'>>([
    { kind: 'loanShare', ...percent('0'), lineId: 'a', from: january },
    { kind: 'executionRate', ...percent('200') },
    { kind: 'priceChange', ...percent('-3.5'), from: january },
    { kind: 'plannedRate', ...percent('-0.25'), from: '2026-07-15' },
    { kind: 'life', months: 1 },
    { kind: 'lifeShift', months: -12 },
    { kind: 'equityLife', months: 0 },
    { kind: 'drawSpan', months: 4, lastMonth: 4, lineId: 'a' },
    { kind: 'paymentInterval', months: 12 },
    { kind: 'ceiling', amount: tkr('90000'), from: '2026-07-01' },
    { kind: 'buffer', amount: tkr('0') },
    { kind: 'extraInvestment', amount: tkr('-1'), lineId: 'a', from: january },
    { kind: 'executionRange', ...percent('85'), low: percentOf('85'), high: percentOf('85') },
  ])('is taken: %o', (given) => {
    expect(refusalOfAssumption(assumptionOf(given), true)).toBeNull();
  });
});

describe('an assumption that cannot be', () => {
  it.each<[AssumptionRefusal, Partial<Assumption> & Pick<Assumption, 'kind'>]>([
    ['assumption_value_of_other_shape', { kind: 'loanShare' }],
    ['assumption_value_of_other_shape', { kind: 'loanShare', months: 3 }],
    ['assumption_value_of_other_shape', { kind: 'life', months: 3, ...percent('3') }],
    ['assumption_value_of_other_shape', { kind: 'drawSpan', months: 3 }],
    ['assumption_value_of_other_shape', { kind: 'rateRange', ...percent('3') }],
    ['assumption_value_out_of_range', { kind: 'loanShare', ...percent('100.0001') }],
    ['assumption_value_out_of_range', { kind: 'executionRate', ...percent('-1') }],
    ['assumption_value_out_of_range', { kind: 'executionRate', ...percent('200.1') }],
    ['assumption_value_out_of_range', { kind: 'plannedRate', ...percent('101') }],
    ['assumption_value_out_of_range', { kind: 'life', months: 0 }],
    ['assumption_value_out_of_range', { kind: 'life', months: 1201 }],
    ['assumption_value_out_of_range', { kind: 'life', months: 1.5 }],
    ['assumption_value_out_of_range', { kind: 'buffer', amount: tkr('-1') }],
    ['assumption_interval_unknown', { kind: 'paymentInterval', months: 4 }],
    ['assumption_range_out_of_order', { kind: 'drawSpan', months: 5, lastMonth: 4 }],
    ['assumption_range_out_of_order', { kind: 'drawSpan', months: 5, lastMonth: 13 }],
    [
      'assumption_range_out_of_order',
      { kind: 'priceRange', ...percent('1'), low: percentOf('2'), high: percentOf('3') },
    ],
    ['assumption_for_no_line', { kind: 'plannedRate', ...percent('1'), lineId: 'a' }],
    ['assumption_needs_line', { kind: 'extraInvestment', amount: tkr('1'), from: january }],
    ['assumption_needs_day', { kind: 'extraInvestment', amount: tkr('1'), lineId: 'a' }],
    ['assumption_needs_day', { kind: 'ceiling', amount: tkr('1') }],
    ['assumption_year_begins_in_january', { kind: 'life', months: 3, from: '2026-02-01' }],
    ['assumption_holds_always', { kind: 'rateShift', ...percent('1'), from: january }],
  ])('is refused: %s', (refusal, given) => {
    expect(refusalOfAssumption(assumptionOf(given), true)).toBe(refusal);
  });

  it.each(['extraInvestment', 'ceiling', 'rateShift', 'lifeShift'] as const)(
    'is %s for the whole organisation',
    (kind) => {
      expect(refusalOfAssumption(assumptionOf({ kind }), false)).toBe(
        'assumption_only_in_scenario',
      );
    },
  );
});

it('knows the shape of every kind', () => {
  expect(assumptionKinds).toHaveLength(Object.keys(assumptionShapes).length);
  expect(new Set(assumptionKinds).size).toBe(22);
});
