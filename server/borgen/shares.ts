import type { exportMemberSharesCsv } from '#contract/borgen.ts';
import { readKeys } from '#contract/prognos-input.ts';
import type { ScenarioAnswer } from '#contract/scenarios.ts';
import { type YearlyFee, yearlyFees } from '#domain/forecast/member-fees.ts';
import { type MemberYear, memberYears } from '#domain/forecast/member-years.ts';
import { accepted, refused } from '#domain/result.ts';
import { subtract } from '#domain/tkr.ts';
import { planOf } from '../borgensprognos/plans.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { type CsvCell, toCsv } from '../files/csv.ts';
import { allMembers } from '../organisations/queries.ts';
import type { ReadContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { keysOf } from './key-queries.ts';

/** A scenario with each member's share of it, year by year. */
export type ScenarioShares = {
  readonly scenario: ScenarioAnswer;
  /** Members as a frozen scenario keeps them, under the names that they had. */
  readonly keptMembers: readonly { readonly memberId: string; readonly name: string }[];
  readonly years: readonly MemberYear[];
  readonly fees: readonly YearlyFee[];
};

/** Each member's share of a scenario's forecast; null where there is no such scenario. */
export async function sharesOfScenario(
  trx: OrganisationTransaction,
  scenarioId: string,
): Promise<ScenarioShares | null> {
  const planned = await planOf(trx, scenarioId);
  if (planned === null) return null;
  const { scenario, kept, plan } = planned;
  const keys = kept === null ? await keysOf(trx) : readKeys(kept.keys);
  return {
    scenario,
    keptMembers: kept?.members ?? [],
    years: memberYears(plan.forecast.years, keys),
    fees: yearlyFees(plan.months, keys),
  };
}

/** Each member's share as CSV: a row for each year and member, and each year's sum; exact amounts. */
export async function writeMemberSharesCsv(
  { trx }: ReadContext,
  { query }: Asked<typeof exportMemberSharesCsv>,
): Promise<Outcome<typeof exportMemberSharesCsv>> {
  const shared = await sharesOfScenario(trx, query.scenario);
  if (shared === null) return refused({ code: 'scenario_not_found' });
  const members = namesOf(shared, await allMembers(trx));
  const rows = shared.years.flatMap((year) => yearRows(year, shared, members));
  const text = toCsv([heading, ...rows]);
  return accepted({ fileName: 'borgen-per-medlem.csv', text });
}

const heading = [
  'Tkr',
  'Medlem',
  'Låneskuld 31/12',
  'Borgenstak 31/12',
  'Kvar av borgensutrymme',
  'Borgensavgift',
];

type Named = { readonly memberId: string; readonly name: string };

function namesOf({ keptMembers }: ScenarioShares, now: readonly Named[]): Named[] {
  const gone = keptMembers.filter(
    ({ memberId }) => !now.some((member) => member.memberId === memberId),
  );
  return [...now, ...gone];
}

// A member that left during the year has paid for its months, and owes nothing at the end of it.
function yearRows(
  at: MemberYear,
  { fees }: ScenarioShares,
  members: readonly Named[],
): CsvCell[][] {
  const year = `${at.year}`;
  const fee = fees.find((one) => one.year === at.year);
  const rows = members.flatMap(({ memberId, name }): CsvCell[][] => {
    const own = at.shares.find((share) => share.memberId === memberId);
    const paid = fee?.parts.find((part) => part.memberId === memberId)?.amount ?? null;
    if (own === undefined && paid === null) return [];
    const { debt = null, borgenstak = null, headroom = null } = own ?? {};
    return [[year, name, debt, borgenstak, headroom, paid]];
  });
  return [...rows, [year, 'Summa', at.debt, at.borgenstak, headroomOf(at), fee?.total ?? null]];
}

function headroomOf({ debt, borgenstak }: MemberYear): CsvCell {
  return debt === null || borgenstak === null ? null : subtract(borgenstak, debt);
}
