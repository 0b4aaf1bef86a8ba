import { makePasswordLink } from '../accounts/link-queries.ts';
import { insertPerson, passwordOf, personByEmail } from '../accounts/queries.ts';
import { appendAudit } from '../audit/queries.ts';
import { Told } from '../care/told.ts';
import type { Config } from '../config.ts';
import { connect } from '../connect.ts';
import { type AccountsTransaction, openOrganisation, returnToAccounts } from '../db/database.ts';
import { newId } from '../ids.ts';
import { foundOrganisation, writeMembership } from '../organisations/queries.ts';
import { type Command, WrongUsage } from './command.ts';

const requestId = 'tkr';

/** `tkr administrator`: for a first start that nobody can open a page at, and for a lost one. */
export const administrator: Command = {
  parameters: 'E-POST NAMN ORGANISATION',
  about: 'gör en person till driftansvarig och administratör, och ger en länk till ett lösenord',
  run: async (parameters, config) => {
    const [email, name, organisation, ...rest] = parameters;
    if (
      email === undefined ||
      name === undefined ||
      organisation === undefined ||
      rest.length > 0
    ) {
      throw new WrongUsage(
        'Skriv tkr administrator E-POST NAMN ORGANISATION, med citattecken runt namn med mellanslag.',
      );
    }
    return inAccounts(config, async (trx, now) => {
      const personId = await operatorBy(trx, { email: addressOf(email), name: name.trim(), now });
      await makeAdministrator(trx, { personId, organisation: organisation.trim(), now });
      return linkFor(trx, { personId, config, now });
    });
  },
};

/** `tkr password-link`: for somebody whose administrator may not make one, or who has none. */
export const passwordLink: Command = {
  parameters: 'E-POST',
  about: 'ger en länk till ett nytt lösenord, som gäller en gång, i ett dygn',
  run: async (parameters, config) => {
    const [email, ...rest] = parameters;
    if (email === undefined || rest.length > 0)
      throw new WrongUsage('Skriv tkr password-link E-POST.');
    return inAccounts(config, async (trx, now) => {
      const person = await personByEmail(trx, addressOf(email));
      if (person === null) {
        throw new Told(
          `Ingen loggar in med ${addressOf(email)}. Inget är ändrat. Bjud in personen på Inställningar, eller skapa en administratör med tkr administrator.`,
        );
      }
      return linkFor(trx, { personId: person.personId, config, now });
    });
  },
};

async function inAccounts<Value>(
  config: Config,
  work: (trx: AccountsTransaction, now: Date) => Promise<Value>,
): Promise<Value> {
  const database = await connect(config);
  try {
    return await database.inAccounts((trx) => work(trx, new Date()));
  } finally {
    await database.close();
  }
}

function addressOf(text: string): string {
  const email = text.trim().normalize('NFC').toLowerCase();
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(email)) return email;
  throw new WrongUsage(`${text} är ingen e-postadress.`);
}

type NewOperator = { readonly email: string; readonly name: string; readonly now: Date };

async function operatorBy(
  trx: AccountsTransaction,
  { email, name, now }: NewOperator,
): Promise<string> {
  const known = await personByEmail(trx, email);
  if (known === null) {
    const personId = newId();
    await insertPerson(trx, { personId, name, email, isDemo: false, isOperator: true }, now);
    return personId;
  }
  await trx
    .updateTable('person')
    .set({ is_operator: true })
    .where('person_id', '=', known.personId)
    .execute();
  return known.personId;
}

type Making = { readonly personId: string; readonly organisation: string; readonly now: Date };

async function makeAdministrator(
  trx: AccountsTransaction,
  { personId, organisation, now }: Making,
): Promise<void> {
  const known = await trx
    .selectFrom('organisation')
    .select('organisation_id')
    .where('name', '=', organisation)
    .executeTakeFirst();
  const organisationId = known?.organisation_id ?? newId();
  const doing = { trx, scope: { organisationId, personId }, now, requestId };
  if (known === undefined) {
    const founded = await foundOrganisation(doing, { name: organisation, orgnr: null });
    if (!founded.ok) throw new Error(`The organisation was refused: ${founded.refusal.code}`);
  } else {
    await writeMembership(doing, { personId, role: 'administrator' });
    await openOrganisation(trx, doing.scope);
    const after = { personId, role: 'administrator' };
    await appendAudit(doing, { action: 'changeRole', entityId: personId, before: null, after });
  }
}

type Asking = { readonly personId: string; readonly config: Config; readonly now: Date };

async function linkFor(trx: AccountsTransaction, { personId, config, now }: Asking) {
  await returnToAccounts(trx);
  const hadPassword = (await passwordOf(trx, personId)) !== null;
  const { secret, expiresAt } = await makePasswordLink(trx, { personId, createdBy: null, now });
  const origin = config.publicUrl?.origin ?? `http://127.0.0.1:${config.port}`;
  return {
    ok: true,
    link: `${origin}/nytt-losenord#${secret}`,
    expiresAt: expiresAt.toISOString(),
    hadPassword,
  };
}
