import type { AccountsTransaction } from '../db/database.ts';
import { hashSecret, newSecret } from './secrets.ts';

const hour = 60 * 60_000;
/** How long a link to a new password holds, in milliseconds. */
export const passwordLinkLife = 24 * hour;
/** How long the link to the first administrator holds, in milliseconds. */
const administratorLinkLife = hour;
/** How long an invitation holds, in milliseconds. */
export const invitationLife = 7 * 24 * hour;

/** A link that was made: its secret is nowhere but here. */
export type MadeLink = { readonly secret: string; readonly expiresAt: Date };

/** Makes a link to a new password; those that the person had from before stop working. */
export async function makePasswordLink(
  trx: AccountsTransaction,
  { personId, createdBy, now }: { personId: string; createdBy: string | null; now: Date },
): Promise<MadeLink> {
  await trx
    .deleteFrom('person_link')
    .where('kind', '=', 'password')
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute();
  const made = { secret: newSecret(), expiresAt: new Date(now.getTime() + passwordLinkLife) };
  await trx
    .insertInto('person_link')
    .values({
      link_hash: hashSecret(made.secret),
      kind: 'password',
      person_id: personId,
      created_at: now,
      created_by: createdBy,
      expires_at: made.expiresAt,
      used_at: null,
    })
    .execute();
  return made;
}

/** Makes the link to the first administrator; the one from an earlier start stops working. */
export async function makeAdministratorLink(
  trx: AccountsTransaction,
  now: Date,
): Promise<MadeLink> {
  await trx
    .deleteFrom('person_link')
    .where('kind', '=', 'administrator')
    .where('used_at', 'is', null)
    .execute();
  const made = { secret: newSecret(), expiresAt: new Date(now.getTime() + administratorLinkLife) };
  await trx
    .insertInto('person_link')
    .values({
      link_hash: hashSecret(made.secret),
      kind: 'administrator',
      person_id: null,
      created_at: now,
      created_by: null,
      expires_at: made.expiresAt,
      used_at: null,
    })
    .execute();
  return made;
}

type Shown = {
  readonly kind: 'administrator' | 'password';
  readonly link: string;
  readonly now: Date;
};

/** Uses a link up, and gives whom it is for; null where it does not hold. */
export async function spendLink(
  trx: AccountsTransaction,
  { kind, link, now }: Shown,
): Promise<{ readonly personId: string | null } | null> {
  const row = await trx
    .updateTable('person_link')
    .set({ used_at: now })
    .where('link_hash', '=', hashSecret(link))
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('person_id as personId')
    .executeTakeFirst();
  return row ?? null;
}
