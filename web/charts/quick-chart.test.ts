import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleFor } from './chart-scale.ts';
import { frameOf } from './quick-chart.ts';

const years = [2024, 2025, 2026];
const frame = frameOf({
  years,
  scale: { from: 0, to: 100, ticks: [0, 50, 100] },
  width: 500,
  height: 260,
  right: 100,
});

describe('the frame of a chart over years', () => {
  it('has the first year at the left, the last at the right, and the others between', () => {
    // 68 for the axis and 16 before the first year; 8 after the last, 100 before the edge.
    expect(years.map(frame.x)).toEqual([84, 238, 392]);
  });

  it('has the lowest value at the bottom and the highest at the top', () => {
    expect([0, 50, 100].map(frame.y)).toEqual([230, 123, 16]);
  });

  it('draws a line through its points, and a ceiling that holds until the next', () => {
    const points = [
      [2024, 0],
      [2025, 100],
    ] as const;
    expect(frame.line(points)).toBe('M84 230L238 16');
    expect(frame.steps(points)).toBe('M84 230H238V16');
    expect(frame.line([])).toBe('');
  });

  it('finds the year that is nearest, from anywhere', () => {
    expect([0, 84, 160, 162, 392, 900].map(frame.nearest)).toEqual([0, 0, 0, 1, 2, 2]);
  });

  it('keeps every point inside, and writes no more years than there is room for', () => {
    const value = fc.integer({ min: -1e7, max: 1e7 });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 21 }),
        fc.integer({ min: 240, max: 1400 }),
        (values, width) => {
          const many = values.map((_, at) => 2024 + at);
          const scale = scaleFor(values);
          const drawn = frameOf({ years: many, scale, width, height: 260, right: 16 });
          for (const [at, year] of many.entries()) {
            expect(drawn.x(year)).toBeGreaterThanOrEqual(drawn.left);
            expect(drawn.x(year)).toBeLessThanOrEqual(drawn.right);
            expect(drawn.y(values[at] ?? 0)).toBeGreaterThanOrEqual(drawn.top);
            expect(drawn.y(values[at] ?? 0)).toBeLessThanOrEqual(drawn.bottom);
            expect(drawn.nearest(drawn.x(year))).toBe(at);
          }
          const written = Math.ceil(many.length / drawn.everyYear);
          expect(written).toBeLessThanOrEqual(1 + (drawn.right - drawn.left) / 44);
        },
      ),
    );
  });
});
