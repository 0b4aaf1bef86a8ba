import type {
  createMember,
  deleteMember,
  getSettings,
  Member,
  updateMember,
  updateSettings,
} from '#contract/settings.ts';
import { refusalOfMemberDays } from '#domain/member.ts';
import { accepted, refused } from '#domain/result.ts';
import { appendAudit } from '../audit/queries.ts';
import { withAccounts } from '../db/database.ts';
import { newId } from '../ids.ts';
import type { Providers } from '../oidc/providers.ts';
import { type Refusal, type RequestContext, stale, type WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { allMembers, insertMember, organisationRow } from './queries.ts';

/** The organisation's own facts, its members, and how its people log in. */
export async function openSettings(
  { trx, scope }: Pick<WriteContext, 'trx' | 'scope'>,
  providers: Providers,
): Promise<Outcome<typeof getSettings>> {
  const row = await organisationRow(trx, scope.organisationId);
  const provider = providers.bySlug(row.slug);
  const told = provider && { name: provider.name, isLocalLoginOff: provider.isLocalLoginOff };
  return accepted({ ...row, provider: told, members: await allMembers(trx) });
}

/** Changes what an administrator decides about the organisation. */
export async function changeSettings(
  context: RequestContext,
  { body, version }: Asked<typeof updateSettings>,
  providers: Providers,
): Promise<Outcome<typeof updateSettings>> {
  const { trx, scope } = context;
  const before = await organisationRow(trx, scope.organisationId);
  if (before.version !== version) return stale(body, before);
  if (before.isDemo && body.requiresSecondFactor === true) {
    return refused({ code: 'demo_has_no_codes' });
  }
  if (body.name !== undefined && (await isNameTaken(context, body.name))) {
    return refused({ code: 'organisation_name_taken' });
  }
  const after = {
    ...before,
    name: body.name ?? before.name,
    orgnr: body.orgnr === undefined ? before.orgnr : body.orgnr,
    requiresSecondFactor: body.requiresSecondFactor ?? before.requiresSecondFactor,
    version: version + 1,
  };
  await trx
    .updateTable('organisation')
    .set({
      name: after.name,
      orgnr: after.orgnr,
      requires_second_factor: after.requiresSecondFactor,
      version: after.version,
    })
    .where('organisation_id', '=', scope.organisationId)
    .execute();
  const action = 'updateSettings';
  await appendAudit(context, { action, entityId: scope.organisationId, before, after });
  context.tell('settings.changed');
  return openSettings(context, providers);
}

async function isNameTaken({ trx, scope }: WriteContext, name: string): Promise<boolean> {
  const other = await withAccounts(trx, (accounts) =>
    accounts
      .selectFrom('organisation')
      .select('slug')
      .where('name', '=', name)
      .where('organisation_id', '<>', scope.organisationId)
      .executeTakeFirst(),
  );
  return other !== undefined;
}

/** Writes in a new member. */
export async function addMember(
  context: WriteContext,
  { body }: Asked<typeof createMember>,
): Promise<Outcome<typeof createMember>> {
  const member: Member = { memberId: newId(), ...body, version: 1 };
  const refusal = await refusalOf(context, member);
  if (refusal !== null) return refused(refusal);
  await insertMember(context, member);
  await log(context, 'createMember', { before: null, after: member });
  return accepted(member);
}

/** Changes a member: its name, its code, or its days. */
export async function changeMember(
  context: WriteContext,
  { params, body, version }: Asked<typeof updateMember>,
): Promise<Outcome<typeof updateMember>> {
  const { trx } = context;
  const before = await memberById(context, params.memberId);
  if (before === null) return refused({ code: 'member_not_found' });
  if (before.version !== version) return stale(body, before);
  const after: Member = {
    ...before,
    name: body.name ?? before.name,
    kommunkod: body.kommunkod === undefined ? before.kommunkod : body.kommunkod,
    joinedOn: body.joinedOn === undefined ? before.joinedOn : body.joinedOn,
    leftOn: body.leftOn === undefined ? before.leftOn : body.leftOn,
    version: version + 1,
  };
  const refusal = await refusalOf(context, after);
  if (refusal !== null) return refused(refusal);
  await trx
    .updateTable('member')
    .set({
      name: after.name,
      kommunkod: after.kommunkod,
      joined_on: after.joinedOn,
      left_on: after.leftOn,
      version: after.version,
    })
    .where('member_id', '=', after.memberId)
    .execute();
  await log(context, 'updateMember', { before, after });
  return accepted(after);
}

/** Takes away a member that was written in by mistake; one that leaves gets a last day instead. */
export async function dropMember(
  context: WriteContext,
  { params, version }: Asked<typeof deleteMember>,
): Promise<Outcome<typeof deleteMember>> {
  const before = await memberById(context, params.memberId);
  if (before === null) return refused({ code: 'member_not_found' });
  if (before.version !== version) return stale(null, before);
  if (!(await deleteMemberRow(context, before.memberId)))
    return refused({ code: 'member_has_share' });
  await log(context, 'deleteMember', { before, after: null });
  return accepted(null);
}

// Whoever removes a member sees no figures, and so no keys: the database says that there is one. The
// refusal then ends the transaction, which is broken by it.
async function deleteMemberRow({ trx }: WriteContext, memberId: string): Promise<boolean> {
  try {
    await trx.deleteFrom('member').where('member_id', '=', memberId).execute();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23503') return false;
    throw error;
  }
}

async function memberById({ trx }: WriteContext, memberId: string): Promise<Member | null> {
  const members = await allMembers(trx);
  return members.find((member) => member.memberId === memberId) ?? null;
}

async function refusalOf({ trx }: WriteContext, member: Member): Promise<Refusal | null> {
  const others = await allMembers(trx);
  const isTaken = others.some(
    ({ name, memberId }) => name === member.name && memberId !== member.memberId,
  );
  if (isTaken) return { code: 'member_name_taken' };
  const refusal = refusalOfMemberDays(member);
  return refusal === null ? null : { code: refusal };
}

async function log(
  context: WriteContext,
  action: string,
  { before, after }: { readonly before: Member | null; readonly after: Member | null },
): Promise<void> {
  const entityId = (after ?? before)?.memberId ?? '';
  await appendAudit(context, { action, entityId, before, after });
}
