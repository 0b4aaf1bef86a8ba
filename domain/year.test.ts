import { describe, expect, it } from 'vitest';
import { isBudgetYear, isCalendarDay, lastDayOf, lastDayOfMonth } from './year.ts';

describe('years and days', () => {
  it.each([
    [99, false],
    [1999, false],
    [2000, true],
    [2100, true],
    [2101, false],
    [2025.5, false],
    [Number.NaN, false],
  ])('%d is a budget year: %s', (year, is) => {
    expect(isBudgetYear(year)).toBe(is);
  });

  it.each([
    ['2025-03-27', true],
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2100-02-29', false],
    ['2000-02-29', true],
    ['2025-04-31', false],
    ['2025-13-01', false],
    ['2025-00-10', false],
    ['2025-01-00', false],
    ['1899-01-01', false],
    ['2025-3-27', false],
    ['27/3 2025', false],
  ])('%s is a day: %s', (text, is) => {
    expect(isCalendarDay(text)).toBe(is);
  });

  it('closes a year on its last day', () => {
    expect(lastDayOf(2025)).toBe('2025-12-31');
  });

  it.each([
    [2024, 2, '2024-02-29'],
    [2025, 2, '2025-02-28'],
    [2025, 11, '2025-11-30'],
    [2025, 12, '2025-12-31'],
  ])('closes a month of %d-%d on %s', (year, month, day) => {
    expect(lastDayOfMonth(year, month)).toBe(day);
  });
});
