/** Random numbers that the same seed gives again, so that a failed run can be repeated. */
export type Random = {
  /** A whole number from 0 up to, but not including, `limit`. */
  readonly below: (limit: number) => number;
  readonly pick: <Value>(choices: readonly Value[]) => Value;
};

/** A generator from a seed (mulberry32); good enough to choose moments and amounts with. */
export function seededRandom(seed: number): Random {
  let state = Math.trunc(seed);
  const below = (limit: number): number => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  const pick = <Value>(choices: readonly Value[]): Value => {
    const choice = choices[below(choices.length)];
    if (choice === undefined) throw new Error('Nothing to pick from');
    return choice;
  };
  return { below, pick };
}
