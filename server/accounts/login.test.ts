import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp, testTime } from '../testing/app.ts';
import { type Browser, openBrowser } from '../testing/browser.ts';
import { type Founded, found, goodPassword, join } from '../testing/people.ts';

let test: TestApp;
let org: Founded;

beforeAll(async () => {
  test = await startTestApp();
  org = await found(test);
});
afterAll(() => test.close());

const later = (seconds: number): void => {
  test.time.now = new Date(test.time.now.getTime() + seconds * 1000);
};

const tryOnce = (browser: Browser, email: string, password = 'fel lösenord här') =>
  browser.ask('POST', '/api/session', { email, password });

async function failSixTimes(browser: Browser, email: string): Promise<void> {
  for (let time = 0; time < 6; time += 1) {
    expect((await tryOnce(browser, email)).code).toBe('login_failed');
  }
}

describe('T11 guessing at one account', () => {
  it('is slowed after five free mistakes, by more each time, from every address', async () => {
    await join(test, org, { email: 'bo@sodra.se', role: 'ekonom', address: '10.0.0.1' });
    const thief = openBrowser(test, { address: '10.0.0.66' });
    await failSixTimes(thief, 'bo@sodra.se');
    const slowed = await tryOnce(thief, 'bo@sodra.se');
    expect([slowed.status, slowed.code]).toEqual([429, 'too_many_attempts']);
    expect(slowed.headers['retry-after']).toBe('1');
    const elsewhere = openBrowser(test, { address: '10.0.0.67' });
    expect((await tryOnce(elsewhere, 'bo@sodra.se', goodPassword)).code).toBe('too_many_attempts');
    later(1);
    expect((await tryOnce(thief, 'bo@sodra.se')).code).toBe('login_failed');
    expect((await tryOnce(thief, 'bo@sodra.se')).headers['retry-after']).toBe('2');
  });

  it('does not lock out its owner, in a browser that they have logged in from', async () => {
    const owner = await join(test, org, { email: 'cia@sodra.se', role: 'ekonom' });
    const thief = openBrowser(test, { address: '10.0.0.66' });
    await failSixTimes(thief, 'cia@sodra.se');
    expect((await tryOnce(thief, 'cia@sodra.se')).status).toBe(429);
    owner.jar.delete('tkr-session');
    expect((await tryOnce(owner, 'cia@sodra.se', goodPassword)).status).toBe(200);
    // The mark of one person's browser opens nothing faster for another account.
    expect((await tryOnce(owner, 'bo@sodra.se')).status).toBe(429);
  });

  it('does not touch other accounts at the same address', async () => {
    const { status } = await tryOnce(
      openBrowser(test, { address: '10.0.0.66' }),
      'anna.ek@sodra.se',
      goodPassword,
    );
    expect(status).toBe(200);
  });

  it('is counted before it is tried: twenty at once are not one', async () => {
    await join(test, org, { email: 'dan@sodra.se', role: 'ekonom' });
    const thief = openBrowser(test, { address: '10.0.1.66' });
    const all = await Promise.all(Array.from({ length: 20 }, () => tryOnce(thief, 'dan@sodra.se')));
    expect(all.filter(({ code }) => code === 'login_failed').length).toBeLessThanOrEqual(6);
    expect(all.filter(({ code }) => code === 'too_many_attempts').length).toBeGreaterThanOrEqual(
      14,
    );
  });

  it('is forgiven by one success, and leaves a row in the log and an event', async () => {
    const browser = await join(test, org, { email: 'eva@sodra.se', role: 'revisor' });
    const log = `/api/organisations/${org.organisationId}/log?action=loginFailed`;
    const before = await browser.ask('GET', log);
    for (let round = 0; round < 2; round += 1) {
      for (let time = 0; time < 4; time += 1) await tryOnce(browser, 'eva@sodra.se');
      expect((await tryOnce(browser, 'eva@sodra.se', goodPassword)).status).toBe(200);
    }
    const after = await browser.ask('GET', log);
    const rows = ({ body }: typeof after) => (body as { rows: object[] }).rows.length;
    expect(rows(after) - rows(before)).toBe(8);
    expect(test.watched.filter(({ event }) => event === 'login.failed').length).toBeGreaterThan(8);
  });
});

describe('T11 guessing from one address', () => {
  it('is slowed after twenty, whatever the accounts, and only there', async () => {
    const thief = openBrowser(test, { address: '10.0.2.66' });
    for (let number = 0; number < 21; number += 1) {
      expect((await tryOnce(thief, `person${number}@sodra.se`)).code).toBe('login_failed');
    }
    expect((await tryOnce(thief, 'person21@sodra.se')).code).toBe('too_many_attempts');
    const other = openBrowser(test, { address: '10.0.2.67' });
    expect((await tryOnce(other, 'person22@sodra.se')).code).toBe('login_failed');
  }, 30_000);
});

describe('an unknown account', () => {
  it('is answered as a known one is, in the same time', async () => {
    await join(test, org, { email: 'fia@sodra.se', role: 'ekonom' });
    const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
    const answers = new Set<string>();
    for (let round = 0; round < 4; round += 1) {
      for (const [kind, email] of [
        ['known', 'fia@sodra.se'],
        ['unknown', 'finns.inte@sodra.se'],
      ] as const) {
        const browser = openBrowser(test, { address: `10.0.3.${round}` });
        const start = performance.now();
        const answer = await tryOnce(browser, email);
        times[kind].push(performance.now() - start);
        const { requestId: _, ...same } = answer.body as { requestId: string };
        answers.add(JSON.stringify([answer.status, same, answer.setCookie]));
      }
    }
    expect(answers.size).toBe(1);
    const median = (all: number[]): number => all.toSorted((one, two) => one - two)[2] ?? 0;
    const ratio = median(times.known) / median(times.unknown);
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.25);
  });
});

/** Turns one-time codes on, and gives what makes them. */
async function turnOnTotp(browser: Browser) {
  const started = await browser.ask('POST', '/api/account/totp', { password: goodPassword });
  const { secret } = started.body as { secret: string };
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const code = () => totp.generate({ timestamp: test.time.now.getTime() });
  const confirmed = await browser.ask('PUT', '/api/account/totp', { code: code() });
  expect(confirmed.status).toBe(200);
  const { recoveryCodes } = confirmed.body as { recoveryCodes: string[] };
  return { code, recoveryCodes };
}

describe('T15 the second factor', () => {
  it('is asked for after the password, and nothing is open before it', async () => {
    const browser = await join(test, org, { email: 'gun@sodra.se', role: 'ekonom' });
    const { code } = await turnOnTotp(browser);
    later(60);
    const fresh = openBrowser(test);
    const { body } = await tryOnce(fresh, 'gun@sodra.se', goodPassword);
    expect(body).toMatchObject({ stage: 'password', person: null, organisations: [] });
    const scenarios = `/api/organisations/${org.organisationId}/scenarios`;
    expect((await fresh.ask('GET', scenarios)).code).toBe('second_factor_missing');
    expect((await fresh.ask('GET', '/api/account')).code).toBe('second_factor_missing');
    const halfway = fresh.jar.get('tkr-session');
    const done = await fresh.ask('POST', '/api/session/second-factor', { code: code() });
    expect(done.body).toMatchObject({ stage: 'full', hasSecondFactor: true });
    expect(fresh.jar.get('tkr-session')).not.toBe(halfway);
    expect((await fresh.ask('GET', scenarios)).status).toBe(200);
  });

  it('takes a code once, and none from before it', async () => {
    const browser = await join(test, org, { email: 'hans@sodra.se', role: 'ekonom' });
    const { code } = await turnOnTotp(browser);
    const old = code();
    later(30);
    const fresh = openBrowser(test);
    await tryOnce(fresh, 'hans@sodra.se', goodPassword);
    const used = code();
    const again = await fresh.ask('POST', '/api/session/second-factor', { code: old });
    expect(again.code).toBe('code_wrong');
    expect((await fresh.ask('POST', '/api/session/second-factor', { code: used })).status).toBe(
      200,
    );
    const other = openBrowser(test);
    await tryOnce(other, 'hans@sodra.se', goodPassword);
    const replayed = await other.ask('POST', '/api/session/second-factor', { code: used });
    expect(replayed.code).toBe('code_wrong');
  });

  it('can be a recovery code, once', async () => {
    const browser = await join(test, org, { email: 'ida@sodra.se', role: 'ekonom' });
    const { recoveryCodes } = await turnOnTotp(browser);
    expect(recoveryCodes).toHaveLength(10);
    for (const wanted of [200, 422]) {
      const fresh = openBrowser(test);
      await tryOnce(fresh, 'ida@sodra.se', goodPassword);
      const code = (recoveryCodes[0] ?? '').toLowerCase();
      const { status } = await fresh.ask('POST', '/api/session/second-factor', { code });
      expect(status).toBe(wanted);
    }
    expect(recoveryCodes[1]).not.toBe(recoveryCodes[0]);
  });

  it('is not guessed: it is slowed as a password is', async () => {
    const browser = await join(test, org, { email: 'jan@sodra.se', role: 'ekonom' });
    await turnOnTotp(browser);
    const fresh = openBrowser(test);
    await tryOnce(fresh, 'jan@sodra.se', goodPassword);
    for (let time = 0; time < 6; time += 1) {
      const { code } = await fresh.ask('POST', '/api/session/second-factor', { code: '000000' });
      expect(code).toBe('code_wrong');
    }
    const slowed = await fresh.ask('POST', '/api/session/second-factor', { code: '000000' });
    expect(slowed.code).toBe('too_many_attempts');
  });

  it('is required of everybody, and then cannot be taken off, where an administrator says so', async () => {
    const browser = await join(test, org, { email: 'kai@sodra.se', role: 'ekonom' });
    const settings = `/api/organisations/${org.organisationId}/settings`;
    const scenarios = `/api/organisations/${org.organisationId}/scenarios`;
    await turnOnTotp(org.administrator);
    const required = await test.app.inject({
      method: 'PATCH',
      url: settings,
      headers: {
        host: '127.0.0.1',
        'sec-fetch-site': 'same-origin',
        'if-match': '"1"',
        cookie: `tkr-session=${org.administrator.jar.get('tkr-session') ?? ''}`,
      },
      payload: { requiresSecondFactor: true },
    });
    expect(required.statusCode).toBe(200);
    expect((await browser.ask('GET', scenarios)).code).toBe('second_factor_required');
    await turnOnTotp(browser);
    expect((await browser.ask('GET', scenarios)).status).toBe(200);
    const removed = await browser.ask('POST', '/api/account/totp/removal', {
      password: goodPassword,
    });
    expect(removed.code).toBe('totp_required');
  });
});

describe('what is told', () => {
  it('T31 holds no names, addresses of people, passwords or secrets', () => {
    const told = JSON.stringify(test.watched);
    for (const secret of ['sodra.se', 'Anna', 'Bo ', goodPassword, 'fel lösenord', 'Södra']) {
      expect(told).not.toContain(secret);
    }
    expect(test.time.now.getTime()).toBeGreaterThan(testTime.getTime());
  });
});
