import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from './allocate.ts';
import { fromOre, sum, tkr, toOre, toPlain } from './tkr.ts';

const anyOre = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });
const anyWeights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 30 })
  .filter((weights) => weights.some((weight) => weight > 0n));

describe('allocate', () => {
  it.each([
    ['100', [1n, 1n, 1n], ['33.33334', '33.33333', '33.33333']],
    ['-100', [1n, 1n, 1n], ['-33.33334', '-33.33333', '-33.33333']],
    ['0.00001', [1n, 1n], ['0.00001', '0']],
    ['0.00002', [1n, 3n], ['0.00001', '0.00001']],
    ['1000', [5780n, 2490n, 1730n], ['578', '249', '173']],
    ['7', [0n, 5n], ['0', '7']],
  ])('splits %s by %s', (amount, weights, parts) => {
    expect(allocate(tkr(amount), weights).map(toPlain)).toEqual(parts);
  });

  it('gives parts that sum to the whole, each within an öre of its exact share', () => {
    fc.assert(
      fc.property(anyOre, anyWeights, (ore, weights) => {
        const parts = allocate(fromOre(ore), weights);
        const total = weights.reduce((left, right) => left + right, 0n);
        expect(toOre(sum(parts))).toBe(ore);
        for (const [index, part] of parts.entries()) {
          const error = toOre(part) * total - ore * (weights[index] ?? 0n);
          expect(error < total && error > -total).toBe(true);
        }
      }),
    );
  });

  it('throws on weights that split nothing', () => {
    expect(() => allocate(tkr('1'), [])).toThrow('Weights');
    expect(() => allocate(tkr('1'), [0n])).toThrow('Weights');
    expect(() => allocate(tkr('1'), [2n, -1n])).toThrow('Weights');
  });
});
