import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '#domain/rights.ts';
import { insertPerson, writePassword } from '../accounts/queries.ts';
import { newId } from '../ids.ts';
import { foundOrganisation, writeMembership } from '../organisations/queries.ts';
import { send, sessionCookie, startTestApp, type TestApp, testTime } from '../testing/app.ts';
import { providersOf } from './providers.ts';
import { Browser, throughProvider } from './testing/browser.ts';
import { type RealProvider, startRealProvider } from './testing/real-provider.ts';

let test: TestApp;
let ydre: RealProvider;
let kinda: RealProvider;
let boxholm: RealProvider;
let lost: RealProvider;
const organisations = { ydre: '', kinda: '', boxholm: '', tranas: '' };

beforeAll(async () => {
  ydre = await startRealProvider('ydre');
  kinda = await startRealProvider('kinda', { isLocalLoginOff: true });
  boxholm = await startRealProvider('boxholm', {
    requiredAmr: ['mfa'],
    requiredAcr: ['loa3', 'loa4'],
  });
  lost = await startRealProvider('borta');
  const all = [ydre, kinda, boxholm, lost].map(({ provider }) => provider);
  test = await startTestApp({ providers: providersOf(all) });
  for (const slug of ['ydre', 'kinda', 'boxholm', 'tranas'] as const) {
    organisations[slug] = await makeOrganisation(slug);
  }
});
afterAll(async () => {
  await test.close();
  for (const one of [ydre, kinda, boxholm, lost]) await one.close();
});

beforeEach(() => {
  test.time.now = testTime;
  forget();
  ydre.employee = employee('anna', 'Tkr.Ekonom');
});

/** Forgets what the watch has been told so far. */
function forget(): void {
  (test.watched as unknown[]).length = 0;
}

function employee(subject: string, roles: unknown, more = {}) {
  const claims = { roles, name: `Namn ${subject}`, email: `${subject}@ydre.se`, ...more };
  return { subject, claims };
}

/** An organisation with an administrator who has a password. */
async function makeOrganisation(slug: string): Promise<string> {
  const organisationId = newId();
  const personId = newId();
  await test.database.inAccounts(async (trx) => {
    const person = { personId, name: 'Lokal', email: `lokal@${slug}.se` };
    await insertPerson(trx, { ...person, isDemo: false, isOperator: false }, testTime);
    await writePassword(trx, personId, { hash: 'x', now: testTime });
    const scope = { organisationId, personId };
    const context = { trx, scope, now: testTime, requestId: 'test' };
    await foundOrganisation(context, { name: slug, orgnr: null });
  });
  return organisationId;
}

async function belong(personId: string, organisationId: string, role: Role): Promise<void> {
  const scope = { organisationId, personId };
  await test.database.inAccounts((trx) =>
    writeMembership({ trx, scope, now: testTime, requestId: 'test' }, { personId, role }),
  );
}

const people = () => test.owner.kysely.selectFrom('person').selectAll().execute();
const sessions = (personId: string) =>
  test.owner.kysely.selectFrom('session').selectAll().where('person_id', '=', personId).execute();
const membership = (personId: string, organisationId = organisations.ydre) =>
  test.owner.kysely
    .selectFrom('membership')
    .selectAll()
    .where('person_id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();

async function personOf(subject: string): Promise<string> {
  const { person_id } = await test.owner.kysely
    .selectFrom('oidc_identity')
    .select('person_id')
    .where('subject', '=', subject)
    .where('issuer', '=', ydre.provider.issuer)
    .executeTakeFirstOrThrow();
  return person_id;
}

async function logOf(personId: string, organisationId = organisations.ydre) {
  const rows = await test.owner.kysely
    .selectFrom('audit_log')
    .select(['action', 'before', 'after'])
    .where('organisation_id', '=', organisationId)
    .where('entity_id', '=', personId)
    .orderBy('seq')
    .execute();
  return rows.map(({ action, before, after }) => ({
    action,
    before: before === null ? null : (JSON.parse(before) as unknown),
    after: after === null ? null : (JSON.parse(after) as unknown),
  }));
}

const scenarios = (browser: Browser, organisationId: string) =>
  browser.get(`/api/organisations/${organisationId}/scenarios`);

const reasons = () =>
  test.watched.filter(({ event }) => event === 'login.failed').map(({ reason }) => reason);

function expectRefused(answer: { status: number; headers: object }, reason: string): void {
  expect(answer.status).toBe(303);
  expect(answer.headers).toMatchObject({ location: '/logga-in?sso=refused' });
  expect(reasons()).toEqual([reason]);
}

describe('a login with the employer', () => {
  it('makes the person, the membership and the session, and leads to the page', async () => {
    const browser = new Browser(test);
    const answer = await browser.logIn('ydre', '/ydre/borgensutrymme?x=1');
    expect(answer.status).toBe(303);
    expect(answer.headers).toMatchObject({
      location: '/ydre/borgensutrymme?x=1',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    expect(browser.cookie('oidc')).toBeNull();
    const { body } = await browser.get('/api/session');
    expect(body).toMatchObject({
      stage: 'full',
      method: 'oidc',
      hasSecondFactor: false,
      person: { name: 'Namn anna', email: 'anna@ydre.se', isOperator: false },
      organisations: [{ organisationId: organisations.ydre, role: 'ekonom' }],
    });
    expect((await scenarios(browser, organisations.ydre)).status).toBe(200);
    const personId = await personOf('anna');
    expect(await logOf(personId)).toEqual([
      {
        action: 'joinByProvider',
        before: null,
        after: { personId, role: 'ekonom', version: 1, byProvider: true },
      },
      { action: 'login', before: null, after: { method: 'oidc', secondFactor: false } },
    ]);
    expect(test.watched).toMatchObject([
      { event: 'login.succeeded', personId, organisationId: organisations.ydre },
    ]);
  });

  it('asks for what it should, and keeps no secret in the database', async () => {
    const browser = new Browser(test);
    const { searchParams } = await browser.start('ydre');
    const { state, nonce, code_challenge, ...rest } = Object.fromEntries(searchParams);
    for (const secret of [state, nonce, code_challenge]) expect(secret).toMatch(/^[\w-]{43}$/u);
    expect(rest).toEqual({
      client_id: 'tkr-ydre',
      response_type: 'code',
      redirect_uri: 'http://127.0.0.1/api/oidc/ydre/callback',
      scope: 'openid email profile',
      code_challenge_method: 'S256',
    });
    const rows = await test.owner.kysely.selectFrom('oidc_attempt').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(searchParams.get('state'));
    expect(JSON.stringify(rows)).not.toContain(browser.cookie('oidc'));
    expect(JSON.stringify(rows)).not.toContain(searchParams.get('code_challenge'));
  });

  it('keeps its secret in a cookie of this browser alone', async () => {
    const { headers } = await new Browser(test).get('/api/oidc/ydre/start');
    expect(headers['set-cookie']).toMatch(
      /^tkr-oidc=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/u,
    );
    const secure = await startTestApp({
      providers: providersOf([ydre.provider]),
      publicUrl: new URL('https://tkr.kommunen.se'),
    });
    const answer = await new Browser(secure).get('/api/oidc/ydre/start');
    await secure.close();
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-tkr-oidc=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/u,
    );
    const asked = new URL(String(answer.headers['location'])).searchParams.get('redirect_uri');
    expect(asked).toBe('https://tkr.kommunen.se/api/oidc/ydre/callback');
  });

  it('finds the same person again, and leaves the name as it was', async () => {
    await new Browser(test).logIn('ydre');
    const personId = await personOf('anna');
    const before = await people();
    ydre.employee = employee('anna', ['Tkr.Ekonom'], { name: 'Annat namn', email: 'ny@ydre.se' });
    const browser = new Browser(test);
    await browser.logIn('ydre');
    expect(await people()).toEqual(before);
    expect((await browser.get('/api/session')).body).toMatchObject({ person: { personId } });
  });

  it('makes one person of several first logins at once', async () => {
    ydre.employee = employee('tvilling', 'Tkr.Ekonom');
    const browsers = [1, 2, 3, 4].map(() => new Browser(test));
    const callbacks: string[] = [];
    for (const browser of browsers) {
      callbacks.push(await throughProvider(await browser.start('ydre', '/ydre')));
    }
    const answers = await Promise.all(
      browsers.map((browser, index) => browser.get(callbacks[index] ?? '')),
    );
    expect(answers.map(({ headers }) => headers['location'])).toEqual(Array(4).fill('/ydre'));
    const named = (await people()).filter(({ name }) => name === 'Namn tvilling');
    expect(named).toHaveLength(1);
    expect(await sessions(await personOf('tvilling'))).toHaveLength(4);
  });

  it('ends the session that the browser came with', async () => {
    const browser = new Browser(test);
    await browser.logIn('ydre');
    const first = browser.cookie('session') ?? '';
    await browser.logIn('ydre');
    expect(browser.cookie('session')).not.toBe(first);
    const old = new Browser(test);
    old.steal('session', first);
    expect((await old.get('/api/session')).body).toMatchObject({ stage: 'none' });
  });

  it('leads nowhere else', async () => {
    const answer = await new Browser(test).logIn('ydre', '//evil.se');
    expect(answer.headers['location']).toBe('/');
    const twice = new Browser(test);
    await twice.get('/api/oidc/ydre/start?returnTo=/ydre&returnTo=//evil.se');
    expect((await new Browser(test).get('/api/oidc/nobody/start')).status).toBe(404);
    expect((await new Browser(test).get('/api/oidc/nobody/callback?state=x')).status).toBe(404);
  });
});

describe('the role', () => {
  it('follows the claim, and every other session of the person ends', async () => {
    ydre.employee = employee('role', 'Tkr.Ekonom');
    const old = new Browser(test);
    await old.logIn('ydre');
    const personId = await personOf('role');
    ydre.employee = employee('role', 'Tkr.Revisor');
    const browser = new Browser(test);
    await browser.logIn('ydre');
    expect((await old.get('/api/session')).body).toMatchObject({ stage: 'none' });
    expect((await browser.get('/api/session')).body).toMatchObject({
      organisations: [{ role: 'revisor' }],
    });
    expect(await logOf(personId)).toContainEqual({
      action: 'changeRole',
      before: { personId, role: 'ekonom', version: 1 },
      after: { personId, role: 'revisor', version: 2, byProvider: true },
    });
    expect(test.watched.map(({ event }) => event)).toEqual([
      'login.succeeded',
      'role.changed',
      'login.succeeded',
    ]);
  });

  it('leaves other sessions alone where it is the same', async () => {
    const old = new Browser(test);
    await old.logIn('ydre');
    await new Browser(test).logIn('ydre');
    expect((await old.get('/api/session')).body).toMatchObject({ stage: 'full' });
  });

  it.each([[undefined], [[]], ['Annat'], ['tkr.ekonom']])(
    'is needed: %j gives none',
    async (roles) => {
      const before = await people();
      ydre.employee = employee('stranger', roles);
      const browser = new Browser(test);
      expectRefused(await browser.logIn('ydre'), 'role_missing');
      expect(browser.cookie('session')).toBeNull();
      expect(await people()).toEqual(before);
    },
  );

  it('that the employer takes back is gone: membership, sessions and tokens', async () => {
    ydre.employee = employee('leaver', 'Tkr.Administrator');
    const old = new Browser(test);
    await old.logIn('ydre');
    const personId = await personOf('leaver');
    const token = { person_id: personId, organisation_id: organisations.ydre, token_id: newId() };
    await test.owner.kysely
      .insertInto('api_token')
      .values({
        ...token,
        name: 'skript',
        scope: 'read',
        token_hash: 'x',
        created_at: testTime,
        expires_at: new Date('2027-01-01'),
      })
      .execute();
    ydre.employee = employee('leaver', []);
    expectRefused(await new Browser(test).logIn('ydre'), 'role_missing');
    expect(await sessions(personId)).toEqual([]);
    expect((await membership(personId))?.ended_at).toEqual(testTime);
    const tokens = await test.owner.kysely
      .selectFrom('api_token')
      .select('revoked_at')
      .where('person_id', '=', personId)
      .execute();
    expect(tokens).toEqual([{ revoked_at: testTime }]);
    expect(await logOf(personId)).toContainEqual({
      action: 'endMembership',
      before: { personId, role: 'administrator', version: 1 },
      after: { personId, role: 'administrator', version: 2, byProvider: true },
    });
    expect(test.watched.map(({ event }) => event)).toEqual([
      'login.succeeded',
      'membership.ended',
      'login.failed',
    ]);
    // And once more: nothing is left to end.
    await new Browser(test).logIn('ydre');
    expect((await logOf(personId)).filter(({ action }) => action === 'endMembership').length).toBe(
      1,
    );
    // The employer gives a role again.
    ydre.employee = employee('leaver', 'Tkr.Revisor');
    const back = new Browser(test);
    await back.logIn('ydre');
    expect((await back.get('/api/session')).body).toMatchObject({
      person: { personId },
      organisations: [{ role: 'revisor' }],
    });
    expect(await membership(personId)).toMatchObject({ ended_at: null, version: 3 });
  });

  it('is the claim’s, also for the last administrator', async () => {
    kinda.employee = employee('boss', 'Tkr.Administrator');
    await new Browser(test).logIn('kinda');
    await test.owner.kysely
      .updateTable('membership')
      .set({ ended_at: testTime })
      .where('organisation_id', '=', organisations.kinda)
      .where('person_id', 'in', (select) =>
        select.selectFrom('person').select('person_id').where('email', '=', 'lokal@kinda.se'),
      )
      .execute();
    kinda.employee = employee('boss', 'Tkr.Ekonom');
    const browser = new Browser(test);
    await browser.logIn('kinda');
    expect((await browser.get('/api/session')).body).toMatchObject({
      organisations: [{ role: 'ekonom' }],
    });
  });

  it('is not given to somebody whose account is closed', async () => {
    ydre.employee = employee('closed', 'Tkr.Ekonom');
    await new Browser(test).logIn('ydre');
    const personId = await personOf('closed');
    forget();
    await test.owner.kysely
      .updateTable('person')
      .set({ disabled_at: testTime })
      .where('person_id', '=', personId)
      .execute();
    expectRefused(await new Browser(test).logIn('ydre'), 'person_disabled');
  });
});

describe('an address of somebody else', () => {
  it('never gives their account', async () => {
    const before = await people();
    const owner = before.find(({ email }) => email === 'lokal@ydre.se');
    ydre.employee = employee('thief', 'Tkr.Ekonom', { email: 'LOKAL@ydre.se' });
    const browser = new Browser(test);
    await browser.logIn('ydre');
    const personId = await personOf('thief');
    expect(personId).not.toBe(owner?.person_id);
    expect((await browser.get('/api/session')).body).toMatchObject({ person: { email: null } });
    expect((await people()).filter((one) => one.person_id !== personId)).toEqual(before);
  });

  it('is left alone also where the account is closed', async () => {
    await test.owner.kysely
      .updateTable('person')
      .set({ disabled_at: testTime })
      .where('email', '=', 'lokal@tranas.se')
      .execute();
    ydre.employee = employee('heir', 'Tkr.Ekonom', { email: 'lokal@tranas.se' });
    const browser = new Browser(test);
    expect((await browser.logIn('ydre')).headers['location']).toBe('/');
    expect((await browser.get('/api/session')).body).toMatchObject({ person: { email: null } });
  });
});

describe('a come-back', () => {
  it('counts once', async () => {
    const browser = new Browser(test);
    const callback = await throughProvider(await browser.start('ydre'));
    const secret = browser.cookie('oidc') ?? '';
    await browser.get(callback);
    const session = browser.cookie('session');
    browser.steal('oidc', secret);
    expectRefused(await browser.get(callback), 'state_not_known');
    expect(browser.cookie('session')).toBe(session);
    expect((await browser.get('/api/session')).body).toMatchObject({ stage: 'full' });
  });

  it('is used up by a login that fails, too', async () => {
    const browser = new Browser(test);
    const callback = await throughProvider(await browser.start('ydre'));
    const url = new URL(callback, 'http://127.0.0.1');
    url.searchParams.set('code', 'wrong');
    expectRefused(await browser.get(`${url.pathname}${url.search}`), 'code_not_valid');
    forget();
    expectRefused(await browser.get(callback), 'state_not_known');
  });

  it('with a code that was used brings nobody in', async () => {
    const first = new Browser(test);
    const used = new URL(await throughProvider(await first.start('ydre')), 'http://127.0.0.1');
    await first.get(`${used.pathname}${used.search}`);
    const second = new Browser(test);
    const own = new URL(await throughProvider(await second.start('ydre')), 'http://127.0.0.1');
    own.searchParams.set('code', used.searchParams.get('code') ?? '');
    forget();
    expectRefused(await second.get(`${own.pathname}${own.search}`), 'code_not_valid');
    expect(second.cookie('session')).toBeNull();
  });

  it('with a code of another login brings nobody in', async () => {
    const victim = new Browser(test);
    const stolen = new URL(await throughProvider(await victim.start('ydre')), 'http://127.0.0.1');
    const thief = new Browser(test);
    const own = new URL(await throughProvider(await thief.start('ydre')), 'http://127.0.0.1');
    own.searchParams.set('code', stolen.searchParams.get('code') ?? '');
    expectRefused(await thief.get(`${own.pathname}${own.search}`), 'code_not_valid');
  });

  it('in another browser brings nobody in, and is used up', async () => {
    const attacker = new Browser(test);
    const callback = await throughProvider(await attacker.start('ydre'));
    const victim = new Browser(test);
    expectRefused(await victim.get(callback), 'other_browser');
    expect(victim.cookie('session')).toBeNull();
    forget();
    expectRefused(await attacker.get(callback), 'state_not_known');
  });

  it('in a browser with a login of its own under way brings nobody in', async () => {
    const attacker = new Browser(test);
    const callback = await throughProvider(await attacker.start('ydre'));
    const victim = new Browser(test);
    await victim.start('ydre');
    expectRefused(await victim.get(callback), 'other_browser');
  });

  it.each([
    ['none', ''],
    ['an empty one', '&state='],
    ['a made-up one', `&state=${'A'.repeat(43)}`],
  ])('with the wrong state is refused: %s', async (_, state) => {
    const browser = new Browser(test);
    await browser.start('ydre');
    expectRefused(await browser.get(`/api/oidc/ydre/callback?code=x${state}`), 'state_not_known');
  });

  it('with two states is refused', async () => {
    const browser = new Browser(test);
    const callback = await throughProvider(await browser.start('ydre'));
    expectRefused(await browser.get(`${callback}&state=x`), 'state_not_known');
  });

  it('after ten minutes is too late', async () => {
    const browser = new Browser(test);
    const callback = await throughProvider(await browser.start('ydre'));
    test.time.now = new Date(testTime.getTime() + 10 * 60_000);
    expectRefused(await browser.get(callback), 'state_not_known');
    forget();
    test.time.now = testTime;
    expectRefused(await browser.get(callback), 'state_not_known');
  });

  it('just before is in time', async () => {
    const browser = new Browser(test);
    const callback = await throughProvider(await browser.start('ydre'));
    test.time.now = new Date(testTime.getTime() + 10 * 60_000 - 1);
    expect((await browser.get(callback)).headers['location']).toBe('/');
  });

  it('with the provider’s no is refused', async () => {
    ydre.employee = null;
    const browser = new Browser(test);
    expectRefused(await browser.logIn('ydre'), 'provider_refused');
  });

  it('from another issuer is refused', async () => {
    const browser = new Browser(test);
    const url = new URL(await throughProvider(await browser.start('ydre')), 'http://127.0.0.1');
    expect(url.searchParams.get('iss')).toBe(ydre.provider.issuer);
    url.searchParams.set('iss', kinda.provider.issuer);
    expectRefused(await browser.get(`${url.pathname}${url.search}`), 'token_not_valid');
  });

  it('is not used up by a look at the headers', async () => {
    const browser = new Browser(test);
    const callback = await throughProvider(await browser.start('ydre'));
    const cookie = `tkr-oidc=${browser.cookie('oidc')}`;
    const headers = { host: '127.0.0.1', cookie };
    const look = await test.app.inject({ method: 'HEAD', url: callback, headers });
    expect(look.statusCode).toBe(404);
    expect((await browser.get(callback)).headers['location']).toBe('/');
  });
});

describe('a second factor', () => {
  const log = async (amr: string[] | undefined, acr: string | undefined) => {
    boxholm.employee = {
      ...employee('careful', 'Tkr.Ekonom'),
      ...(amr ? { amr } : {}),
      ...(acr === undefined ? {} : { acr }),
    };
    const browser = new Browser(test);
    return { answer: await browser.logIn('boxholm'), browser };
  };

  it.each([
    [undefined, undefined],
    [['pwd'], 'loa3'],
    [['mfa'], undefined],
    [['mfa'], 'loa2'],
  ])('is asked for: amr %j and acr %j are too weak', async (amr, acr) => {
    expectRefused((await log(amr, acr)).answer, 'factor_missing');
  });

  it('that was shown is known to the session, with the level', async () => {
    const { answer, browser } = await log(['pwd', 'mfa'], 'loa3');
    expect(answer.headers['location']).toBe('/');
    const { body } = await browser.get('/api/session');
    expect(body).toMatchObject({ method: 'oidc', hasSecondFactor: true });
    const [row] = await test.owner.kysely
      .selectFrom('session')
      .selectAll()
      .where('acr', 'is not', null)
      .execute();
    expect(row).toMatchObject({
      acr: 'loa3',
      method: 'oidc',
      has_second_factor: true,
      oidc_issuer: `${boxholm.provider.issuer}#boxholm`,
    });
    expect((await new Browser(test).start('boxholm')).searchParams.get('acr_values')).toBe(
      'loa3 loa4',
    );
  });

  it('that the organisation asks everybody for is the provider’s or the configuration’s word', async () => {
    ydre.employee = employee('anna', 'Tkr.Ekonom');
    const require = (isRequired: boolean) =>
      test.owner.kysely
        .updateTable('organisation')
        .set({ requires_second_factor: isRequired })
        .where('slug', '=', 'ydre')
        .execute();
    await require(true);
    const weak = new Browser(test);
    await weak.logIn('ydre');
    const strong = new Browser(test);
    ydre.employee = { ...ydre.employee, amr: ['pwd', 'mfa'] };
    await strong.logIn('ydre');
    const answers = [
      await scenarios(weak, organisations.ydre),
      await scenarios(strong, organisations.ydre),
    ];
    await require(false);
    expect(answers).toMatchObject([
      { status: 403, body: { code: 'second_factor_required' } },
      { status: 200 },
    ]);
  });

  it('is asked for of somebody who is known, too, and their failure is logged', async () => {
    await log(['mfa'], 'loa3');
    forget();
    expectRefused((await log(['pwd'], 'loa3')).answer, 'factor_missing');
    const personId = test.watched[0]?.personId ?? '';
    expect((await logOf(personId, organisations.boxholm)).at(-1)).toEqual({
      action: 'loginFailed',
      before: null,
      after: { method: 'oidc', reason: 'factor_missing' },
    });
  });
});

describe('two organisations', () => {
  it('have their own people, also where the subjects are the same', async () => {
    ydre.employee = employee('same', 'Tkr.Ekonom');
    kinda.employee = employee('same', 'Tkr.Revisor', { email: 'same@kinda.se' });
    const here = new Browser(test);
    const there = new Browser(test);
    await here.logIn('ydre');
    await there.logIn('kinda');
    const ids = await test.owner.kysely
      .selectFrom('oidc_identity')
      .select('person_id')
      .where('subject', '=', 'same')
      .execute();
    expect(new Set(ids.map(({ person_id }) => person_id)).size).toBe(2);
    expect((await scenarios(here, organisations.ydre)).status).toBe(200);
    expect((await scenarios(here, organisations.kinda)).status).toBe(404);
    expect((await scenarios(there, organisations.kinda)).status).toBe(200);
    expect((await scenarios(there, organisations.ydre)).status).toBe(404);
  });

  it('do not take each other’s come-backs', async () => {
    const browser = new Browser(test);
    const callback = await throughProvider(await browser.start('ydre'));
    const swapped = callback.replace('/oidc/ydre/', '/oidc/kinda/');
    expectRefused(await browser.get(swapped), 'state_not_known');
  });

  it('are not opened by each other’s logins, though the person belongs to both', async () => {
    ydre.employee = employee('both', 'Tkr.Ekonom');
    const browser = new Browser(test);
    await browser.logIn('ydre');
    const personId = await personOf('both');
    for (const slug of ['kinda', 'tranas'] as const) {
      await belong(personId, organisations[slug], 'ekonom');
    }
    const refused = await scenarios(browser, organisations.kinda);
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'provider_required' }]);
    expect((await scenarios(browser, organisations.ydre)).status).toBe(200);
    // One without a provider leaves it to whoever invited the person.
    expect((await scenarios(browser, organisations.tranas)).status).toBe(200);
  });

  it('are opened by a password only where that is not switched off', async () => {
    const { person_id: personId } =
      (await people()).find(({ email }) => email === 'lokal@ydre.se') ?? expect.unreachable();
    for (const slug of ['kinda', 'ydre'] as const)
      await belong(personId, organisations[slug], 'ekonom');
    const cookie = await sessionCookie(test.database, personId);
    const ask = (organisationId: string) =>
      send(test, {
        method: 'GET',
        url: `/api/organisations/${organisationId}/scenarios`,
        headers: { cookie },
      });
    expect((await ask(organisations.ydre)).status).toBe(200);
    expect(await ask(organisations.kinda)).toMatchObject({
      status: 403,
      body: { code: 'provider_required' },
    });
  });

  it('with one issuer are still two', async () => {
    const shared = await startTestApp({
      providers: providersOf([ydre.provider, { ...ydre.provider, slug: 'kinda' }]),
    });
    const own = test;
    test = shared;
    const here = await makeOrganisation('ydre');
    const there = await makeOrganisation('kinda');
    const browser = new Browser(shared);
    await browser.logIn('ydre');
    await belong(await personOf('anna'), there, 'ekonom');
    const answers = [await scenarios(browser, here), await scenarios(browser, there)];
    test = own;
    await shared.close();
    expect(answers.map(({ status }) => status)).toEqual([200, 403]);
  });

  it('are not made by a login', async () => {
    lost.employee = employee('anna', 'Tkr.Ekonom');
    expectRefused(await new Browser(test).logIn('borta'), 'organisation_not_found');
    expect(test.watched).toMatchObject([{ personId: null, organisationId: null }]);
  });
});
