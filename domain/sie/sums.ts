import { namesInKey } from './names.ts';

/**
 * One sum: of a period, an account and a list of objects (see `Names`), in öre.
 *
 * It is `plain + beyond`: what fits in a number exactly, and what does not.
 */
export type Sum = {
  readonly period: number;
  readonly account: number;
  readonly objects: number;
  readonly plain: number;
  readonly beyond: bigint;
};

// What parseInt gives exactly, with room to spare.
const mostPlain = 10n ** 15n;

/** Sums that rows are added to. A period is any whole number that its user makes of a month. */
export type Sums = {
  /** Adds a whole number of öre, at most 2⁵³ − 1 either way, and gives the number of the sum. */
  readonly add: (period: number, account: number, objects: number, ore: number) => number;
  /** The same for any number of öre. */
  readonly addLarge: (period: number, account: number, objects: number, ore: bigint) => number;
  readonly size: () => number;
  /** Every sum of one period. */
  readonly inPeriod: (period: number) => Iterable<Sum>;
  /** Every sum, period by period. */
  readonly all: () => Iterable<Sum>;
  /** The periods in which something was added, in the order in which they were met. */
  readonly periods: () => Iterable<number>;
};

/**
 * Makes a table of sums. `onNew` is told of each new sum, so that a limit can be kept.
 *
 * A sum is a plain number as long as that is exact, and what goes beyond is set aside as a bigint.
 */
export function createSums(onNew: () => void): Sums {
  const byPeriod = new Map<number, Map<number, number>>();
  const amounts: number[] = [];
  const large = new Map<number, bigint>();
  let lastPeriod = Number.NaN;
  let cells = new Map<number, number>();

  const indexOf = (period: number, account: number, objects: number): number => {
    if (period !== lastPeriod) {
      lastPeriod = period;
      cells = byPeriod.get(period) ?? new Map<number, number>();
      byPeriod.set(period, cells);
    }
    const key = account * namesInKey + objects;
    const known = cells.get(key);
    if (known !== undefined) return known;
    cells.set(key, amounts.length);
    amounts.push(0);
    onNew();
    return amounts.length - 1;
  };
  const setAside = (index: number, ore: bigint): void => {
    large.set(index, (large.get(index) ?? 0n) + ore);
  };
  function* inPeriod(period: number): Generator<Sum> {
    for (const [key, index] of byPeriod.get(period) ?? []) {
      const account = Math.floor(key / namesInKey);
      const [plain, beyond] = [amounts[index] ?? 0, large.get(index) ?? 0n];
      yield { period, account, objects: key % namesInKey, plain, beyond };
    }
  }
  const add = (period: number, account: number, objects: number, ore: number): number => {
    const index = indexOf(period, account, objects);
    const sum = (amounts[index] ?? 0) + ore;
    if (Number.isSafeInteger(sum)) amounts[index] = sum;
    else setAside(index, BigInt(ore));
    return index;
  };
  return {
    add,
    addLarge: (period, account, objects, ore) => {
      if (ore > -mostPlain && ore < mostPlain) {
        return add(period, account, objects, parseInt(ore.toString(), 10));
      }
      const index = indexOf(period, account, objects);
      setAside(index, ore);
      return index;
    },
    size: () => amounts.length,
    inPeriod,
    periods: () => byPeriod.keys(),
    all: function* all() {
      for (const period of byPeriod.keys()) yield* inPeriod(period);
    },
  };
}

/** A sum in whole öre. */
export function oreOf({ plain, beyond }: Sum): bigint {
  return BigInt(plain) + beyond;
}
