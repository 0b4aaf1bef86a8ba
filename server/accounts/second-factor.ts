import type { AccountsTransaction } from '../db/database.ts';
import { totpOf } from './queries.ts';
import { newRecoveryCodes, normaliseRecoveryCode } from './recovery-codes.ts';
import { hashSecret } from './secrets.ts';
import { matchingStep } from './totp.ts';

type Shown = { readonly personId: string; readonly code: string; readonly now: Date };

/**
 * True where a code is right, and then it is spent: a code from the app is not taken twice, nor one
 * from before it, and a recovery code is used up. Source: ASVS 5.0 6.5.1.
 */
export async function spendSecondFactor(trx: AccountsTransaction, shown: Shown): Promise<boolean> {
  const totp = await totpOf(trx, shown.personId);
  if (totp === null || totp.confirmedAt === null) return false;
  if (await spendStep(trx, totp.secret, shown)) return true;
  const code = normaliseRecoveryCode(shown.code);
  if (code === null) return false;
  const spent = await trx
    .updateTable('recovery_code')
    .set({ used_at: shown.now })
    .where('person_id', '=', shown.personId)
    .where('code_hash', '=', hashSecret(code))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return spent.numUpdatedRows === 1n;
}

/** True where a code from the app is right and newer than the last one taken. */
export async function spendStep(
  trx: AccountsTransaction,
  secret: string,
  { personId, code, now }: Shown,
): Promise<boolean> {
  const step = matchingStep(secret, code, now);
  if (step === null) return false;
  const spent = await trx
    .updateTable('totp')
    .set({ last_step: `${step}` })
    .where('person_id', '=', personId)
    .where('last_step', '<', `${step}`)
    .executeTakeFirst();
  return spent.numUpdatedRows === 1n;
}

/** Gives a person new recovery codes; those from before stop working. */
export async function giveRecoveryCodes(
  trx: AccountsTransaction,
  personId: string,
): Promise<string[]> {
  const codes = newRecoveryCodes();
  await trx.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
  await trx
    .insertInto('recovery_code')
    .values(
      codes.map((code) => ({
        person_id: personId,
        code_hash: hashSecret(normaliseRecoveryCode(code) ?? code),
        used_at: null,
      })),
    )
    .execute();
  return codes;
}
