import type { CarryOverPolicyAnswer, TotalutgiftAnswer } from '#contract/carry-over.ts';
import type { CarryOverPolicy } from '#domain/carry-over.ts';
import { parsePercent } from '#domain/percent.ts';
import { tkr, toPlain } from '#domain/tkr.ts';
import type { Totalutgift } from '#domain/totalutgift.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { WriteContext } from '../plugins/context.ts';

/** Every policy, in the order in which they were entered, for `policyAt`. */
export async function policiesOf(trx: OrganisationTransaction): Promise<CarryOverPolicy[]> {
  return (await allPolicies(trx)).map(toPolicy);
}

/** A policy as the rules take it, from what the API gives. */
function toPolicy(policy: CarryOverPolicyAnswer): CarryOverPolicy {
  const { delegationPercent, delegationAmount } = policy;
  const { slutredovisningAmount: above, slutredovisningMonths: months } = policy;
  return {
    id: policy.policyId,
    lineType: policy.lineType,
    validFrom: policy.validFrom,
    rule: policy.rule,
    delegationShare: delegationPercent === null ? null : parsePercent(delegationPercent),
    delegationAmount: delegationAmount === null ? null : tkr(delegationAmount),
    slutredovisning: above === null || months === null ? null : { above: tkr(above), months },
  };
}

/** Every policy as the API gives it, in the order in which they were entered. */
export async function allPolicies(trx: OrganisationTransaction): Promise<CarryOverPolicyAnswer[]> {
  const rows = await trx
    .selectFrom('carry_over_policy')
    .innerJoin('person', 'person.person_id', 'carry_over_policy.created_by')
    .select([
      'policy_id',
      'valid_from',
      'line_type',
      'rule',
      'delegation_percent',
      'delegation_amount',
      'slutredovisning_amount',
      'slutredovisning_months',
      'source',
      'carry_over_policy.created_at',
      'person.name as created_by_name',
    ])
    .orderBy('entry_number')
    .execute();
  return rows.map((row) => ({
    policyId: row.policy_id,
    validFrom: row.valid_from,
    lineType: row.line_type,
    rule: row.rule,
    delegationPercent: withoutZeros(row.delegation_percent),
    delegationAmount: plainOrNull(row.delegation_amount),
    slutredovisningAmount: plainOrNull(row.slutredovisning_amount),
    slutredovisningMonths: row.slutredovisning_months,
    source: row.source,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by_name,
  }));
}

function plainOrNull(stored: string | null): string | null {
  return stored === null ? null : toPlain(tkr(stored));
}

// The column keeps four decimals: 10.0000 is 10.
function withoutZeros(stored: string | null): string | null {
  return stored?.includes('.') === true ? stored.replace(/\.?0+$/u, '') : stored;
}

/** Writes a new policy. */
export async function insertPolicy(
  { trx, scope, now }: WriteContext,
  policy: Omit<CarryOverPolicyAnswer, 'createdAt' | 'createdBy'>,
): Promise<void> {
  await trx
    .insertInto('carry_over_policy')
    .values({
      organisation_id: scope.organisationId,
      policy_id: policy.policyId,
      valid_from: policy.validFrom,
      line_type: policy.lineType,
      rule: policy.rule,
      delegation_percent: policy.delegationPercent,
      delegation_amount: policy.delegationAmount,
      slutredovisning_amount: policy.slutredovisningAmount,
      slutredovisning_months: policy.slutredovisningMonths,
      source: policy.source,
      created_at: now,
      created_by: scope.personId,
    })
    .execute();
}

/** Every project's totals as the rules take them, in the order in which they were entered. */
export async function totalsOf(trx: OrganisationTransaction): Promise<Totalutgift[]> {
  return (await allTotals(trx)).map(({ lineId, kind, asOf, amount }) => ({
    lineId,
    kind,
    asOf,
    amount: tkr(amount),
  }));
}

/** Every project's totals as the API gives them, in the order in which they were entered. */
export async function allTotals(trx: OrganisationTransaction): Promise<TotalutgiftAnswer[]> {
  const rows = await trx
    .selectFrom('totalutgift')
    .innerJoin('person', 'person.person_id', 'totalutgift.created_by')
    .select([
      'totalutgift_id',
      'line_id',
      'kind',
      'as_of',
      'amount',
      'beslut_id',
      'comment',
      'totalutgift.created_at',
      'person.name as created_by_name',
    ])
    .orderBy('entry_number')
    .execute();
  return rows.map((row) => ({
    totalutgiftId: row.totalutgift_id,
    lineId: row.line_id,
    kind: row.kind,
    asOf: row.as_of,
    amount: toPlain(tkr(row.amount)),
    beslutId: row.beslut_id,
    comment: row.comment,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by_name,
  }));
}

/** Writes a new total. */
export async function insertTotal(
  { trx, scope, now }: WriteContext,
  total: Omit<TotalutgiftAnswer, 'createdAt' | 'createdBy'>,
): Promise<void> {
  await trx
    .insertInto('totalutgift')
    .values({
      organisation_id: scope.organisationId,
      totalutgift_id: total.totalutgiftId,
      line_id: total.lineId,
      kind: total.kind,
      as_of: total.asOf,
      amount: total.amount,
      beslut_id: total.beslutId,
      comment: total.comment,
      created_at: now,
      created_by: scope.personId,
    })
    .execute();
}
