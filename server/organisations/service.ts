import type { Answer } from '#contract/endpoint.ts';
import type { listOrganisations } from '#contract/organisations.ts';
import type { Dependencies } from '../plugins/context.ts';
import { nameOfPerson, organisationsOfPerson } from './queries.ts';

/** The person and the organisations that they belong to, by name in Swedish order. */
export function openOrganisations({
  database,
  personId,
}: Dependencies): Promise<Answer<typeof listOrganisations>> {
  return database.asPerson(personId, async (trx) => {
    const byName = new Intl.Collator('sv');
    const organisations = await organisationsOfPerson(trx);
    return {
      person: { personId, name: await nameOfPerson(trx, personId) },
      organisations: organisations.toSorted((left, right) => byName.compare(left.name, right.name)),
    };
  });
}
