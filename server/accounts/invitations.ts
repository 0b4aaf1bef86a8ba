import type { acceptInvitation, lookAtInvitation } from '#contract/session.ts';
import { accepted, refused } from '#domain/result.ts';
import { appendAudit } from '../audit/queries.ts';
import { type AccountsTransaction, openOrganisation, returnToAccounts } from '../db/database.ts';
import { newId } from '../ids.ts';
import { writeMembership } from '../organisations/queries.ts';
import { type AccountOutcome, allOrNothing, type Desk } from '../plugins/account-operations.ts';
import { factsOf } from '../plugins/entrance.ts';
import type { Asked } from '../plugins/routing.ts';
import { hashChosen } from './chosen-password.ts';
import { letIn } from './login.ts';
import { belongingsOf, insertPerson, personByEmail, personById, writePassword } from './queries.ts';
import { hashSecret } from './secrets.ts';
import { callerOfBrowser, describeSession } from './sessions.ts';

async function openInvitation(trx: AccountsTransaction, link: string, now: Date) {
  const row = await trx
    .selectFrom('invitation')
    .innerJoin('organisation', 'organisation.organisation_id', 'invitation.organisation_id')
    .select([
      'invitation.organisation_id as organisationId',
      'invitation_id as invitationId',
      'organisation.name as organisation',
      'invitation.name',
      'email',
      'role',
    ])
    .where('link_hash', '=', hashSecret(link))
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ?? null;
}

/** What an invitation is for, before anything is done with it. */
export async function readInvitation(
  desk: Desk,
  { body }: Asked<typeof lookAtInvitation>,
): Promise<AccountOutcome<typeof lookAtInvitation>> {
  return allOrNothing(desk, async (trx) => {
    const invitation = await openInvitation(trx, body.link, desk.now);
    if (invitation === null) return refused({ code: 'link_not_valid' });
    const { organisation, name, email, role } = invitation;
    const hasAccount = (await personByEmail(trx, email)) !== null;
    return accepted({ answer: { organisation, name, email, role, hasAccount } });
  });
}

/** Accepts an invitation: as the person who is signed in, or with a new account. */
export async function joinByInvitation(
  desk: Desk,
  { body }: Asked<typeof acceptInvitation>,
): Promise<AccountOutcome<typeof acceptInvitation>> {
  const { database, now } = desk;
  const seen = await database.inAccounts(async (trx) => ({
    caller: await callerOfBrowser(trx, desk),
    invitation: await openInvitation(trx, body.link, now),
  }));
  const { caller, invitation } = seen;
  if (invitation === null) return refused({ code: 'link_not_valid' });
  // A demo person is nobody; who tries the demo can accept an invitation all the same.
  const isSignedIn = caller?.stage === 'full' && caller.method !== 'demo';
  if (isSignedIn) return joinAs(desk, { personId: caller.personId, link: body.link });
  if (body.name === null || body.password === null) {
    return refused({ code: 'invitation_needs_name_and_password' });
  }
  const { email, organisation } = invitation;
  const words = { email, words: [organisation, body.name] };
  const hashed = await hashChosen(body.password, words);
  if (!hashed.ok) return hashed;
  const { name } = body;
  return joinAs(desk, { personId: null, link: body.link, account: { name, hash: hashed.value } });
}

type Joining = {
  readonly personId: string | null;
  readonly link: string;
  readonly account?: { readonly name: string; readonly hash: string };
};

async function joinAs(
  desk: Desk,
  { personId: known, link, account }: Joining,
): Promise<AccountOutcome<typeof acceptInvitation>> {
  const { now, visitor, watch } = desk;
  return allOrNothing(desk, async (trx) => {
    const invitation = await openInvitation(trx, link, now);
    if (invitation === null) return refused({ code: 'link_not_valid' });
    const { organisationId, invitationId, email, role } = invitation;
    let personId = known;
    if (personId === null) {
      if ((await personByEmail(trx, email)) !== null) return refused({ code: 'email_taken' });
      personId = newId();
      const person = { personId, name: account?.name ?? invitation.name, email };
      await insertPerson(trx, { ...person, isDemo: false, isOperator: false }, now);
      await writePassword(trx, personId, { hash: account?.hash ?? '', now });
    } else if ((await personById(trx, personId)).email !== email) {
      return refused({ code: 'invitation_for_other_person' });
    }
    await trx
      .updateTable('invitation')
      .set({ accepted_at: now, accepted_by: personId })
      .where('organisation_id', '=', organisationId)
      .where('invitation_id', '=', invitationId)
      .execute();
    const scope = { organisationId, personId };
    const belongings = await belongingsOf(trx, personId);
    if (belongings.some((one) => one.organisationId === organisationId)) {
      return refused({ code: 'already_in_organisation' });
    }
    const context = { trx, scope, now, requestId: visitor.requestId };
    await writeMembership(context, { personId, role });
    await openOrganisation(trx, scope);
    const after = { invitationId, personId, role };
    const action = 'acceptInvitation';
    await appendAudit(context, { action, entityId: personId, before: null, after });
    await returnToAccounts(trx);
    watch('invitation.accepted', { ...factsOf(visitor, { personId }), organisationId });
    if (known === null) return letIn(trx, desk, { personId });
    const caller = await callerOfBrowser(trx, desk);
    return accepted({ answer: await describeSession(trx, desk, caller) });
  });
}
