import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayForChart, scaleFor, spreadLabels } from './chart-scale.ts';

describe('the scale', () => {
  it.each([
    [
      [57477, 58662, 73347, 80000],
      [50000, 60000, 70000, 80000],
    ],
    [
      [0, 100],
      [-50, 0, 50, 100],
    ],
    [
      [5, 5],
      [4, 6],
    ],
    [[], [0, 1]],
  ])('of %j marks %j', (values, ticks) => {
    expect(scaleFor(values).ticks).toEqual(ticks);
  });

  it('holds every value, between three and eight marks', () => {
    const values = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 });
    fc.assert(
      fc.property(values, (list) => {
        const { from, to, ticks } = scaleFor(list);
        expect(from).toBeLessThanOrEqual(Math.min(...list));
        expect(to).toBeGreaterThanOrEqual(Math.max(...list));
        expect(ticks.length).toBeLessThanOrEqual(8);
        expect([ticks[0], ticks.at(-1)]).toEqual([from, to]);
      }),
    );
  });
});

describe('labels beside lines', () => {
  it('stay where they wish when there is room', () => {
    const placed = spreadLabels(
      [
        { id: 'a', y: 10 },
        { id: 'b', y: 40 },
      ],
      15,
      { top: 0, bottom: 100 },
    );
    expect([...placed]).toEqual([
      ['a', 10],
      ['b', 40],
    ]);
  });

  it('never overlap and never leave the chart where they all fit', () => {
    const wishes = fc.array(fc.integer({ min: -50, max: 250 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(wishes, (ys) => {
        const placed = spreadLabels(
          ys.map((y, index) => ({ id: `${index}`, y })),
          15,
          { top: 0, bottom: 200 },
        );
        const sorted = [...placed.values()].toSorted((left, right) => left - right);
        for (const [index, y] of sorted.entries()) {
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(200);
          if (index > 0) expect(y - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(15);
        }
      }),
    );
  });
});

describe('a day in a chart over time', () => {
  it('is one more than the day before, also where summer time begins', () => {
    expect(dayForChart('1970-01-02')).toBe(1);
    expect(dayForChart('2025-03-31') - dayForChart('2025-03-29')).toBe(2);
  });
});
