import type { endOtherSessions, endSession, getAccount, updateAccount } from '#contract/account.ts';
import { accepted, refused } from '#domain/result.ts';
import { sessionIdleMinutes } from '../db/database.ts';
import { type AccountOutcome, allOrNothing, type OwnDesk } from '../plugins/account-operations.ts';
import { factsOf } from '../plugins/entrance.ts';
import type { Asked } from '../plugins/routing.ts';
import { logOwn } from './log.ts';
import { hasTotp, passwordOf, personById } from './queries.ts';

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
    await logOwn(trx, desk, 'updateAccount', {});
    return accepted({ answer: { ...person, name: body.name } });
  });
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
