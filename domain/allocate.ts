import { fromOre, type Tkr, toOre } from './tkr.ts';

/**
 * Splits an amount by weights so that the parts sum to the whole, by largest remainder in öre.
 *
 * Weights are whole and not negative (inhabitants, öre, hundredths of a percent), at least one above
 * zero. Parts follow the weights' order; where remainders are equal the earlier part gets the öre,
 * so the same input always gives the same split. Throws on weights that cannot split anything.
 * Source: DESIGN §3.
 */
export function allocate(amount: Tkr, weights: readonly bigint[]): Tkr[] {
  const totalWeight = weights.reduce((total, weight) => total + weight, 0n);
  if (totalWeight <= 0n || weights.some((weight) => weight < 0n)) {
    throw new Error('Weights must not be negative, and one must be above zero');
  }
  const ore = toOre(amount);
  const sign = ore < 0n ? -1n : 1n;
  const whole = ore * sign;
  const parts = weights.map((weight) => (whole * weight) / totalWeight);
  const left = whole - parts.reduce((total, part) => total + part, 0n);
  for (const [rank, index] of byRemainder(whole, weights, totalWeight).entries()) {
    if (BigInt(rank) < left) parts[index] = (parts[index] ?? 0n) + 1n;
  }
  return parts.map((part) => fromOre(part * sign));
}

function byRemainder(whole: bigint, weights: readonly bigint[], totalWeight: bigint): number[] {
  const remainders = weights.map((weight) => (whole * weight) % totalWeight);
  return remainders
    .map((_, index) => index)
    .toSorted((left, right) => {
      const difference = (remainders[right] ?? 0n) - (remainders[left] ?? 0n);
      return difference === 0n ? left - right : difference > 0n ? 1 : -1;
    });
}
