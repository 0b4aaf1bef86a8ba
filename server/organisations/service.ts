import type { listOrganisations } from '#contract/organisations.ts';
import type { createOrganisation, removeDemo } from '#contract/settings.ts';
import { accepted } from '#domain/result.ts';
import { belongingsOf, personById } from '../accounts/queries.ts';
import { removeDemoRows } from '../demo/remove.ts';
import { newId } from '../ids.ts';
import { type AccountOutcome, allOrNothing, type OwnDesk } from '../plugins/account-operations.ts';
import type { Asked } from '../plugins/routing.ts';
import { foundOrganisation } from './queries.ts';

/** The person and the organisations that they belong to, by name in Swedish order. */
export async function openOrganisations({
  database,
  caller,
}: OwnDesk): Promise<AccountOutcome<typeof listOrganisations>> {
  const { personId } = caller;
  return database.inAccounts(async (trx) => {
    const { name } = await personById(trx, personId);
    const organisations = await belongingsOf(trx, personId);
    return accepted({ answer: { person: { personId, name }, organisations } });
  });
}

/** Makes another organisation in the installation, with the operator as its administrator. */
export async function startOrganisation(
  desk: OwnDesk,
  { body }: Asked<typeof createOrganisation>,
): Promise<AccountOutcome<typeof createOrganisation>> {
  const { caller, now, visitor, watch } = desk;
  const scope = { organisationId: newId(), personId: caller.personId };
  return allOrNothing(desk, async (trx) => {
    const doing = { trx, scope, now, requestId: visitor.requestId };
    const founded = await foundOrganisation(doing, body);
    if (!founded.ok) return founded;
    const { organisationId, name, slug, isDemo } = founded.value;
    watch('organisation.created', { organisationId, personId: caller.personId });
    return accepted({ answer: { organisationId, name, slug, isDemo } });
  });
}

/** Takes the demo away, with its people and its log. */
export async function endDemo(desk: OwnDesk): Promise<AccountOutcome<typeof removeDemo>> {
  await desk.database.asDemo(removeDemoRows);
  desk.watch('demo.removed', { personId: desk.caller.personId });
  return accepted({ answer: null });
}
