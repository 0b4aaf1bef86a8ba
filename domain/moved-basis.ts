import { type Budgetpost, inForce } from './budgetpost.ts';
import { grouped } from './grouped.ts';
import { compare, subtract, type Tkr, zero } from './tkr.ts';
import type { YearEnd } from './year-end.ts';

/** Something that was carried over and still is: a receiving budgetpost in force, in Tkr. */
export type CarriedPost = {
  readonly postId: string;
  readonly lineId: string;
  readonly fromYear: number;
  readonly year: number;
  readonly amount: Tkr;
};

/** A carried amount whose ground has moved since it was decided, in Tkr. */
export type MovedPost = CarriedPost & {
  /** What the from-year has unused now; null where its outcome is not known any more. */
  readonly unused: Tkr | null;
  /** How much of the amount has nothing beneath it; null where nobody can tell. */
  readonly excess: Tkr | null;
};

/** The receiving sides in force of every återbudgetering, in the order of the entries. */
export function carriedPosts(posts: readonly Budgetpost[]): CarriedPost[] {
  return inForce(posts).flatMap(({ id, kind, lineId, year, otherYear, amount }) => {
    const isReceived = kind === 'aterbudgetering' && otherYear !== null && otherYear < year;
    if (!isReceived || compare(amount, zero) <= 0) return [];
    return [{ postId: id, lineId, fromYear: otherYear, year, amount }];
  });
}

/**
 * The carried amounts whose ground has moved: more left their year than it has unused now.
 *
 * `carried` are in the order in which they were entered, and the latest loses its ground first, so
 * that the excesses of a line and year come to exactly what is missing. Where no outcome is known
 * any more, every amount carried from there is named. Source: DOMAIN §1 (the closing was
 * preliminary when the carry-over was decided), §6.
 */
export function movedBasis(
  carried: readonly CarriedPost[],
  closings: readonly YearEnd[],
): MovedPost[] {
  const byPlace = grouped(carried, ({ lineId, fromYear }) => placeKey(lineId, fromYear));
  return closings.flatMap((closing) => {
    const ofPlace = byPlace.get(placeKey(closing.lineId, closing.year)) ?? [];
    return movedOf(ofPlace, closing);
  });
}

function movedOf(carried: readonly CarriedPost[], closing: YearEnd): MovedPost[] {
  const { deviation, carriedOut } = closing;
  if (deviation === null) return carried.map((one) => ({ ...one, unused: null, excess: null }));
  // After an overrun more is missing than was carried; no amount loses more than all of it.
  let missing = subtract(carriedOut, deviation);
  const moved: MovedPost[] = [];
  for (const one of carried.toReversed()) {
    if (compare(missing, zero) <= 0) break;
    const excess = compare(missing, one.amount) < 0 ? missing : one.amount;
    moved.unshift({ ...one, unused: deviation, excess });
    missing = subtract(missing, excess);
  }
  return moved;
}

function placeKey(lineId: string, year: number): string {
  return `${lineId} ${year}`;
}

/** A correcting entry: which budgetpost, and what it becomes, in Tkr. */
export type ProposedCorrection = { readonly correctsId: string; readonly amount: Tkr };

/** The corrections that give back what lost its ground; none for what nobody can tell. */
export function correctionsOf(moved: readonly MovedPost[]): ProposedCorrection[] {
  return moved.flatMap(({ postId, amount, excess }) =>
    excess === null ? [] : [{ correctsId: postId, amount: subtract(amount, excess) }],
  );
}
