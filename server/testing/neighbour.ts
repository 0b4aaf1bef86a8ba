import type { Role } from '#domain/rights.ts';
import { roles } from '#domain/rights.ts';
import { insertPerson } from '../accounts/queries.ts';
import { newId } from '../ids.ts';
import { foundOrganisation, writeMembership } from '../organisations/queries.ts';
import { sessionCookie, type TestApp, testTime } from './app.ts';

/** Another organisation on the same server, with one person for each role. */
export type Neighbour = {
  readonly organisationId: string;
  readonly people: { readonly [role in Role]: string };
  readonly cookies: { readonly [role in Role]: string };
};

/** Makes another organisation beside the demo, whose people know nothing of it. */
export async function makeNeighbour(
  { database }: TestApp,
  name = 'Grannförbundet',
): Promise<Neighbour> {
  const organisationId = newId();
  const people: Partial<Record<Role, string>> = {};
  for (const role of roles) people[role] = newId();
  await database.inAccounts(async (trx) => {
    for (const role of roles) {
      const personId = people[role] ?? '';
      const person = { personId, name: `${name} ${role}`, email: `${role}.${personId}@granne.se` };
      await insertPerson(trx, { ...person, isDemo: false, isOperator: false }, testTime);
    }
    const scope = { organisationId, personId: people.administrator ?? '' };
    const doing = { trx, scope, now: testTime, requestId: 'test' };
    await foundOrganisation(doing, { name, orgnr: null });
  });
  await database.inAccounts(async (trx) => {
    const scope = { organisationId, personId: people.administrator ?? '' };
    const doing = { trx, scope, now: testTime, requestId: 'test' };
    for (const role of ['ekonom', 'direktion', 'revisor'] as const) {
      await writeMembership(doing, { personId: people[role] ?? '', role });
    }
  });
  const cookies: Partial<Record<Role, string>> = {};
  for (const role of roles) cookies[role] = await sessionCookie(database, people[role] ?? '');
  return {
    organisationId,
    people: people as Record<Role, string>,
    cookies: cookies as Record<Role, string>,
  };
}
