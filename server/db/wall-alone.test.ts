import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '../ids.ts';
import { everythingStored, send, startTestApp, type TestApp } from '../testing/app.ts';
import { makeNeighbour, type Neighbour } from '../testing/neighbour.ts';
import { organisationSamples } from '../testing/sample-calls.ts';
import type { Entered, Standing } from './database.ts';

// RELIABILITY T4: the services' own check is taken out here, as if every one of them had forgotten
// it. Whoever is signed in anywhere is let in everywhere, with every right.
vi.mock('../plugins/entrance.ts', async (original) => ({
  ...(await original()),
  admit: (_dependencies: unknown, _wish: unknown, { caller, standing }: Entered) => ({
    caller,
    standing: standing ?? forgotten(),
  }),
}));

function forgotten(): Standing {
  return { role: 'administrator', head: newId(), slug: '', requiresSecondFactor: false };
}

let test: TestApp;
let neighbour: Neighbour;
let operations: { operationId: string; method: 'GET' | 'POST'; path: string }[];

beforeAll(async () => {
  test = await startTestApp();
  neighbour = await makeNeighbour(test);
  const { body } = await send(test, { method: 'GET', url: '/api/openapi.json' });
  const { paths } = body as { paths: Record<string, Record<string, { operationId: string }>> };
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(() => path.includes('{organisationId}'))
      .map(([method, { operationId }]) => ({
        operationId,
        method: method.toUpperCase() as 'GET',
        path,
      })),
  );
});
afterAll(() => test.close());

async function callAs(cookie: string, operation: (typeof operations)[number]) {
  const sample = await organisationSamples[operation.operationId]?.(test, 'ekonom');
  const { params = {}, query, body, version } = sample ?? {};
  const all: Record<string, string> = { organisationId: test.organisationId, ...params };
  const url = operation.path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => all[name] ?? '');
  const before = await everythingStored(test);
  const answer = await send(test, {
    method: operation.method,
    url: query === undefined ? url : `${url}?${query}`,
    body,
    as: 'nobody',
    headers: { cookie, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
  });
  return { answer, isUnchanged: (await everythingStored(test)) === before };
}

/** Tell what stands in the file that the caller sends, and write nothing. */
const readOwnFile: { readonly [operationId: string]: object } = {
  readLoansFile: { loans: [{ stored: null }] },
  readPopulationFile: { periods: [{ matched: [], missing: [] }] },
  readUtfallFile: { importedAs: [] },
};

describe('T4 with every check of the services switched off', () => {
  it('nothing of another organisation is read', async () => {
    const reads = operations.filter(({ method }) => method === 'GET');
    expect(reads.length).toBeGreaterThan(7);
    const secrets = ['Om tillägg', 'Klienter', 'Mobiltelefoner', 'Demoekonom', 'Boxholm', 'Itsam'];
    for (const operation of reads) {
      const { answer, isUnchanged } = await callAs(neighbour.cookies.revisor, operation);
      for (const secret of secrets)
        expect(answer.text, operation.operationId).not.toContain(secret);
      expect(isUnchanged, operation.operationId).toBe(true);
    }
  });

  it('and nothing of it is written: the database refuses, or finds no row', async () => {
    const writes = operations.filter(({ method }) => method !== 'GET');
    expect(writes.length).toBeGreaterThan(18);
    for (const operation of writes) {
      for (const role of ['ekonom', 'administrator'] as const) {
        const { answer, isUnchanged } = await callAs(neighbour.cookies[role], operation);
        const ownFile = readOwnFile[operation.operationId];
        if (ownFile !== undefined) {
          expect([answer.body, isUnchanged]).toMatchObject([ownFile, true]);
          continue;
        }
        expect(answer.status, `${operation.operationId}: ${answer.text}`).toBeGreaterThanOrEqual(
          400,
        );
        expect(isUnchanged, operation.operationId).toBe(true);
      }
    }
  }, 120_000);

  it('lets in those who belong there, so that it is the database that told them apart', async () => {
    const list = operations.find(({ operationId }) => operationId === 'listScenarios');
    if (list === undefined) throw new Error('listScenarios is gone');
    const { answer } = await callAs(test.cookies.ekonom, list);
    expect(answer.text).toContain('Om tillägg');
  });

  it('refuses rows for another organisation by their SQLSTATE, and its log is closed', async () => {
    const scope = { organisationId: test.organisationId, personId: neighbour.people.ekonom };
    const row = {
      organisation_id: test.organisationId,
      line_id: newId(),
      name: 'Intrång',
      position: 1,
      created_by: scope.personId,
    };
    const { database } = test;
    const insert = database.inOrganisation(scope, (trx) =>
      trx.insertInto('investment_line').values(row).execute(),
    );
    await expect(insert).rejects.toMatchObject({ code: '42501' });
    const log = database.inOrganisation(scope, (trx) =>
      sql`UPDATE audit_log SET action = 'x'`.execute(trx),
    );
    await expect(log).rejects.toThrow('permission denied');
    const read = await database.inOrganisation(scope, (trx) =>
      trx.selectFrom('audit_log').selectAll().execute(),
    );
    expect(read).toEqual([]);
  });
});
