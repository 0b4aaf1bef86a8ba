import type { Belonging } from '#contract/organisations.ts';
import type { AccountsTransaction } from '../db/database.ts';

/** A person as accounts know one. */
export type Person = {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly isDemo: boolean;
  readonly isOperator: boolean;
};

function selectPerson(trx: AccountsTransaction) {
  return trx
    .selectFrom('person')
    .select([
      'person_id as personId',
      'name',
      'email',
      'is_demo as isDemo',
      'is_operator as isOperator',
    ])
    .where('disabled_at', 'is', null);
}

/** A person who may log in, by identifier. */
export async function personById(trx: AccountsTransaction, personId: string): Promise<Person> {
  return selectPerson(trx).where('person_id', '=', personId).executeTakeFirstOrThrow();
}

/** A person who may log in, by the address that they log in with. */
export async function personByEmail(
  trx: AccountsTransaction,
  email: string,
): Promise<Person | null> {
  return (await selectPerson(trx).where('email', '=', email).executeTakeFirst()) ?? null;
}

/** Writes a new person. */
export async function insertPerson(
  trx: AccountsTransaction,
  { personId, name, email, isDemo, isOperator }: Person,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('person')
    .values({
      person_id: personId,
      name,
      email,
      is_demo: isDemo,
      is_operator: isOperator,
      created_at: now,
    })
    .execute();
}

/** The organisations that a person belongs to, by name in Swedish order. */
export async function belongingsOf(
  trx: AccountsTransaction,
  personId: string,
): Promise<Belonging[]> {
  const rows = await trx
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.organisation_id', 'membership.organisation_id')
    .select([
      'organisation.organisation_id as organisationId',
      'organisation.name',
      'slug',
      'is_demo as isDemo',
      'role',
    ])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
  const byName = new Intl.Collator('sv');
  return rows.toSorted((left, right) => byName.compare(left.name, right.name));
}

/** The stored password of a person; null for one who has none. */
export async function passwordOf(
  trx: AccountsTransaction,
  personId: string,
): Promise<string | null> {
  const row = await trx
    .selectFrom('password')
    .select('hash')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.hash ?? null;
}

/** Sets a person's password to one that is hashed already. */
export async function writePassword(
  trx: AccountsTransaction,
  personId: string,
  { hash, now }: { readonly hash: string; readonly now: Date },
): Promise<void> {
  await trx
    .insertInto('password')
    .values({ person_id: personId, hash, changed_at: now })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ hash, changed_at: now }))
    .execute();
}

/** A person's app for one-time codes; null where there is none. */
export async function totpOf(trx: AccountsTransaction, personId: string) {
  const row = await trx
    .selectFrom('totp')
    .select(['secret', 'confirmed_at as confirmedAt', 'last_step as lastStep'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ?? null;
}

/** True where a login needs a code besides the password. */
export async function hasTotp(trx: AccountsTransaction, personId: string): Promise<boolean> {
  return ((await totpOf(trx, personId))?.confirmedAt ?? null) !== null;
}
