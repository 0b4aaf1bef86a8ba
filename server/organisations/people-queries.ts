import type { Invitation, OrgPerson } from '#contract/people.ts';
import { type OrganisationTransaction, withAccounts } from '../db/database.ts';

/** Everybody who belongs or has belonged to the organisation, by name in Swedish order. */
export async function allPeople(
  trx: OrganisationTransaction,
  organisationId: string,
): Promise<OrgPerson[]> {
  const rows = await trx
    .selectFrom('membership')
    .innerJoin('person', 'person.person_id', 'membership.person_id')
    .select([
      'person.person_id as personId',
      'name',
      'email',
      'role',
      'is_demo as isDemo',
      'membership.created_at as since',
      'ended_at as endedAt',
      'version',
    ])
    .where('organisation_id', '=', organisationId)
    .execute();
  const secured = await withAccounts(trx, (accounts) =>
    accounts
      .selectFrom('totp')
      .select('person_id')
      .where('confirmed_at', 'is not', null)
      .where('person_id', 'in', rows.length === 0 ? [''] : rows.map(({ personId }) => personId))
      .execute(),
  );
  const withTotp = new Set(secured.map(({ person_id }) => person_id));
  const byName = new Intl.Collator('sv');
  return rows
    .map((row) => ({
      ...row,
      since: row.since.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      hasSecondFactor: withTotp.has(row.personId),
    }))
    .toSorted((left, right) => byName.compare(left.name, right.name));
}

/** The invitations that nobody has accepted and nobody has withdrawn, newest first. */
export async function openInvitations(
  trx: OrganisationTransaction,
  now: Date,
): Promise<Invitation[]> {
  const rows = await trx
    .selectFrom('invitation')
    .select([
      'invitation_id as invitationId',
      'name',
      'email',
      'role',
      'created_at as createdAt',
      'expires_at as expiresAt',
    ])
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    isExpired: row.expiresAt <= now,
  }));
}
