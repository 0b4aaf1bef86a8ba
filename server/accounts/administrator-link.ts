import type { acceptAdministratorLink } from '#contract/session.ts';
import { refused } from '#domain/result.ts';
import { type AccountsTransaction, returnToAccounts } from '../db/database.ts';
import { newId } from '../ids.ts';
import { foundOrganisation } from '../organisations/queries.ts';
import { type AccountOutcome, allOrNothing, type Desk } from '../plugins/account-operations.ts';
import { factsOf } from '../plugins/entrance.ts';
import type { Asked } from '../plugins/routing.ts';
import { hashChosen } from './chosen-password.ts';
import { spendLink } from './link-queries.ts';
import { letIn } from './login.ts';
import { insertPerson, writePassword } from './queries.ts';

/** Makes the first administrator, who runs the installation, and the first organisation. */
export async function becomeAdministrator(
  desk: Desk,
  { body }: Asked<typeof acceptAdministratorLink>,
): Promise<AccountOutcome<typeof acceptAdministratorLink>> {
  const { now, visitor, watch } = desk;
  const words = { email: body.email, words: [body.organisation.name, body.name] };
  const hashed = await hashChosen(body.password, words);
  if (!hashed.ok) return hashed;
  return allOrNothing(desk, async (trx) => {
    const link = await spendLink(trx, { kind: 'administrator', link: body.link, now });
    if (link === null) return refused({ code: 'link_not_valid' });
    if (await hasOperator(trx)) return refused({ code: 'installation_has_administrator' });
    const personId = newId();
    const person = { personId, name: body.name, email: body.email };
    await insertPerson(trx, { ...person, isDemo: false, isOperator: true }, now);
    await writePassword(trx, personId, { hash: hashed.value, now });
    const organisationId = newId();
    const scope = { organisationId, personId };
    const context = { trx, scope, now, requestId: visitor.requestId };
    const founded = await foundOrganisation(context, body.organisation);
    if (!founded.ok) return founded;
    await returnToAccounts(trx);
    watch('administrator.created', { ...factsOf(visitor, person), organisationId });
    return letIn(trx, desk, person);
  });
}

/** True once somebody runs the installation. */
export async function hasOperator(trx: AccountsTransaction): Promise<boolean> {
  const row = await trx
    .selectFrom('person')
    .select('person_id')
    .where('is_operator', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}
