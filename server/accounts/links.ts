import type {
  acceptAdministratorLink,
  acceptInvitation,
  acceptPasswordLink,
  lookAtInvitation,
  requestPasswordLink,
} from '#contract/session.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { appendAudit } from '../audit/queries.ts';
import { type AccountsTransaction, openOrganisation, returnToAccounts } from '../db/database.ts';
import { newId } from '../ids.ts';
import { foundOrganisation, writeMembership } from '../organisations/queries.ts';
import { type AccountOutcome, allOrNothing, type Desk } from '../plugins/account-operations.ts';
import type { Refusal } from '../plugins/context.ts';
import { factsOf } from '../plugins/entrance.ts';
import type { Asked } from '../plugins/routing.ts';
import { forgetDevices } from './devices.ts';
import { makePasswordLink, spendLink } from './link-queries.ts';
import { logForPerson } from './log.ts';
import { letIn } from './login.ts';
import { hashPassword } from './password-hash.ts';
import { refusalOfPassword } from './password-rules.ts';
import {
  belongingsOf,
  hasTotp,
  insertPerson,
  passwordOf,
  personByEmail,
  personById,
  writePassword,
} from './queries.ts';
import { hashSecret } from './secrets.ts';
import { beginSession, callerOfBrowser, describeSession, endSessionsOf } from './sessions.ts';

type Words = { readonly email: string; readonly words: readonly string[] };

async function hashAllowed(password: string, words: Words): Promise<Result<string, Refusal>> {
  const refusal = refusalOfPassword(password, words);
  return refusal === null ? accepted(await hashPassword(password)) : refused({ code: refusal });
}

/** Makes the first administrator, who runs the installation, and the first organisation. */
export async function becomeAdministrator(
  desk: Desk,
  { body }: Asked<typeof acceptAdministratorLink>,
): Promise<AccountOutcome<typeof acceptAdministratorLink>> {
  const { now, visitor, watch } = desk;
  const words = { email: body.email, words: [body.organisation.name, body.name] };
  const hashed = await hashAllowed(body.password, words);
  if (!hashed.ok) return hashed;
  return allOrNothing(desk, async (trx) => {
    const link = await spendLink(trx, { kind: 'administrator', link: body.link, now });
    if (link === null) return refused({ code: 'link_not_valid' });
    if (await hasOperator(trx)) return refused({ code: 'installation_has_administrator' });
    const personId = newId();
    const person = { personId, name: body.name, email: body.email };
    await insertPerson(trx, { ...person, isDemo: false, isOperator: true }, now);
    await writePassword(trx, personId, { hash: hashed.value, now });
    const organisationId = newId();
    const scope = { organisationId, personId };
    const context = { trx, scope, now, requestId: visitor.requestId };
    const founded = await foundOrganisation(context, body.organisation);
    if (!founded.ok) return founded;
    await returnToAccounts(trx);
    watch('administrator.created', { ...factsOf(visitor, person), organisationId });
    return letIn(trx, desk, person);
  });
}

/** True once somebody runs the installation. */
export async function hasOperator(trx: AccountsTransaction): Promise<boolean> {
  const row = await trx
    .selectFrom('person')
    .select('person_id')
    .where('is_operator', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives a person a new password; every session and known browser from before is forgotten. */
export async function chooseNewPassword(
  desk: Desk,
  { body }: Asked<typeof acceptPasswordLink>,
): Promise<AccountOutcome<typeof acceptPasswordLink>> {
  const { now, visitor, watch } = desk;
  // What is asked for is checked before the link is spent: a refused password may be tried again.
  const hashed = await hashAllowed(body.password, { email: '', words: [] });
  if (!hashed.ok) return hashed;
  return allOrNothing(desk, async (trx) => {
    const link = await spendLink(trx, { kind: 'password', link: body.link, now });
    const personId = link?.personId ?? null;
    if (personId === null) return refused({ code: 'link_not_valid' });
    await writePassword(trx, personId, { hash: hashed.value, now });
    await endSessionsOf(trx, personId);
    await forgetDevices(trx, personId);
    const { requestId } = visitor;
    const action = 'changePassword';
    await logForPerson(trx, { personId, now, requestId, action, after: { byLink: true } });
    watch('password.changed', factsOf(visitor, { personId }));
    // A link is no second factor: who has one shows it as at every login.
    if (!(await hasTotp(trx, personId))) return letIn(trx, desk, { personId });
    const session = {
      personId,
      stage: 'password',
      method: 'local',
      hasSecondFactor: false,
    } as const;
    const secret = await beginSession(trx, desk, session);
    const answer = await describeSession(trx, desk, session);
    return accepted({ answer, cookies: { session: secret } });
  });
}

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
  const hashed = await hashAllowed(body.password, words);
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

/** Sends a link to a new password, where the address has an account; nobody is told whether. */
export async function askForPasswordLink(
  desk: Desk,
  { body }: Asked<typeof requestPasswordLink>,
): Promise<AccountOutcome<typeof requestPasswordLink>> {
  const { mail, database, now, origin } = desk;
  if (mail === null) return accepted({ answer: null });
  const made = await database.inAccounts(async (trx) => {
    const person = await personByEmail(trx, body.email);
    // Who logs in with an employer gets no second way in, which would outlive the employment.
    if (person === null || (await passwordOf(trx, person.personId)) === null) return null;
    return makePasswordLink(trx, { personId: person.personId, createdBy: null, now });
  });
  // Nobody waits for the letter, so that nobody hears how long it took.
  if (made !== null)
    void mail(passwordLetter(body.email, origin, made.secret)).catch(() => undefined);
  return accepted({ answer: null });
}

/** The letter with a link to a new password. */
export function passwordLetter(to: string, origin: string, secret: string) {
  return {
    to,
    subject: 'Nytt lösenord till Tkr',
    text: `Öppna länken för att välja ett nytt lösenord. Den gäller i ett dygn och kan användas en gång.\n\n${origin}/nytt-losenord#${secret}\n\nHar du inte bett om den behöver du inte göra något.\n`,
  };
}
