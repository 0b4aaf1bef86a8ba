import fc from 'fast-check';
import { expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { tkr } from '../tkr.ts';
import { assumptionDifferences } from './assumption-differences.ts';
import { resolveAssumptions } from './assumptions.ts';
import { anyPlanInput } from './testing.ts';
import { assumptionOf } from './what-if.ts';

const over = { firstYear: 2025, lastYear: 2028, lineIds: ['a', 'b'] };
const organisation = [assumptionOf({ kind: 'life', months: 36 })];

it('says over which years two scenarios differ, for all lines and for a line of its own', () => {
  const rate = (percent: string, from: string | null = null) =>
    assumptionOf({ kind: 'executionRate', percent: percentOf(percent), from });
  const left = resolveAssumptions([
    [rate('80', '2026-01-01'), rate('90', '2028-01-01')],
    organisation,
  ]);
  const right = resolveAssumptions([
    [
      assumptionOf({ kind: 'life', lineId: 'b', months: 48, from: '2027-01-01' }),
      assumptionOf({ kind: 'extraInvestment', lineId: 'a', from: '2026-01-01', amount: tkr('5') }),
      assumptionOf({ kind: 'ceiling', from: '2026-07-01', amount: tkr('90000') }),
    ],
    organisation,
  ]);
  const found = assumptionDifferences(left, right, over).map((one) => [
    one.kind,
    one.lineId,
    one.firstYear,
    one.lastYear,
    one.left?.percent ?? one.left?.months ?? null,
    one.right?.months ?? one.right?.amount ?? null,
  ]);
  expect(found).toEqual([
    ['life', 'b', 2027, 2028, 36, 48],
    ['executionRate', null, 2026, 2027, percentOf('80'), null],
    ['executionRate', null, 2028, 2028, percentOf('90'), null],
    ['extraInvestment', 'a', 2026, 2026, null, tkr('5')],
    // What holds from within a year is seen at its end.
    ['ceiling', null, 2026, 2028, null, tkr('90000')],
  ]);
});

it('finds nothing between a scenario and itself, and the same either way round', () => {
  fc.assert(
    fc.property(anyPlanInput, anyPlanInput, (one, other) => {
      const lineIds = one.lines.map(({ lineId }) => lineId);
      const left = resolveAssumptions(one.levels);
      const right = resolveAssumptions(other.levels);
      expect(assumptionDifferences(left, left, { ...over, lineIds })).toEqual([]);
      const turned = assumptionDifferences(right, left, { ...over, lineIds });
      expect(turned.map((found) => ({ ...found, left: found.right, right: found.left }))).toEqual(
        assumptionDifferences(left, right, { ...over, lineIds }),
      );
    }),
  );
});
