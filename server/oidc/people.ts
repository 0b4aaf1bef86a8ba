import type { Role } from '#domain/rights.ts';
import { insertPerson } from '../accounts/queries.ts';
import { endSessionsOf } from '../accounts/sessions.ts';
import { appendAudit, lockOrganisation } from '../audit/queries.ts';
import {
  type AccountsTransaction,
  lockName,
  openOrganisation,
  returnToAccounts,
} from '../db/database.ts';
import { newId } from '../ids.ts';
import { type Doing, writeMembership } from '../organisations/queries.ts';
import type { Told } from './claims.ts';

/** Somebody whom a provider has told of before. */
export type KnownPerson = { readonly personId: string; readonly isDisabled: boolean };

/**
 * The person that an issuer's subject is here; null for a new one. The subject is locked until the
 * transaction ends, so that two first logins at once make one person.
 */
export async function personOf(
  trx: AccountsTransaction,
  issuer: string,
  subject: string,
): Promise<KnownPerson | null> {
  await lockName(trx, `${issuer} ${subject}`);
  const row = await trx
    .selectFrom('oidc_identity')
    .innerJoin('person', 'person.person_id', 'oidc_identity.person_id')
    .select(['person.person_id as personId', 'disabled_at as disabledAt'])
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { personId: row.personId, isDisabled: row.disabledAt !== null };
}

/**
 * Makes the person of an issuer's subject. An address that somebody has already is left with them:
 * whoever runs a provider can write any address in a claim.
 */
export async function makePerson(
  trx: AccountsTransaction,
  issuer: string,
  { subject, name, email, now }: Pick<Told, 'subject' | 'name' | 'email'> & { readonly now: Date },
): Promise<string> {
  const personId = newId();
  const free = email !== null && (await isFree(trx, email)) ? email : null;
  const person = { personId, name, email: free, isDemo: false, isOperator: false };
  await insertPerson(trx, person, now);
  await trx
    .insertInto('oidc_identity')
    .values({ issuer, subject, person_id: personId, created_at: now })
    .execute();
  return personId;
}

async function isFree(trx: AccountsTransaction, email: string): Promise<boolean> {
  const owner = await trx
    .selectFrom('person')
    .select('person_id')
    .where('email', '=', email)
    .executeTakeFirst();
  return owner === undefined;
}

/** Whose membership of which organisation is to be as the claims say, by which request. */
export type Belonging = {
  readonly organisationId: string;
  readonly personId: string;
  readonly now: Date;
  readonly requestId: string;
};

/** What became of a membership. */
export type Change = 'none' | 'joined' | 'role_changed' | 'ended';

/**
 * Makes a person belong to the organisation in a role, or with null no more, and logs what changed.
 *
 * The claims decide alone: a right that the employer has taken back is gone here too, the last
 * administrator's as well. With another role or none the person's sessions end, so that no old right
 * is left in a browser.
 */
export async function keepMembership(
  trx: AccountsTransaction,
  { organisationId, personId, now, requestId }: Belonging,
  role: Role | null,
): Promise<Change> {
  const context = { trx, scope: { organisationId, personId }, now, requestId };
  // Like every other change of the organisation, this one waits for those before it.
  if ((await openOrganisation(trx, context.scope)) !== null) await lockOrganisation(trx);
  await returnToAccounts(trx);
  const before = await membershipOf(context);
  const change = changeOf(before, role);
  if (change === 'none') return change;
  const version = (before?.version ?? 0) + 1;
  if (role !== null) await writeMembership(context, { personId, role });
  // The log is open to those who belong: whoever leaves is written down first.
  await openOrganisation(trx, context.scope);
  await appendAudit(context, {
    action: actions[change],
    entityId: personId,
    before: before && { personId, role: before.role, version: before.version },
    after: { personId, role: role ?? before?.role, version, byProvider: true },
  });
  await returnToAccounts(trx);
  if (role === null) await endMembership(context, version);
  if (change !== 'joined') await endSessionsOf(trx, personId);
  return change;
}

type Membership = {
  readonly role: Role;
  readonly version: number;
  readonly isOver: boolean;
};

const actions = {
  joined: 'joinByProvider',
  role_changed: 'changeRole',
  ended: 'endMembership',
} as const;

function changeOf(before: Membership | null, role: Role | null): Change {
  const now = before === null || before.isOver ? null : before.role;
  if (now === role) return 'none';
  if (now === null) return 'joined';
  return role === null ? 'ended' : 'role_changed';
}

async function membershipOf({ trx, scope }: Doing): Promise<Membership | null> {
  const row = await trx
    .selectFrom('membership')
    .select(['role', 'version', 'ended_at'])
    .where('organisation_id', '=', scope.organisationId)
    .where('person_id', '=', scope.personId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { role: row.role, version: row.version, isOver: row.ended_at !== null };
}

async function endMembership({ trx, scope, now }: Doing, version: number): Promise<void> {
  const { organisationId, personId } = scope;
  await trx
    .updateTable('membership')
    .set({ ended_at: now, version })
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .execute();
  await trx
    .updateTable('api_token')
    .set({ revoked_at: now })
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute();
}
