import { accepted, type Result, refused } from '#domain/result.ts';
import type { Role } from '#domain/rights.ts';
import { logForPerson } from '../accounts/log.ts';
import { beginSession } from '../accounts/sessions.ts';
import type { AccountsTransaction } from '../db/database.ts';
import type { Desk } from '../plugins/account-operations.ts';
import { factsOf } from '../plugins/entrance.ts';
import type { WatchEvent, WatchFacts } from '../plugins/watch.ts';
import type { Told } from './claims.ts';
import { type Change, type KnownPerson, keepMembership, makePerson, personOf } from './people.ts';
import { type Provider, sessionIssuerOf } from './providers.ts';
import type { Reason } from './reasons.ts';

/** Where somebody is to be let in, and by which request. */
export type Door = Pick<Desk, 'visitor' | 'now'> & { readonly provider: Provider };

type Event = readonly [WatchEvent, WatchFacts];
type TurnedAway = { readonly reason: Reason; readonly personId: string | null };

/** The secret of a new session, or why there is none; and what the security watch is to hear. */
export type Admission = {
  readonly outcome: Result<string, TurnedAway>;
  readonly events: readonly Event[];
};

/**
 * Lets in somebody whom the provider has told of: finds or makes the person, makes the membership what
 * the claims say, and begins a session.
 *
 * A refusal is given back and not thrown: what the employer has taken away is to stay away.
 */
export async function admitTold(
  trx: AccountsTransaction,
  door: Door,
  told: Told,
): Promise<Admission> {
  const { slug, issuer } = door.provider;
  const organisationId = await organisationIdOf(trx, slug);
  if (organisationId === null) return turnedAway('organisation_not_found', null);
  const known = await personOf(trx, issuer, told.subject);
  const { role } = told;
  if (role === null) return takeAway(trx, door, organisationId, known);
  const reason = reasonAgainst(known, told);
  if (reason === null) return letIn(trx, door, { told: { ...told, role }, organisationId, known });
  if (known !== null) {
    const { personId } = known;
    const after = { method: 'oidc', reason };
    await logForPerson(trx, { ...doingOf(door), personId, action: 'loginFailed', after });
  }
  return turnedAway(reason, known);
}

/** The organisation of a short name; null where there is none. */
export async function organisationIdOf(
  trx: AccountsTransaction,
  slug: string,
): Promise<string | null> {
  const row = await trx
    .selectFrom('organisation')
    .select('organisation_id')
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row?.organisation_id ?? null;
}

function reasonAgainst(known: KnownPerson | null, { isStrong }: Told): Reason | null {
  if (known?.isDisabled === true) return 'person_disabled';
  return isStrong ? null : 'factor_missing';
}

function doingOf({ visitor, now }: Door) {
  return { now, requestId: visitor.requestId };
}

function turnedAway(
  reason: Reason,
  known: KnownPerson | null,
  events: readonly Event[] = [],
): Admission {
  return { outcome: refused({ reason, personId: known?.personId ?? null }), events };
}

// Whoever belonged here and has no role any more leaves by trying.
async function takeAway(
  trx: AccountsTransaction,
  door: Door,
  organisationId: string,
  known: KnownPerson | null,
): Promise<Admission> {
  if (known === null) return turnedAway('role_missing', null);
  const { personId } = known;
  const change = await keepMembership(trx, { ...doingOf(door), organisationId, personId }, null);
  const facts = { ...factsOf(door.visitor, known), organisationId };
  return turnedAway('role_missing', known, eventsOf(change, facts));
}

type Welcome = {
  readonly told: Told & { readonly role: Role };
  readonly organisationId: string;
  readonly known: KnownPerson | null;
};

async function letIn(
  trx: AccountsTransaction,
  door: Door,
  { told, organisationId, known }: Welcome,
): Promise<Admission> {
  const { provider, visitor, now } = door;
  const { role, acr, hasSecondFactor } = told;
  const personId = known?.personId ?? (await makePerson(trx, provider.issuer, { ...told, now }));
  const doing = { ...doingOf(door), personId };
  const change = await keepMembership(trx, { ...doing, organisationId }, role);
  const secret = await beginSession(trx, door, {
    personId,
    stage: 'full',
    method: 'oidc',
    oidcIssuer: sessionIssuerOf(provider),
    acr,
    hasSecondFactor,
  });
  const after = { method: 'oidc', secondFactor: hasSecondFactor };
  await logForPerson(trx, { ...doing, action: 'login', after });
  const facts = { ...factsOf(visitor, { personId }), organisationId };
  return {
    outcome: accepted(secret),
    events: [...eventsOf(change, facts), ['login.succeeded', facts]],
  };
}

function eventsOf(change: Change, facts: WatchFacts): Event[] {
  if (change === 'role_changed') return [['role.changed', facts]];
  return change === 'ended' ? [['membership.ended', facts]] : [];
}
