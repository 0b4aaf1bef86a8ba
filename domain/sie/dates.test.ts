import { describe, expect, it } from 'vitest';
import { dayOf, lastDayOf, monthOf, readDay, readMonth, writeDay, writeMonth } from './dates.ts';

describe('days', () => {
  it.each([
    ['20240131', 20240131],
    ['2024-01-31', 20240131],
    ['20240229', 20240229],
    ['20230229', 0],
    ['20241301', 0],
    ['20240100', 0],
    ['2024-0131', 0],
    ['18991231', 0],
    ['22000101', 0],
    ['240131', 0],
    ['', 0],
  ])('%j is %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it('are written as in a database', () => {
    expect([writeDay(20240131), writeMonth(202401)]).toEqual(['2024-01-31', '2024-01']);
  });

  it.each([
    [190002, 19000228],
    [200002, 20000229],
    [202404, 20240430],
    [202412, 20241231],
  ])('%s ends on %s', (month, day) => {
    expect(lastDayOf(month)).toBe(day);
    expect(dayOf(day)).toBe(day);
    expect(dayOf(day + 1)).toBe(0);
    expect(monthOf(day)).toBe(month);
  });
});

describe('months', () => {
  it.each([
    ['202401', 202401],
    ['2024-12', 202412],
    ['20240131', 202401],
    ['202413', 0],
    ['202400', 0],
    ['2024', 0],
  ])('%j is %s', (text, month) => {
    expect(readMonth(text)).toBe(month);
  });
});
