import { describe, expect, it } from 'vitest';
import { startYear } from './start-year.ts';

describe('the year to show where none is asked for', () => {
  it.each([
    ['the newest that was worked on', [2024, 2025, 2026, 2029], [2024, 2025], 2025],
    ['the newest up to this year', [2024, 2026, 2029], [], 2026],
    ['the oldest of a plan', [2028, 2027], [], 2027],
    ['this year', [], [], 2026],
  ])('is %s', (_, years, workedOn, expected) => {
    expect(startYear({ years, workedOn }, 2026)).toBe(expected);
  });
});
