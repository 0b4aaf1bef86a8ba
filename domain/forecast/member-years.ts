import type { Tkr } from '../tkr.ts';
import { lastDayOf } from '../year.ts';
import { keyAt, type MemberShare, memberShares } from './member-shares.ts';
import type { ShareKey } from './share-key.ts';

/** What a year of a forecast says of the whole organisation at 31/12, in Tkr. */
export type GuaranteedYear = {
  readonly year: number;
  readonly closing: Tkr | null;
  readonly borgenstak: Tkr | null;
};

/** Why a year has no shares: its debt is not known, or no key holds on its last day. */
export type MemberYearGap = 'no_debt' | 'no_key';

/** A year's debt, ceiling and headroom at 31/12 by member, by the key in force that day. */
export type MemberYear = {
  readonly year: number;
  readonly debt: Tkr | null;
  readonly borgenstak: Tkr | null;
  readonly key: ShareKey | null;
  /** In the key's order; they sum exactly to the year's figures. Empty where there is a gap. */
  readonly shares: readonly MemberShare[];
  readonly gap: MemberYearGap | null;
};

/** Every member's share of a forecast, year by year. Source: DESIGN §5. */
export function memberYears(
  years: readonly GuaranteedYear[],
  keys: readonly ShareKey[],
): MemberYear[] {
  return years.map(({ year, closing, borgenstak }) => {
    const key = keyAt(keys, lastDayOf(year));
    const of = { year, debt: closing, borgenstak, key };
    if (closing === null) return { ...of, shares: [], gap: 'no_debt' };
    if (key === null) return { ...of, shares: [], gap: 'no_key' };
    return { ...of, shares: memberShares(key, { debt: closing, borgenstak }), gap: null };
  });
}
