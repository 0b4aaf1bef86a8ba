import type { Transaction } from 'kysely';
import type { Organisation } from '#contract/organisations.ts';
import type { Tables } from '../db/schema.ts';

/** The organisations that the person of the transaction belongs to. */
export async function organisationsOfPerson(trx: Transaction<Tables>): Promise<Organisation[]> {
  const rows = await trx
    .selectFrom('organisation')
    .select(['organisation_id', 'name', 'slug', 'is_demo'])
    .execute();
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    name: row.name,
    slug: row.slug,
    isDemo: row.is_demo,
  }));
}

/** A person's name. */
export async function nameOfPerson(trx: Transaction<Tables>, personId: string): Promise<string> {
  const row = await trx
    .selectFrom('person')
    .select('name')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return row.name;
}
