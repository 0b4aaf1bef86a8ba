import { type ShareKeyAnswer, toShareKey } from '#contract/borgen.ts';
import type { ShareKey } from '#domain/forecast/share-key.ts';
import { grouped } from '#domain/grouped.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { WriteContext } from '../plugins/context.ts';

/** Every key as the rules take it, by the day from which it holds. */
export async function keysOf(trx: OrganisationTransaction): Promise<ShareKey[]> {
  return (await allShareKeys(trx)).map(toShareKey);
}

/** Every key as the API gives it, by the day from which it holds. */
export async function allShareKeys(trx: OrganisationTransaction): Promise<ShareKeyAnswer[]> {
  const keys = await trx
    .selectFrom('share_key')
    .innerJoin('person', 'person.person_id', 'share_key.changed_by')
    .select([
      'key_id as keyId',
      'valid_from as validFrom',
      'type',
      'source',
      'version',
      'changed_at',
      'person.name as changedBy',
    ])
    .orderBy('valid_from')
    .execute();
  // Always in the same order: where an öre cannot be split, the first of two gets it.
  const parts = await trx
    .selectFrom('share_key_part')
    .select(['key_id', 'member_id as memberId', 'weight'])
    .orderBy('member_id')
    .execute();
  const byKey = grouped(parts, ({ key_id }) => key_id);
  return keys.map(({ changed_at, ...key }) => ({
    ...key,
    changedAt: changed_at.toISOString(),
    parts: (byKey.get(key.keyId) ?? []).map(({ memberId, weight }) => ({
      memberId,
      weight: plainWeight(weight),
    })),
  }));
}

// The database writes every decimal that the column has.
function plainWeight(stored: string): string {
  return stored.includes('.') ? stored.replace(/\.?0+$/u, '') : stored;
}

/** A key that is about to be written. */
export type WrittenShareKey = Omit<ShareKeyAnswer, 'changedAt' | 'changedBy'>;

/** Writes a new key. */
export async function insertShareKey(context: WriteContext, key: WrittenShareKey): Promise<void> {
  const { trx, scope, now } = context;
  const { keyId, validFrom, type, source, version } = key;
  await trx
    .insertInto('share_key')
    .values({
      organisation_id: scope.organisationId,
      key_id: keyId,
      valid_from: validFrom,
      type,
      source,
      version,
      changed_at: now,
      changed_by: scope.personId,
    })
    .execute();
  await insertParts(context, key);
}

/** Writes what a key that is there has become. */
export async function updateShareKeyRow(
  context: WriteContext,
  key: WrittenShareKey,
): Promise<void> {
  const { trx, scope, now } = context;
  const { keyId, validFrom, type, source, version } = key;
  await trx
    .updateTable('share_key')
    .set({
      valid_from: validFrom,
      type,
      source,
      version,
      changed_at: now,
      changed_by: scope.personId,
    })
    .where('key_id', '=', keyId)
    .execute();
  await trx.deleteFrom('share_key_part').where('key_id', '=', keyId).execute();
  await insertParts(context, key);
}

/** Deletes a key; its parts go along. */
export async function deleteShareKeyRow({ trx }: WriteContext, keyId: string): Promise<void> {
  await trx.deleteFrom('share_key').where('key_id', '=', keyId).execute();
}

async function insertParts(
  { trx, scope }: WriteContext,
  { keyId, parts }: WrittenShareKey,
): Promise<void> {
  const rows = parts.map(({ memberId, weight }) => ({
    organisation_id: scope.organisationId,
    key_id: keyId,
    member_id: memberId,
    weight,
  }));
  await trx.insertInto('share_key_part').values(rows).execute();
}
