import type { Member, Settings } from '#contract/settings.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import type { Role } from '#domain/rights.ts';
import { slugOf } from '#domain/slug.ts';
import { appendAudit, startAudit } from '../audit/queries.ts';
import { type OrganisationTransaction, openOrganisation } from '../db/database.ts';
import type { Refusal, WriteContext } from '../plugins/context.ts';

/** An organisation as its settings page has it, without its members. */
export type OrganisationRow = Omit<Settings, 'members' | 'provider'>;

/** Who does something to accounts, and when. */
export type Doing = Pick<WriteContext, 'trx' | 'scope' | 'now' | 'requestId'>;

/**
 * Makes an organisation with its log, and the person of the context its administrator.
 *
 * The context's organisation is the new one, whose identifier the caller has made. The transaction
 * comes from people and secrets, and is in the new organisation afterwards.
 */
export async function foundOrganisation(
  doing: Doing,
  { name, orgnr }: { readonly name: string; readonly orgnr: string | null },
): Promise<Result<OrganisationRow, Refusal>> {
  const { trx, scope } = doing;
  const others = await trx.selectFrom('organisation').select(['name', 'slug']).execute();
  if (others.some((other) => other.name === name)) {
    return refused({ code: 'organisation_name_taken' });
  }
  const taken = others.map((other) => other.slug);
  await insertOrganisation(doing, { name, orgnr, slug: slugOf(name, taken), isDemo: false });
  await writeMembership(doing, { personId: scope.personId, role: 'administrator' });
  await openOrganisation(trx, scope);
  await startAudit(trx, scope.organisationId);
  const organisation = await organisationRow(trx, scope.organisationId);
  await appendAudit(
    { ...doing, role: 'administrator' },
    {
      action: 'createOrganisation',
      entityId: scope.organisationId,
      before: null,
      after: organisation,
    },
  );
  return accepted(organisation);
}

type NewOrganisation = Pick<OrganisationRow, 'name' | 'orgnr' | 'slug' | 'isDemo'>;

/** Writes a new organisation, from a transaction with people and secrets. */
export async function insertOrganisation(
  { trx, scope, now }: Doing,
  { name, orgnr, slug, isDemo }: NewOrganisation,
): Promise<void> {
  const row = { organisation_id: scope.organisationId, name, orgnr, slug };
  await trx
    .insertInto('organisation')
    .values({ ...row, is_demo: isDemo, created_at: now })
    .execute();
}

/**
 * Makes a person belong to the organisation, also one who did before; from a transaction with people
 * and secrets.
 */
export async function writeMembership(
  { trx, scope, now }: Doing,
  { personId, role }: { readonly personId: string; readonly role: Role },
): Promise<void> {
  await trx
    .insertInto('membership')
    .values({
      organisation_id: scope.organisationId,
      person_id: personId,
      role,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'person_id']).doUpdateSet((row) => ({
        role,
        created_at: now,
        ended_at: null,
        version: row('membership.version', '+', 1),
      })),
    )
    .execute();
}

/** The organisation that the transaction is in. */
export async function organisationRow(
  trx: OrganisationTransaction,
  organisationId: string,
): Promise<OrganisationRow> {
  const row = await trx
    .selectFrom('organisation')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow();
  return {
    organisationId: row.organisation_id,
    name: row.name,
    slug: row.slug,
    orgnr: row.orgnr,
    isDemo: row.is_demo,
    requiresSecondFactor: row.requires_second_factor,
    version: row.version,
  };
}

/** The members of the organisation, by name in Swedish order. */
export async function allMembers(trx: OrganisationTransaction): Promise<Member[]> {
  const rows = await trx.selectFrom('member').selectAll().execute();
  const byName = new Intl.Collator('sv');
  return rows
    .map((row) => ({
      memberId: row.member_id,
      name: row.name,
      kommunkod: row.kommunkod,
      joinedOn: row.joined_on,
      leftOn: row.left_on,
      version: row.version,
    }))
    .toSorted((left, right) => byName.compare(left.name, right.name));
}

/** Writes a new member. */
export async function insertMember(
  { trx, scope, now }: WriteContext,
  member: Member,
): Promise<void> {
  await trx
    .insertInto('member')
    .values({
      organisation_id: scope.organisationId,
      member_id: member.memberId,
      name: member.name,
      kommunkod: member.kommunkod,
      joined_on: member.joinedOn,
      left_on: member.leftOn,
      created_at: now,
      created_by: scope.personId,
    })
    .execute();
}
