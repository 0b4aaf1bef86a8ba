import { allocate } from '../allocate.ts';
import type { Percent } from '../percent.ts';
import { multiply, subtract, type Tkr, zero } from '../tkr.ts';
import { firstDayIn, type Month } from './month.ts';
import type { ShareKey } from './share-key.ts';

/** The key in force on a day (`YYYY-MM-DD`), or null before the first one: never a default. */
export function keyAt(keys: readonly ShareKey[], day: string): ShareKey | null {
  let inForce: ShareKey | null = null;
  for (const key of keys) {
    const begun = key.validFrom <= day;
    if (begun && (inForce === null || key.validFrom > inForce.validFrom)) inForce = key;
  }
  return inForce;
}

/** A member's part of an amount, in Tkr. */
export type MemberAmount = { readonly memberId: string; readonly amount: Tkr };

/**
 * An amount split over a key's members, in the key's order; the parts sum to it exactly.
 *
 * Weights count against each other, so that percentages need not add up to 100. Throws where no
 * member has any weight: such a key is refused when it is decided.
 */
export function splitByKey(key: ShareKey, amount: Tkr): MemberAmount[] {
  const amounts = allocate(
    amount,
    key.parts.map(({ weight }) => weight),
  );
  return key.parts.map(({ memberId }, index) => ({ memberId, amount: amounts[index] ?? zero }));
}

/** Debt and ceiling on a day, in Tkr; the ceiling is null where none is in force. */
export type Guaranteed = { readonly debt: Tkr; readonly borgenstak: Tkr | null };

/** What a member answers for, in Tkr; headroom is its ceiling less its debt, null without a ceiling. */
export type MemberShare = {
  readonly memberId: string;
  readonly debt: Tkr;
  readonly borgenstak: Tkr | null;
  readonly headroom: Tkr | null;
};

/** Every member's share of debt, ceiling and headroom by a key; each sums exactly to the whole. */
export function memberShares(key: ShareKey, { debt, borgenstak }: Guaranteed): MemberShare[] {
  const ceilings = borgenstak === null ? null : splitByKey(key, borgenstak);
  return splitByKey(key, debt).map(({ memberId, amount }, index) => {
    const ceiling = ceilings?.[index]?.amount ?? null;
    return {
      memberId,
      debt: amount,
      borgenstak: ceiling,
      headroom: ceiling === null ? null : subtract(ceiling, amount),
    };
  });
}

/**
 * A month's fee on the guaranteed debt (borgensavgift): a twelfth of the year's on the debt at the
 * month's start, rounded to the öre.
 */
export function monthlyBorgensavgift(debt: Tkr, fee: Percent): Tkr {
  return multiply(debt, { numerator: fee, denominator: 12_000_000n });
}

/**
 * A month's fee by member, by the key in force on the month's first day; null where none is. It sums
 * to the fee exactly.
 */
export function borgensavgiftByMember(
  keys: readonly ShareKey[],
  month: Month,
  amount: Tkr,
): MemberAmount[] | null {
  const key = keyAt(keys, firstDayIn(month));
  return key === null ? null : splitByKey(key, amount);
}
