import type { AccountsTransaction } from '../db/database.ts';
import type { Desk } from '../plugins/account-operations.ts';
import { hashSecret, newSecret } from './secrets.ts';

/** The hash of a browser's mark, where this person has logged in from it before; otherwise null. */
export async function isKnownDevice(
  trx: AccountsTransaction,
  device: string | null,
  person: { readonly personId: string } | null,
): Promise<string | null> {
  if (device === null || person === null) return null;
  const row = await trx
    .selectFrom('known_device')
    .select('device_hash')
    .where('device_hash', '=', device)
    .where('person_id', '=', person.personId)
    .executeTakeFirst();
  return row?.device_hash ?? null;
}

/** Marks a browser as one that the person logs in from; gives the mark where it is a new one. */
export async function knowDevice(
  trx: AccountsTransaction,
  { visitor, now }: Pick<Desk, 'visitor' | 'now'>,
  personId: string,
): Promise<{ readonly device?: string }> {
  const known = await isKnownDevice(trx, visitor.device, { personId });
  if (known !== null) {
    await trx
      .updateTable('known_device')
      .set({ last_used_at: now })
      .where('device_hash', '=', known)
      .execute();
    return {};
  }
  const device = newSecret();
  await trx
    .insertInto('known_device')
    .values({
      device_hash: hashSecret(device),
      person_id: personId,
      created_at: now,
      last_used_at: now,
    })
    .execute();
  return { device };
}

/** Forgets the browsers of a person: after a new password they are strangers once more. */
export async function forgetDevices(trx: AccountsTransaction, personId: string): Promise<void> {
  await trx.deleteFrom('known_device').where('person_id', '=', personId).execute();
}
