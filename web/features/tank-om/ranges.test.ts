import { describe, expect, it } from 'vitest';
import type { AssumptionAnswer } from '#contract/assumptions.ts';
import { computePlan } from '#domain/forecast/plan.ts';
import { assumptionOf, withAssumptions } from '#domain/forecast/what-if.ts';
import { percentOf } from '#domain/percent.ts';
import { changedKinds, type RangeRow, rangeChanges, rangeRows, readRanges } from './ranges.ts';
import { planInput } from './testing.ts';

const executionRange = (from: string | null, low: string, likely: string, high: string) =>
  assumptionOf({
    kind: 'executionRange',
    from,
    low: percentOf(low),
    percent: percentOf(likely),
    high: percentOf(high),
  });

const row = (change: Partial<RangeRow> = {}): RangeRow => ({
  id: 'a',
  kind: 'executionRange',
  from: null,
  low: '70',
  likely: '90',
  high: '100',
  ...change,
});

describe('ranges as rows', () => {
  it('begin where they do, with the nearest level first', () => {
    const inherited = withAssumptions(planInput, [
      executionRange(null, '50', '60', '70'),
      executionRange('2026-01-01', '80', '90', '100'),
    ]);
    expect(rangeRows(computePlan(inherited))).toEqual([
      row({ id: 'executionRange ', low: '50', likely: '60', high: '70' }),
      row({ id: 'executionRange 2026', from: 2026, low: '80' }),
    ]);
    const own = withAssumptions(inherited, [executionRange(null, '1', '2', '3.5')]);
    expect(rangeRows(computePlan(own))).toEqual([
      row({ id: 'executionRange ', low: '1', likely: '2', high: '3,5' }),
    ]);
  });

  it('are read back as the assumptions they were', () => {
    const said = [
      executionRange(null, '50', '60', '70'),
      executionRange('2026-01-01', '80', '90.5', '100'),
    ];
    const rows = rangeRows(computePlan(withAssumptions(planInput, said)));
    expect(readRanges(rows)).toEqual({ assumptions: said, problems: new Map() });
  });

  it('are named where something is wrong, and the others are read', () => {
    const { assumptions, problems } = readRanges([
      row({ id: 'text', low: 'sjuttio' }),
      row({ id: 'order', from: 2026, low: '95' }),
      row({ id: 'twice', from: 2026 }),
      row({ id: 'bounds', kind: 'rateRange', low: '-200' }),
      row({ id: 'whole', kind: 'priceRange', low: '-1 %', likely: '2', high: '5,5' }),
    ]);
    expect([...problems]).toEqual([
      ['text', 'not_percent'],
      ['order', 'assumption_range_out_of_order'],
      ['twice', 'same_year'],
      ['bounds', 'assumption_value_out_of_range'],
    ]);
    expect(assumptions.map(({ kind }) => kind)).toEqual(['priceRange']);
  });

  it('have changed only where they say something else', () => {
    const before = [row(), row({ id: 'b', kind: 'rateRange' })];
    expect(changedKinds(before, before)).toEqual([]);
    expect(changedKinds(before, [row({ id: 'new' }), ...before.slice(1)])).toEqual([]);
    expect(changedKinds(before, [row({ high: '110' })])).toEqual(['executionRange', 'rateRange']);
  });
});

describe('ranges to be written', () => {
  const kept = (change: Partial<AssumptionAnswer>): AssumptionAnswer => ({
    assumptionId: 'x',
    scenarioId: 's',
    kind: 'executionRange',
    lineId: null,
    from: null,
    percent: '90',
    low: '70',
    high: '100',
    amount: null,
    months: null,
    lastMonth: null,
    comment: 'Enligt utfallet',
    version: 3,
    changedAt: '2026-11-22T08:00:00.000Z',
    changedBy: 'Demoekonom',
    ...change,
  });
  const written = (rows: readonly RangeRow[], own: readonly AssumptionAnswer[]) =>
    rangeChanges('s', readRanges(rows).assumptions, own, ['executionRange']).map(
      ({ from, low, percent, high, comment }) => [from, low, percent, high, comment],
    );

  it('are those that were said anew, with the comment kept', () => {
    expect(written([row({ low: '60' })], [kept({})])).toEqual([
      [null, '60', '90', '100', 'Enligt utfallet'],
    ]);
    expect(written([row()], [kept({})])).toEqual([]);
  });

  it('empty what is no longer said, and leave what was emptied before', () => {
    const empty = kept({ from: '2026-01-01', low: null, percent: null, high: null });
    expect(written([row({ from: 2027 })], [kept({}), empty])).toEqual([
      ['2027-01-01', '70', '90', '100', null],
      [null, null, null, null, null],
    ]);
  });

  it('leave other scenarios and other kinds alone', () => {
    const others = [kept({ scenarioId: 'other' }), kept({ kind: 'priceRange' })];
    expect(written([], others)).toEqual([]);
    expect(rangeChanges('s', readRanges([row()]).assumptions, [], ['rateRange'])).toEqual([]);
  });
});
