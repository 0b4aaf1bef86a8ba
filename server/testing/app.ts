import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { sql } from 'kysely';
import { type Answer, addressOf, type Call, type Endpoint } from '#contract/endpoint.ts';
import type { Role } from '#domain/rights.ts';
import { beginSession } from '../accounts/sessions.ts';
import { type AppOptions, buildApp } from '../app.ts';
import { createDatabase, type Database } from '../db/database.ts';
import { type DemoContents, seedDemo } from '../demo/seed.ts';
import { providersOf } from '../oidc/providers.ts';
import type { WatchEvent, WatchFacts } from '../plugins/watch.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

/** The whole server on a database of its own, filled with the demo organisation. */
export type TestApp = {
  readonly app: FastifyInstance;
  readonly database: Database;
  /** The database as its owner sees it, past every wall. */
  readonly owner: TestDatabase;
  readonly organisationId: string;
  /** The demo's ekonom, whom calls come from where they do not say otherwise. */
  readonly personId: string;
  /** A session for each role of the demo, as a browser sends it. */
  readonly cookies: { readonly [role in Role]: string };
  /** What the security watch was told. */
  readonly watched: readonly Watched[];
  readonly time: TestTime;
  /** Where files are while they come in. */
  readonly uploadFolder: string;
  readonly close: () => Promise<void>;
};

/** One event that the security watch was told. */
export type Watched = WatchFacts & { readonly event: WatchEvent };

/** The time of a test, which stands still until it is moved. */
export type TestTime = { now: Date };

/** The time in tests: it stands still. */
export const testTime = new Date('2026-11-22T08:00:00Z');

/** What a test may want otherwise than a plain server has it. */
export type TestOptions = Partial<
  Pick<
    AppOptions,
    | 'mail'
    | 'providers'
    | 'publicUrl'
    | 'proxies'
    | 'isOnNetwork'
    | 'callsAMinute'
    | 'watch'
    | 'webDirectory'
    | 'logger'
    | 'uploads'
    | 'bodyTimeout'
  >
>;

/** Starts a server for one test file. */
export async function startTestApp({
  demo = 'budgetAndScenarios',
  ...options
}: TestOptions & { readonly demo?: DemoContents } = {}): Promise<TestApp> {
  const owner = await createTestDatabase();
  const database = createDatabase(owner.kysely);
  await seedDemo(database, testTime, demo);
  const watched: Watched[] = [];
  const uploadFolder = mkdtempSync(path.join(tmpdir(), 'tkr-test-'));
  const time: TestTime = { now: testTime };
  const app = await buildApp({
    database,
    clock: () => time.now,
    watch: (event, facts) => void watched.push({ event, ...facts }),
    mail: null,
    providers: providersOf([]),
    publicUrl: null,
    proxies: [],
    isOnNetwork: false,
    callsAMinute: 1_000_000,
    uploads: { folder: uploadFolder, mostBytes: 60_000_000 },
    webDirectory: '',
    logger: process.env['TKR_TEST_LOG'] === '1' ? { level: 'error' } : false,
    ...options,
  });
  const people = await owner.kysely
    .selectFrom('membership')
    .select(['organisation_id', 'person_id', 'role'])
    .execute();
  const ekonom = people.find(({ role }) => role === 'ekonom');
  const cookies: Partial<Record<Role, string>> = {};
  for (const { person_id, role } of people) {
    cookies[role] = await sessionCookie(database, person_id, options.publicUrl?.protocol);
  }
  const close = async (): Promise<void> => {
    await app.close();
    await owner.drop();
    rmSync(uploadFolder, { recursive: true, force: true });
  };
  return {
    app,
    database,
    owner,
    organisationId: ekonom?.organisation_id ?? '',
    personId: ekonom?.person_id ?? '',
    cookies: cookies as Record<Role, string>,
    watched,
    time,
    uploadFolder,
    close,
  };
}

/** Begins a session for a person past the login, and gives the cookie that carries it. */
export async function sessionCookie(
  database: Database,
  personId: string,
  protocol = 'http:',
): Promise<string> {
  const visitor = {
    requestId: 'test',
    address: '127.0.0.1',
    userAgent: null,
    credential: null,
    device: null,
  };
  const session = { personId, stage: 'full', method: 'local', hasSecondFactor: false } as const;
  const secret = await database.inAccounts((trx) =>
    beginSession(trx, { visitor, now: testTime }, session),
  );
  return `${protocol === 'https:' ? '__Host-' : ''}tkr-session=${secret}`;
}

/** An answer as a test sees it; `body` is the parsed JSON. */
export type TestAnswer = {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly headers: { readonly [name: string]: unknown };
};

/** A call in any state of correctness: tests send what callers should not. */
export type TestCall = {
  readonly method: NonNullable<InjectOptions['method']>;
  readonly url: string;
  /** A `Buffer` is a file, and goes as it is. */
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
  /** Who calls; the ekonom of the demo where nothing is said. */
  readonly as?: Role | 'nobody';
};

/** Sends a call to the app. */
export async function send({ app, cookies }: TestApp, call: TestCall): Promise<TestAnswer> {
  const { method, url, body, headers = {}, as = 'ekonom' } = call;
  const cookie = as === 'nobody' ? {} : { cookie: cookies[as] };
  const payload = body === undefined ? {} : { payload: body as string | object };
  const isFile = body instanceof Buffer;
  const type = isFile ? { 'content-type': 'application/octet-stream' } : {};
  const answer = await app.inject({
    method,
    url,
    headers: { host: '127.0.0.1', 'sec-fetch-site': 'same-origin', ...cookie, ...type, ...headers },
    ...payload,
  });
  const isJson = answer.headers['content-type']?.toString().includes('json') === true;
  return {
    status: answer.statusCode,
    body: isJson && answer.body !== '' ? answer.json() : null,
    text: answer.body,
    bytes: answer.rawPayload,
    headers: answer.headers,
  };
}

/** Calls an endpoint in the demo organisation as the contract says, and wants its success. */
export async function call<E extends Endpoint>(
  testApp: TestApp,
  endpoint: E,
  { params = {}, version, key, as, file, ...rest }: GoodCall<E>,
): Promise<Answer<E>> {
  const all = { organisationId: testApp.organisationId, ...params } as Call<E>['params'];
  const answer = await send(testApp, {
    method: endpoint.method,
    ...(as === undefined ? {} : { as }),
    url: addressOf(endpoint, { ...rest, params: all } as Call<E>),
    ...(rest.body === undefined && file === undefined ? {} : { body: file ?? rest.body }),
    headers: {
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
  });
  if (answer.status !== endpoint.status) {
    throw new Error(`${endpoint.operationId} gave ${answer.status}: ${answer.text}`);
  }
  if (endpoint.answer === 'docx') return answer.bytes as Answer<E>;
  return (typeof endpoint.answer === 'string' ? answer.text : answer.body) as Answer<E>;
}

type GoodCall<E extends Endpoint> = {
  readonly params?: Partial<Call<E>['params']>;
  readonly query?: Call<E>['query'];
  readonly body?: Call<E>['body'];
  readonly version?: number;
  readonly key?: string;
  /** What is sent to an endpoint whose body is a file. */
  readonly file?: Buffer;
  readonly as?: Role | 'nobody';
};

/** Everything that the organisation owns, as one text: equal texts mean that nothing changed. */
export async function everythingStored({ owner }: TestApp): Promise<string> {
  const tables = [
    'organisation',
    'membership',
    'member',
    'invitation',
    'api_token',
    'person',
    'password',
    'beslut',
    'investment_line',
    'budgetpost',
    'borgenstak',
    'scenario',
    'forecast_row',
    'printed_figure',
    'mapping',
    'mapping_rule',
    'utfall_file',
    'utfall_file_part',
    'utfall_source',
    'utfall_amount',
    'article',
    'article_price',
    'behov',
    'carry_over_policy',
    'totalutgift',
    'arende',
    'arende_entry',
    'arende_text',
    'arende_document',
    'arende_beslut',
    'arende_budgetpost',
    'loan',
    'loan_rate_period',
    'rate_curve',
    'rate_point',
    'assumption',
    'share_key',
    'share_key_part',
    'scenario_basis',
    'idempotency_key',
    'audit_log',
    'audit_head',
  ];
  const parts: string[] = [];
  for (const table of tables) {
    const { rows } = await sql<{ row: string }>`
      SELECT t::text AS row FROM ${sql.table(table)} t ORDER BY 1`.execute(owner.kysely);
    parts.push(`${table}\n${rows.map(({ row }) => row).join('\n')}`);
  }
  return parts.join('\n');
}
