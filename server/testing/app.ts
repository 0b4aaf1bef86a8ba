import type { FastifyInstance, InjectOptions } from 'fastify';
import { sql } from 'kysely';
import { type Answer, addressOf, type Call, type Endpoint } from '#contract/endpoint.ts';
import { buildApp } from '../app.ts';
import { createDatabase, type Database } from '../db/database.ts';
import { seedDemo } from '../demo/seed.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

/** The whole server on a database of its own, filled with the demo organisation. */
export type TestApp = {
  readonly app: FastifyInstance;
  readonly database: Database;
  /** The database as its owner sees it, past every wall. */
  readonly owner: TestDatabase;
  readonly organisationId: string;
  readonly personId: string;
  readonly close: () => Promise<void>;
};

/** The time in tests: it stands still. */
export const testTime = new Date('2026-11-22T08:00:00Z');

/** Starts a server for one test file. */
export async function startTestApp(): Promise<TestApp> {
  const owner = await createTestDatabase();
  const database = createDatabase(owner.kysely);
  const personId = await seedDemo(database, testTime);
  const app = await buildApp({
    database,
    clock: () => testTime,
    personId,
    webDirectory: '',
    logger: false,
  });
  const organisations = await owner.kysely
    .selectFrom('organisation')
    .select('organisation_id')
    .execute();
  const organisationId = organisations[0]?.organisation_id ?? '';
  const close = async (): Promise<void> => {
    await app.close();
    await owner.drop();
  };
  return { app, database, owner, organisationId, personId, close };
}

/** An answer as a test sees it; `body` is the parsed JSON. */
export type TestAnswer = {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
  readonly headers: { readonly [name: string]: unknown };
};

/** A call in any state of correctness: tests send what callers should not. */
export type TestCall = {
  readonly method: NonNullable<InjectOptions['method']>;
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
};

/** Sends a call to the app. */
export async function send({ app }: TestApp, call: TestCall): Promise<TestAnswer> {
  const { method, url, body, headers = {} } = call;
  const payload = body === undefined ? {} : { payload: body as string | object };
  const answer = await app.inject({
    method,
    url,
    headers: { host: '127.0.0.1', ...headers },
    ...payload,
  });
  const isJson = answer.headers['content-type']?.toString().includes('json') === true;
  return {
    status: answer.statusCode,
    body: isJson ? answer.json() : null,
    text: answer.body,
    headers: answer.headers,
  };
}

/** Calls an endpoint in the demo organisation as the contract says, and wants its success. */
export async function call<E extends Endpoint>(
  testApp: TestApp,
  endpoint: E,
  { params = {}, version, key, ...rest }: GoodCall<E>,
): Promise<Answer<E>> {
  const all = { organisationId: testApp.organisationId, ...params } as Call<E>['params'];
  const answer = await send(testApp, {
    method: endpoint.method,
    url: addressOf(endpoint, { ...rest, params: all } as Call<E>),
    ...(rest.body === undefined ? {} : { body: rest.body }),
    headers: {
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
  });
  if (answer.status !== endpoint.status) {
    throw new Error(`${endpoint.operationId} gave ${answer.status}: ${answer.text}`);
  }
  return (endpoint.answer === 'csv' ? answer.text : answer.body) as Answer<E>;
}

type GoodCall<E extends Endpoint> = {
  readonly params?: Partial<Call<E>['params']>;
  readonly query?: Call<E>['query'];
  readonly body?: Call<E>['body'];
  readonly version?: number;
  readonly key?: string;
};

/** Everything that the organisation owns, as one text: equal texts mean that nothing changed. */
export async function everythingStored({ owner }: TestApp): Promise<string> {
  const tables = [
    'beslut',
    'investment_line',
    'budgetpost',
    'borgenstak',
    'scenario',
    'forecast_row',
    'printed_figure',
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
