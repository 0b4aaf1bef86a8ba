import { useQuery } from '@tanstack/react-query';
import {
  type CarryOverAnswer,
  type CarryOverPolicyAnswer,
  getCarryOver,
} from '#contract/carry-over.ts';
import { type CarryOverPolicy, policyAt } from '#domain/carry-over.ts';
import { type LineType, lineTypes } from '#domain/line-type.ts';
import { slutredovisningDue } from '#domain/slutredovisning.ts';
import { tkr } from '#domain/tkr.ts';
import { type ProjectTotals, projectTotals, type Totalutgift } from '#domain/totalutgift.ts';
import { callApi } from '../../lib/api.ts';
import { useOrganisation } from '../../lib/organisation.tsx';

/** Whether a policy holds on a day, will hold, or has been replaced. */
export type PolicyState = 'inForce' | 'coming' | 'replaced';

/** A project with its totals, and when its slutredovisning is due. */
export type ProjectView = {
  readonly lineId: string;
  readonly name: string;
  readonly totals: ProjectTotals;
  readonly lastBooked: { readonly year: number; readonly month: number } | null;
  /** `YYYY-MM-DD`, or null where none is owed. */
  readonly due: string | null;
};

/** Fetches the policies, the lines and the projects' totals. */
export function useCarryOver() {
  const { organisationId } = useOrganisation();
  return useQuery({
    queryKey: ['carryOver', organisationId],
    queryFn: () => callApi(getCarryOver, { params: { organisationId } }),
  });
}

/** The policy in force for each type of line on a day; null where there is none. */
export function policiesOn(
  { policies }: Pick<CarryOverAnswer, 'policies'>,
  day: string,
): { readonly [type in LineType]: CarryOverPolicyAnswer | null } {
  return {
    reinvestering: policyAt(policies, 'reinvestering', day),
    projekt: policyAt(policies, 'projekt', day),
    ramanslag: policyAt(policies, 'ramanslag', day),
  };
}

/** Every policy by type of line, the newest first, with how it stands on a day. */
export function policyRows(answer: Pick<CarryOverAnswer, 'policies'>, day: string) {
  const now = policiesOn(answer, day);
  const newestFirst = answer.policies
    .toReversed()
    .toSorted((left, right) => order(right.validFrom, left.validFrom));
  return lineTypes.flatMap((lineType) =>
    newestFirst
      .filter((policy) => policy.lineType === lineType)
      .map((policy) => ({ policy, state: stateOf(policy, now[lineType], day) })),
  );
}

function order(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function stateOf(
  policy: CarryOverPolicyAnswer,
  inForce: CarryOverPolicyAnswer | null,
  day: string,
): PolicyState {
  if (policy.policyId === inForce?.policyId) return 'inForce';
  return policy.validFrom > day ? 'coming' : 'replaced';
}

/** The projects, in the order of the lines, as they stand on a day. */
export function projectsOn(answer: CarryOverAnswer, day: string): ProjectView[] {
  const totals: readonly Totalutgift[] = answer.totalutgift.map((total) => {
    return { ...total, amount: tkr(total.amount) };
  });
  const rule = slutredovisningOf(policiesOn(answer, day).projekt);
  return answer.lines
    .filter(({ lineType }) => lineType === 'projekt')
    .map(({ lineId, name }) => {
      const own = projectTotals(totals, lineId, day);
      const lastBooked = answer.lastBooked.find((one) => one.lineId === lineId) ?? null;
      const due = slutredovisningDue({ slutredovisning: rule }, own.beslutad, lastBooked);
      return { lineId, name, totals: own, lastBooked, due };
    });
}

function slutredovisningOf(
  policy: CarryOverPolicyAnswer | null,
): CarryOverPolicy['slutredovisning'] {
  const { slutredovisningAmount: above = null, slutredovisningMonths: months = null } =
    policy ?? {};
  return above === null || months === null ? null : { above: tkr(above), months };
}
