import type {
  changeRole,
  createPasswordLink,
  endMembership,
  Invitation,
  invite,
  listPeople,
  OrgPerson,
  revokeInvitation,
} from '#contract/people.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { invitationLife, makePasswordLink } from '../accounts/link-queries.ts';
import { passwordLetter } from '../accounts/password-links.ts';
import { belongingsOf, passwordOf } from '../accounts/queries.ts';
import { hashSecret, newSecret } from '../accounts/secrets.ts';
import { endSessionsOf } from '../accounts/sessions.ts';
import { appendAudit } from '../audit/queries.ts';
import { withAccounts } from '../db/database.ts';
import { newId } from '../ids.ts';
import {
  type ReadContext,
  type Refusal,
  type RequestContext,
  stale,
  type WriteContext,
} from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { allPeople, openInvitations } from './people-queries.ts';
import { organisationRow } from './queries.ts';

/** The people of the organisation, and those who are invited. */
export async function openPeople({
  trx,
  scope,
  now,
}: ReadContext): Promise<Outcome<typeof listPeople>> {
  return accepted({
    people: await allPeople(trx, scope.organisationId),
    invitations: await openInvitations(trx, now),
  });
}

async function personHere(
  { trx, scope }: WriteContext,
  personId: string,
): Promise<Result<OrgPerson, Refusal>> {
  const people = await allPeople(trx, scope.organisationId);
  const person = people.find((one) => one.personId === personId && one.endedAt === null);
  if (person === undefined) return refused({ code: 'person_not_found' });
  if (person.isDemo) return refused({ code: 'person_is_demo' });
  return accepted(person);
}

async function isLastAdministrator(
  { trx, scope }: WriteContext,
  person: OrgPerson,
): Promise<boolean> {
  if (person.role !== 'administrator') return false;
  const people = await allPeople(trx, scope.organisationId);
  return !people.some(
    (other) =>
      other.personId !== person.personId &&
      other.role === 'administrator' &&
      other.endedAt === null,
  );
}

/** Gives a person another role; their sessions end, so that no old right is left in a browser. */
export async function giveRole(
  context: RequestContext,
  { params, body, version }: Asked<typeof changeRole>,
): Promise<Outcome<typeof changeRole>> {
  const found = await personHere(context, params.personId);
  if (!found.ok) return found;
  const before = found.value;
  if (before.version !== version) return stale(body, before);
  if (body.role !== 'administrator' && (await isLastAdministrator(context, before))) {
    return refused({ code: 'last_administrator' });
  }
  const after = { ...before, role: body.role, version: version + 1 };
  await context.trx
    .updateTable('membership')
    .set({ role: after.role, version: after.version })
    .where('person_id', '=', after.personId)
    .where('organisation_id', '=', context.scope.organisationId)
    .execute();
  await withAccounts(context.trx, (accounts) => endSessionsOf(accounts, after.personId));
  await log(context, 'changeRole', { before, after });
  context.tell('role.changed', { aboutPersonId: after.personId });
  return accepted(after);
}

/** Takes a person out of the organisation; what they have done stays, with their name. */
export async function leave(
  context: RequestContext,
  { params, version }: Asked<typeof endMembership>,
): Promise<Outcome<typeof endMembership>> {
  const { trx, now, scope } = context;
  const found = await personHere(context, params.personId);
  if (!found.ok) return found;
  const before = found.value;
  if (before.version !== version) return stale(null, before);
  if (await isLastAdministrator(context, before)) return refused({ code: 'last_administrator' });
  const after = { ...before, endedAt: now.toISOString(), version: version + 1 };
  await trx
    .updateTable('membership')
    .set({ ended_at: now, version: after.version })
    .where('person_id', '=', after.personId)
    .where('organisation_id', '=', scope.organisationId)
    .execute();
  await trx
    .updateTable('api_token')
    .set({ revoked_at: now })
    .where('person_id', '=', after.personId)
    .where('revoked_at', 'is', null)
    .execute();
  await withAccounts(trx, (accounts) => endSessionsOf(accounts, after.personId));
  await log(context, 'endMembership', { before, after });
  context.tell('membership.ended', { aboutPersonId: after.personId });
  return accepted(null);
}

/**
 * Makes a link to a new password for somebody of this organisation alone: whoever belongs to another
 * one too could otherwise be entered there by this one's administrator.
 */
export async function handOverPasswordLink(
  context: RequestContext,
  { params }: Asked<typeof createPasswordLink>,
): Promise<Outcome<typeof createPasswordLink>> {
  const { trx, now, scope, origin } = context;
  const found = await personHere(context, params.personId);
  if (!found.ok) return found;
  const { personId, email } = found.value;
  const made = await withAccounts(trx, async (accounts) => {
    const isOnlyHere = (await belongingsOf(accounts, personId)).length === 1;
    if (!isOnlyHere || (await passwordOf(accounts, personId)) === null) return null;
    return makePasswordLink(accounts, { personId, createdBy: scope.personId, now });
  });
  if (made === null) return refused({ code: 'password_link_not_here' });
  await log(context, 'createPasswordLink', { before: null, after: { personId } });
  context.tell('link.made', { aboutPersonId: personId });
  const mailedTo = context.send(passwordLetter(email ?? '', origin, made.secret));
  const link = `${origin}/nytt-losenord#${made.secret}`;
  return accepted({ link, mailedTo, expiresAt: made.expiresAt.toISOString() });
}

/** Invites somebody by a link that holds for a week and is used once. */
export async function sendInvitation(
  context: RequestContext,
  { body }: Asked<typeof invite>,
): Promise<Outcome<typeof invite>> {
  const { trx, now, scope } = context;
  const people = await allPeople(trx, scope.organisationId);
  const isHere = people.some(({ email, endedAt }) => email === body.email && endedAt === null);
  if (isHere) return refused({ code: 'already_in_organisation' });
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + invitationLife);
  const invitation: Invitation = {
    invitationId: newId(),
    ...body,
    createdAt: now.toISOString(),
    expiresAt: expiresAt.toISOString(),
    isExpired: false,
  };
  await trx
    .insertInto('invitation')
    .values({
      organisation_id: scope.organisationId,
      invitation_id: invitation.invitationId,
      ...body,
      link_hash: hashSecret(secret),
      created_at: now,
      created_by: scope.personId,
      expires_at: expiresAt,
    })
    .execute();
  const { invitationId } = invitation;
  // Who is invited is personal data: the log has the row, and the row has the name.
  const after = { invitationId, role: body.role };
  await appendAudit(context, { action: 'invite', entityId: invitationId, before: null, after });
  context.tell('invitation.made');
  const { name } = await organisationRow(trx, scope.organisationId);
  const link = `${context.origin}/inbjudan#${secret}`;
  const mailedTo = context.send({
    to: body.email,
    subject: `Inbjudan till ${name} i Tkr`,
    text: `${body.name},\n\ndu är inbjuden till ${name} i Tkr. Öppna länken för att tacka ja. Den gäller i en vecka och kan användas en gång.\n\n${link}\n`,
  });
  return accepted({ invitation, link, mailedTo, expiresAt: invitation.expiresAt });
}

/** Withdraws an invitation that nobody has accepted. */
export async function withdrawInvitation(
  context: WriteContext,
  { params }: Asked<typeof revokeInvitation>,
): Promise<Outcome<typeof revokeInvitation>> {
  const { trx, now } = context;
  const { invitationId } = params;
  const revoked = await trx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('invitation_id', '=', invitationId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (revoked.numUpdatedRows === 0n) return refused({ code: 'invitation_not_found' });
  const before = { invitationId };
  const action = 'revokeInvitation';
  await appendAudit(context, { action, entityId: invitationId, before, after: null });
  return accepted(null);
}

type Logged = Partial<OrgPerson> & { readonly personId: string };

async function log(
  context: WriteContext,
  action: string,
  { before, after }: { readonly before: Logged | null; readonly after: Logged },
): Promise<void> {
  const entityId = after.personId;
  await appendAudit(context, { action, entityId, before: unnamed(before), after: unnamed(after) });
}

// The log knows people by their identifiers alone. Source: DESIGN §4, GDPR.
function unnamed(person: Logged | null) {
  if (person === null) return null;
  const { name: _, email: __, ...rest } = person;
  return rest;
}
