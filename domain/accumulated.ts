import { type Budgetpost, inForce } from './budgetpost.ts';
import { grouped } from './grouped.ts';
import { isVoided } from './investeringsbudget.ts';
import { compare, isNegative, negate, subtract, sum, type Tkr, zero } from './tkr.ts';
import { type LineUtfall, type YearEnd, yearEnds } from './year-end.ts';

/**
 * A line over several years, in Tkr.
 *
 * The sums are over the years whose outcome is known; the other years stand in `years` only. What is
 * carried between two of those years counts once: it is taken off the budget that it left, so that
 * money which goes unused twice is unused once. Null where no year's outcome is known, and the
 * budget also where none of those years has one.
 * `carriedOut` is what left those years for a year that is not among them.
 */
export type AccumulatedLine = {
  readonly lineId: string;
  readonly years: readonly YearEnd[];
  readonly budget: Tkr | null;
  readonly outcome: Tkr | null;
  /** Budget − outcome: positive is unused (outnyttjat), negative an overrun (överdrag). */
  readonly deviation: Tkr | null;
  readonly carriedIn: Tkr;
  readonly carriedOut: Tkr;
  /** Deviation − `carriedOut`: what is there to carry over still. */
  readonly left: Tkr | null;
};

/** All lines over the years. `unused` and `overrun` are both positive; they are never set off. */
export type Accumulated = {
  readonly lines: readonly AccumulatedLine[];
  /** The sum of the lines' positive deviations (sammanlagt outnyttjat). */
  readonly unused: Tkr;
  /** The sum of the lines' negative deviations, without the sign (sammanlagt överdrag). */
  readonly overrun: Tkr;
  /** The years, in order, in which no line's outcome is known. */
  readonly yearsWithoutUtfall: readonly number[];
};

/** What the lines had, spent and carried from one year to another, both among them. */
export function accumulate(
  lineIds: readonly string[],
  posts: readonly Budgetpost[],
  utfall: readonly LineUtfall[],
  fromYear: number,
  toYear: number,
): Accumulated {
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  const byYear = years.map((year) => yearEnds(lineIds, posts, utfall, year));
  const moves = inForce(posts).filter((post) => post.kind === 'aterbudgetering' && !isVoided(post));
  const movesOf = grouped(moves, ({ lineId }) => lineId);
  const lines = lineIds.map((lineId, index) => {
    const ends = byYear.flatMap((ofYear) => ofYear[index] ?? []);
    return accumulatedLine(lineId, ends, movesOf.get(lineId) ?? []);
  });
  const deviations = lines.flatMap(({ deviation }) => deviation ?? []);
  return {
    lines,
    unused: sum(deviations.filter((deviation) => compare(deviation, zero) > 0)),
    overrun: negate(sum(deviations.filter(isNegative))),
    yearsWithoutUtfall: years.filter((_, index) =>
      (byYear[index] ?? []).every(({ outcome }) => outcome === null),
    ),
  };
}

function accumulatedLine(
  lineId: string,
  years: readonly YearEnd[],
  moves: readonly Budgetpost[],
): AccumulatedLine {
  const known = years.filter(({ outcome }) => outcome !== null);
  const isKnown = new Set(known.map(({ year }) => year));
  const between = (post: Budgetpost): boolean => isKnown.has(post.otherYear ?? post.year);
  const ofKnown = moves.filter(({ year }) => isKnown.has(year));
  const isIn = (post: Budgetpost): boolean => (post.otherYear ?? post.year) < post.year;
  const amounts = (some: readonly Budgetpost[]): Tkr => sum(some.map(({ amount }) => amount));
  const within = amounts(ofKnown.filter((post) => isIn(post) && between(post)));
  const carriedIn = amounts(ofKnown.filter((post) => isIn(post) && !between(post)));
  const carriedOut = negate(amounts(ofKnown.filter((post) => !isIn(post) && !between(post))));
  if (known.length === 0) {
    const nothing = { budget: null, outcome: null, deviation: null, left: null };
    return { lineId, years, ...nothing, carriedIn, carriedOut };
  }
  const budgets = known.flatMap((end) => end.budget ?? []);
  const budget = budgets.length === 0 ? null : subtract(sum(budgets), within);
  const outcome = sum(known.flatMap((end) => end.outcome ?? []));
  const deviation = subtract(budget ?? zero, outcome);
  const left = subtract(deviation, carriedOut);
  return { lineId, years, budget, outcome, deviation, carriedIn, carriedOut, left };
}
