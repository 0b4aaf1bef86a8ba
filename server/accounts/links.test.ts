import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import type { Letter } from '../mail.ts';
import { everythingStored, startTestApp, type TestApp, testTime } from '../testing/app.ts';
import { type Browser, openBrowser } from '../testing/browser.ts';
import { type Founded, goodPassword, join } from '../testing/people.ts';
import { makeAdministratorLink } from './link-queries.ts';

let test: TestApp;
let org: Founded;
const letters: Letter[] = [];

beforeAll(async () => {
  test = await startTestApp({ mail: async (letter) => void letters.push(letter) });
});
beforeEach(() => {
  test.time.now = testTime;
  letters.length = 0;
});
afterAll(() => test.close());

const hours = (count: number) => new Date(testTime.getTime() + count * 3_600_000);
const root = () => `/api/organisations/${org.organisationId}`;

const makeLink = async () =>
  (await test.database.inAccounts((trx) => makeAdministratorLink(trx, test.time.now))).secret;

const becoming = (link: string, organisation = { name: 'Södra förbundet' }) => ({
  link,
  name: 'Anna Ek',
  email: 'Anna.Ek@Sodra.se',
  password: goodPassword,
  organisation,
});

describe('T14 the first administrator', () => {
  it('is nobody by default: no account has a password before somebody has chosen one', async () => {
    const passwords = await test.owner.kysely.selectFrom('password').selectAll().execute();
    const operators = await test.owner.kysely
      .selectFrom('person')
      .select('name')
      .where('is_operator', '=', true)
      .execute();
    expect([passwords, operators]).toEqual([[], []]);
  });

  it('comes by a link that holds for an hour, and not the one from an earlier start', async () => {
    const earlier = await makeLink();
    const link = await makeLink();
    const browser = openBrowser(test);
    const before = await everythingStored(test);
    for (const wrong of [earlier, 'A'.repeat(43)]) {
      const { code } = await browser.ask('POST', '/api/links/administrator', becoming(wrong));
      expect(code).toBe('link_not_valid');
    }
    test.time.now = hours(1);
    const late = await browser.ask('POST', '/api/links/administrator', becoming(link));
    expect(late.code).toBe('link_not_valid');
    expect(await everythingStored(test)).toBe(before);
  });

  it('chooses a password that is hard to guess, and a refused one spends nothing', async () => {
    const link = await makeLink();
    const browser = openBrowser(test);
    for (const [password, code] of [
      ['kort', 'password_too_short'],
      ['Södra förbundet', 'password_common'],
      ['sommaren2026!', 'password_common'],
    ]) {
      const asked = { ...becoming(link), password };
      expect((await browser.ask('POST', '/api/links/administrator', asked)).code).toBe(code);
    }
    const made = await browser.ask('POST', '/api/links/administrator', becoming(link));
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      stage: 'full',
      person: { name: 'Anna Ek', email: 'anna.ek@sodra.se', isOperator: true },
      organisations: [{ name: 'Södra förbundet', slug: 'sodra-forbundet', role: 'administrator' }],
    });
    expect((await browser.ask('POST', '/api/links/administrator', becoming(link))).code).toBe(
      'link_not_valid',
    );
    const { organisations } = made.body as { organisations: { organisationId: string }[] };
    const organisationId = organisations[0]?.organisationId ?? '';
    org = { organisationId, slug: 'sodra-forbundet', administrator: browser };
  });

  it('is the only one: another link makes no second', async () => {
    const link = await makeLink();
    const asked = becoming(link, { name: 'Norra förbundet' });
    const { code } = await openBrowser(test).ask('POST', '/api/links/administrator', asked);
    expect(code).toBe('installation_has_administrator');
  });
});

async function inviteAs(administrator: Browser, email: string, role = 'ekonom') {
  const body = { name: 'Bo Ek', email, role };
  const { status, body: answer } = await administrator.ask('POST', `${root()}/invitations`, body);
  expect(status).toBe(201);
  const { link, mailedTo, invitation } = answer as {
    link: string;
    mailedTo: string;
    invitation: { invitationId: string };
  };
  return { secret: link.split('#')[1] ?? '', link, mailedTo, ...invitation };
}

const accepting = (link: string) => ({ link, name: 'Bo Ek', password: goodPassword });

describe('an invitation', () => {
  it('is looked at without being used, accepted once, and sent by letter too', async () => {
    const { secret, link, mailedTo } = await inviteAs(org.administrator, 'bo@sodra.se');
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1\/inbjudan#[\w-]{43}$/u);
    expect([mailedTo, letters.map(({ to }) => to)]).toEqual(['bo@sodra.se', ['bo@sodra.se']]);
    expect(letters[0]?.text).toContain(link);
    const browser = openBrowser(test);
    for (let time = 0; time < 2; time += 1) {
      const { body } = await browser.ask('POST', '/api/links/invitation/look', { link: secret });
      expect(body).toEqual({
        organisation: 'Södra förbundet',
        name: 'Bo Ek',
        email: 'bo@sodra.se',
        role: 'ekonom',
        hasAccount: false,
      });
    }
    const joined = await browser.ask('POST', '/api/links/invitation', accepting(secret));
    expect(joined.body).toMatchObject({ stage: 'full', organisations: [{ role: 'ekonom' }] });
    const again = openBrowser(test);
    const replayed = await again.ask('POST', '/api/links/invitation', accepting(secret));
    expect(replayed.code).toBe('link_not_valid');
  });

  it('holds for a week, and not after it was withdrawn', async () => {
    const browser = openBrowser(test);
    const late = await inviteAs(org.administrator, 'sen@sodra.se');
    test.time.now = hours(7 * 24);
    const refused = await browser.ask('POST', '/api/links/invitation', accepting(late.secret));
    expect(refused.code).toBe('link_not_valid');
    test.time.now = testTime;
    const { secret, invitationId } = await inviteAs(org.administrator, 'ej@sodra.se');
    const path = `${root()}/invitations/${invitationId}`;
    expect((await org.administrator.ask('DELETE', path)).status).toBe(204);
    expect((await org.administrator.ask('DELETE', path)).code).toBe('invitation_not_found');
    const withdrawn = await browser.ask('POST', '/api/links/invitation', accepting(secret));
    expect(withdrawn.code).toBe('link_not_valid');
  });

  it('for somebody with an account is for that account, and for no other', async () => {
    const bo = await join(test, org, { email: 'bo2@sodra.se', role: 'ekonom' });
    const founded = await org.administrator.ask('POST', '/api/organisations', {
      name: 'Norra förbundet',
    });
    const { organisationId } = founded.body as { organisationId: string };
    const north = { organisationId, slug: 'norra-forbundet', administrator: org.administrator };
    const { body } = await north.administrator.ask(
      'POST',
      `/api/organisations/${organisationId}/invitations`,
      { name: 'Bo', email: 'bo2@sodra.se', role: 'revisor' },
    );
    const secret = (body as { link: string }).link.split('#')[1] ?? '';
    const look = await bo.ask('POST', '/api/links/invitation/look', { link: secret });
    expect(look.body).toMatchObject({ hasAccount: true });
    const stranger = await openBrowser(test).ask(
      'POST',
      '/api/links/invitation',
      accepting(secret),
    );
    expect(stranger.code).toBe('email_taken');
    const other = await join(test, org, { email: 'cia@sodra.se', role: 'ekonom' });
    const wrong = await other.ask('POST', '/api/links/invitation', { link: secret });
    expect(wrong.code).toBe('invitation_for_other_person');
    const joined = await bo.ask('POST', '/api/links/invitation', { link: secret });
    expect(joined.body).toMatchObject({
      organisations: [{ role: 'revisor' }, { role: 'ekonom' }],
    });
    // A role in each, and the rights of each there alone.
    const log = (id: string) => bo.ask('GET', `/api/organisations/${id}/log`);
    expect((await log(organisationId)).status).toBe(200);
    expect((await log(org.organisationId)).code).toBe('right_missing');
  });
});

describe('a link to a new password', () => {
  const personOf = async (email: string) => {
    const { body } = await org.administrator.ask('GET', `${root()}/people`);
    const { people } = body as { people: { personId: string; email: string }[] };
    return people.find((person) => person.email === email)?.personId ?? '';
  };

  it('is handed over by an administrator, ends every session, and holds once for a day', async () => {
    const dan = await join(test, org, { email: 'dan@sodra.se', role: 'ekonom' });
    const path = `${root()}/people/${await personOf('dan@sodra.se')}/password-link`;
    const { body } = await org.administrator.ask('POST', path);
    const secret = (body as { link: string }).link.split('#')[1] ?? '';
    const choosing = { link: secret, password: 'ett nytt lösenord 5' };
    test.time.now = hours(24);
    const late = await openBrowser(test).ask('POST', '/api/links/password', choosing);
    expect(late.code).toBe('link_not_valid');
    test.time.now = testTime;
    const fresh = openBrowser(test);
    expect((await fresh.ask('POST', '/api/links/password', choosing)).body).toMatchObject({
      stage: 'full',
    });
    expect((await dan.ask('GET', `${root()}/scenarios`)).code).toBe('not_signed_in');
    expect((await fresh.ask('POST', '/api/links/password', choosing)).code).toBe('link_not_valid');
    const old = { email: 'dan@sodra.se', password: goodPassword };
    expect((await openBrowser(test).ask('POST', '/api/session', old)).code).toBe('login_failed');
  });

  it('is not made for somebody who belongs to another organisation too', async () => {
    const path = `${root()}/people/${await personOf('bo2@sodra.se')}/password-link`;
    expect((await org.administrator.ask('POST', path)).code).toBe('password_link_not_here');
  });

  it('comes by letter to whoever has an account, and the answer tells nobody who has', async () => {
    const browser = openBrowser(test);
    // Somebody who logs in with an employer only.
    const { personId, email: own } = { personId: newId(), email: 'sso@sodra.se' };
    await test.owner.kysely
      .insertInto('person')
      .values({ person_id: personId, name: 'Eva', email: own })
      .execute();
    for (const email of ['dan@sodra.se', 'finns.inte@sodra.se', own]) {
      const { status } = await browser.ask('POST', '/api/links/password/request', { email });
      expect(status).toBe(204);
    }
    expect(letters.map(({ to }) => to)).toEqual(['dan@sodra.se']);
    expect(letters[0]?.text).toMatch(/\/nytt-losenord#[\w-]{43}\n/u);
  });
});

describe('T11 letters about a new password', () => {
  const asks = async (email: string, address: string) => {
    const start = performance.now();
    const browser = openBrowser(test, { address });
    const answer = await browser.ask('POST', '/api/links/password/request', { email });
    const { status, body, setCookie } = answer;
    return { answer: [status, body, setCookie], took: performance.now() - start };
  };
  const said = [204, null, []];

  it('do not flood an account: what is slowed is answered as always, in the same time', async () => {
    await join(test, org, { email: 'eva.lund@sodra.se', role: 'ekonom' });
    letters.length = 0;
    const all = [];
    for (let time = 0; time < 8; time += 1) {
      all.push(await asks('eva.lund@sodra.se', `10.1.0.${time}`));
    }
    const nobody = await asks('ingen.alls@sodra.se', '10.1.0.9');
    expect(letters).toHaveLength(6);
    for (const { answer, took } of [...all, nobody]) {
      expect(answer).toEqual(said);
      expect(took).toBeGreaterThan(499);
    }
    const slowed = test.watched.filter(({ event }) => event === 'login.slowed');
    expect(slowed.map(({ address }) => address)).toEqual(['10.1.0.6', '10.1.0.7']);
    // The link in the last letter still works: one that is not sent takes no other one's place.
    const link = /#([\w-]{43})/u.exec(letters[5]?.text ?? '')?.[1] ?? '';
    const choosing = { link, password: 'ett nytt lösenord 5' };
    const { status } = await openBrowser(test).ask('POST', '/api/links/password', choosing);
    expect(status).toBe(200);
    test.time.now = new Date(testTime.getTime() + 1000);
    await asks('eva.lund@sodra.se', '10.1.0.8');
    expect(letters).toHaveLength(7);
  }, 30_000);

  it('do not come by the hundred from one address, and slow no login', async () => {
    await join(test, org, { email: 'fia.lund@sodra.se', role: 'ekonom' });
    letters.length = 0;
    const address = '10.1.1.1';
    const many = Array.from({ length: 21 }, (_, number) => `person${number}@sodra.se`);
    await Promise.all(many.map((email) => asks(email, address)));
    expect((await asks('fia.lund@sodra.se', address)).answer).toEqual(said);
    expect(letters).toEqual([]);
    const more = Array.from({ length: 6 }, () => asks('fia.lund@sodra.se', '10.1.1.2'));
    await Promise.all(more);
    expect(letters).toHaveLength(6);
    const own = { email: 'fia.lund@sodra.se', password: goodPassword };
    const login = await openBrowser(test, { address }).ask('POST', '/api/session', own);
    expect(login.status).toBe(200);
  });
});

describe('the last administrator', () => {
  it('cannot leave or become something else', async () => {
    const { body } = await org.administrator.ask('GET', `${root()}/people`);
    const { people } = body as { people: { personId: string; role: string; version: number }[] };
    const last = people.find(({ role }) => role === 'administrator');
    for (const [method, payload] of [
      ['PATCH', { role: 'ekonom' }],
      ['DELETE', undefined],
    ] as const) {
      const answer = await test.app.inject({
        method,
        url: `${root()}/people/${last?.personId ?? ''}`,
        headers: {
          host: '127.0.0.1',
          'sec-fetch-site': 'same-origin',
          'if-match': `"${last?.version ?? 0}"`,
          cookie: `tkr-session=${org.administrator.jar.get('tkr-session') ?? ''}`,
        },
        ...(payload === undefined ? {} : { payload }),
      });
      expect(answer.json()).toMatchObject({ code: 'last_administrator' });
    }
  });
});
