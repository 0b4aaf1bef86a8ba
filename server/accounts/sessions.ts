import type { SessionAnswer } from '#contract/session.ts';
import type { AccountsTransaction, Caller } from '../db/database.ts';
import { openSession, sessionIdleMinutes } from '../db/database.ts';
import { newId } from '../ids.ts';
import type { Desk, OwnDesk } from '../plugins/account-operations.ts';
import { belongingsOf, personById } from './queries.ts';
import { hashSecret, newSecret } from './secrets.ts';

/** How long a session lives however much it is used, in hours. Source: ASVS 5.0 7.3.2. */
const sessionHours = 12;
/** How long the second step of a login may take, in minutes. */
const secondStepMinutes = 10;

const minutes = 60_000;

/** What a new session is made of. */
export type NewSession = {
  readonly personId: string;
  readonly stage: Caller['stage'];
  readonly method: 'local' | 'oidc' | 'demo';
  readonly hasSecondFactor: boolean;
  readonly oidcIssuer?: string;
  readonly acr?: string | null;
};

/**
 * Begins a session and gives its secret. The one that the browser came with ends: an identifier from
 * before a login is worth nothing after it. Source: ASVS 5.0 7.2.4.
 */
export async function beginSession(
  trx: AccountsTransaction,
  { visitor, now }: Pick<Desk, 'visitor' | 'now'>,
  session: NewSession,
): Promise<string> {
  await endThisSession(trx, visitor);
  const secret = newSecret();
  const isWhole = session.stage === 'full';
  const after = (length: number): Date => new Date(now.getTime() + length * minutes);
  await trx
    .insertInto('session')
    .values({
      session_hash: hashSecret(secret),
      session_id: newId(),
      person_id: session.personId,
      stage: session.stage,
      method: session.method,
      oidc_issuer: session.oidcIssuer ?? null,
      acr: session.acr ?? null,
      has_second_factor: session.hasSecondFactor,
      user_agent: visitor.userAgent,
      created_at: now,
      idle_until: after(isWhole ? sessionIdleMinutes : secondStepMinutes),
      ends_at: after(isWhole ? sessionHours * 60 : secondStepMinutes),
    })
    .execute();
  return secret;
}

/** Ends the session that the browser came with, where it came with one. */
export async function endThisSession(
  trx: AccountsTransaction,
  { credential }: Desk['visitor'],
): Promise<void> {
  if (credential?.kind !== 'session') return;
  await trx.deleteFrom('session').where('session_hash', '=', credential.hash).execute();
}

/** Ends every session of a person: after a new password, another role, or a goodbye. */
export async function endSessionsOf(trx: AccountsTransaction, personId: string): Promise<void> {
  await trx.deleteFrom('session').where('person_id', '=', personId).execute();
}

/** Ends every session of the person at the desk and begins a new one, which this browser goes on with. */
export async function renewSession(
  trx: AccountsTransaction,
  desk: OwnDesk,
  hasSecondFactor: boolean,
) {
  const { personId } = desk.caller;
  await endSessionsOf(trx, personId);
  const session = { personId, stage: 'full', method: 'local', hasSecondFactor } as const;
  const secret = await beginSession(trx, desk, session);
  const answer = await describeSession(trx, desk, session);
  return { answer, cookies: { session: secret } };
}

/** Who a session is, as the web is told. */
export async function describeSession(
  trx: AccountsTransaction,
  desk: Desk,
  caller: Omit<NewSession, 'oidcIssuer' | 'acr'> | null,
): Promise<SessionAnswer> {
  const ways = await waysIn(trx, desk);
  if (caller === null) {
    const nobody = { method: null, hasSecondFactor: false, person: null, organisations: [] };
    return { stage: 'none', ...nobody, ways };
  }
  const { stage, method, hasSecondFactor, personId } = caller;
  const isWhole = stage === 'full';
  return {
    stage,
    method,
    hasSecondFactor,
    person: isWhole ? await personById(trx, personId) : null,
    organisations: isWhole ? await belongingsOf(trx, personId) : [],
    ways,
  };
}

async function waysIn(
  trx: AccountsTransaction,
  { mail, providers }: Desk,
): Promise<SessionAnswer['ways']> {
  const demo = await trx
    .selectFrom('organisation')
    .select('slug')
    .where('is_demo', '=', true)
    .executeTakeFirst();
  return {
    demo: demo !== undefined,
    mail: mail !== null,
    providers: providers.all.map(({ slug, name }) => ({ slug, name })),
  };
}

/** The caller of a session, where the browser came with one that lives. */
export async function callerOfBrowser(
  trx: AccountsTransaction,
  { visitor, now }: Desk,
): Promise<(Caller & { readonly method: NewSession['method'] }) | null> {
  if (visitor.credential?.kind !== 'session') return null;
  const caller = await openSession(trx, visitor.credential.hash, now);
  if (caller === null || caller.method === 'token') return null;
  return { ...caller, method: caller.method };
}
