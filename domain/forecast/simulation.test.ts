import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { tkr, zero } from '../tkr.ts';
import { computePlan } from './plan.ts';
import { seededRandom } from './seeded-random.ts';
import { drawWithin, simulate } from './simulation.ts';
import { line, planInput, terms } from './testing.ts';
import { assumptionOf, withAssumptions } from './what-if.ts';

const range = (
  kind: 'executionRange' | 'priceRange' | 'rateRange',
  [low, likely, high]: readonly [string, string, string],
  from: string | null = null,
) =>
  assumptionOf({
    kind,
    from,
    low: percentOf(low),
    percent: percentOf(likely),
    high: percentOf(high),
  });

const input = planInput({
  lines: [line('klienter', { 2025: '1200', 2026: '1200', 2027: '600', 2028: '0' })],
  levels: [[assumptionOf({ kind: 'plannedRate', percent: percentOf('3') })], terms(36)],
  ceilings: [{ validFrom: '2020-01-01', amount: tkr('1500') }],
});
const of = { seed: 1, runs: 2000 };

describe('a simulation', () => {
  it('is none where nothing can turn out otherwise, or where the debt is not known', () => {
    expect(simulate(input, of)).toBeNull();
    const ranges = [range('executionRange', ['70', '85', '100'])];
    expect(
      simulate(
        { ...withAssumptions(input, ranges), openingDebt: { source: 'typed', amount: null } },
        of,
      ),
    ).toBeNull();
  });

  it('is the plan itself, to the öre, where every range is a single value', () => {
    const ranges = [
      range('executionRange', ['80', '80', '80']),
      range('priceRange', ['2', '2', '2']),
    ];
    const found = simulate(withAssumptions(input, ranges), { seed: 3, runs: 5 });
    const plan = computePlan(
      withAssumptions(input, [
        assumptionOf({ kind: 'executionRate', percent: percentOf('80') }),
        assumptionOf({ kind: 'priceChange', percent: percentOf('2') }),
      ]),
    );
    for (const [at, year] of (found?.years ?? []).entries()) {
      const { closing, headroom } = plan.forecast.years[at] ?? {};
      expect(year.debt.p5).toBe(year.debt.p95);
      expect(close(year.debt.p50, closing ?? zero)).toBe(true);
      expect(close(year.headroom?.p50 ?? zero, headroom ?? zero)).toBe(true);
      expect(close(year.cost?.p50 ?? zero, plan.costs[at]?.interest ?? zero)).toBe(true);
    }
  });

  it('is the same for the same seed, and another for another', () => {
    const ranged = withAssumptions(input, [range('executionRange', ['60', '85', '110'])]);
    expect(simulate(ranged, of)).toEqual(simulate(ranged, of));
    expect(simulate(ranged, of)).not.toEqual(simulate(ranged, { ...of, seed: 2 }));
  });

  it('has percentiles in order, between the plans of the lowest and the highest', () => {
    const ranged = withAssumptions(input, [range('executionRange', ['60', '85', '110'])]);
    const found = simulate(ranged, of);
    const debtAt = (percent: string) =>
      computePlan(
        withAssumptions(input, [
          assumptionOf({ kind: 'executionRate', percent: percentOf(percent) }),
        ]),
      ).forecast.years.map(({ closing }) => closing ?? zero);
    for (const [at, { debt, headroom }] of (found?.years ?? []).entries()) {
      const { p5, p25, p50, p75, p95 } = debt;
      const ordered = [debtAt('60')[at] ?? zero, p5, p25, p50, p75, p95, debtAt('110')[at] ?? zero];
      for (const [one, amount] of ordered.slice(1).entries()) {
        expect(amount).toBeGreaterThanOrEqual((ordered[one] ?? zero) - 2n);
      }
      expect(headroom?.p95).toBe(tkr('1500') - p5);
    }
  });

  it('counts the runs that hold the ceiling', () => {
    // 1 050 + 650 = 1 700 of debt in 2026 at 100 %: 1 500 is held up to 88,2 %.
    const ranged = withAssumptions(input, [range('executionRange', ['80', '90', '100'])]);
    const found = simulate(ranged, { seed: 1, runs: 20_000 });
    const held = found?.years.map((year) => year.held) ?? [];
    expect(held[0]).toBe(20_000);
    // The triangle below 88,235 %: 8,235² / (20 · 10) = 33,9 % of the runs.
    expect(Math.abs((held[1] ?? 0) - 6782)).toBeLessThan(300);
    expect(found?.heldInAll).toBeLessThanOrEqual(held[1] ?? 0);
  });

  it('draws a later range by itself, and leaves years before the first as the scenario says', () => {
    const ranged = withAssumptions(input, [
      range('executionRange', ['50', '75', '100'], '2026-01-01'),
    ]);
    const [first, second] = simulate(ranged, of)?.years ?? [];
    expect(first?.debt.p5).toBe(first?.debt.p95);
    expect(first?.debt.p5).toBe(tkr('1050'));
    expect(second?.debt.p5).not.toBe(second?.debt.p95);
  });

  it('changes the cost and not the planned debt with the rate', () => {
    const ranged = withAssumptions(input, [range('rateRange', ['-1', '0', '2'])]);
    const [, second] = simulate(ranged, of)?.years ?? [];
    expect(second?.debt.p5).toBe(second?.debt.p95);
    expect(second?.cost?.p5).toBeLessThan(second?.cost?.p95 ?? zero);
  });
});

it('draws within the range, and half of the runs on the side of the longer end', () => {
  const wide = { low: percentOf('0'), likely: percentOf('1'), high: percentOf('4') };
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = seededRandom(seed);
      const value = drawWithin(wide, random);
      expect(value).toBeGreaterThanOrEqual(wide.low);
      expect(value).toBeLessThanOrEqual(wide.high);
    }),
  );
  const random = seededRandom(1);
  const below = Array.from({ length: 20_000 }, () => drawWithin(wide, random)).filter(
    (value) => value < wide.likely,
  );
  // A quarter of the triangle lies below what is likely.
  expect(Math.abs(below.length - 5000)).toBeLessThan(300);
});

function close(left: bigint, right: bigint): boolean {
  const difference = left - right;
  // Each year's part is rounded down once where the plan rounds to the nearest.
  return difference >= -5n && difference <= 5n;
}
