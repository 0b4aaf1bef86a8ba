import type { confirmTotp, removeTotp, renewRecoveryCodes, startTotp } from '#contract/account.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import type { AccountsTransaction } from '../db/database.ts';
import { type AccountOutcome, allOrNothing, type OwnDesk } from '../plugins/account-operations.ts';
import type { Refusal } from '../plugins/context.ts';
import { factsOf } from '../plugins/entrance.ts';
import type { Asked } from '../plugins/routing.ts';
import { countAttempt, forgiveAttempt } from './attempts.ts';
import { logOwn } from './log.ts';
import { refusalOfOwnPassword } from './own-password.ts';
import { hasTotp, personById, totpOf } from './queries.ts';
import { giveRecoveryCodes, spendStep } from './second-factor.ts';
import { renewSession } from './sessions.ts';
import { newTotpSecret, totpAddress } from './totp.ts';

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
    await logOwn(trx, desk, 'changeSecondFactor', { on: true });
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
    await logOwn(trx, desk, 'renewRecoveryCodes', {});
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
    await logOwn(trx, desk, 'changeSecondFactor', { on: false });
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
