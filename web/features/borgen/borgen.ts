import { useQuery } from '@tanstack/react-query';
import {
  type BorgenstakAnswer,
  listBorgenstak,
  listShareKeys,
  type ShareKeyAnswer,
  toShareKey,
} from '#contract/borgen.ts';
import type { Member } from '#contract/settings.ts';
import { type YearlyFee, yearlyFees } from '#domain/forecast/member-fees.ts';
import { type MemberYear, memberYears } from '#domain/forecast/member-years.ts';
import type { ShareKey } from '#domain/forecast/share-key.ts';
import { callApi } from '../../lib/api.ts';
import type { ScenarioView } from '../../lib/borgensprognos.ts';
import { useOrganisation } from '../../lib/organisation.tsx';

/** Fetches the ceilings and the decisions that one can be chosen from. */
export function useBorgenstak() {
  const { organisationId } = useOrganisation();
  return useQuery({
    queryKey: ['borgenstak', organisationId],
    queryFn: () => callApi(listBorgenstak, { params: { organisationId } }),
  });
}

/** Fetches the members and the keys by which they answer. */
export function useShareKeys() {
  const { organisationId } = useOrganisation();
  return useQuery({
    queryKey: ['shareKeys', organisationId],
    queryFn: () => callApi(listShareKeys, { params: { organisationId } }),
  });
}

/** How a ceiling stands on a day, or why it does not. */
export type CeilingState = 'inForce' | 'coming' | 'past' | 'corrected' | 'withdrawn' | 'withdrawal';

/** A ceiling with how it stands. */
export type CeilingRow = { readonly entry: BorgenstakAnswer; readonly state: CeilingState };

/** Every ceiling, the newest day first, with how it stands on a day. */
export function ceilingRows(entries: readonly BorgenstakAnswer[], day: string): CeilingRow[] {
  const now = ceilingOn(entries, day);
  return entries.toReversed().map((entry) => ({ entry, state: stateOf(entry, entries, now, day) }));
}

/** The ceiling in force on a day; undefined before the first one. */
export function ceilingOn(
  entries: readonly BorgenstakAnswer[],
  day: string,
): BorgenstakAnswer | undefined {
  return entries.findLast(({ isInForce, validFrom }) => isInForce && validFrom <= day);
}

function stateOf(
  entry: BorgenstakAnswer,
  entries: readonly BorgenstakAnswer[],
  now: BorgenstakAnswer | undefined,
  day: string,
): CeilingState {
  if (entry.isWithdrawn) return 'withdrawal';
  const replacement = entries.find(({ replacesId }) => replacesId === entry.borgenstakId);
  if (replacement !== undefined) return replacement.isWithdrawn ? 'withdrawn' : 'corrected';
  if (entry.validFrom > day) return 'coming';
  return entry.borgenstakId === now?.borgenstakId ? 'inForce' : 'past';
}

/** A member as it is called: also one of a frozen scenario that is gone now. */
export type NamedMember = Pick<Member, 'memberId' | 'name'>;

/** What a scenario's members share, year by year, and what they pay for it. */
export type ScenarioShares = {
  readonly members: readonly NamedMember[];
  readonly keys: readonly ShareKey[];
  readonly years: readonly MemberYear[];
  readonly fees: readonly YearlyFee[];
};

/** Each member's part of a scenario: a frozen one is split by the keys that it keeps. */
export function sharesOf(
  { entry, forecast, plan }: Pick<ScenarioView, 'entry' | 'forecast' | 'plan'>,
  now: { readonly keys: readonly ShareKeyAnswer[]; readonly members: readonly Member[] },
): ScenarioShares {
  const { kept } = entry;
  const keys = (kept?.keys ?? now.keys).map(toShareKey);
  return {
    members: kept === null ? now.members : namesOf(kept.members, now.members),
    keys,
    years: memberYears(forecast.years, keys),
    fees: yearlyFees(plan.months, keys),
  };
}

// What a scenario keeps is called what it was called then.
function namesOf(kept: readonly NamedMember[], now: readonly Member[]): NamedMember[] {
  const gone = kept.filter(({ memberId }) => !now.some((one) => one.memberId === memberId));
  const there = now.flatMap(({ memberId }) => kept.find((one) => one.memberId === memberId) ?? []);
  return [...there, ...gone];
}
