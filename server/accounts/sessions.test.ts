import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildApp } from '../app.ts';
import { providersOf } from '../oidc/providers.ts';
import { startTestApp, type TestApp, testTime } from '../testing/app.ts';
import { type Browser, openBrowser } from '../testing/browser.ts';
import { type Founded, found, goodPassword, join } from '../testing/people.ts';
import { hashSecret } from './secrets.ts';

let test: TestApp;
let org: Founded;
let ekonom: Browser;

beforeAll(async () => {
  test = await startTestApp();
  org = await found(test);
  ekonom = await join(test, org, { email: 'bo@sodra.se', role: 'ekonom' });
});
beforeEach(() => {
  test.time.now = testTime;
});
afterAll(() => test.close());

const figures = () => `/api/organisations/${org.organisationId}/scenarios`;
const people = () => `/api/organisations/${org.organisationId}/people`;
const minutes = (count: number) => new Date(testTime.getTime() + count * 60_000);

async function signIn(browser = openBrowser(test), email = 'bo@sodra.se'): Promise<Browser> {
  const { status } = await browser.ask('POST', '/api/session', { email, password: goodPassword });
  expect(status).toBe(200);
  return browser;
}

const holds = async (browser: Browser): Promise<boolean> =>
  (await browser.ask('GET', figures())).status === 200;

/** The browser with the cookies that it has now, whatever comes later. */
const copyOf = (browser: Browser): Browser => openBrowser(test, { jar: new Map(browser.jar) });

async function personOf(email: string) {
  const { body } = await org.administrator.ask('GET', people());
  const found = (body as { people: { email: string; personId: string; version: number }[] }).people;
  const person = found.find((one) => one.email === email);
  if (person === undefined) throw new Error(`${email} is not here`);
  return person;
}

describe('T6 a session from before', () => {
  it('a login is dead after it, and one that somebody planted is never taken over', async () => {
    const planted = 'A'.repeat(43);
    const browser = openBrowser(test, { jar: new Map([['tkr-session', planted]]) });
    await signIn(browser);
    expect(browser.jar.get('tkr-session')).not.toBe(planted);
    const before = copyOf(browser);
    await signIn(browser);
    expect(await holds(before)).toBe(false);
    expect(await holds(browser)).toBe(true);
  });

  it('a role change is dead after it, in every browser', async () => {
    await join(test, org, { email: 'cia@sodra.se', role: 'ekonom' });
    const one = await signIn(openBrowser(test), 'cia@sodra.se');
    const other = await signIn(openBrowser(test), 'cia@sodra.se');
    const { personId, version } = await personOf('cia@sodra.se');
    const changed = await test.app.inject({
      method: 'PATCH',
      url: `${people()}/${personId}`,
      headers: {
        host: '127.0.0.1',
        'sec-fetch-site': 'same-origin',
        'if-match': `"${version}"`,
        cookie: `tkr-session=${org.administrator.jar.get('tkr-session') ?? ''}`,
      },
      payload: { role: 'revisor' },
    });
    expect(changed.statusCode).toBe(200);
    expect(await holds(one)).toBe(false);
    expect(await holds(other)).toBe(false);
    const again = await signIn(openBrowser(test), 'cia@sodra.se');
    expect((await again.ask('GET', `/api/organisations/${org.organisationId}/log`)).status).toBe(
      200,
    );
  });

  it('a new password is dead after it, and the one that changed it has a new identifier', async () => {
    await join(test, org, { email: 'dan@sodra.se', role: 'ekonom' });
    const one = await signIn(openBrowser(test), 'dan@sodra.se');
    const other = await signIn(openBrowser(test), 'dan@sodra.se');
    const before = copyOf(one);
    const body = { current: goodPassword, next: 'helt annat lösenord 9' };
    expect((await one.ask('PUT', '/api/account/password', body)).status).toBe(200);
    expect(await holds(one)).toBe(true);
    expect(await holds(before)).toBe(false);
    expect(await holds(other)).toBe(false);
  });

  it.each([
    ['local', null, true],
    ['oidc', 'https://id.sodra.se', false],
  ] as const)(
    'a new password goes on as a local one: of %s by %s, is the second factor still shown: %s',
    async (...given) => {
      const [method, oidc_issuer, is] = given;
      const email = `fia.${method}@sodra.se`;
      const browser = await join(test, org, { email, role: 'ekonom' });
      const { personId } = await personOf(email);
      await test.owner.kysely
        .updateTable('session')
        .set({ method, oidc_issuer, has_second_factor: true })
        .where('person_id', '=', personId)
        .execute();
      const body = { current: goodPassword, next: 'helt annat lösenord 9' };
      const { body: answer } = await browser.ask('PUT', '/api/account/password', body);
      expect(answer).toMatchObject({ stage: 'full', method: 'local', hasSecondFactor: is });
      const stored = await test.owner.kysely
        .selectFrom('session')
        .select(['method', 'has_second_factor'])
        .where('person_id', '=', personId)
        .execute();
      expect(stored).toEqual([{ method: 'local', has_second_factor: is }]);
    },
  );
});

describe('T7 the secret of a session', () => {
  it('is stored as its hash, and nothing but 256 random bits is taken for one', async () => {
    const secret = ekonom.jar.get('tkr-session') ?? '';
    expect(secret).toMatch(/^[\w-]{43}$/u);
    const rows = await test.owner.kysely.selectFrom('session').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(rows.map(({ session_hash }) => session_hash)).toContain(hashSecret(secret));
    for (const wrong of [rows[0]?.session_id ?? '', hashSecret(secret), '', "' OR true --"]) {
      const thief = openBrowser(test, { jar: new Map([['tkr-session', wrong]]) });
      expect((await thief.ask('GET', figures())).code).toBe('not_signed_in');
    }
  });
});

describe('T8 a session ends', () => {
  it('after thirty minutes without use, and not while it is used', async () => {
    const browser = await signIn();
    for (const minute of [29, 58, 87]) {
      test.time.now = minutes(minute);
      expect(await holds(browser)).toBe(true);
    }
    test.time.now = minutes(87 + 31);
    expect(await holds(browser)).toBe(false);
  });

  it('after twelve hours however much it is used', async () => {
    const browser = await signIn();
    for (let minute = 20; minute < 12 * 60; minute += 20) {
      test.time.now = minutes(minute);
      expect(await holds(browser), `${minute}`).toBe(true);
    }
    test.time.now = minutes(12 * 60);
    expect(await holds(browser)).toBe(false);
  });

  it('and does not live longer because the clock was set back', async () => {
    test.time.now = minutes(24 * 60);
    const browser = await signIn();
    test.time.now = testTime;
    expect(await holds(browser)).toBe(false);
  });

  it('at the logout, on every server at once', async () => {
    const { database, time, watched: _ } = test;
    const other = await buildApp({
      database,
      clock: () => time.now,
      watch: () => undefined,
      mail: null,
      providers: providersOf([]),
      publicUrl: null,
      proxies: [],
      isOnNetwork: false,
      uploads: { folder: '', mostBytes: 1 },
      callsAMinute: 1000,
      webDirectory: '',
      logger: false,
    });
    const browser = await signIn();
    const there = openBrowser({ app: other }, { jar: new Map(browser.jar) });
    expect(await holds(there)).toBe(true);
    const thief = copyOf(browser);
    const out = await browser.ask('DELETE', '/api/session');
    expect(out.status).toBe(204);
    expect(browser.jar.has('tkr-session')).toBe(false);
    expect(await holds(there)).toBe(false);
    expect(await holds(thief)).toBe(false);
    await other.close();
  });

  it('when the person is taken out of the organisation, or closed', async () => {
    await join(test, org, { email: 'eva@sodra.se', role: 'ekonom' });
    const browser = await signIn(openBrowser(test), 'eva@sodra.se');
    const { personId } = await personOf('eva@sodra.se');
    await test.owner.kysely
      .updateTable('person')
      .set({ disabled_at: testTime })
      .where('person_id', '=', personId)
      .execute();
    expect(await holds(browser)).toBe(false);
    const { code } = await openBrowser(test).ask('POST', '/api/session', {
      email: 'eva@sodra.se',
      password: goodPassword,
    });
    expect(code).toBe('login_failed');
  });

  it('one by one, and all others at once, by the person', async () => {
    const browser = await signIn();
    const other = await signIn();
    const third = await signIn();
    const { body } = await browser.ask('GET', '/api/account');
    const { sessions } = body as { sessions: { sessionId: string; isCurrent: boolean }[] };
    expect(sessions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    const mine = await other.ask('GET', '/api/account');
    const { sessions: there } = mine.body as { sessions: typeof sessions };
    const current = there.find(({ isCurrent }) => isCurrent)?.sessionId ?? '';
    expect((await browser.ask('DELETE', `/api/account/sessions/${current}`)).status).toBe(204);
    expect(await holds(other)).toBe(false);
    expect((await browser.ask('DELETE', `/api/account/sessions/${current}`)).code).toBe(
      'session_not_found',
    );
    expect((await browser.ask('DELETE', '/api/account/sessions')).status).toBe(204);
    expect(await holds(third)).toBe(false);
    expect(await holds(browser)).toBe(true);
  });

  it('of one’s own only: another’s identifier ends nothing', async () => {
    const browser = await signIn();
    const { body } = await org.administrator.ask('GET', '/api/account');
    const [session] = (body as { sessions: { sessionId: string }[] }).sessions;
    const ended = await browser.ask('DELETE', `/api/account/sessions/${session?.sessionId ?? ''}`);
    expect(ended.code).toBe('session_not_found');
    expect((await org.administrator.ask('GET', people())).status).toBe(200);
  });
});

describe('a person of the demo, whom many are at once', () => {
  it('sees and ends no session but the one at hand', async () => {
    const one = openBrowser(test);
    const other = openBrowser(test);
    for (const browser of [one, other]) {
      await browser.ask('POST', '/api/session/demo', { role: 'ekonom' });
    }
    const { body } = await one.ask('GET', '/api/account');
    expect((body as { sessions: object[] }).sessions).toHaveLength(1);
    expect((await one.ask('DELETE', '/api/account/sessions')).code).toBe('person_is_demo');
    expect((await other.ask('GET', '/api/account')).status).toBe(200);
  });
});

describe('T9 the cookies behind https', () => {
  it('are kept to this host, to https, to http alone and to our own pages', async () => {
    const secure = await startTestApp({ publicUrl: new URL('https://tkr.kommunen.se') });
    const { setCookie } = await openBrowser(secure).ask('POST', '/api/session/demo', {
      role: 'ekonom',
    });
    expect(setCookie).toHaveLength(1);
    const [name, ...attributes] = (setCookie[0] ?? '').split('; ');
    expect(name).toMatch(/^__Host-tkr-session=[\w-]{43}$/u);
    expect(attributes.toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
    await secure.close();
  });

  it('are the same without https, but for what only https can hold', async () => {
    const { setCookie } = await openBrowser(test).ask('POST', '/api/session/demo', {
      role: 'ekonom',
    });
    expect(setCookie[0]).toMatch(/^tkr-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/u);
  });
});
