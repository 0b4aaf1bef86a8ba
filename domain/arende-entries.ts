import type { EntryKind } from './arende-terms.ts';
import {
  type Budgetpost,
  type BudgetpostKind,
  type BudgetpostRefusal,
  type CorrectionRefusal,
  inForce,
  type PlannedBudgetpost,
  type PlannedCorrection,
  planBudgetposts,
  planCorrection,
} from './budgetpost.ts';
import { accepted, type Result, refused } from './result.ts';
import { add, compare, isZero, negate, subtract, type Tkr, zero } from './tkr.ts';

/**
 * One entry that an ärende proposes, in Tkr.
 *
 * `amount` is what `lineId` gets in `year`; of a correction it is what the corrected entry becomes.
 * `decidedAmount` is what an organ changed it to (ändringsyrkande), where it did; zero strikes the
 * entry. A `newLine` has a name and gets its line when the ärende is granted.
 */
export type ProposedEntry = {
  readonly id: string;
  readonly kind: EntryKind;
  readonly lineId: string | null;
  readonly newLineName: string | null;
  readonly year: number;
  readonly fromYear: number | null;
  readonly fromLineId: string | null;
  readonly correctsId: string | null;
  readonly amount: Tkr;
  readonly decidedAmount: Tkr | null;
};

/** Why an entry cannot stand in an ärende as it is. */
export type EntryRefusal =
  | BudgetpostRefusal
  | CorrectionRefusal
  | 'budgetpost_already_corrected'
  | 'budgetpost_not_found'
  | 'entry_field_not_used'
  | 'entry_needs_budgetpost'
  | 'entry_needs_line'
  | 'entry_needs_name';

/** What an entry becomes when the ärende is granted: new budgetposts, or others in place of some. */
export type PlannedEntry =
  | { readonly kind: 'none' }
  | { readonly kind: 'new'; readonly posts: readonly PlannedBudgetpost[] }
  | { readonly kind: 'correction'; readonly corrections: readonly PlannedCorrection[] };

/** What counts of an entry: the decided amount where there is one, otherwise the proposed. */
export function effectiveAmount({
  amount,
  decidedAmount,
}: Pick<ProposedEntry, 'amount' | 'decidedAmount'>): Tkr {
  return decidedAmount ?? amount;
}

/**
 * The line that an entry gives to: its own, or a stand-in for one that is not there yet.
 *
 * The stand-in is the entry's id, so that every new line is a line of its own.
 */
export function receivingLine({ id, lineId }: Pick<ProposedEntry, 'id' | 'lineId'>): string {
  return lineId ?? id;
}

/**
 * The budgetposts that an entry becomes, or why it cannot. `posts` holds what it corrects.
 *
 * A struck entry becomes nothing. A correction of an entry that another one has replaced in the
 * meantime is refused: it would correct something that does not count.
 */
export function planEntry(
  entry: ProposedEntry,
  posts: readonly Budgetpost[],
): Result<PlannedEntry, EntryRefusal> {
  const shape = shapeRefusal(entry);
  if (shape !== null) return refused(shape);
  if (entry.kind === 'correction') return planCorrecting(entry, posts);
  const isStruck = entry.decidedAmount !== null && isZero(entry.decidedAmount);
  const planned = planBudgetposts({
    lineId: receivingLine(entry),
    year: entry.year,
    kind: budgetpostKindOf(entry.kind),
    // A struck entry must still have been one that could stand.
    amount: isStruck ? entry.amount : effectiveAmount(entry),
    fromYear: entry.fromYear,
    fromLineId: entry.fromLineId,
  });
  if (!planned.ok) return planned;
  return accepted(isStruck ? { kind: 'none' } : { kind: 'new', posts: planned.value });
}

function shapeRefusal(entry: ProposedEntry): EntryRefusal | null {
  const { kind, lineId, newLineName, correctsId } = entry;
  if (kind === 'newLine' && newLineName === null) return 'entry_needs_name';
  if (kind !== 'newLine' && newLineName !== null) return 'entry_field_not_used';
  if (kind === 'correction' && correctsId === null) return 'entry_needs_budgetpost';
  if (kind !== 'correction' && correctsId !== null) return 'entry_field_not_used';
  if (kind !== 'newLine' && lineId === null) return 'entry_needs_line';
  const isMove = entry.fromYear !== null || entry.fromLineId !== null;
  return kind === 'correction' && isMove ? 'entry_field_not_used' : null;
}

/** The kind of budgetpost that an entry becomes; a new line begins with a tilläggsäskande. */
export function budgetpostKindOf(kind: Exclude<EntryKind, 'correction'>): BudgetpostKind {
  return kind === 'newLine' ? 'tillaggsaskande' : kind;
}

function planCorrecting(
  entry: ProposedEntry,
  posts: readonly Budgetpost[],
): Result<PlannedEntry, EntryRefusal> {
  const counted = inForce(posts);
  const corrected = counted.find(({ id }) => id === entry.correctsId);
  if (corrected === undefined) {
    const isThere = posts.some(({ id }) => id === entry.correctsId);
    return refused(isThere ? 'budgetpost_already_corrected' : 'budgetpost_not_found');
  }
  const otherSide = otherSideOf(corrected, counted);
  // Somebody who decides that it stays as it is has struck the correction.
  const { decidedAmount } = entry;
  if (decidedAmount !== null && compare(decidedAmount, corrected.amount) === 0) {
    return accepted({ kind: 'none' });
  }
  const planned = planCorrection(corrected, otherSide, effectiveAmount(entry));
  if (!planned.ok) return planned;
  return accepted({ kind: 'correction', corrections: planned.value });
}

function otherSideOf(post: Budgetpost, counted: readonly Budgetpost[]): Budgetpost | null {
  if (post.pairId === null) return null;
  return counted.find(({ id, pairId }) => pairId === post.pairId && id !== post.id) ?? null;
}

/** What an entry adds to one line in one year, in Tkr, negative where it takes away. */
export type EntryChange = {
  readonly entryId: string;
  /** A line's id, or the entry's for a line that is not there yet. */
  readonly lineId: string;
  readonly year: number;
  readonly kind: BudgetpostKind;
  readonly amount: Tkr;
};

/**
 * What an entry adds, line by line and year by year; the side that receives comes first.
 *
 * `posts` are those that stood before the ärende. An entry that cannot be planned adds nothing.
 */
export function changesOf(entry: ProposedEntry, posts: readonly Budgetpost[]): EntryChange[] {
  const planned = planEntry(entry, posts);
  if (!planned.ok || planned.value.kind === 'none') return [];
  if (planned.value.kind === 'new') {
    return planned.value.posts.map(({ lineId, year, kind, amount }) => ({
      entryId: entry.id,
      lineId,
      year,
      kind,
      amount,
    }));
  }
  return planned.value.corrections.map(({ replaces: { lineId, year, kind, ...old }, amount }) => ({
    entryId: entry.id,
    lineId,
    year,
    kind,
    amount: subtract(amount, old.amount),
  }));
}

/**
 * What an ärende adds to each year's budget, in Tkr: the amount that a linked forecast row shows.
 *
 * An återbudgetering of 990 from 2024 to 2025 is +990 in 2025 and −990 in 2024. Years that come to
 * nothing are there with zero.
 */
export function addedByYear(
  changes: readonly Pick<EntryChange, 'year' | 'amount'>[],
): Map<number, Tkr> {
  const totals = new Map<number, Tkr>();
  for (const { year, amount } of changes) {
    totals.set(year, add(totals.get(year) ?? zero, amount));
  }
  return totals;
}

/** What all entries together carry out of each line and year: what is taken from its unused. */
export function carriedOutOf(changes: readonly EntryChange[], place: Place): Tkr {
  let carried = zero;
  for (const { kind, lineId, year, amount } of changes) {
    const isFromHere = kind === 'aterbudgetering' && lineId === place.lineId && year === place.year;
    if (isFromHere) carried = add(carried, negate(amount));
  }
  return carried;
}

/** A line in a year. */
export type Place = { readonly lineId: string; readonly year: number };
