import { accepted, type Result, refused } from './result.ts';
import { compare, isNegative, isZero, negate, type Tkr, zero } from './tkr.ts';

/** Why an amount is in the budget, in the order in which a protocol prints them. */
export const budgetpostKinds = [
  'ursprunglig',
  'aterbudgetering',
  'tillaggsaskande',
  'omdisponering',
] as const;

/** See `budgetpostKinds`. */
export type BudgetpostKind = (typeof budgetpostKinds)[number];

/**
 * One entry (budgetpost) of the investeringsbudget: never changed, only replaced by a later one.
 *
 * `amount` is what the entry adds to its line and year, in Tkr, negative where it takes away. An
 * återbudgetering and an omdisponering are two entries that share `pairId` and sum to zero.
 * Source: DESIGN §4.
 */
export type Budgetpost = {
  readonly id: string;
  readonly lineId: string;
  readonly year: number;
  readonly kind: BudgetpostKind;
  readonly amount: Tkr;
  /** The other year of an återbudgetering: where it comes from, or, on the minus side, goes to. */
  readonly otherYear: number | null;
  /** The other line of an omdisponering. */
  readonly otherLineId: string | null;
  readonly pairId: string | null;
  readonly replacesId: string | null;
};

/** What a person asks to enter. `amount` is what `lineId` gets in `year`. */
export type BudgetpostRequest = {
  readonly lineId: string;
  readonly year: number;
  readonly kind: BudgetpostKind;
  readonly amount: Tkr;
  readonly fromYear: number | null;
  readonly fromLineId: string | null;
};

/** One entry to be written: a `Budgetpost` before it has an identity. */
export type PlannedBudgetpost = Omit<Budgetpost, 'id' | 'pairId' | 'replacesId'>;

/** Why an entry cannot be written. */
export type BudgetpostRefusal =
  | 'budgetpost_amount_zero'
  | 'aterbudgetering_needs_from_year'
  | 'aterbudgetering_not_from_earlier_year'
  | 'aterbudgetering_not_positive'
  | 'omdisponering_needs_from_line'
  | 'omdisponering_same_line'
  | 'omdisponering_not_positive'
  | 'from_year_not_used'
  | 'from_line_not_used';

/**
 * The entries that a request becomes: one, or the two sides of a move.
 *
 * An återbudgetering takes from an earlier year what it adds to the later one; an omdisponering
 * takes from another line of the same year. The receiving side comes first.
 */
export function planBudgetposts(
  request: BudgetpostRequest,
): Result<PlannedBudgetpost[], BudgetpostRefusal> {
  const refusal = refusalOf(request);
  if (refusal !== null) return refused(refusal);
  const { lineId, year, kind, amount, fromYear, fromLineId } = request;
  const entry = { lineId, year, kind, amount, otherYear: fromYear, otherLineId: fromLineId };
  if (fromYear !== null) {
    const taken = { ...entry, year: fromYear, amount: negate(amount), otherYear: year };
    return accepted([entry, taken]);
  }
  if (fromLineId !== null) {
    const taken = { ...entry, lineId: fromLineId, amount: negate(amount), otherLineId: lineId };
    return accepted([entry, taken]);
  }
  return accepted([entry]);
}

function refusalOf(request: BudgetpostRequest): BudgetpostRefusal | null {
  const { kind, amount, year, fromYear, fromLineId } = request;
  if (fromYear !== null && kind !== 'aterbudgetering') return 'from_year_not_used';
  if (fromLineId !== null && kind !== 'omdisponering') return 'from_line_not_used';
  if (kind === 'aterbudgetering') {
    if (fromYear === null) return 'aterbudgetering_needs_from_year';
    if (fromYear >= year) return 'aterbudgetering_not_from_earlier_year';
    if (compare(amount, zero) <= 0) return 'aterbudgetering_not_positive';
  }
  if (kind === 'omdisponering') {
    if (fromLineId === null) return 'omdisponering_needs_from_line';
    if (fromLineId === request.lineId) return 'omdisponering_same_line';
    if (compare(amount, zero) <= 0) return 'omdisponering_not_positive';
  }
  if (kind === 'tillaggsaskande' && isZero(amount)) return 'budgetpost_amount_zero';
  return null;
}

/** Why an entry cannot be corrected. */
export type CorrectionRefusal = 'correction_changes_nothing' | 'correction_flips_move';

/** The new amount of one entry, and of its other side where it has one. */
export type PlannedCorrection = { readonly replaces: Budgetpost; readonly amount: Tkr };

/**
 * The entries that replace one entry (and the other side of its move) with a new amount.
 *
 * Zero voids the entry. A move keeps its direction: a correction that would turn it round is
 * refused, since that is another decision.
 */
export function planCorrection(
  post: Budgetpost,
  otherSide: Budgetpost | null,
  amount: Tkr,
): Result<PlannedCorrection[], CorrectionRefusal> {
  if (compare(post.amount, amount) === 0) return refused('correction_changes_nothing');
  if (otherSide === null) return accepted([{ replaces: post, amount }]);
  const turned = !isZero(amount) && isReceiving(post, otherSide) === isNegative(amount);
  if (turned) return refused('correction_flips_move');
  return accepted([
    { replaces: post, amount },
    { replaces: otherSide, amount: negate(amount) },
  ]);
}

// A voided side is zero and has no sign left, so the other facts have to tell.
function isReceiving(post: Budgetpost, otherSide: Budgetpost): boolean {
  if (post.kind === 'aterbudgetering') return post.year > otherSide.year;
  return !isNegative(post.amount);
}

/** The entries that count: those that no other entry replaces. */
export function inForce<Post extends Pick<Budgetpost, 'id' | 'replacesId'>>(
  posts: readonly Post[],
): Post[] {
  const replaced = new Set(posts.map((post) => post.replacesId));
  return posts.filter((post) => !replaced.has(post.id));
}
