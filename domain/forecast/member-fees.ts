import { add, sum, type Tkr, zero } from '../tkr.ts';
import { borgensavgiftByMember, type MemberAmount } from './member-shares.ts';
import { type Month, yearOf } from './month.ts';
import type { ShareKey } from './share-key.ts';

/** A month's fee on the guaranteed debt, in Tkr; null where no fee is said. */
export type FeeMonth = { readonly month: Month; readonly borgensavgift: Tkr | null };

/** A year's fee (borgensavgift) by member, in Tkr; the parts sum to the total exactly. */
export type YearlyFee = {
  readonly year: number;
  readonly total: Tkr;
  /** Every member that was in a key of the year, in the order in which they first were. */
  readonly parts: readonly MemberAmount[];
};

/**
 * The fee of each year by member, month by month by the key in force, so that a member that leaves
 * pays for the months before. A year with a month without a fee or a key is left out.
 */
export function yearlyFees(months: readonly FeeMonth[], keys: readonly ShareKey[]): YearlyFee[] {
  const byYear = new Map<number, FeeMonth[]>();
  for (const one of months) {
    const year = yearOf(one.month);
    byYear.set(year, [...(byYear.get(year) ?? []), one]);
  }
  return [...byYear].flatMap(([year, own]) => {
    const parts = partsOf(own, keys);
    return parts === null ? [] : [{ year, parts, total: sum(parts.map(({ amount }) => amount)) }];
  });
}

function partsOf(months: readonly FeeMonth[], keys: readonly ShareKey[]): MemberAmount[] | null {
  const amounts = new Map<string, Tkr>();
  for (const { month, borgensavgift } of months) {
    const split = borgensavgift === null ? null : borgensavgiftByMember(keys, month, borgensavgift);
    if (split === null) return null;
    for (const { memberId, amount } of split) {
      amounts.set(memberId, add(amounts.get(memberId) ?? zero, amount));
    }
  }
  return [...amounts].map(([memberId, amount]) => ({ memberId, amount }));
}
