import { type Budgetpost, inForce } from './budgetpost.ts';
import { grouped } from './grouped.ts';
import { isVoided } from './investeringsbudget.ts';
import { add, negate, subtract, sum, type Tkr, zero } from './tkr.ts';

/**
 * What is known to have been spent on a line in a year, in Tkr; one amount of many.
 *
 * An amount of zero says that nothing was spent; no amount at all says that nothing is known.
 */
export type LineUtfall = {
  readonly lineId: string;
  readonly year: number;
  readonly amount: Tkr;
};

/**
 * The outcome with a zero for every line that has no amount in a year that is known as a whole: a
 * ledger that was imported says of each line what was booked, also where that is nothing.
 */
export function withKnownZeros(
  lineIds: readonly string[],
  utfall: readonly LineUtfall[],
  knownYears: readonly number[],
): LineUtfall[] {
  const keyOf = ({ lineId, year }: Omit<LineUtfall, 'amount'>): string => `${year} ${lineId}`;
  const said = new Set(utfall.map(keyOf));
  const cells = knownYears.flatMap((year) => lineIds.map((lineId) => ({ lineId, year })));
  const silent = cells.filter((cell) => !said.has(keyOf(cell)));
  return [...utfall, ...silent.map((cell) => ({ ...cell, amount: zero }))];
}

/**
 * Where a line stood when a year closed (årets bokslut), in Tkr.
 *
 * `budget` is what the line had that year, with what was carried in and without taking off what was
 * carried out; null without any entry. `deviation` is budget − outcome: positive is unused
 * (outnyttjat), negative an overrun (överdrag). `left` is what of it has not been carried out yet.
 * Outcome, deviation and left are null where no outcome is known. Source: DESIGN §3, §4.
 */
export type YearEnd = {
  readonly lineId: string;
  readonly year: number;
  readonly budget: Tkr | null;
  readonly outcome: Tkr | null;
  readonly deviation: Tkr | null;
  readonly carriedIn: Tkr;
  readonly carriedOut: Tkr;
  readonly left: Tkr | null;
};

/** The year's end of each line, in the order of `lineIds`; replaced and voided entries are none. */
export function yearEnds(
  lineIds: readonly string[],
  posts: readonly Budgetpost[],
  utfall: readonly LineUtfall[],
  year: number,
): YearEnd[] {
  const counted = inForce(posts).filter((post) => post.year === year && !isVoided(post));
  const postsOf = grouped(counted, ({ lineId }) => lineId);
  const ofYear = utfall.filter((one) => one.year === year);
  const utfallOf = grouped(ofYear, ({ lineId }) => lineId);
  return lineIds.map((lineId) => {
    const amounts = utfallOf.get(lineId)?.map(({ amount }) => amount);
    const outcome = amounts === undefined ? null : sum(amounts);
    return yearEnd(lineId, year, postsOf.get(lineId) ?? [], outcome);
  });
}

function yearEnd(
  lineId: string,
  year: number,
  posts: readonly Budgetpost[],
  outcome: Tkr | null,
): YearEnd {
  const moves = posts.filter(({ kind }) => kind === 'aterbudgetering');
  const carriedIn = totalOf(moves.filter((post) => (post.otherYear ?? year) < year));
  const carriedOut = negate(totalOf(moves.filter((post) => (post.otherYear ?? year) > year)));
  const budget = posts.length === 0 ? null : add(totalOf(posts), carriedOut);
  const deviation = outcome === null ? null : subtract(budget ?? zero, outcome);
  const left = deviation === null ? null : subtract(deviation, carriedOut);
  return { lineId, year, budget, outcome, deviation, carriedIn, carriedOut, left };
}

function totalOf(posts: readonly Budgetpost[]): Tkr {
  return sum(posts.map(({ amount }) => amount));
}
