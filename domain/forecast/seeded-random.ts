/** A source of numbers that look random and are the same for the same seed: whole, 0 to 2³² − 1. */
export type SeededRandom = () => number;

/**
 * Numbers from a seed by sfc32, in whole 32-bit arithmetic, so that they are the same everywhere.
 *
 * For simulations only, never for secrets.
 */
export function seededRandom(seed: number): SeededRandom {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const next = (): number => {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return result >>> 0;
  };
  // The seed is mixed in before the first number is taken.
  for (let round = 0; round < 15; round += 1) next();
  return next;
}

/** How many different numbers there are. */
export const randomNumbers = 2n ** 32n;
