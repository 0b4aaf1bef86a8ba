import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listOrganisations } from '#contract/organisations.ts';
import { deleteScenario, listScenarios, setForecastRow } from '#contract/scenarios.ts';
import { newId } from '../ids.ts';
import { call, everythingStored, send, startTestApp, type TestApp } from '../testing/app.ts';
import { createDatabase } from './database.ts';

let test: TestApp;
const other = { organisationId: newId(), personId: newId(), lineId: newId() };

beforeAll(async () => {
  test = await startTestApp();
  const { kysely } = test.owner;
  const { organisationId, personId, lineId } = other;
  await kysely.insertInto('person').values({ person_id: personId, name: 'Annan' }).execute();
  await kysely
    .insertInto('organisation')
    .values({ organisation_id: organisationId, name: 'Grannen', slug: 'grannen', is_demo: false })
    .execute();
  await kysely
    .insertInto('membership')
    .values({ organisation_id: organisationId, person_id: personId, role: 'ekonom' })
    .execute();
  await kysely
    .insertInto('investment_line')
    .values({
      organisation_id: organisationId,
      line_id: lineId,
      name: 'Hemlig',
      position: 0,
      created_by: personId,
    })
    .execute();
});
afterAll(() => test.close());

describe("another organisation's data", () => {
  it('is nothing that the API knows of', async () => {
    const { organisations } = await call(test, listOrganisations, {});
    expect(organisations.map(({ name }) => name)).toEqual(['Kommunalförbundet Itsam']);
    const before = await everythingStored(test);
    const root = `/api/organisations/${other.organisationId}`;
    const anyId = newId();
    const headers = { 'if-match': '"1"' };
    for (const wanted of [
      { method: 'GET' as const, url: `${root}/investeringsbudget/2025` },
      { method: 'GET' as const, url: `${root}/investeringsbudget/2025/csv` },
      { method: 'GET' as const, url: `${root}/scenarios` },
      { method: 'GET' as const, url: `${root}/borgensprognos` },
      { method: 'GET' as const, url: `${root}/borgensprognos/csv` },
      { method: 'POST' as const, url: `${root}/investment-lines`, body: { name: 'Intrång' } },
      {
        method: 'PATCH' as const,
        url: `${root}/investment-lines/${other.lineId}`,
        body: { name: 'x' },
        headers,
      },
      {
        method: 'POST' as const,
        url: `${root}/scenarios`,
        body: { name: 'x', openingYear: 2024, lastYear: 2025 },
      },
      { method: 'DELETE' as const, url: `${root}/scenarios/${anyId}`, headers },
      {
        method: 'POST' as const,
        url: `${root}/budgetposts/${anyId}/corrections`,
        body: { amount: '1' },
      },
    ]) {
      const answer = await send(test, wanted);
      expect([answer.status, answer.body]).toMatchObject([404, { code: 'organisation_not_found' }]);
    }
    // The same answer for an organisation that does not exist at all.
    const nowhere = await send(test, {
      method: 'GET',
      url: `/api/organisations/${newId()}/scenarios`,
    });
    expect([nowhere.status, nowhere.body]).toMatchObject([404, { code: 'organisation_not_found' }]);
    expect(await everythingStored(test)).toBe(before);
  });

  it('cannot be reached by its identifiers from inside an organisation of one’s own', async () => {
    const answer = await send(test, {
      method: 'PATCH',
      url: `/api/organisations/${test.organisationId}/investment-lines/${other.lineId}`,
      body: { name: 'x' },
      headers: { 'if-match': '"1"' },
    });
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'line_not_found' }]);
  });
});

describe('the wall in the database', () => {
  const inOwn = <Value>(work: Parameters<typeof test.database.inOrganisation<Value>>[1]) =>
    test.database.inOrganisation(
      { organisationId: test.organisationId, personId: test.personId },
      work,
    );

  it('hides other organisations from a query that forgets to ask', async () => {
    const names = await inOwn(async (trx) =>
      (await trx.selectFrom('investment_line').select('name').execute()).map(({ name }) => name),
    );
    expect(names).toHaveLength(8);
    expect(names).not.toContain('Hemlig');
    const updated = await inOwn((trx) =>
      trx
        .updateTable('investment_line')
        .set({ name: 'x' })
        .where('line_id', '=', other.lineId)
        .executeTakeFirst(),
    );
    expect(updated.numUpdatedRows).toBe(0n);
  });

  it('refuses a row for another organisation', async () => {
    const row = {
      organisation_id: other.organisationId,
      line_id: newId(),
      name: 'Intrång',
      position: 1,
      created_by: test.personId,
    };
    await expect(
      inOwn((trx) => trx.insertInto('investment_line').values(row).execute()),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('shows nothing before an organisation is chosen', async () => {
    const nowhere = { organisationId: newId(), personId: newId() };
    const seen = await test.database.inOrganisation(nowhere, async (trx) => [
      await trx.selectFrom('investment_line').select('line_id').execute(),
      await trx.selectFrom('organisation').select('organisation_id').execute(),
      await trx.selectFrom('audit_log').select('seq').execute(),
    ]);
    expect(seen).toEqual([[], [], []]);
  });

  it('leaves nothing of one transaction to the next', async () => {
    await inOwn(async (trx) => trx.selectFrom('scenario').select('name').execute());
    const { rows } = await sql<{ organisation: string | null; role: string }>`
      SELECT current_setting('tkr.organisation_id', true) AS organisation, current_user AS role
    `.execute(test.owner.kysely);
    expect(rows[0]?.organisation ?? '').toBe('');
    expect(rows[0]?.role).not.toBe('tkr_app');
  });

  it('stands on every table that has an organisation, whose keys begin with it', async () => {
    const { rows } = await sql<{
      name: string;
      walled: boolean;
      forced: boolean;
      first: string | null;
    }>`
      SELECT c.relname AS name, c.relrowsecurity AS walled, c.relforcerowsecurity AS forced,
        (SELECT a.attname FROM pg_index i JOIN pg_attribute a
          ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
          WHERE i.indrelid = c.oid AND i.indisprimary) AS first
      FROM pg_class c JOIN pg_attribute o ON o.attrelid = c.oid AND o.attname = 'organisation_id'
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1
    `.execute(test.owner.kysely);
    expect(rows).toHaveLength(40);
    for (const row of rows) {
      expect(row).toMatchObject({ walled: true, forced: true, first: 'organisation_id' });
    }
    const { rows: keys } = await sql<{ name: string; first: string }>`
      SELECT k.conname AS name, a.attname AS first FROM pg_constraint k
      JOIN pg_attribute o ON o.attrelid = k.conrelid AND o.attname = 'organisation_id'
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
      JOIN pg_class r ON r.oid = k.confrelid
      WHERE k.contype = 'f' AND r.relname <> 'person' ORDER BY 1
    `.execute(test.owner.kysely);
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter(({ first }) => first !== 'organisation_id')).toEqual([]);
  });

  it('has a request role that owns nothing and bypasses nothing', async () => {
    const { rows } = await sql<Record<string, unknown>>`
      SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
        (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
      FROM pg_roles r WHERE rolname = 'tkr_app'`.execute(test.owner.kysely);
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolcanlogin: false,
        owned: 0,
      },
    ]);
  });

  it('T5 keeps two organisations apart in a thousand transactions mixed on one pool', async () => {
    const scopes = [
      { organisationId: test.organisationId, personId: test.personId },
      { organisationId: other.organisationId, personId: other.personId },
    ];
    const database = createDatabase(test.owner.kysely);
    const seen = await Promise.all(
      Array.from({ length: 1000 }, async (_, index) => {
        const scope = scopes[index % 2] ?? { organisationId: '', personId: '' };
        const work = database.inOrganisation(scope, async (trx) => {
          const rows = await trx.selectFrom('investment_line').select('organisation_id').execute();
          if (index % 7 === 0) throw new Error('aborted');
          return rows.every((row) => row.organisation_id === scope.organisationId);
        });
        return work.catch(() => true);
      }),
    );
    expect(seen.every(Boolean)).toBe(true);
  });

  it('lets through what belongs to the organisation', async () => {
    const { scenarios } = await call(test, listScenarios, {});
    const draft = scenarios[0];
    await call(test, setForecastRow, {
      params: { scenarioId: draft?.scenarioId ?? '', year: '2025', kind: 'amortisation' },
      body: { amount: '-1' },
      version: 1,
    });
    await call(test, deleteScenario, {
      params: { scenarioId: draft?.scenarioId ?? '' },
      version: 2,
    });
  });
});
