import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { InjectOptions } from 'fastify';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { problem } from '#contract/problem.ts';
import { refusalTexts } from '#contract/refusal-texts.ts';
import { listScenarios } from '#contract/scenarios.ts';
import {
  call,
  everythingStored,
  send,
  startTestApp,
  type TestApp,
  type TestCall,
  type TestOptions,
  testTime,
} from '../testing/app.ts';
import { openBrowser } from '../testing/browser.ts';
import { describedOperations, sendSample } from '../testing/operations.ts';
import { found, goodPassword, join } from '../testing/people.ts';
import { jsonLines } from './watch.ts';

let webDirectory: string;
beforeAll(() => {
  webDirectory = mkdtempSync(path.join(tmpdir(), 'tkr-web-'));
  for (const folder of ['assets', '.git']) mkdirSync(path.join(webDirectory, folder));
  for (const [file, text] of [
    ['index.html', '<!doctype html><title>Tkr</title>'],
    ['theme.js', '1'],
    ['assets/index-1.js', '1'],
    ['assets/index-1.js.map', '{"sources":["hemlig.ts"]}'],
    ['.git/config', '[remote]'],
    ['.env', 'HEMLIG=1'],
  ] as const) {
    writeFileSync(path.join(webDirectory, file), text);
  }
});
afterAll(() => rmSync(webDirectory, { recursive: true, force: true }));

const started: TestApp[] = [];
afterEach(async () => {
  for (const test of started.splice(0)) await test.close();
});
async function start(options: TestOptions = {}): Promise<TestApp> {
  const test = await startTestApp(options);
  started.push(test);
  return test;
}

const codeOf = ({ body }: { readonly body: unknown }): string =>
  (body as { readonly code?: string } | null)?.code ?? '';

describe('T29 the headers of an answer', () => {
  const scenarios = (test: TestApp): string =>
    `/api/organisations/${test.organisationId}/scenarios`;
  /** One call for each way in which an answer can come about, and the status that it has. */
  const calls = (test: TestApp): [TestCall, number][] => [
    [{ method: 'GET', url: '/' }, 200],
    [{ method: 'GET', url: '/investeringsbudget' }, 200],
    [{ method: 'GET', url: '/theme.js' }, 200],
    [{ method: 'GET', url: '/assets/index-1.js' }, 200],
    [{ method: 'GET', url: '/assets/gone.js' }, 404],
    [{ method: 'GET', url: '/api/health' }, 200],
    [{ method: 'GET', url: '/api/ready' }, 200],
    [{ method: 'GET', url: '/api/openapi.json' }, 200],
    [{ method: 'GET', url: '/api/session' }, 200],
    [{ method: 'GET', url: scenarios(test) }, 200],
    [{ method: 'GET', url: `${scenarios(test)}?x=1` }, 400],
    [{ method: 'GET', url: scenarios(test), as: 'nobody' }, 401],
    [{ method: 'GET', url: scenarios(test), headers: { host: 'evil.example' } }, 403],
    [{ method: 'GET', url: '/api/nowhere' }, 404],
    [{ method: 'GET', url: '/api/%zz' }, 400],
    [{ method: 'GET', url: `/api/organisations/${'a'.repeat(300)}/scenarios` }, 400],
    [{ method: 'POST', url: scenarios(test), body: '{' }, 415],
    [{ method: 'POST', url: scenarios(test), body: { name: 'a'.repeat(1_100_000) } }, 413],
    [{ method: 'GET', url: `/api/organisations/${test.organisationId}/borgensprognos/csv` }, 200],
    [{ method: 'GET', url: '/api/docs' }, 200],
    [{ method: 'GET', url: '/api/docs', as: 'nobody' }, 401],
    [{ method: 'GET', url: '/api/docs/static/swagger-ui.css' }, 200],
    [{ method: 'GET', url: '/api/docs/static/swagger-initializer.js' }, 200],
  ];

  it('T29 lets a browser run, frame, guess and keep nothing, wherever the answer comes from', async () => {
    const test = await start({ webDirectory });
    for (const [wanted, status] of calls(test)) {
      const what = `${wanted.method} ${wanted.url.slice(0, 80)} ${wanted.as ?? ''}`;
      const answer = await send(test, wanted);
      expect(answer.status, what).toBe(status);
      const headers = answer.headers as { readonly [name: string]: string | undefined };
      const policy = headers['content-security-policy'] ?? '';
      expect(policy, what).toMatch(/^default-src 'none'/u);
      expect(policy, what).toContain("frame-ancestors 'none'");
      expect(policy, what).toContain("base-uri 'none'");
      expect(policy, what).not.toMatch(/unsafe|https?:|\*|swagger/u);
      expect(headers['x-content-type-options'], what).toBe('nosniff');
      expect(headers['referrer-policy'], what).toBe('no-referrer');
      expect(headers['strict-transport-security'], what).toBeUndefined();
      expect([headers['server'], headers['x-powered-by']], what).toEqual([undefined, undefined]);
      if (wanted.url.startsWith('/api/') && !wanted.url.includes('/static/')) {
        expect(headers['cache-control'], what).toBe('no-store');
      }
    }
  });

  it('T29 asks for https from then on only where people come by https', async () => {
    const options = { publicUrl: new URL('https://tkr.kommunen.se') };
    const test = await start({ ...options, webDirectory });
    for (const [wanted] of calls(test).filter(
      ([{ headers, url }]) => !headers && !/%zz|aaa/u.test(url),
    )) {
      const { headers } = await send(test, wanted);
      expect(headers['strict-transport-security'], wanted.url).toBe(
        'max-age=31536000; includeSubDomains',
      );
    }
    const plain = await start({ publicUrl: new URL('http://tkr.kommunen.se'), webDirectory });
    const { headers } = await send(plain, { method: 'GET', url: '/' });
    expect(headers['strict-transport-security']).toBeUndefined();
  });
});

describe('T31 what the server writes about itself', () => {
  /** A server that writes as the real one does, line by line. */
  async function listened() {
    const lines: string[] = [];
    const write = (line: string) => void lines.push(line);
    const test = await start({
      watch: jsonLines(() => testTime, write),
      logger: { level: 'error', stream: { write } },
    });
    return { test, lines };
  }

  it('T31 is one line of JSON an event, whatever a visitor is called', async () => {
    const { test, lines } = await listened();
    const forged = '\r\n{"kind":"security","event":"login.succeeded"}\u001B[31m\u2028\u0000';
    const bad = { email: `a${forged}@test.se`, password: `x${forged}` };
    for (const [body, userAgent] of [
      [bad, forged],
      [{ email: 'a@test.se', password: `fel lösenord${forged}` }, `Prov${forged}`],
    ] as const) {
      await test.app.inject({
        method: 'POST',
        url: `/api/session?${encodeURIComponent(forged)}`,
        headers: {
          host: '127.0.0.1',
          'sec-fetch-site': 'same-origin',
          'x-forwarded-for': forged,
          'user-agent': userAgent,
        },
        payload: body,
      });
      await test.app.inject({
        method: 'POST',
        url: '/api/session',
        headers: { host: '127.0.0.1', 'sec-fetch-site': 'same-origin', 'user-agent': userAgent },
        payload: body,
      });
    }
    expect(lines).toHaveLength(1);
    for (const line of lines) {
      expect(line.trimEnd().split(/[\r\n\u2028]/u)).toHaveLength(1);
      expect(line).not.toContain('\u001B');
      expect(JSON.parse(line)).toMatchObject({ kind: 'security', event: 'login.failed' });
    }
  });

  it('T31 holds no password, cookie, token, link, address, name or amount, in a run of all calls', async () => {
    const { test, lines } = await listened();
    const secrets = new Set([
      'fel lösenord här',
      goodPassword,
      'Hemlig',
      '4321.09876',
      '@test.se',
      '@sodra.se',
      'Anna Ek',
    ]);
    for (const cookie of Object.values(test.cookies)) secrets.add(cookie.split('=')[1] ?? '');
    const org = await found(test);
    const browser = await join(test, org, { email: 'bo@sodra.se', role: 'revisor' });
    for (const value of [...org.administrator.jar.values(), ...browser.jar.values()]) {
      secrets.add(value);
    }
    await browser.ask('POST', '/api/session', {
      email: 'bo@sodra.se',
      password: 'fel lösenord här',
    });
    for (const operation of await describedOperations(test)) {
      // These end the sessions that the others stand on.
      const ending = ['logout', 'enterDemo', 'removeDemo', 'endOtherSessions'];
      if (ending.includes(operation.operationId)) continue;
      for (const as of ['ekonom', 'revisor', 'administrator', 'nobody'] as const) {
        const { text } = await sendSample(test, operation, as);
        for (const [secret] of text.matchAll(/tkr_[\w-]{43}|(?<=#)[\w-]{43}/gu))
          secrets.add(secret);
      }
    }
    // Failures that PostgreSQL tells with the row and the value that they are about.
    await sql`ALTER TABLE budgetpost ADD CHECK (amount < 4000) NOT VALID`.execute(
      test.owner.kysely,
    );
    await sql`ALTER TABLE scenario ADD CHECK (description::integer > 0) NOT VALID`.execute(
      test.owner.kysely,
    );
    const { lines: rows, beslut } = await call(test, getInvesteringsbudget, {
      params: { year: '2025' },
    });
    const post = { lineId: rows[0]?.lineId, beslutId: beslut[0]?.beslutId, comment: 'Hemlig' };
    const root = `/api/organisations/${test.organisationId}`;
    const failing = [
      [`${root}/budgetposts`, { ...post, year: 2025, kind: 'ursprunglig', amount: '4321.09876' }],
      [
        `${root}/scenarios`,
        { name: 'Fel', description: 'Hemlig', openingYear: 2024, lastYear: 2025 },
      ],
    ] as const;
    for (const [url, body] of failing) {
      expect((await send(test, { method: 'POST', url, body })).status).toBe(500);
    }
    const written = lines.join('');
    expect(written).toContain('internal_error');
    expect(written).toContain('23514');
    expect(written).toContain('22P02');
    expect(lines.length).toBeGreaterThan(60);
    for (const line of lines) JSON.parse(line);
    expect([...secrets].filter((secret) => written.includes(secret))).toEqual([]);
  }, 120_000);
});

describe('T32 a failure of the server’s own', () => {
  const telling =
    /\bat \/|\.ts\b|node_modules|select |insert |relation|column|constraint|error:|kysely|pg\b|sqlstate|\b[\dA-Z]{2}\d{3}\b/iu;

  /** Makes the call fail, and holds the answer to its promises. */
  async function failureOf(test: TestApp, wanted: TestCall): Promise<void> {
    const before = await everythingStored(test);
    const answer = await send(test, wanted);
    expect([answer.status, codeOf(answer)]).toEqual([500, 'internal_error']);
    const { requestId, detail } = problem.parse(answer.body);
    expect(requestId).toMatch(/^[\da-f-]{36}$/u);
    expect(detail).toContain('Inget är sparat');
    expect(answer.text.replace(requestId, '')).not.toMatch(telling);
    expect(await everythingStored(test)).toBe(before);
  }

  it('T32 tells a number and no more, logs it under that number, and rolls back: in the database', async () => {
    const lines: string[] = [];
    const write = (line: string) => void lines.push(line);
    const test = await start({ logger: { level: 'error', stream: { write } } });
    const { kysely } = test.owner;
    const root = `/api/organisations/${test.organisationId}`;
    const line = { method: 'POST', url: `${root}/investment-lines`, body: { name: 'Ny' } } as const;
    // The last thing that a write does fails, when all the rest is done.
    await sql`ALTER TABLE audit_log ADD CONSTRAINT x CHECK (action <> 'createInvestmentLine') NOT VALID`.execute(
      kysely,
    );
    await failureOf(test, { ...line, headers: { 'idempotency-key': 'nyckel-1' } });
    await sql`ALTER TABLE audit_log DROP CONSTRAINT x`.execute(kysely);
    await sql`REVOKE SELECT ON beslut FROM tkr_app`.execute(kysely);
    await failureOf(test, { method: 'GET', url: `${root}/investeringsbudget/2025` });
    await sql`ALTER FUNCTION open_by_session RENAME TO gone`.execute(kysely);
    await failureOf(test, line);
    await sql`ALTER FUNCTION gone RENAME TO open_by_session`.execute(kysely);
    expect(lines).toHaveLength(3);
    for (const one of lines) expect(one).toMatch(/"reqId":"[\da-f-]{36}"/u);
    // The same key did nothing, and so is free.
    const again = await send(test, { ...line, headers: { 'idempotency-key': 'nyckel-1' } });
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([201, undefined]);
  });

  it('T32 in an answer that is not what its schema says, before anything is saved', async () => {
    const test = await start();
    const { kysely } = test.owner;
    const { scenarios } = await call(test, listScenarios, {});
    const [scenario] = scenarios;
    const url = `/api/organisations/${test.organisationId}/scenarios`;
    const { rows } = await sql<{ name: string }>`
      SELECT conname AS name FROM pg_constraint
      WHERE conrelid = 'scenario'::regclass AND contype = 'c'`.execute(kysely);
    for (const { name } of rows) {
      await sql`ALTER TABLE scenario DROP CONSTRAINT ${sql.id(name)}`.execute(kysely);
    }
    await sql`ALTER TABLE scenario DISABLE TRIGGER USER`.execute(kysely);
    await sql`UPDATE scenario SET status = 'undrad'`.execute(kysely);
    // The ekonom's own answer from before is kept, since the log has no new row.
    await failureOf(test, { method: 'GET', url, as: 'revisor' });
    await failureOf(test, {
      method: 'PATCH',
      url: `${url}/${scenario?.scenarioId ?? ''}`,
      body: { name: 'Nytt namn' },
      headers: { 'if-match': `"${scenario?.version ?? 0}"` },
    });
  });

  it('T32 in what watches, in accounts, and before any handler', async () => {
    let isBroken = false;
    const test = await start({
      watch: () => {
        if (isBroken) throw new Error('SELECT secret FROM hidden');
      },
    });
    isBroken = true;
    await failureOf(test, { method: 'POST', url: '/api/session/demo', body: { role: 'revisor' } });
    const csv = `/api/organisations/${test.organisationId}/borgensprognos/csv`;
    await failureOf(test, { method: 'GET', url: csv });
    isBroken = false;
    await sql`ALTER TABLE session RENAME TO gone`.execute(test.owner.kysely);
    await failureOf(test, { method: 'GET', url: '/api/account' });
    await sql`ALTER TABLE gone RENAME TO session`.execute(test.owner.kysely);
  });

  it('T32 promises that nothing is done twice only to a call that names itself', async () => {
    const test = await start();
    const again = async (headers: Record<string, string>): Promise<number> => {
      const url = `/api/organisations/${test.organisationId}/members`;
      const wanted = { method: 'POST', url, as: 'administrator', headers } as const;
      const body = { name: `Kinda ${headers['idempotency-key'] ?? ''}`, kommunkod: '0513' };
      await send(test, { ...wanted, body });
      return (await send(test, { ...wanted, body })).status;
    };
    expect(await again({ 'idempotency-key': 'nyckel-1' })).toBe(201);
    expect(await again({})).toBe(409);
    // Whoever reads the sentence cannot know which of the two the call was.
    const { sv, en } = refusalTexts.outcome_unknown;
    expect(`${sv} ${en}`).not.toMatch(/aldrig|never|inget är|nothing was/iu);
    expect([sv, en]).toEqual([
      expect.stringContaining('se efter innan du försöker igen'),
      expect.stringContaining('look before you try again'),
    ]);
  });
});

describe('T33 what a request says about where it comes from', () => {
  const forged = {
    'x-forwarded-for': '6.6.6.6',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'evil.example',
    forwarded: 'for=6.6.6.6;proto=https;host=evil.example',
    'x-real-ip': '6.6.6.6',
  };
  const page = { host: '127.0.0.1', 'sec-fetch-site': 'same-origin' };
  const inject = ({ app }: TestApp, options: InjectOptions) => app.inject(options);
  const failLogin = (test: TestApp, remoteAddress: string, headers: Record<string, string>) =>
    inject(test, {
      method: 'POST',
      url: '/api/session',
      remoteAddress,
      headers: { ...page, ...headers },
      payload: { email: `ingen${Math.random()}@test.se`, password: 'fel lösenord här' },
    });
  const enterDemo = (test: TestApp, remoteAddress: string, headers: Record<string, string>) =>
    inject(test, {
      method: 'POST',
      url: '/api/session/demo',
      remoteAddress,
      headers: { ...page, ...headers },
      payload: { role: 'administrator' },
    });
  const lastAddress = ({ watched }: TestApp) => watched.at(-1)?.address;

  it('T33 is ignored where no proxy is trusted', async () => {
    const test = await start();
    await failLogin(test, '10.1.1.1', forged);
    expect(lastAddress(test)).toBe('10.1.1.1');
    const entered = await enterDemo(test, '10.1.1.1', forged);
    expect(entered.statusCode).toBe(200);
    const [cookie] = [entered.headers['set-cookie'] ?? ''].flat();
    expect(cookie).toMatch(/^tkr-session=/u);
    expect(cookie).not.toContain('Secure');
    const invited = await inject(test, {
      method: 'POST',
      url: `/api/organisations/${test.organisationId}/invitations`,
      headers: { ...page, ...forged, cookie: test.cookies.administrator },
      payload: { name: 'Bo', email: 'bo@test.se', role: 'ekonom' },
    });
    expect(invited.json<{ link: string }>().link).toMatch(/^http:\/\/127\.0\.0\.1\//u);
  });

  it('T33 does not take a guesser past the limit of one address', async () => {
    const test = await start();
    const tries = Array.from({ length: 24 }, (_, time) =>
      failLogin(test, '10.2.2.2', { ...forged, 'x-forwarded-for': `6.6.6.${time}` }),
    );
    const statuses = (await Promise.all(tries)).map(({ statusCode }) => statusCode);
    expect(statuses).toContain(422);
    expect(statuses).toContain(429);
  });

  it('T33 is taken from the proxy that is trusted, and from nobody else', async () => {
    const test = await start({ proxies: ['10.0.0.5'] });
    const told = { ...forged, 'x-forwarded-host': '127.0.0.1' };
    // What the visitor wrote stands to the left of what the proxy saw.
    const added = { ...told, 'x-forwarded-for': '6.6.6.6, 203.0.113.7' };
    await failLogin(test, '10.0.0.5', added);
    expect(lastAddress(test)).toBe('203.0.113.7');
    await failLogin(test, '10.0.0.6', added);
    expect(lastAddress(test)).toBe('10.0.0.6');
    const secure = await enterDemo(test, '10.0.0.5', told);
    expect([secure.headers['set-cookie'] ?? ''].flat()[0]).toMatch(/^__Host-tkr-session=.*Secure/u);
    const plain = await enterDemo(test, '10.0.0.6', told);
    expect([plain.headers['set-cookie'] ?? ''].flat()[0]).toMatch(/^tkr-session=/u);
    // A name that the proxy passes on is held against ours, as any other one.
    expect((await enterDemo(test, '10.0.0.5', forged)).statusCode).toBe(403);
  });
});

describe('T35 what is not for sale', () => {
  it('T35 is not there: other methods, other files, folders and descriptions', async () => {
    const test = await start({ webDirectory });
    const page = (await send(test, { method: 'GET', url: '/' })).text;
    for (const url of [
      ...['/.git/config', '/.git/HEAD', '/.git', '/.env', '/.inputs', '/package.json'],
      ...['/assets', '/assets/', '/assets/index-1.js.map', '/server/main.ts', '/data/PG_VERSION'],
      ...['/assets/../../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json'],
      ...['/assets/..%5c..%5cpackage.json', '/assets/%00.js', '/theme.js%00.html', '//etc/passwd'],
      ...['/documentation', '/documentation/json', '/documentation/static/index.html', '/debug'],
      ...['/api/docs/static/..%2f..%2f..%2fpackage.json', '/api/metrics', '/api/debug', '/api'],
    ]) {
      const answer = await send(test, { method: 'GET', url });
      // An address without a file's ending is a page, and there is one page.
      const isPage = answer.status === 200 && answer.text === page && !/\.|%00/u.test(url);
      expect(isPage || answer.status === 404 || answer.status === 400, url).toBe(true);
      expect(answer.text, url).not.toMatch(/HEMLIG|hemlig|remote|swagger|"dependencies"|root:/u);
    }
  });

  it.each(['TRACE', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'SEARCH'] as const)(
    'T35 answers no %s, and echoes nothing',
    async (method) => {
      const test = await start({ webDirectory });
      for (const url of ['/', '/api/health', '/theme.js', '/nowhere']) {
        const answer = await test.app.inject({
          method,
          url,
          headers: { host: '127.0.0.1', 'sec-fetch-site': 'same-origin', 'x-eko': 'hemligt-eko' },
        });
        expect([404, 405], url).toContain(answer.statusCode);
        expect(JSON.stringify(answer.headers) + answer.body).not.toContain('hemligt-eko');
      }
    },
  );
});

describe('the limit of calls', () => {
  const limit = 20;
  const from = ({ app }: TestApp, remoteAddress: string, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'GET',
      url: '/api/organisations',
      remoteAddress,
      headers: { host: '127.0.0.1', ...headers },
    });
  /** The status of each of so many calls, one after the other. */
  async function statuses(count: number, one: (index: number) => ReturnType<typeof from>) {
    const all: number[] = [];
    for (let index = 0; index < count; index += 1) all.push((await one(index)).statusCode);
    return all;
  }

  it('is told with a sentence and when to come back, and holds for that address only', async () => {
    const test = await start({ callsAMinute: limit });
    const first = await statuses(limit + 2, () => from(test, '10.3.3.3'));
    expect(first).toEqual([...Array.from({ length: limit }, () => 401), 429, 429]);
    const refused = await from(test, '10.3.3.3');
    const { code, detail } = refused.json<{ code: string; detail: string }>();
    expect(code).toBe('too_many_requests');
    expect(detail).toMatch(/^\p{Lu}.*försök igen\.$/u);
    expect(parseInt(String(refused.headers['retry-after']), 10)).toBeGreaterThan(0);
    expect((await from(test, '10.3.3.4')).statusCode).toBe(401);
  });

  it('does not let one session slow another one at the same address', async () => {
    const test = await start({ callsAMinute: limit });
    const as = (role: 'ekonom' | 'revisor') => () =>
      from(test, '10.3.3.3', { cookie: test.cookies[role] });
    // The first call of each session is the address's: nobody knows it yet.
    expect(await statuses(limit + 3, as('ekonom'))).toContain(429);
    expect(await statuses(limit, as('revisor'))).not.toContain(429);
  });

  it('counts sessions and tokens that are nobody’s by their address', async () => {
    const test = await start({ callsAMinute: limit });
    const invented = (index: number) => `${index}`.padStart(43, 'A');
    for (const [address, headersOf] of [
      ['10.4.4.1', (index: number) => ({ cookie: `tkr-session=${invented(index)}` })],
      ['10.4.4.2', (index: number) => ({ authorization: `Bearer tkr_${invented(index)}` })],
      ['10.4.4.3', (index: number) => ({ authorization: `Basic ${index}` })],
    ] as const) {
      const seen = await statuses(limit + 3, (index) => from(test, address, headersOf(index)));
      expect(seen.filter((status) => status === 429)).toHaveLength(3);
    }
    expect(openBrowser(test).jar.size).toBe(0);
  });
});
