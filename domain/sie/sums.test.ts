import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSums, oreOf } from './sums.ts';

describe('sums', () => {
  it('are kept by period, account and objects', () => {
    let made = 0;
    const sums = createSums(() => {
      made += 1;
    });
    const first = sums.add(202401, 1, 0, 100);
    sums.add(202401, 1, 2, 5);
    sums.add(202402, 1, 0, 7);
    expect(sums.add(202401, 1, 0, -30)).toBe(first);
    expect([...sums.all()]).toEqual([
      { period: 202401, account: 1, objects: 0, plain: 70, beyond: 0n },
      { period: 202401, account: 1, objects: 2, plain: 5, beyond: 0n },
      { period: 202402, account: 1, objects: 0, plain: 7, beyond: 0n },
    ]);
    expect([...sums.inPeriod(202402)].map(oreOf)).toEqual([7n]);
    expect([...sums.inPeriod(202403)]).toEqual([]);
    expect([made, sums.size()]).toEqual([3, 3]);
    expect([...sums.periods()]).toEqual([202401, 202402]);
  });

  it('are exact beyond what a number can be', () => {
    const ores = fc.array(fc.maxSafeInteger(), { maxLength: 20 });
    fc.assert(
      fc.property(ores, fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (small, large) => {
        const sums = createSums(() => undefined);
        for (const ore of small) sums.add(1, 1, 1, ore);
        sums.addLarge(1, 1, 1, large);
        const expected = small.reduce((sum, ore) => sum + BigInt(ore), large);
        expect([...sums.all()].map(oreOf)).toEqual([expected]);
      }),
    );
  });
});
