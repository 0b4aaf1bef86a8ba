import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScenario, setForecastRow, updateScenario } from '#contract/scenarios.ts';
import { isAllowed, type Right, type Role, rights, roles } from '#domain/rights.ts';
import {
  call,
  everythingStored,
  send,
  startTestApp,
  type TestApp,
  type TestCall,
} from '../testing/app.ts';
import { openBrowser } from '../testing/browser.ts';
import {
  type DescribedOperation,
  describedOperations,
  type JsonSchema,
  sampleCallOf,
  sendSample,
} from '../testing/operations.ts';
import { type Founded, found, goodPassword, join } from '../testing/people.ts';
import { bodyTimeout, connectionLimits, httpLimits, mostConnections } from './connections.ts';
import { mostReadings } from './readings.ts';
import { watchEvents } from './watch.ts';

let test: TestApp;
let operations: DescribedOperation[];
beforeAll(async () => {
  test = await startTestApp();
  operations = await describedOperations(test);
});
afterAll(() => test.close());

const inside = () => operations.filter(({ path }) => path.includes('{organisationId}'));
const reads = () => inside().filter(({ method }) => method === 'GET');
const root = () => `/api/organisations/${test.organisationId}`;
const codeOf = ({ body }: { readonly body: unknown }): string =>
  (body as { readonly code?: string } | null)?.code ?? '';

/** A call just as it is written here: no header is added. */
async function bare(
  app: TestApp,
  { method, url, headers = {}, body }: Omit<TestCall, 'as'>,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const payload = body === undefined ? {} : { payload: body as string | object };
  const answer = await app.app.inject({ method, url, headers, ...payload });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
}

function everySchema(schema: JsonSchema): JsonSchema[] {
  const below = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.items === undefined ? [] : [schema.items]),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
  ];
  return [schema, ...below.flatMap(everySchema)];
}

describe('T3 an answer', () => {
  it('T3 has a schema that names all that it holds', () => {
    for (const { operationId, answers } of operations) {
      const good = Object.entries(answers).filter(([status]) => status.startsWith('2'));
      expect(good, operationId).toHaveLength(1);
      for (const { schema } of good.flatMap(([, content]) => Object.values(content))) {
        const open = everySchema(schema).filter(
          (one) => one.type === 'object' && one.additionalProperties !== false,
        );
        expect(open, operationId).toEqual([]);
      }
    }
  });

  it('T3 shows nothing of a column that somebody adds to the database', async () => {
    const other = await startTestApp();
    const { rows: tables } = await sql<{ name: string }>`
      SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
        AND tablename NOT LIKE 'kysely%'`.execute(other.owner.kysely);
    for (const { name } of tables) {
      await sql`ALTER TABLE ${sql.table(name)} ADD extra text DEFAULT 'läcka'`.execute(
        other.owner.kysely,
      );
    }
    let answered = 0;
    for (const operation of operations.filter(({ method }) => method === 'GET')) {
      for (const as of ['ekonom', 'revisor', 'administrator'] as const) {
        const answer = await sendSample(other, operation, as);
        expect(answer.text, operation.operationId).not.toContain('läcka');
        if (answer.status === 200) answered += 1;
      }
    }
    await other.close();
    expect(answered).toBeGreaterThan(25);
  });
});

describe('T3 a private draft', () => {
  const secrets = ['Hemligt utkast', '77777.12', '77777,12', '77 777', 'Hemlig siffra'];
  let scenarioId: string;

  beforeAll(async () => {
    const body = { name: 'Hemligt utkast', openingYear: 2024, lastYear: 2026 };
    const made = await call(test, createScenario, { body, key: 'hemlig-1' });
    ({ scenarioId } = made);
    const draft = { params: { scenarioId }, version: made.version };
    await call(test, updateScenario, { ...draft, body: { isPrivate: true }, key: 'hemlig-2' });
    await call(test, setForecastRow, {
      params: { scenarioId, year: '2025', kind: 'amortisation' },
      body: { amount: '-77777.12', comment: 'Hemlig siffra' },
      version: 0,
      key: 'hemlig-3',
    });
  });

  /** Everything that a role is given, by every operation that reads or exports. */
  async function allThat(as: Role): Promise<string> {
    const texts: string[] = [];
    for (const operation of reads()) {
      const { url } = await sampleCallOf(test, operation, as);
      const asked = operation.parameters.some(({ name }) => name === 'scenario');
      const urls = asked ? [url, `${url}?scenario=${scenarioId}`] : [url];
      for (const one of urls) texts.push((await send(test, { method: 'GET', url: one, as })).text);
    }
    return texts.join('\n');
  }

  it('T3 reaches its ekonom and the revisor, and never the direktion', async () => {
    for (const as of ['ekonom', 'revisor'] as const) {
      const text = await allThat(as);
      expect(text).toContain('Hemligt utkast');
      expect(text).toContain('77777.12');
    }
    for (const as of ['direktion', 'administrator'] as const) {
      const text = await allThat(as);
      for (const secret of secrets) expect(text, as).not.toContain(secret);
    }
  });

  it('T3 is not there for the direktion to freeze', async () => {
    const answer = await send(test, {
      method: 'POST',
      url: `${root()}/scenarios/${scenarioId}/freeze`,
      headers: { 'if-match': '"3"' },
      as: 'direktion',
    });
    expect([answer.status, codeOf(answer)]).toEqual([404, 'scenario_not_found']);
  });

  it('T3 is hidden from the direktion by the database itself, in every table', async () => {
    const people = await test.owner.kysely.selectFrom('membership').selectAll().execute();
    const seenBy = async (role: Role): Promise<string> => {
      const person = people.find((one) => one.role === role);
      const scope = { organisationId: test.organisationId, personId: person?.person_id ?? '' };
      const { rows: tables } = await sql<{ name: string }>`
        SELECT table_name AS name FROM information_schema.table_privileges
        WHERE grantee = 'tkr_app' AND privilege_type = 'SELECT'`.execute(test.owner.kysely);
      expect(tables.length).toBeGreaterThan(12);
      return test.database.inOrganisation(scope, async (trx) => {
        const texts: string[] = [];
        for (const { name } of tables) {
          const { rows } = await sql<{ row: string }>`
            SELECT t::text AS row FROM ${sql.table(name)} t`.execute(trx);
          texts.push(...rows.map(({ row }) => row));
        }
        return texts.join('\n');
      });
    };
    const ekonom = await seenBy('ekonom');
    for (const secret of ['Hemligt utkast', '77777.12', 'Hemlig siffra']) {
      expect(ekonom).toContain(secret);
    }
    for (const role of ['direktion', 'administrator'] as const) {
      const text = await seenBy(role);
      for (const secret of secrets.slice(role === 'direktion' ? 0 : 1)) {
        expect(text, role).not.toContain(secret);
      }
    }
  });
});

describe('T10 a request from another site', () => {
  const json = { 'content-type': 'application/json' };
  const page = { ...json, host: '127.0.0.1', 'sec-fetch-site': 'same-origin' };
  const post = (headers: Record<string, string>) =>
    bare(test, {
      method: 'POST',
      url: `${root()}/scenarios`,
      body: JSON.stringify({ name: 'Intrång', openingYear: 2024, lastYear: 2025 }),
      headers: { cookie: test.cookies.ekonom, ...headers },
    });

  it.each<[string, Record<string, string>, number]>([
    ['a foreign Origin', { ...page, origin: 'https://evil.example' }, 403],
    ['a foreign Origin alone', { ...json, host: '127.0.0.1', origin: 'https://evil.example' }, 403],
    ['an Origin that is null', { ...page, origin: 'null' }, 403],
    ['another port', { ...page, origin: 'http://127.0.0.1:9999' }, 403],
    ['another scheme', { ...page, origin: 'https://127.0.0.1' }, 403],
    ['neither Origin nor Sec-Fetch-Site', { ...json, host: '127.0.0.1' }, 403],
    ['Sec-Fetch-Site: cross-site', { ...page, 'sec-fetch-site': 'cross-site' }, 403],
    ['Sec-Fetch-Site: same-site', { ...page, 'sec-fetch-site': 'same-site' }, 403],
    ['Sec-Fetch-Site: none', { ...page, 'sec-fetch-site': 'none' }, 403],
    ['text/plain', { ...page, 'content-type': 'text/plain' }, 415],
    ['a form', { ...page, 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a form with a file', { ...page, 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['a name pointed here (DNS rebinding)', { ...page, host: 'evil.example' }, 403],
    ['a name that begins as ours', { ...page, host: '127.0.0.1.evil.example' }, 403],
    ['a page at such a name', { ...page, host: 'a.example', origin: 'http://a.example' }, 403],
  ])('T10 does nothing with %s', async (_, headers, status) => {
    const before = await everythingStored(test);
    expect((await post(headers)).status).toBe(status);
    expect(await everythingStored(test)).toBe(before);
  });

  it('T10 is refused reads too, where its name is not ours', async () => {
    for (const host of ['evil.example', 'localhost.evil.example', '10.0.0.1']) {
      const headers = { host, cookie: test.cookies.ekonom };
      const answer = await bare(test, { method: 'GET', url: `${root()}/scenarios`, headers });
      expect([answer.status, codeOf(answer)]).toEqual([403, 'foreign_origin']);
    }
  });

  it('T10 is told apart from Tkr’s own pages, and from programs with a token', async () => {
    const own = { ...json, host: '127.0.0.1' };
    expect((await post(page)).status).toBe(201);
    expect((await post({ ...own, origin: 'http://127.0.0.1' })).status).toBe(409);
    const made = await send(test, {
      method: 'POST',
      url: `${root()}/tokens`,
      body: { name: 'Program', scope: 'write' },
    });
    const { secret } = made.body as { readonly secret: string };
    const withToken = (headers: Record<string, string>) =>
      bare(test, {
        method: 'POST',
        url: `${root()}/investment-lines`,
        body: JSON.stringify({ name: 'Från program' }),
        headers: { ...own, authorization: `Bearer ${secret}`, ...headers },
      });
    expect((await withToken({})).status).toBe(201);
    expect((await withToken({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await withToken({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('T10 writes no figures by GET: only an export leaves a row, in the log', async () => {
    const logs = /^(?:audit_log|audit_head)$/u;
    const stored = async (all: boolean): Promise<string> => {
      const parts = (await everythingStored(test)).split(/\n(?=[a-z_]+\n)/u);
      return parts.filter((part) => all || !logs.test(part.split('\n')[0] ?? '')).join('\n');
    };
    for (const operation of reads()) {
      const isExport = operation.access === 'exportFigures';
      const { url } = await sampleCallOf(test, operation);
      const before = await stored(!isExport);
      for (const method of ['GET', 'HEAD'] as const) {
        for (const as of ['ekonom', 'revisor', 'administrator'] as const) {
          await send(test, { method, url, as });
        }
      }
      expect(await stored(!isExport), operation.operationId).toBe(before);
    }
  });
});

describe('T24 a body with more than was asked for', () => {
  const extras: Record<string, unknown> = {
    organisationId: '019a5b7c-0000-7000-8000-000000000001',
    organisation_id: '019a5b7c-0000-7000-8000-000000000001',
    personId: '019a5b7c-0000-7000-8000-000000000001',
    id: '019a5b7c-0000-7000-8000-000000000001',
    role: 'administrator',
    isOperator: true,
    version: 7,
    revision: 7,
    status: 'faststalld',
    createdBy: 'Någon annan',
    createdAt: '2020-01-01T00:00:00Z',
    frozenAt: '2020-01-01T00:00:00Z',
  };

  /** The body with the extra field in it, at its top and in each object below. */
  function filledIn(body: object, extra: object): object[] {
    const below = Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? filledIn(value, extra).map((one) => ({ ...body, [name]: one }))
        : [],
    );
    return [{ ...body, ...extra }, ...below];
  }

  it('T24 is refused as a whole by every operation, and nothing of it is stored', async () => {
    let tried = 0;
    for (const operation of operations.filter(({ body }) => body !== null)) {
      const sample = await sampleCallOf(test, operation, 'administrator');
      const before = await everythingStored(test);
      for (const [name, value] of Object.entries(extras)) {
        if (operation.body?.properties?.[name] !== undefined) continue;
        for (const body of filledIn(sample.body as object, { [name]: value })) {
          const answer = await send(test, { ...sample, body });
          const { fields = [] } = answer.body as { readonly fields?: { readonly code: string }[] };
          const what = `${operation.operationId} with ${name}`;
          expect([answer.status, codeOf(answer)], what).toEqual([400, 'input_invalid']);
          expect(
            fields.map(({ code }) => code),
            what,
          ).toContain('field_unknown');
          tried += 1;
        }
      }
      expect(await everythingStored(test), operation.operationId).toBe(before);
    }
    expect(tried).toBeGreaterThan(300);
  });

  it('T24 is refused also where no body is read at all', async () => {
    const bodiless = inside().filter(
      ({ body, method, takesFile }) => body === null && method !== 'GET' && !takesFile,
    );
    expect(bodiless.length).toBeGreaterThan(5);
    for (const operation of bodiless) {
      for (const as of ['ekonom', 'administrator'] as const) {
        const sample = await sampleCallOf(test, operation, as);
        const before = await everythingStored(test);
        const answer = await send(test, { ...sample, body: { role: 'administrator' } });
        expect([400, 403], operation.operationId).toContain(answer.status);
        expect(await everythingStored(test), operation.operationId).toBe(before);
      }
    }
  });
});

describe('T25 names that JavaScript has itself', () => {
  it.each(['"__proto__":{"isOperator":true}', '"constructor":{"prototype":{"isOperator":true}}'])(
    'T25 are refused in every body: %s',
    async (poison) => {
      for (const operation of operations.filter(({ body }) => body !== null)) {
        const sample = await sampleCallOf(test, operation, 'administrator');
        const before = await everythingStored(test);
        const good = JSON.stringify(sample.body).slice(1);
        for (const body of [`{${poison},${good}`, `{"x":{${poison}},${good}`]) {
          const headers = { ...sample.headers, 'content-type': 'application/json' };
          const answer = await send(test, { ...sample, body, headers });
          expect(answer.status, operation.operationId).toBe(400);
        }
        expect(await everythingStored(test), operation.operationId).toBe(before);
      }
      expect(({} as Record<string, unknown>)['isOperator']).toBeUndefined();
    },
  );

  it('T25 are refused in a query, and so is a name given twice', async () => {
    for (const operation of reads()) {
      const { url } = await sampleCallOf(test, operation, 'revisor');
      const [address = ''] = url.split('?');
      const own = operation.parameters
        .filter((one) => one.in === 'query' && one.schema.type === 'string')
        .map(({ name }) => `${name}=x&${name}=y`);
      const strange = ['__proto__=x', '__proto__[isOperator]=1', 'constructor.prototype=1'];
      for (const query of [...own, ...strange, 'sort=a&sort=b']) {
        const as = operation.access === 'ownTokens' ? 'ekonom' : 'revisor';
        const answer = await send(test, { method: 'GET', url: `${address}?${query}`, as });
        // A name that is no query of the operation can also be dropped before anybody reads it.
        const isDropped = query.startsWith('__proto__=');
        expect(isDropped ? [200, 400] : [400], `${address}?${query}`).toContain(answer.status);
      }
    }
    expect(({} as Record<string, unknown>)['isOperator']).toBeUndefined();
  });
});

describe('T37 two who end the same scenario at once', () => {
  it('T37 freeze it once: the other one is told that it has changed', async () => {
    for (let round = 1; round <= 10; round += 1) {
      const body = { name: `Kapplöpning ${round}`, openingYear: 2024, lastYear: 2026 };
      const { scenarioId, revision } = await call(test, createScenario, { body });
      const freeze = (as: Role) =>
        send(test, {
          method: 'POST',
          url: `${root()}/scenarios/${scenarioId}/freeze`,
          headers: { 'if-match': `"${revision}"` },
          as,
        });
      const answers = await Promise.all([freeze('ekonom'), freeze('direktion')]);
      const [first, second] = answers.map(({ status }) => status).toSorted((a, b) => a - b);
      expect(first).toBe(200);
      expect([409, 412]).toContain(second);
      const log = await test.owner.kysely
        .selectFrom('audit_log')
        .select('seq')
        .where('entity_id', '=', scenarioId)
        .where('action', '=', 'freezeScenario')
        .execute();
      expect(log).toHaveLength(1);
    }
  });

  it('T37 cannot skip a step: what is final stays so, whatever version is named', async () => {
    const body = { name: 'Klart', openingYear: 2024, lastYear: 2026 };
    const { scenarioId, revision } = await call(test, createScenario, { body });
    const url = `${root()}/scenarios/${scenarioId}`;
    const named = (version: number) => ({ 'if-match': `"${version}"` });
    const freeze = { method: 'POST', url: `${url}/freeze` } as const;
    expect((await send(test, freeze)).status).toBe(428);
    expect((await send(test, { ...freeze, headers: named(revision + 1) })).status).toBe(412);
    expect((await send(test, { ...freeze, headers: named(revision) })).status).toBe(200);
    for (const version of [revision, revision + 1]) {
      const headers = named(version);
      expect((await send(test, { ...freeze, headers })).status).toBe(409);
      expect((await send(test, { method: 'DELETE', url, headers })).status).toBe(409);
    }
  });
});

describe('T38 an address', () => {
  let org: Founded;
  beforeAll(async () => {
    org = await found(test, { name: 'Länkarnas förbund', email: 'lina.ek@lank.se' });
  });

  it('T38 has no place for a secret or an amount', () => {
    const telling =
      /amount|belopp|code|cookie|email|link|name|password|secret|session|token|total/iu;
    // What a file is called, and whether the amounts of an import are wanted.
    const harmless = ['fileName', 'amounts'];
    const named = operations.flatMap(({ operationId, parameters }) =>
      parameters
        .filter((one) => one.in !== 'header' && !one.name.endsWith('Id'))
        .filter(({ name }) => !harmless.includes(name))
        .map(({ name }) => `${operationId}: ${name}`),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((one) => telling.test(one.split(': ')[1] ?? ''))).toEqual([]);
  });

  it('T38 carries the secret of a link behind #, where no server and no log sees it', async () => {
    const at = `/api/organisations/${org.organisationId}`;
    await join(test, org, { email: 'bo@lank.se', role: 'ekonom' });
    const people = (await org.administrator.ask('GET', `${at}/people`)).body as {
      readonly people: { readonly email: string; readonly personId: string }[];
    };
    const bo = people.people.find(({ email }) => email === 'bo@lank.se')?.personId ?? '';
    const invitation = { name: 'Cia', email: 'cia@lank.se', role: 'ekonom' };
    for (const answer of [
      await org.administrator.ask('POST', `${at}/invitations`, invitation),
      await org.administrator.ask('POST', `${at}/people/${bo}/password-link`),
    ]) {
      expect(answer.status).toBe(201);
      const link = new URL((answer.body as { readonly link: string }).link);
      expect([link.search, link.hash]).toEqual(['', expect.stringMatching(/^#[\w-]{43}$/u)]);
      expect(link.pathname).not.toMatch(/[\w-]{43}/u);
    }
  });

  it('T38 is where logging out leaves nothing in the browser', async () => {
    const { administrator } = org;
    const { jar } = administrator;
    const out = await administrator.ask('DELETE', '/api/session');
    expect(out.headers['clear-site-data']).toBe('"cache", "storage"');
    expect([...jar.keys()]).not.toContain('tkr-session');
    const back = openBrowser(test, { jar });
    const credentials = { email: 'lina.ek@lank.se', password: goodPassword };
    const signedIn = await back.ask('POST', '/api/session', credentials);
    expect(signedIn.headers['clear-site-data']).toBeUndefined();
  });
});

describe('docs/security.md', () => {
  const repository = path.join(import.meta.dirname, '../..');
  const text = readFileSync(path.join(repository, 'docs/security.md'), 'utf8');

  /** The rows of the table below a heading, cell by cell, without its own heading. */
  function tableBelow(heading: string): string[][] {
    const [, below = ''] = text.split(`\n## ${heading}\n`);
    const lines = below.split('\n');
    const from = lines.findIndex((line) => /^\|[\s:|-]+\|$/u.test(line));
    const to = lines.findIndex((line, at) => at > from && !line.startsWith('|'));
    const rows = lines.slice(from - 1, to).filter((_, at) => at !== 1);
    return rows.map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  }

  it('has the rights that the server refuses by', () => {
    const [head = [], ...rows] = tableBelow('Rättigheter');
    expect(head.slice(2)).toEqual(roles);
    const written = rows.map(([right = '', , ...cells]) => [right.replaceAll('`', ''), ...cells]);
    const real = Object.keys(rights).map((right) => [
      right,
      ...roles.map((role) => (isAllowed(role, right as Right) ? 'ja' : 'nej')),
    ]);
    expect(written).toEqual(real);
  });

  it('names every event that the security watch is told of, and only those', () => {
    const [, ...rows] = tableBelow('Säkerhetshändelser');
    expect(rows.map(([event = '']) => event.replaceAll('`', ''))).toEqual(watchEvents);
    const known = [
      'requestId',
      'address',
      'personId',
      'aboutPersonId',
      'organisationId',
      'operation',
      'reason',
    ];
    for (const [event, , fields = ''] of rows) {
      const named = [...fields.matchAll(/`(\w+)`/gu)].map(([, name]) => name);
      expect(named, event).toEqual(known.filter((name) => named.includes(name)));
    }
  });

  it('gives the limits as they are', () => {
    const limits = tableBelow('Gränser').map((row) => row.join(' '));
    for (const limit of [
      `${httpLimits.maxHeaderSize / 1024} KiB 431`,
      `${connectionLimits.bodyLimit / 1024 / 1024} MiB 413`,
      `${httpLimits.headersTimeout / 1000} sekunder 408`,
      `${bodyTimeout / 1000} sekunder efter huvudena 408`,
      `${connectionLimits.requestTimeout / 60_000} minuter 408`,
      `${mostReadings} per process 503`,
      `${connectionLimits.connectionTimeout / 1000} sekunder stängd`,
      `${mostConnections / 1000} 000 per process`,
    ]) {
      expect(
        limits.filter((one) => one.includes(limit)),
        limit,
      ).toHaveLength(1);
    }
  });

  it('names a test that is there for each promise', () => {
    const [, ...rows] = tableBelow('Det som prövas');
    expect(rows.map(([number]) => number)).toEqual(rows.map((_, at) => `T${at + 1}`));
    expect(rows).toHaveLength(38);
    for (const [number = '', , shownBy = ''] of rows) {
      const files = [...shownBy.matchAll(/`([^`]+)`/gu)].map(([, file = '']) => file);
      expect(files.length, number).toBeGreaterThan(0);
      for (const file of files) expect(existsSync(path.join(repository, file)), file).toBe(true);
      const hardening = files.filter((file) => file.includes('hardening'));
      for (const file of hardening.filter(() => number !== 'T23')) {
        expect(readFileSync(path.join(repository, file), 'utf8')).toContain(`'${number} `);
      }
    }
  });
});
