import {
  type createShareKey,
  type deleteShareKey,
  type listShareKeys,
  type ShareKeyAnswer,
  toShareKey,
  type updateShareKey,
} from '#contract/borgen.ts';
import { refusalOfShareKey } from '#domain/forecast/share-key-rules.ts';
import { accepted, refused } from '#domain/result.ts';
import { appendAudit } from '../audit/queries.ts';
import { newId } from '../ids.ts';
import { allMembers } from '../organisations/queries.ts';
import { type ReadContext, type Refusal, stale, type WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import {
  allShareKeys,
  deleteShareKeyRow,
  insertShareKey,
  updateShareKeyRow,
  type WrittenShareKey,
} from './key-queries.ts';

/** The members, and the keys by which they answer. */
export async function readShareKeys({ trx }: ReadContext): Promise<Outcome<typeof listShareKeys>> {
  return accepted({ keys: await allShareKeys(trx), members: await allMembers(trx) });
}

/** Enters a key from a day on. */
export async function enterShareKey(
  context: WriteContext,
  { body }: Asked<typeof createShareKey>,
): Promise<Outcome<typeof createShareKey>> {
  const key = { keyId: newId(), ...body, version: 1 };
  const refusal = await refusalOf(context, key);
  if (refusal !== null) return refused(refusal);
  await insertShareKey(context, key);
  await log(context, 'createShareKey', { before: null, after: key });
  return accepted(await keyById(context, key.keyId));
}

/** Changes a key: all that it is to be is sent. */
export async function changeShareKey(
  context: WriteContext,
  { params, body, version }: Asked<typeof updateShareKey>,
): Promise<Outcome<typeof updateShareKey>> {
  const before = await findKey(context, params.keyId);
  if (before === undefined) return refused({ code: 'share_key_not_found' });
  if (before.version !== version) return stale(body, before);
  const key = { keyId: before.keyId, ...body, version: version + 1 };
  const refusal = await refusalOf(context, key);
  if (refusal !== null) return refused(refusal);
  await updateShareKeyRow(context, key);
  await log(context, 'updateShareKey', { before: writtenOf(before), after: key });
  return accepted(await keyById(context, key.keyId));
}

/** Takes a key away; the one before it then goes on. */
export async function dropShareKey(
  context: WriteContext,
  { params, version }: Asked<typeof deleteShareKey>,
): Promise<Outcome<typeof deleteShareKey>> {
  const before = await findKey(context, params.keyId);
  if (before === undefined) return refused({ code: 'share_key_not_found' });
  if (before.version !== version) return stale(null, before);
  await deleteShareKeyRow(context, before.keyId);
  await log(context, 'deleteShareKey', { before: writtenOf(before), after: null });
  return accepted(null);
}

async function refusalOf(
  { trx }: WriteContext,
  key: Pick<ShareKeyAnswer, 'keyId' | 'validFrom' | 'type' | 'parts'>,
): Promise<Refusal | null> {
  const others = await allShareKeys(trx);
  const isTaken = others.some(
    ({ validFrom, keyId }) => validFrom === key.validFrom && keyId !== key.keyId,
  );
  if (isTaken) return { code: 'share_key_day_taken' };
  const code = refusalOfShareKey(toShareKey(key), await allMembers(trx));
  return code === null ? null : { code };
}

async function findKey({ trx }: WriteContext, keyId: string): Promise<ShareKeyAnswer | undefined> {
  return (await allShareKeys(trx)).find((key) => key.keyId === keyId);
}

async function keyById(context: WriteContext, keyId: string): Promise<ShareKeyAnswer> {
  const key = await findKey(context, keyId);
  if (key === undefined) throw new Error('The key that was written is not there');
  return key;
}

function writtenOf({ changedAt: _at, changedBy: _by, ...key }: ShareKeyAnswer): WrittenShareKey {
  return key;
}

async function log(
  context: WriteContext,
  action: string,
  {
    before,
    after,
  }: { readonly before: WrittenShareKey | null; readonly after: WrittenShareKey | null },
): Promise<void> {
  const entityId = (after ?? before)?.keyId ?? '';
  await appendAudit(context, { action, entityId, before, after });
}
