import type { enterDemo, getSession, giveSecondFactor, login, logout } from '#contract/session.ts';
import { accepted, refused } from '#domain/result.ts';
import type { AccountsTransaction } from '../db/database.ts';
import type { AccountOutcome, Desk } from '../plugins/account-operations.ts';
import { factsOf } from '../plugins/entrance.ts';
import type { Asked } from '../plugins/routing.ts';
import { bucketsOfLogin, countAttempt, forgiveAttempt } from './attempts.ts';
import { isKnownDevice, knowDevice } from './devices.ts';
import { logForPerson } from './log.ts';
import {
  hashPassword,
  needsRehash,
  verifyAgainstNothing,
  verifyPassword,
} from './password-hash.ts';
import { hasTotp, type Person, passwordOf, personByEmail, writePassword } from './queries.ts';
import { untilSameTime } from './same-time.ts';
import { spendSecondFactor } from './second-factor.ts';
import {
  beginSession,
  callerOfBrowser,
  describeSession,
  endThisSession,
  type NewSession,
} from './sessions.ts';

/** Who the browser is, and how it can log in. */
export async function openSessionPage(desk: Desk): Promise<AccountOutcome<typeof getSession>> {
  return desk.database.inAccounts(async (trx) =>
    accepted({ answer: await describeSession(trx, desk, await callerOfBrowser(trx, desk)) }),
  );
}

/** Logs in with an address and a password; the answer tells nobody whether the address is known. */
export async function logIn(
  desk: Desk,
  { body }: Asked<typeof login>,
): Promise<AccountOutcome<typeof login>> {
  const start = performance.now();
  const { database, visitor, now, watch } = desk;
  const found = await database.inAccounts(async (trx) => {
    const person = await personByEmail(trx, body.email);
    const knownDevice = await isKnownDevice(trx, visitor.device, person);
    const buckets = bucketsOfLogin({ email: body.email, address: visitor.address, knownDevice });
    const wait = await countAttempt(trx, buckets, now);
    const stored = person === null ? null : await passwordOf(trx, person.personId);
    return { person, stored, buckets, wait };
  });
  if (found.wait > 0) {
    watch('login.slowed', factsOf(visitor, found.person));
    return refused({ code: 'too_many_attempts', retryAfter: found.wait });
  }
  const { person, stored } = found;
  const isRight =
    stored === null
      ? await verifyAgainstNothing(body.password)
      : await verifyPassword(stored, body.password);
  if (!isRight || person === null || stored === null) {
    await fail(desk, person);
    await untilSameTime(start);
    return refused({ code: 'login_failed' });
  }
  const renewed = needsRehash(stored) ? await hashPassword(body.password) : null;
  return database.inAccounts(async (trx) => {
    await forgiveAttempt(trx, found.buckets);
    if (renewed !== null) await writePassword(trx, person.personId, { hash: renewed, now });
    return letInByFirst(trx, desk, person.personId);
  });
}

async function fail({ database, watch, visitor, now }: Desk, person: Person | null): Promise<void> {
  watch('login.failed', factsOf(visitor, person));
  if (person === null) return;
  const { personId } = person;
  const { requestId } = visitor;
  const after = { method: 'local' };
  await database.inAccounts((trx) =>
    logForPerson(trx, { personId, now, requestId, action: 'loginFailed', after }),
  );
}

/** The second step of a login: a code from the app, or a recovery code. */
export async function logInFully(
  desk: Desk,
  { body }: Asked<typeof giveSecondFactor>,
): Promise<AccountOutcome<typeof giveSecondFactor>> {
  const { database, now, watch, visitor } = desk;
  const outcome = await database.inAccounts(async (trx) => {
    const caller = await callerOfBrowser(trx, desk);
    if (caller === null || caller.stage !== 'password')
      return refused({ code: 'not_signed_in' as const });
    const { personId } = caller;
    const buckets = [{ kind: 'totp', key: personId }] as const;
    const wait = await countAttempt(trx, buckets, now);
    if (wait > 0) return refused({ code: 'too_many_attempts' as const, retryAfter: wait });
    const isRight = await spendSecondFactor(trx, { personId, code: body.code, now });
    if (isRight) await forgiveAttempt(trx, buckets);
    return accepted({ isRight, personId });
  });
  if (!outcome.ok) return outcome;
  const { isRight, personId } = outcome.value;
  if (!isRight) {
    watch('second_factor.failed', factsOf(visitor, { personId }));
    return refused({ code: 'code_wrong' });
  }
  return database.inAccounts((trx) => letIn(trx, desk, { personId }, true));
}

/** Lets in somebody who has shown a password or a link; whoever has codes is asked for one first. */
export async function letInByFirst(trx: AccountsTransaction, desk: Desk, personId: string) {
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
}

/** Begins the session of somebody who has shown everything, and remembers the browser. */
export async function letIn(
  trx: AccountsTransaction,
  desk: Desk,
  { personId }: { readonly personId: string },
  hasSecondFactor = false,
) {
  const { visitor, now, watch } = desk;
  const session = { personId, stage: 'full', method: 'local', hasSecondFactor } as const;
  const secret = await beginSession(trx, desk, session);
  const device = await knowDevice(trx, desk, personId);
  const after = { method: 'local', secondFactor: hasSecondFactor };
  await logForPerson(trx, { personId, now, requestId: visitor.requestId, action: 'login', after });
  watch('login.succeeded', factsOf(visitor, { personId }));
  const answer = await describeSession(trx, desk, session);
  return accepted({ answer, cookies: { session: secret, ...device } });
}

/** Goes into the demo as one of its people, from outside or from another role. */
export async function goIntoDemo(
  desk: Desk,
  { body }: Asked<typeof enterDemo>,
): Promise<AccountOutcome<typeof enterDemo>> {
  return desk.database.inAccounts(async (trx) => {
    const person = await trx
      .selectFrom('person')
      .innerJoin('membership', 'membership.person_id', 'person.person_id')
      .select('person.person_id as personId')
      .where('is_demo', '=', true)
      .where('disabled_at', 'is', null)
      .where('ended_at', 'is', null)
      .where('role', '=', body.role)
      .executeTakeFirst();
    if (person === undefined) return refused({ code: 'demo_not_here' });
    const session: NewSession = {
      personId: person.personId,
      stage: 'full',
      method: 'demo',
      hasSecondFactor: false,
    };
    const secret = await beginSession(trx, desk, session);
    desk.watch('demo.entered', factsOf(desk.visitor, person));
    const answer = await describeSession(trx, desk, session);
    return accepted({ answer, cookies: { session: secret } });
  });
}

/** Logs out: the session is over, on every server at once. */
export async function logOut(desk: Desk): Promise<AccountOutcome<typeof logout>> {
  const { database, visitor, watch, now } = desk;
  await database.inAccounts(async (trx) => {
    const caller = await callerOfBrowser(trx, desk);
    await endThisSession(trx, visitor);
    if (caller === null) return;
    const { personId } = caller;
    watch('logout', factsOf(visitor, caller));
    const { requestId } = visitor;
    if (caller.method === 'demo' || caller.stage !== 'full') return;
    await logForPerson(trx, { personId, now, requestId, action: 'logout', after: {} });
  });
  return accepted({ answer: null, cookies: { session: null } });
}
