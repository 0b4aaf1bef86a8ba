import type { CarryOverRule } from './carry-over-terms.ts';
import type { LineType } from './line-type.ts';
import { compare, multiply, type Ratio, subtract, type Tkr, zero } from './tkr.ts';

/**
 * What may be carried over for a type of line from a day on (överföringspolicy).
 *
 * A delegation lets an official carry over without the organ's decision, up to a percent of the
 * line's budget and up to an amount, whichever is less and always inside what is unused; without
 * either there is no delegation. A slutredovisning is owed for projects whose decided total is above
 * `slutredovisning.above`, within that many months. Source: DOMAIN §3.
 */
export type CarryOverPolicy = {
  readonly id: string;
  readonly lineType: LineType;
  /** `YYYY-MM-DD`. */
  readonly validFrom: string;
  readonly rule: CarryOverRule;
  /** A share of one: 10 % is 10 / 100. */
  readonly delegationShare: Ratio | null;
  readonly delegationAmount: Tkr | null;
  readonly slutredovisning: { readonly above: Tkr; readonly months: number } | null;
};

/**
 * The policy in force for a type of line on a day: the latest valid from it or before, and of
 * several with that day the one entered last. Null where there is none.
 *
 * `policies` are in the order in which they were entered.
 */
export function policyAt<Policy extends Pick<CarryOverPolicy, 'lineType' | 'validFrom'>>(
  policies: readonly Policy[],
  lineType: LineType,
  day: string,
): Policy | null {
  let found: Policy | null = null;
  for (const policy of policies) {
    if (policy.lineType !== lineType || policy.validFrom > day) continue;
    if (found === null || policy.validFrom >= found.validFrom) found = policy;
  }
  return found;
}

/** How much of a line may be carried over by delegation, in Tkr; null where nothing is delegated. */
export function delegationLimit(
  policy: Pick<CarryOverPolicy, 'delegationShare' | 'delegationAmount'>,
  budget: Tkr,
): Tkr | null {
  const { delegationShare, delegationAmount } = policy;
  const share = delegationShare === null ? null : multiply(budget, delegationShare);
  if (share === null) return delegationAmount;
  return delegationAmount === null || compare(share, delegationAmount) < 0
    ? share
    : delegationAmount;
}

/** What a carry-over or a new budget has to answer for; `by` is how much, in Tkr, and positive. */
export type CarryOverMark =
  /** More is carried than the from-year left unused. */
  | { readonly kind: 'overUnused'; readonly by: Tkr }
  /** Nothing is known of the from-year's outcome. */
  | { readonly kind: 'outcomeMissing' }
  /** The budget after it is more than what is needed. */
  | { readonly kind: 'overNeed'; readonly by: Tkr }
  /** The budget after it is less than what is needed. */
  | { readonly kind: 'underNeed'; readonly by: Tkr }
  /** More than may be carried by delegation, so that the organ has to decide. */
  | { readonly kind: 'overDelegation'; readonly by: Tkr; readonly limit: Tkr }
  /** The policy says that this type of line does not carry over. */
  | { readonly kind: 'lapses' }
  /** There is no policy for this type of line on the day. */
  | { readonly kind: 'noPolicy' };

/** What a mark asks for: it stops the entry, asks for a reason, or only says how it is. */
export type MarkSeverity = 'refused' | 'needsReason' | 'information';

const severities: { readonly [kind in CarryOverMark['kind']]: MarkSeverity } = {
  overUnused: 'refused',
  outcomeMissing: 'refused',
  overNeed: 'needsReason',
  underNeed: 'information',
  overDelegation: 'needsReason',
  lapses: 'needsReason',
  noPolicy: 'information',
};

/** See `MarkSeverity`. */
export function severityOf(mark: CarryOverMark): MarkSeverity {
  return severities[mark.kind];
}

/**
 * What is carried from a line and a year, against what was left there and what the policy says.
 *
 * `amount` is all that is proposed to leave the line and the year, over every entry of it together.
 * `left` is the year end's `left`, before the proposal; null where no outcome is known. `budget` is
 * the line's budget in that same year. `policy` is the one in force on the day of the proposal.
 */
export type CarryOverFacts = {
  readonly amount: Tkr;
  readonly left: Tkr | null;
  readonly budget: Tkr | null;
  readonly policy: CarryOverPolicy | null;
};

/** The marks of a carry-over, the ones that stop it first. */
export function judgeCarryOver({ amount, left, budget, policy }: CarryOverFacts): CarryOverMark[] {
  const marks: CarryOverMark[] = [];
  if (left === null) marks.push({ kind: 'outcomeMissing' });
  else if (compare(amount, atLeastZero(left)) > 0) {
    marks.push({ kind: 'overUnused', by: subtract(amount, atLeastZero(left)) });
  }
  if (policy === null) return [...marks, { kind: 'noPolicy' }];
  if (policy.rule === 'lapses') marks.push({ kind: 'lapses' });
  const limit = delegationLimit(policy, atLeastZero(budget ?? zero));
  if (limit !== null && compare(amount, limit) > 0) {
    marks.push({ kind: 'overDelegation', by: subtract(amount, limit), limit });
  }
  return marks;
}

/**
 * The mark of a line's budget after all that is proposed for it, against what it needs that year.
 *
 * None where the two are the same, or where nothing was said to be needed (`need` is null).
 */
export function judgeNeed(budgetAfter: Tkr, need: Tkr | null): CarryOverMark[] {
  if (need === null) return [];
  const order = compare(budgetAfter, need);
  if (order > 0) return [{ kind: 'overNeed', by: subtract(budgetAfter, need) }];
  return order < 0 ? [{ kind: 'underNeed', by: subtract(need, budgetAfter) }] : [];
}

function atLeastZero(amount: Tkr): Tkr {
  return compare(amount, zero) < 0 ? zero : amount;
}
