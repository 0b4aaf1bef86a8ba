import type {
  changePassword,
  confirmTotp,
  endOtherSessions,
  endSession,
  getAccount,
  removeTotp,
  renewRecoveryCodes,
  startTotp,
  updateAccount,
} from '#contract/account.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { type AccountsTransaction, sessionIdleMinutes } from '../db/database.ts';
import { type AccountOutcome, allOrNothing, type OwnDesk } from '../plugins/account-operations.ts';
import type { Refusal } from '../plugins/context.ts';
import { factsOf } from '../plugins/entrance.ts';
import type { Asked } from '../plugins/routing.ts';
import { countAttempt, forgiveAttempt } from './attempts.ts';
import { forgetDevices, knowDevice } from './devices.ts';
import { logForPerson } from './log.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { refusalOfPassword } from './password-rules.ts';
import { belongingsOf, hasTotp, passwordOf, personById, totpOf, writePassword } from './queries.ts';
import { giveRecoveryCodes, spendStep } from './second-factor.ts';
import { beginSession, describeSession, endSessionsOf } from './sessions.ts';
import { newTotpSecret, totpAddress } from './totp.ts';

/** A person's own account: name, second factor and sessions. */
export async function openAccount({
  database,
  caller,
  visitor,
}: OwnDesk): Promise<AccountOutcome<typeof getAccount>> {
  const { personId } = caller;
  return database.inAccounts(async (trx) => {
    const codes = await trx
      .selectFrom('recovery_code')
      .select('code_hash')
      .where('person_id', '=', personId)
      .where('used_at', 'is', null)
      .execute();
    const all = await trx
      .selectFrom('session')
      .selectAll()
      .where('person_id', '=', personId)
      .where('stage', '=', 'full')
      .orderBy('created_at', 'desc')
      .execute();
    // Everybody who tries the demo is the same person there, and none of the others' business.
    const isOwn = (session: { session_hash: string }): boolean =>
      caller.method !== 'demo' || session.session_hash === visitor.credential?.hash;
    const sessions = all.filter(isOwn);
    return accepted({
      answer: {
        person: await personById(trx, personId),
        hasPassword: (await passwordOf(trx, personId)) !== null,
        hasTotp: await hasTotp(trx, personId),
        recoveryCodesLeft: codes.length,
        sessions: sessions.map((session) => ({
          sessionId: session.session_id,
          isCurrent: session.session_hash === visitor.credential?.hash,
          method: session.method,
          userAgent: session.user_agent,
          createdAt: session.created_at.toISOString(),
          lastUsedAt: lastUsed(session.idle_until).toISOString(),
          endsAt: session.ends_at.toISOString(),
        })),
      },
    });
  });
}

function lastUsed(idleUntil: Date): Date {
  return new Date(idleUntil.getTime() - sessionIdleMinutes * 60_000);
}

/** Changes a person's name. */
export async function rename(
  desk: OwnDesk,
  { body }: Asked<typeof updateAccount>,
): Promise<AccountOutcome<typeof updateAccount>> {
  const { personId } = desk.caller;
  return allOrNothing(desk, async (trx) => {
    const person = await personById(trx, personId);
    if (person.isDemo) return refused({ code: 'person_is_demo' });
    await trx
      .updateTable('person')
      .set({ name: body.name })
      .where('person_id', '=', personId)
      .execute();
    await log(trx, desk, 'updateAccount', {});
    return accepted({ answer: { ...person, name: body.name } });
  });
}

/** The words that a person's own password may not be built on. */
async function wordsOf(desk: OwnDesk) {
  const { personId } = desk.caller;
  return desk.database.inAccounts(async (trx) => {
    const { email, name } = await personById(trx, personId);
    const belongings = await belongingsOf(trx, personId);
    return { email: email ?? '', words: [name, ...belongings.map((one) => one.name)] };
  });
}

/** Changes a password; every other session ends, and this one goes on under a new identifier. */
export async function renewPassword(
  desk: OwnDesk,
  { body }: Asked<typeof changePassword>,
): Promise<AccountOutcome<typeof changePassword>> {
  const wrong = await refusalOfOwnPassword(desk, body.current);
  if (wrong !== null) return refused(wrong);
  const refusal = refusalOfPassword(body.next, await wordsOf(desk));
  if (refusal !== null) return refused({ code: refusal });
  const hash = await hashPassword(body.next);
  const { personId, hasSecondFactor } = desk.caller;
  return allOrNothing(desk, async (trx) => {
    await writePassword(trx, personId, { hash, now: desk.now });
    await forgetDevices(trx, personId);
    await log(trx, desk, 'changePassword', { byLink: false });
    desk.watch('password.changed', factsOf(desk.visitor, desk.caller));
    const { answer, cookies } = await renewSession(trx, desk, hasSecondFactor);
    const device = await knowDevice(
      trx,
      { ...desk, visitor: { ...desk.visitor, device: null } },
      personId,
    );
    return accepted({ answer, cookies: { ...cookies, ...device } });
  });
}

async function renewSession(trx: AccountsTransaction, desk: OwnDesk, hasSecondFactor: boolean) {
  const { personId } = desk.caller;
  await endSessionsOf(trx, personId);
  const session = { personId, stage: 'full', method: 'local', hasSecondFactor } as const;
  const secret = await beginSession(trx, desk, session);
  const answer = await describeSession(trx, desk, session);
  return { answer, cookies: { session: secret } };
}

async function log(
  trx: AccountsTransaction,
  { caller, now, visitor }: OwnDesk,
  action: string,
  after: { readonly [fact: string]: boolean },
): Promise<void> {
  const { personId } = caller;
  await logForPerson(trx, { personId, now, requestId: visitor.requestId, action, after });
}

// Whoever finds an open screen does not know the password: it is asked for again, and counted.
async function refusalOfOwnPassword(desk: OwnDesk, password: string): Promise<Refusal | null> {
  const { database, caller, now } = desk;
  const { personId } = caller;
  const buckets = [{ kind: 'device', key: `own ${personId}` }] as const;
  const { wait, stored } = await database.inAccounts(async (trx) => ({
    stored: await passwordOf(trx, personId),
    wait: await countAttempt(trx, buckets, now),
  }));
  if (wait > 0) return { code: 'too_many_attempts', retryAfter: wait };
  if (stored === null || !(await verifyPassword(stored, password)))
    return { code: 'password_wrong' };
  await database.inAccounts((trx) => forgiveAttempt(trx, buckets));
  return null;
}

/** Makes a secret for an app; it counts for nothing until a code from it has come back. */
export async function beginTotp(
  desk: OwnDesk,
  { body }: Asked<typeof startTotp>,
): Promise<AccountOutcome<typeof startTotp>> {
  const wrong = await refusalOfOwnPassword(desk, body.password);
  if (wrong !== null) return refused(wrong);
  const { personId } = desk.caller;
  return allOrNothing(desk, async (trx) => {
    if (await hasTotp(trx, personId)) return refused({ code: 'totp_on' });
    const secret = newTotpSecret();
    await trx
      .insertInto('totp')
      .values({ person_id: personId, secret, confirmed_at: null })
      .onConflict((conflict) =>
        conflict.column('person_id').doUpdateSet({ secret, confirmed_at: null, last_step: '0' }),
      )
      .execute();
    const { email } = await personById(trx, personId);
    const address = totpAddress(secret, { account: email ?? personId, issuer: 'Tkr' });
    return accepted({ answer: { secret, address } });
  });
}

/** Takes the app into use with its first code, and gives the recovery codes. */
export async function finishTotp(
  desk: OwnDesk,
  { body }: Asked<typeof confirmTotp>,
): Promise<AccountOutcome<typeof confirmTotp>> {
  const { personId } = desk.caller;
  const { now, visitor, watch, database } = desk;
  const buckets = [{ kind: 'totp', key: personId }] as const;
  const wait = await database.inAccounts((trx) => countAttempt(trx, buckets, now));
  if (wait > 0) return refused({ code: 'too_many_attempts', retryAfter: wait });
  return allOrNothing(desk, async (trx) => {
    const totp = await totpOf(trx, personId);
    if (totp === null) return refused({ code: 'totp_off' });
    if (totp.confirmedAt !== null) return refused({ code: 'totp_on' });
    const isRight = await spendStep(trx, totp.secret, { personId, code: body.code, now });
    if (!isRight) return refused({ code: 'code_wrong' });
    await forgiveAttempt(trx, buckets);
    await trx
      .updateTable('totp')
      .set({ confirmed_at: now })
      .where('person_id', '=', personId)
      .execute();
    const recoveryCodes = await giveRecoveryCodes(trx, personId);
    await log(trx, desk, 'changeSecondFactor', { on: true });
    watch('second_factor.changed', factsOf(visitor, desk.caller));
    const { cookies } = await renewSession(trx, desk, true);
    return accepted({ answer: { recoveryCodes }, cookies });
  });
}

/** Gives new recovery codes. */
export async function replaceRecoveryCodes(
  desk: OwnDesk,
  { body }: Asked<typeof renewRecoveryCodes>,
): Promise<AccountOutcome<typeof renewRecoveryCodes>> {
  const wrong = await refusalOfOwnPassword(desk, body.password);
  if (wrong !== null) return refused(wrong);
  const { personId } = desk.caller;
  return allOrNothing(desk, async (trx) => {
    if (!(await hasTotp(trx, personId))) return refused({ code: 'totp_off' });
    const recoveryCodes = await giveRecoveryCodes(trx, personId);
    await log(trx, desk, 'renewRecoveryCodes', {});
    return accepted({ answer: { recoveryCodes } });
  });
}

/** Stops using the app, where no organisation of the person requires it. */
export async function stopTotp(
  desk: OwnDesk,
  { body }: Asked<typeof removeTotp>,
): Promise<AccountOutcome<typeof removeTotp>> {
  const wrong = await refusalOfOwnPassword(desk, body.password);
  if (wrong !== null) return refused(wrong);
  const { personId } = desk.caller;
  return allOrNothing(desk, async (trx) => {
    const removable = await refusalOfRemoval(trx, personId);
    if (!removable.ok) return removable;
    await trx.deleteFrom('totp').where('person_id', '=', personId).execute();
    await trx.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
    await log(trx, desk, 'changeSecondFactor', { on: false });
    desk.watch('second_factor.changed', factsOf(desk.visitor, desk.caller));
    return accepted(await renewSession(trx, desk, false));
  });
}

async function refusalOfRemoval(
  trx: AccountsTransaction,
  personId: string,
): Promise<Result<null, Refusal>> {
  if (!(await hasTotp(trx, personId))) return refused({ code: 'totp_off' });
  const requiring = await trx
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.organisation_id', 'membership.organisation_id')
    .select('slug')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('requires_second_factor', '=', true)
    .executeTakeFirst();
  return requiring === undefined ? accepted(null) : refused({ code: 'totp_required' });
}

/** Ends one of the person's sessions, this one too. */
export async function endOne(
  desk: OwnDesk,
  { params }: Asked<typeof endSession>,
): Promise<AccountOutcome<typeof endSession>> {
  const { personId, method } = desk.caller;
  if (method === 'demo') return refused({ code: 'person_is_demo' });
  return allOrNothing(desk, async (trx) => {
    const ended = await trx
      .deleteFrom('session')
      .where('person_id', '=', personId)
      .where('session_id', '=', params.sessionId)
      .executeTakeFirst();
    if (ended.numDeletedRows === 0n) return refused({ code: 'session_not_found' });
    desk.watch('session.ended', factsOf(desk.visitor, desk.caller));
    return accepted({ answer: null });
  });
}

/** Ends every session of the person but this one. */
export async function endOthers(desk: OwnDesk): Promise<AccountOutcome<typeof endOtherSessions>> {
  const { personId, method } = desk.caller;
  if (method === 'demo') return refused({ code: 'person_is_demo' });
  await desk.database.inAccounts((trx) =>
    trx
      .deleteFrom('session')
      .where('person_id', '=', personId)
      .where('session_hash', '<>', desk.visitor.credential?.hash ?? '')
      .execute(),
  );
  desk.watch('session.ended', factsOf(desk.visitor, desk.caller));
  return accepted({ answer: null });
}
