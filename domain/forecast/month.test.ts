import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isCalendarDay } from '../year.ts';
import { firstDayIn, lastDayIn, monthAt, monthOfDay, monthOfYear, yearOf } from './month.ts';

it('counts on over the turn of the year', () => {
  expect(monthAt(2026, 1)).toBe(monthAt(2025, 12) + 1);
  expect(firstDayIn(monthAt(2025, 12) + 1)).toBe('2026-01-01');
  expect(firstDayIn(monthAt(2025, 12))).toBe('2025-12-01');
});

it.each([
  ['2024-02-10', '2024-02-01', '2024-02-29'],
  ['2025-02-28', '2025-02-01', '2025-02-28'],
  ['2025-12-31', '2025-12-01', '2025-12-31'],
])('finds the month of %s', (day, first, last) => {
  expect(firstDayIn(monthOfDay(day))).toBe(first);
  expect(lastDayIn(monthOfDay(day))).toBe(last);
});

it('gives back the year and the month that it was made of', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2000, max: 2100 }),
      fc.integer({ min: 1, max: 12 }),
      (year, of) => {
        const month = monthAt(year, of);
        expect([yearOf(month), monthOfYear(month)]).toEqual([year, of]);
        expect(monthOfDay(firstDayIn(month))).toBe(month);
        expect(monthOfDay(lastDayIn(month))).toBe(month);
        expect(isCalendarDay(firstDayIn(month)) && isCalendarDay(lastDayIn(month))).toBe(true);
      },
    ),
  );
});
