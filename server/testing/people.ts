import type { Role } from '#domain/rights.ts';
import { makeAdministratorLink } from '../accounts/link-queries.ts';
import type { TestApp } from './app.ts';
import { type Browser, openBrowser } from './browser.ts';

/** A password that the rules take. */
export const goodPassword = 'stol lampa gurka 7';

/** A real organisation with its first administrator, who is signed in. */
export type Founded = {
  readonly organisationId: string;
  readonly slug: string;
  readonly administrator: Browser;
};

/** Does what the first start offers: makes the first administrator and an organisation. */
export async function found(
  test: TestApp,
  { name = 'Södra förbundet', email = 'anna.ek@sodra.se' } = {},
): Promise<Founded> {
  const { secret } = await test.database.inAccounts((trx) =>
    makeAdministratorLink(trx, test.time.now),
  );
  const administrator = openBrowser(test);
  const { body, status } = await administrator.ask('POST', '/api/links/administrator', {
    link: secret,
    name: 'Anna Ek',
    email,
    password: goodPassword,
    organisation: { name },
  });
  if (status !== 201) throw new Error(`The administrator was refused: ${JSON.stringify(body)}`);
  const { organisations } = body as { organisations: { organisationId: string; slug: string }[] };
  const [organisation] = organisations;
  if (organisation === undefined) throw new Error('The administrator has no organisation');
  return { ...organisation, administrator };
}

/** Invites somebody and accepts in a browser of their own. */
export async function join(
  test: TestApp,
  { organisationId, administrator }: Founded,
  { email, role, address = '127.0.0.1' }: { email: string; role: Role; address?: string },
): Promise<Browser> {
  const root = `/api/organisations/${organisationId}`;
  const invited = await administrator.ask('POST', `${root}/invitations`, {
    name: 'Bo Ek',
    email,
    role,
  });
  const { link } = invited.body as { link: string };
  const browser = openBrowser(test, { address });
  const secret = link.split('#')[1] ?? '';
  const accepted = await browser.ask('POST', '/api/links/invitation', {
    link: secret,
    name: `Bo ${role}`,
    password: goodPassword,
  });
  if (accepted.status !== 200) throw new Error(`Refused: ${JSON.stringify(accepted.body)}`);
  return browser;
}
