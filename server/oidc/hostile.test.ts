import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { itsamCase } from '../demo/case.ts';
import { startTestApp, type TestAnswer, type TestApp, testTime } from '../testing/app.ts';
import { guardedFetch } from './guarded-fetch.ts';
import { keepDiscovered } from './metadata.ts';
import { type Provider, providersOf } from './providers.ts';
import { Browser } from './testing/browser.ts';
import {
  type HostileProvider,
  sendJson,
  startHostileProvider,
  tokenOf,
} from './testing/hostile-provider.ts';
import { providerAt } from './testing/real-provider.ts';

const { slug } = itsamCase.organisation;

let test: TestApp;
let villain: HostileProvider;
let provider: Provider;
// Metadata is kept for an hour: every test comes a day after the one before it.
let day = 0;

beforeAll(async () => {
  villain = await startHostileProvider();
  provider = providerAt(villain.issuer, slug, { clientSecret: 'a secret of our own' });
  test = await startTestApp({ providers: providersOf([provider]) });
});
afterAll(async () => {
  await test.close();
  await villain.close();
});
beforeEach(() => {
  day += 1;
  test.time.now = new Date(testTime.getTime() + day * 24 * 60 * 60_000);
  (test.watched as unknown[]).length = 0;
});
afterEach(() => {
  villain.metadata = {};
  villain.answers.clear();
  villain.asked.clear();
});

const seconds = () => Math.floor(Date.now() / 1000);
const rs256 = { alg: 'RS256', kid: 'one' };

/** The claims of an honest ID token, for the login that has been begun. */
function honestClaims(nonce: string) {
  return {
    iss: villain.issuer,
    aud: provider.clientId,
    sub: 'anna',
    nonce,
    iat: seconds(),
    exp: seconds() + 300,
    roles: ['Tkr.Ekonom'],
  };
}

/** Logs in with the ID token that `make` gives for the nonce of the login. */
async function logInWith(make: (nonce: string) => string): Promise<TestAnswer> {
  const browser = new Browser(test);
  const { searchParams } = await browser.start(slug);
  villain.idToken = make(searchParams.get('nonce') ?? '');
  const state = searchParams.get('state') ?? '';
  const answer = await browser.get(`/api/oidc/${slug}/callback?code=any&state=${state}`);
  const refused = answer.headers['location'] === '/logga-in?sso=refused';
  expect(browser.cookie('session') === null).toBe(refused);
  return answer;
}

const signed = (claims: object, header: object = rs256) =>
  tokenOf({ ...claims }, { ...header }, villain.privateKey);

function expectRefused(answer: TestAnswer, reason: string): void {
  expect(answer.headers['location']).toBe('/logga-in?sso=refused');
  expect(test.watched).toMatchObject([{ event: 'login.failed', reason }]);
}

describe('an ID token', () => {
  it('that is honest lets in', async () => {
    const answer = await logInWith((nonce) => signed(honestClaims(nonce)));
    expect(answer.headers['location']).toBe('/');
  });

  it.each<[string, (nonce: string) => object]>([
    ['for another client', () => ({ aud: 'another' })],
    ['for several clients, without saying which', () => ({ aud: ['another', provider.clientId] })],
    [
      'for several clients, made for another',
      () => ({ aud: [provider.clientId, 'another'], azp: 'another' }),
    ],
    ['for nobody', () => ({ aud: undefined })],
    ['of another issuer', () => ({ iss: 'https://evil.se' })],
    ['of our issuer and a slash', () => ({ iss: `${villain.issuer}/` })],
    ['of no issuer', () => ({ iss: undefined })],
    ['with another nonce', () => ({ nonce: 'another' })],
    ['with no nonce', () => ({ nonce: undefined })],
    ['with an empty nonce', () => ({ nonce: '' })],
    ['with the nonce in a list', (nonce) => ({ nonce: [nonce] })],
    ['that has expired', () => ({ exp: seconds() - 60 })],
    ['that never expires', () => ({ exp: undefined })],
    ['that expires by a text', () => ({ exp: `${seconds() + 300}` })],
    ['that is not valid yet', () => ({ nbf: seconds() + 300 })],
    ['made at no time', () => ({ iat: undefined })],
    ['of nobody', () => ({ sub: undefined })],
    ['of an empty subject', () => ({ sub: '' })],
    ['of a number', () => ({ sub: 7 })],
  ])('%s is refused', async (_, change) => {
    const answer = await logInWith((nonce) => signed({ ...honestClaims(nonce), ...change(nonce) }));
    expectRefused(answer, 'token_not_valid');
  });

  it('from another login is refused', async () => {
    let first = '';
    await logInWith((nonce) => {
      first = signed(honestClaims(nonce));
      return first;
    });
    (test.watched as unknown[]).length = 0;
    expectRefused(await logInWith(() => first), 'token_not_valid');
  });

  it.each<[string, (nonce: string) => string]>([
    ['by nobody', (nonce) => tokenOf(honestClaims(nonce), { alg: 'none' }, null)],
    ['by nobody, in other letters', (nonce) => tokenOf(honestClaims(nonce), { alg: 'None' }, null)],
    [
      'with our own secret',
      (nonce) => tokenOf(honestClaims(nonce), { alg: 'HS256' }, provider.clientSecret),
    ],
    [
      'with the public key as a secret',
      (nonce) => {
        const pem = villain.publicKey.export({ type: 'spki', format: 'pem' }).toString();
        return tokenOf(honestClaims(nonce), { alg: 'HS256', kid: 'one' }, pem);
      },
    ],
    [
      'with a secret under the name of a key',
      (nonce) => tokenOf(honestClaims(nonce), rs256, 'a secret'),
    ],
    ['by nobody under the name of a key', (nonce) => tokenOf(honestClaims(nonce), rs256, null)],
    [
      'with a key that nobody knows',
      (nonce) => signed(honestClaims(nonce), { ...rs256, kid: 'two' }),
    ],
    [
      'with a key of its own',
      (nonce) => signed(honestClaims(nonce), { ...rs256, kid: 'two', jwk: { kty: 'RSA' } }),
    ],
    [
      'in a way that is not understood',
      (nonce) => signed(honestClaims(nonce), { ...rs256, crit: ['b64'] }),
    ],
  ])('signed %s is refused', async (_, make) => {
    expectRefused(await logInWith(make), 'token_not_valid');
  });

  it('with the subject swapped after it was signed is refused', async () => {
    const answer = await logInWith((nonce) => {
      const [header, , signature] = signed(honestClaims(nonce)).split('.');
      const claims = { ...honestClaims(nonce), sub: 'boss', roles: ['Tkr.Administrator'] };
      return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join(
        '.',
      );
    });
    expectRefused(answer, 'token_not_valid');
  });

  it.each([[''], ['x'], ['a.b'], ['a.b.c'], ['e30.e30.'], ['e30.e30.e30.e30.e30']])(
    'that is none is refused: %j',
    async (text) => {
      expectRefused(await logInWith(() => text), 'token_not_valid');
    },
  );

  it('that is missing is refused', async () => {
    villain.answers.set('/token', (_, to) =>
      sendJson(to, { access_token: 'x', token_type: 'Bearer' }),
    );
    expectRefused(await logInWith(() => ''), 'token_not_valid');
  });
});

describe('the token endpoint', () => {
  it.each([
    ['invalid_client', 401, 'client_refused'],
    ['invalid_client', 400, 'client_refused'],
    ['invalid_grant', 400, 'code_not_valid'],
    ['server_error', 500, 'provider_unreachable'],
  ])('that says %s with %i is told apart', async (error, status, reason) => {
    villain.answers.set('/token', (_, to) => sendJson(to, { error }, status));
    expectRefused(await logInWith(() => ''), reason);
  });

  it('that leads elsewhere is not followed', async () => {
    villain.answers.set('/token', (_, to) =>
      to.writeHead(307, { location: `${villain.issuer}/elsewhere` }).end(),
    );
    expectRefused(await logInWith(() => ''), 'provider_unreachable');
    expect(villain.asked.get('/elsewhere')).toBeUndefined();
  });
});

async function start(): Promise<TestAnswer> {
  return new Browser(test).get(`/api/oidc/${slug}/start`);
}

describe('the metadata', () => {
  const document = '/.well-known/openid-configuration';
  const isStarted = ({ headers }: TestAnswer) =>
    String(headers['location']).startsWith(`${villain.issuer}/authorize?`);

  it('is kept for an hour', async () => {
    await start();
    test.time.now = new Date(test.time.now.getTime() + 60 * 60_000 - 1);
    await start();
    expect(villain.asked.get(document)).toBe(1);
    test.time.now = new Date(test.time.now.getTime() + 1);
    await start();
    expect(villain.asked.get(document)).toBe(2);
  });

  it('is asked for once by many at the same time', async () => {
    await Promise.all(Array.from({ length: 5 }, start));
    expect(villain.asked.get(document)).toBe(1);
  });

  it('is asked for again at once where it failed', async () => {
    villain.answers.set(document, (_, to) => sendJson(to, {}, 503));
    expectRefused(await start(), 'provider_unreachable');
    villain.answers.clear();
    expect(isStarted(await start())).toBe(true);
  });

  it('never makes a signature of what is none', async () => {
    const configuration = await keepDiscovered(() => testTime)(provider);
    expect(configuration.serverMetadata().id_token_signing_alg_values_supported).toEqual(['RS256']);
  });

  it.each<[string, () => object]>([
    ['another issuer', () => ({ issuer: 'https://evil.se' })],
    ['our issuer and a slash', () => ({ issuer: `${villain.issuer}/` })],
    ['our issuer in capitals', () => ({ issuer: villain.issuer.replace('http', 'HTTP') })],
    ['no issuer', () => ({ issuer: undefined })],
    ['keys on another host', () => ({ jwks_uri: 'https://evil.se/keys' })],
    ['keys on another port', () => ({ jwks_uri: 'http://127.0.0.1:1/keys' })],
    ['keys in the cloud’s own place', () => ({ jwks_uri: 'http://169.254.169.254/keys' })],
    ['keys at loopback in other words', () => ({ jwks_uri: 'http://[::1]/keys' })],
    ['keys at loopback as a number', () => ({ jwks_uri: 'http://2130706433/keys' })],
    ['keys in a file', () => ({ jwks_uri: 'file:///etc/passwd' })],
    ['keys in the address', () => ({ jwks_uri: 'data:application/json,{"keys":[]}' })],
    ['keys nowhere', () => ({ jwks_uri: undefined })],
    ['keys in a list', () => ({ jwks_uri: [`${villain.issuer}/keys`] })],
    ['a token endpoint on another host', () => ({ token_endpoint: 'https://evil.se/token' })],
    ['a login page on another host', () => ({ authorization_endpoint: 'https://evil.se/login' })],
    ['a login page that is a script', () => ({ authorization_endpoint: 'javascript:alert(1)' })],
  ])('with %s is refused', async (_, change) => {
    villain.metadata = { ...change() };
    expectRefused(await start(), 'metadata_not_valid');
    expect([...villain.asked.keys()]).toEqual([document]);
  });

  it('that leads elsewhere is not followed', async () => {
    villain.answers.set(document, (_, to) =>
      to.writeHead(302, { location: `${villain.issuer}/elsewhere` }).end(),
    );
    expectRefused(await start(), 'provider_unreachable');
    expect(villain.asked.get('/elsewhere')).toBeUndefined();
  });

  it.each([
    ['no JSON', 'text/html', '<p>Hej'],
    ['a list', 'application/json', '[]'],
    ['nothing', 'application/json', ''],
  ])('that is %s is refused', async (_, type, body) => {
    villain.answers.set(document, (_request, to) =>
      to.writeHead(200, { 'content-type': type }).end(body),
    );
    expectRefused(await start(), 'metadata_not_valid');
  });

  it('of more than a megabyte is left half read', async () => {
    let sent = 0;
    villain.answers.set(document, (_, to) => {
      to.writeHead(200, { 'content-type': 'application/json' });
      const more = (): void => {
        while (!to.destroyed && sent < 200) {
          sent += 1;
          if (!to.write(' '.repeat(1024 * 1024))) return void to.once('drain', more);
        }
        to.end();
      };
      more();
    });
    expectRefused(await start(), 'provider_unreachable');
    expect(sent).toBeLessThan(50);
  });

  it('of a megabyte packed into little is refused, too', async () => {
    const { gzipSync } = await import('node:zlib');
    const packed = gzipSync(`{"x":"${' '.repeat(2 * 1024 * 1024)}"}`);
    expect(packed.length).toBeLessThan(10_000);
    villain.answers.set(document, (_, to) =>
      to
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
        .end(packed),
    );
    expectRefused(await start(), 'provider_unreachable');
  });

  it('that comes drop by drop is given up after five seconds', async () => {
    let drip: NodeJS.Timeout | undefined;
    villain.answers.set(document, (_, to) => {
      to.writeHead(200, { 'content-type': 'application/json' });
      drip = setInterval(() => to.write(' '), 100);
    });
    const before = performance.now();
    expectRefused(await start(), 'provider_unreachable');
    clearInterval(drip);
    expect(performance.now() - before).toBeGreaterThan(4500);
    expect(performance.now() - before).toBeLessThan(8000);
  });

  it('of a provider that is down hinders no start and no other login', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const gone = providerAt(`http://127.0.0.1:${port}`, slug, {});
    const app = await startTestApp({ providers: providersOf([gone]) });
    const answer = await new Browser(app).get(`/api/oidc/${slug}/start`);
    const session = await new Browser(app).get('/api/session');
    const url = `/api/organisations/${app.organisationId}/scenarios`;
    const { statusCode } = await app.app.inject({
      url,
      headers: { host: '127.0.0.1', cookie: app.cookies.ekonom },
    });
    await app.close();
    expect(answer.headers['location']).toBe('/logga-in?sso=refused');
    expect(app.watched).toMatchObject([{ event: 'login.failed', reason: 'provider_unreachable' }]);
    expect(session.body).toMatchObject({ ways: { providers: [{ slug }] } });
    expect(statusCode).toBe(200);
  });
});

describe('what is fetched', () => {
  const get = { method: 'GET', headers: {}, body: null, redirect: 'manual' } as const;
  const real = {
    ...providerAt('https://idp.kommunen.se', 'ydre', { hosts: ['login.kommunen.se'] }),
  };
  delete (real as { isPlainHttpAllowed?: true }).isPlainHttpAllowed;

  it.each([
    ['http://idp.kommunen.se/'],
    ['http://127.0.0.1/'],
    ['https://127.0.0.1/'],
    ['https://evil.se/'],
    ['https://idp.kommunen.se.evil.se/'],
    ['https://evil.se/#idp.kommunen.se'],
    ['https://idp.kommunen.se@evil.se/'],
    ['https://idp.kommunen.se:444/'],
    ['https://sub.idp.kommunen.se/'],
    ['ftp://idp.kommunen.se/'],
    ['//idp.kommunen.se/'],
    [''],
  ])('is never %s', async (address) => {
    await expect(guardedFetch(real)(address, get)).rejects.toThrow('metadata_not_valid');
  });

  it('may be on a host of the configuration', async () => {
    // No such host is there, so that it is asked for and not found.
    await expect(
      guardedFetch({ ...real, hosts: ['login.kommunen.invalid'] })(
        'https://login.kommunen.invalid/',
        get,
      ),
    ).rejects.toThrow('provider_unreachable');
  });
});
