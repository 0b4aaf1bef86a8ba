import { describe, expect, it } from 'vitest';
import { createVersions } from './versions.ts';

describe('a place that is written again before the first answer', () => {
  it('is sent with the version that the first write made', () => {
    const versions = createVersions();
    const first = versions.begin('a', 3);
    const second = versions.begin('a', 3);
    expect(first.version()).toBe(3);
    // The screen shows the second one already.
    expect(first.answered(4)).toBe(false);
    expect(second.version()).toBe(4);
    expect(second.answered(5)).toBe(true);
  });

  it('is sent with what was seen where the first one was refused', () => {
    const versions = createVersions();
    const old = versions.begin('a', 1);
    old.answered(2);
    const first = versions.begin('a', 7);
    const second = versions.begin('a', 7);
    expect(first.answered(null)).toBe(false);
    expect(second.version()).toBe(7);
  });

  it('knows nothing of other places', () => {
    const versions = createVersions();
    versions.begin('a', 3);
    const other = versions.begin('b', 8);
    expect(other.version()).toBe(8);
    expect(other.answered(9)).toBe(true);
  });
});
