import type { changePassword } from '#contract/account.ts';
import { accepted, refused } from '#domain/result.ts';
import { type AccountOutcome, allOrNothing, type OwnDesk } from '../plugins/account-operations.ts';
import type { Refusal } from '../plugins/context.ts';
import { factsOf } from '../plugins/entrance.ts';
import type { Asked } from '../plugins/routing.ts';
import { countAttempt, forgiveAttempt } from './attempts.ts';
import { hashChosen } from './chosen-password.ts';
import { forgetDevices, knowDevice } from './devices.ts';
import { logOwn } from './log.ts';
import { verifyPassword } from './password-hash.ts';
import { belongingsOf, passwordOf, personById, writePassword } from './queries.ts';
import { renewSession } from './sessions.ts';

/** Changes a password; every other session ends, and this one goes on under a new identifier. */
export async function renewPassword(
  desk: OwnDesk,
  { body }: Asked<typeof changePassword>,
): Promise<AccountOutcome<typeof changePassword>> {
  const wrong = await refusalOfOwnPassword(desk, body.current);
  if (wrong !== null) return refused(wrong);
  const hashed = await hashChosen(body.next, await wordsOf(desk));
  if (!hashed.ok) return hashed;
  const { personId, method, hasSecondFactor } = desk.caller;
  return allOrNothing(desk, async (trx) => {
    await writePassword(trx, personId, { hash: hashed.value, now: desk.now });
    await forgetDevices(trx, personId);
    await logOwn(trx, desk, 'changePassword', { byLink: false });
    desk.watch('password.changed', factsOf(desk.visitor, desk.caller));
    // What an employer's login has shown is not shown here: the session goes on as a local one.
    const isShown = method === 'local' && hasSecondFactor;
    const { answer, cookies } = await renewSession(trx, desk, isShown);
    const device = await knowDevice(
      trx,
      { ...desk, visitor: { ...desk.visitor, device: null } },
      personId,
    );
    return accepted({ answer, cookies: { ...cookies, ...device } });
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

/**
 * Why a person may not go on, or null: whoever finds an open screen does not know the password, so
 * it is asked for again, and counted.
 */
export async function refusalOfOwnPassword(
  desk: OwnDesk,
  password: string,
): Promise<Refusal | null> {
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
