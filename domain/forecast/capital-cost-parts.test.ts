import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum, tkr } from '../tkr.ts';
import { capitalCosts } from './capital-cost.ts';
import { depreciationParts } from './capital-cost-parts.ts';
import { monthAt } from './month.ts';
import { anyPlanInput, line, planInput, terms } from './testing.ts';

describe('the parts of a depreciation', () => {
  it('are by when something was bought, by hand', () => {
    // 1 200 over 2025 lasts 48 months: 66 of 576 pieces in 2025 and 144 in 2026. 600 more over 2026: 66
    // of 576, and in 2029 what is left of the first: 576 − 66 − 3 · 144 = 78 pieces.
    const input = planInput({
      lastYear: 2029,
      lines: [line('klienter', { 2025: '1200', 2026: '600' }), line('nät', { 2026: '77' })],
      levels: [terms(48)],
    });
    const first = { firstMonth: monthAt(2025, 1), lastMonth: monthAt(2025, 12), pieces: 576 };
    const bought = { ...first, invested: tkr('1200'), life: 48 };
    expect(depreciationParts(input, 'klienter', 2025)).toEqual([
      { ...bought, worn: 66, depreciation: tkr('137.5') },
    ]);
    const [older, newer] = depreciationParts(input, 'klienter', 2026);
    expect(older).toEqual({ ...bought, worn: 144, depreciation: tkr('300') });
    expect(newer).toMatchObject({ invested: tkr('600'), worn: 66, depreciation: tkr('68.75') });
    expect(depreciationParts(input, 'klienter', 2029)[0]).toMatchObject({
      worn: 78,
      depreciation: tkr('162.5'),
    });
    expect(depreciationParts(input, 'nät', 2025)).toEqual([]);
  });

  it('sum exactly to what the line is depreciated', () => {
    fc.assert(
      fc.property(anyPlanInput, (input) => {
        for (const { lineId, years } of capitalCosts(input).lines) {
          for (const { year, depreciation } of years) {
            const parts = depreciationParts(input, lineId, year);
            expect(sum(parts.map((part) => part.depreciation))).toBe(depreciation);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
