import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hundredPercent, percentOf } from '../percent.ts';
import type { ShareKey } from './share-key.ts';
import { formatShare, formatWeight, percentShares, wholeKey } from './share-words.ts';

describe('a part of a key', () => {
  it.each([
    ['population', 5_512n, '5\u00a0512'],
    ['population', 0n, '0'],
    ['population', 10_587_710n, '10\u00a0587\u00a0710'],
    ['percent', 578_000n, '57,8\u00a0%'],
    ['percent', 333_333n, '33,3333\u00a0%'],
  ] as const)('%s %s is %s', (type, weight, text) => {
    expect(formatWeight(type, weight)).toBe(text);
  });
});

describe('shares in percent', () => {
  it('are shown with two decimals that sum to 100', () => {
    const parts = ['a', 'b', 'c'].map((memberId) => ({ memberId, weight: 1n }));
    const shares = percentShares({ parts });
    expect(shares.map(({ percent }) => formatShare(percent))).toEqual([
      '33,34\u00a0%',
      '33,33\u00a0%',
      '33,33\u00a0%',
    ]);
    expect(formatShare(percentOf('7'))).toBe('7,00\u00a0%');
    expect(formatShare(percentOf('17.3'))).toBe('17,30\u00a0%');
  });

  it('sum to 100 for any weights', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(0n, 99_999_999n), { minLength: 1 }), (weights) => {
        fc.pre(weights.some((weight) => weight > 0n));
        const parts = weights.map((weight, at) => ({ memberId: `${at}`, weight }));
        const total = percentShares({ parts }).reduce((sum, { percent }) => sum + percent, 0n);
        expect(total).toBe(hundredPercent);
      }),
    );
  });
});

describe('a key whose weights only stand to each other', () => {
  const third: ShareKey = {
    validFrom: '2026-04-01',
    type: 'percent',
    parts: [
      { memberId: 'ydre', weight: 200_000n },
      { memberId: 'boxholm', weight: 400_000n },
    ],
  };

  it('becomes one of exactly 100 percent', () => {
    expect(wholeKey(third).parts).toEqual([
      { memberId: 'ydre', weight: 333_333n },
      { memberId: 'boxholm', weight: 666_667n },
    ]);
  });

  it('is left as it is where it counts inhabitants', () => {
    const people: ShareKey = { ...third, type: 'population' };
    expect(wholeKey(people)).toBe(people);
  });
});
