import { describe, expect, it } from 'vitest';
import { longestLine, longestValue, mostKept, mostText, mostWarnings } from './limits.ts';

describe('the limits', () => {
  it('leave room for every real file, and for no file that fills the memory', () => {
    expect(longestLine).toBe(1024 * 1024);
    expect(mostKept).toBe(1_000_000);
    expect(mostText).toBeGreaterThan(longestLine);
    expect(mostWarnings).toBe(1_000);
    expect(longestValue).toBeLessThan(200);
  });
});
