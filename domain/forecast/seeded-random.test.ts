import { describe, expect, it } from 'vitest';
import { randomNumbers, seededRandom } from './seeded-random.ts';

function numbers(seed: number, count: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
}

describe('seeded numbers', () => {
  it('are the same for the same seed and others for another', () => {
    expect(numbers(7, 20)).toEqual(numbers(7, 20));
    expect(numbers(7, 20)).not.toEqual(numbers(8, 20));
    expect(numbers(0, 1)).not.toEqual(numbers(1, 1));
  });

  it('are whole, within their bounds, and evenly spread', () => {
    const drawn = numbers(1, 100_000);
    expect(drawn.every((one) => Number.isInteger(one) && one >= 0)).toBe(true);
    expect(drawn.every((one) => BigInt(one) < randomNumbers)).toBe(true);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const one of drawn) {
      const tenth = Math.floor(one / (2 ** 32 / 10));
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    // Ten thousand each, give or take four standard deviations of 95.
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });
});
