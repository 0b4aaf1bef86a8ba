import { keyChange, keyWith, keyWithout, type MemberChange } from '#domain/forecast/key-change.ts';
import { keyAt } from '#domain/forecast/member-shares.ts';
import type { MemberYear } from '#domain/forecast/member-years.ts';
import type { ShareKey } from '#domain/forecast/share-key.ts';
import { parseWeight } from '#domain/forecast/share-key-rules.ts';
import { absolute, compare, isZero } from '#domain/tkr.ts';

/** What is asked: a member that leaves or joins on a day. */
export type ChangeQuestion = {
  readonly memberId: string;
  readonly day: string;
  /** The weight of one that joins, as it is sent; not used where it leaves. */
  readonly weight: string;
};

/** What would be so, or why that cannot be told. */
export type ChangeAnswer =
  | { readonly is: 'noKey' | 'noDebt' | 'last' | 'noWeight'; readonly leaves: boolean }
  | {
      readonly is: 'told';
      readonly leaves: boolean;
      readonly at: MemberYear;
      readonly before: ShareKey;
      readonly after: ShareKey;
      readonly changes: readonly MemberChange[];
    };

/**
 * The key that is asked about: the one of the last day of the year, whose debt and ceiling are compared.
 */
export function keyAskedAbout(keys: readonly ShareKey[], day: string): ShareKey | null {
  return keyAt(keys, `${day.slice(0, 4)}-12-31`);
}

/** True for a member that answers for something that year: it can leave, and others can join. */
export function isIn(keys: readonly ShareKey[], memberId: string, day: string): boolean {
  const key = keyAskedAbout(keys, day);
  return key?.parts.some((part) => part.memberId === memberId && part.weight > 0n) ?? false;
}

/**
 * Each member's part before and after, on the last day of the year in question: what is owed then and
 * the ceiling of then, by the key of then and by the one that it becomes.
 */
export function answerChange(
  keys: readonly ShareKey[],
  years: readonly MemberYear[],
  { memberId, day, weight }: ChangeQuestion,
): ChangeAnswer {
  const leaves = isIn(keys, memberId, day);
  const before = keyAskedAbout(keys, day);
  if (before === null) return { is: 'noKey', leaves };
  const at = years.find(({ year }) => `${year}` === day.slice(0, 4));
  if (at === undefined || at.debt === null) return { is: 'noDebt', leaves };
  const parsed = parseWeight(before.type, weight);
  if (!leaves && (parsed === null || parsed === 0n)) return { is: 'noWeight', leaves };
  const after = leaves ? keyWithout(before, memberId) : keyWith(before, memberId, parsed ?? 0n);
  if (after === null) return { is: 'last', leaves };
  const { debt, borgenstak } = at;
  const changes = keyChange(before, after, { debt, borgenstak });
  const from = { ...after, validFrom: day };
  return { is: 'told', leaves, at, before, after: from, changes };
}

/** The one whose debt changes most besides the member itself; undefined where nobody's does. */
export function mostChanged(
  changes: readonly MemberChange[],
  memberId: string,
): MemberChange | undefined {
  const [most] = changes
    .filter((change) => change.memberId !== memberId && !isZero(change.change.debt))
    .toSorted((left, right) => compare(absolute(right.change.debt), absolute(left.change.debt)));
  return most;
}
