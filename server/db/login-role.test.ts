import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTkrDatabase, type TkrDatabase } from '../../scripts/provision/tkr-database.ts';
import { killAllServers, runServer, startServer } from '../faults/server-process.ts';
import { postgresStore } from '../faults/store.ts';

const serverUrl = process.env['TKR_TEST_POSTGRES_URL'] ?? '';

describe('T36 the login of the server', () => {
  let tkr: TkrDatabase;
  const role = `tkr_test_${randomBytes(6).toString('hex')}`;

  beforeAll(async () => {
    tkr = await makeTkrDatabase(serverUrl);
  });
  afterAll(async () => {
    killAllServers();
    await tkr.drop();
    await as(serverUrl, (client) => client.query(`DROP ROLE IF EXISTS ${role}`));
  });

  async function as<Value>(
    url: string,
    work: (client: pg.Client) => Promise<Value>,
  ): Promise<Value> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  async function refusalOf(url: string): Promise<string> {
    const { code, output, errors } = await runServer({ DATABASE_URL: url });
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(errors.trim().split('\n')).toHaveLength(1);
    expect(errors).toContain('Inget är startat');
    return errors;
  }

  const urlOf = (user: string): string => {
    const url = new URL(tkr.loginUrl);
    url.username = user;
    url.password = 'x';
    return url.href;
  };

  const tables = () =>
    as(tkr.adminUrl, async (client) => {
      const { rows } = await client.query("SELECT FROM pg_tables WHERE schemaname = 'public'");
      return rows.length;
    });

  it('T36 is told to have the owner migrate, where the schema is not there', async () => {
    expect(await refusalOf(tkr.loginUrl)).toContain('npx tkr migrate');
    expect(await tables()).toBe(0);
  });

  it('T36 is no superuser, who is refused before anything is made', async () => {
    expect(await refusalOf(tkr.adminUrl)).toContain('superanvändare');
    expect(await tables()).toBe(0);
  });

  it('T36 starts once the owner has migrated, and is refused as anybody whom no wall holds', async () => {
    await postgresStore(tkr);
    const server = await startServer({ DATABASE_URL: tkr.loginUrl });
    expect((await fetch(`${server.url}/api/ready`)).status).toBe(200);
    expect(await server.stop()).toMatchObject({ code: 0 });

    const admin = (statement: string) => as(tkr.adminUrl, (client) => client.query(statement));
    await admin(`CREATE ROLE ${role} LOGIN BYPASSRLS PASSWORD 'x'`);
    await admin(`GRANT tkr_app, tkr_accounts, tkr_demo TO ${role}`);
    expect(await refusalOf(urlOf(role))).toContain(`Databasrollen ${role} går förbi`);
    // Nor as one who is nothing of the kind, and can become it.
    await admin(`ALTER ROLE ${role} NOBYPASSRLS`);
    await admin(`GRANT postgres TO ${role}`);
    expect(await refusalOf(urlOf(role))).toContain('Databasrollen postgres går förbi');
    await admin(`REVOKE postgres FROM ${role}`);
    // Nor where what requests become owns a table, and so could take its wall down.
    await admin('ALTER TABLE scenario OWNER TO tkr_app');
    expect(await refusalOf(tkr.loginUrl)).toContain('Databasrollen tkr_app går förbi');
    await admin('ALTER TABLE scenario OWNER TO tkr_owner');
  });

  it('T36 owns nothing, and can become none who does', async () => {
    await as(tkr.loginUrl, async (client) => {
      const { rows } = await client.query<Record<string, unknown>>(`
        SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
          has_schema_privilege('public', 'CREATE') AS creates,
          has_database_privilege(current_database(), 'CREATE') AS schemas,
          (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
        FROM pg_roles r WHERE rolname = session_user`);
      const { rows: tables } = await client.query<{ name: string }>(
        "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
      );
      expect(tables.length).toBeGreaterThan(20);
      // A query that forgets its role sees nothing at all.
      for (const { name } of tables.filter((one) => one.name !== 'kysely_migration')) {
        const query = client.query(`SELECT FROM ${name}`);
        await expect(query, name).rejects.toMatchObject({ code: '42501' });
      }
      expect(rows).toEqual([
        {
          ...{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
          ...{ rolreplication: false, creates: false, schemas: false, owned: 0 },
        },
      ]);
    });
  });

  const forbidden = [
    ...['SET ROLE tkr_keeper', 'SET ROLE tkr_owner', 'SET ROLE postgres'],
    ...['SET SESSION AUTHORIZATION tkr_owner', 'CREATE ROLE other', 'ALTER ROLE tkr_app BYPASSRLS'],
    ...['CREATE TABLE other ()', 'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$SELECT 1$$'],
    ...['CREATE SCHEMA other', 'CREATE EXTENSION dblink', 'ALTER SYSTEM SET fsync = off'],
    ...['SET session_replication_role = replica', "COPY (SELECT 1) TO PROGRAM 'true'"],
    ...["COPY (SELECT 1) TO '/tmp/tkr'", "SELECT pg_read_file('/etc/passwd')"],
    ...[
      'ALTER TABLE scenario DISABLE ROW LEVEL SECURITY',
      'ALTER TABLE scenario NO FORCE ROW LEVEL SECURITY',
    ],
    ...['DROP POLICY own_organisation ON scenario', 'ALTER TABLE audit_log DISABLE TRIGGER ALL'],
    ...['DROP TABLE audit_log', 'TRUNCATE audit_log', 'UPDATE audit_log SET after = NULL'],
    ...['INSERT INTO kysely_migration VALUES (1)', 'DELETE FROM kysely_migration'],
    'DELETE FROM budgetpost',
    'UPDATE budgetpost SET amount = 0',
  ];

  it.each(['tkr_login', 'tkr_app', 'tkr_accounts', 'tkr_demo'])(
    'T36 may not change the schema, the walls, the ledger or the log as %s',
    async (become) => {
      await as(tkr.loginUrl, async (client) => {
        for (const statement of forbidden) {
          await client.query(`SET ROLE ${become === 'tkr_login' ? 'NONE' : become}`);
          // The rows of the demo may be removed, and there is a test that it takes no others.
          if (become === 'tkr_demo' && statement === 'DELETE FROM budgetpost') continue;
          const failure: unknown = await client.query(statement).then(
            () => null,
            (error: unknown) => error,
          );
          expect(failure, `${become}: ${statement}`).toMatchObject({ code: '42501' });
        }
      });
    },
  );

  it('T36 deletes no row of a log but the demo’s', async () => {
    await as(tkr.loginUrl, async (client) => {
      for (const become of ['tkr_login', 'tkr_app', 'tkr_accounts']) {
        await client.query(`SET ROLE ${become === 'tkr_login' ? 'NONE' : become}`);
        await expect(client.query('DELETE FROM audit_log')).rejects.toMatchObject({
          code: '42501',
        });
      }
    });
    const organisation = '019a5b7c-0000-7000-8000-000000000010';
    await as(tkr.adminUrl, async (admin) => {
      await admin.query(
        `INSERT INTO organisation (organisation_id, name, slug, is_demo) VALUES ($1, 'Å', 'a', false)`,
        [organisation],
      );
      await admin.query(`INSERT INTO audit_head (organisation_id, seq, hash) VALUES ($1, 0, '')`, [
        organisation,
      ]);
    });
    await as(tkr.loginUrl, async (client) => {
      await client.query('SET ROLE tkr_demo');
      const { rowCount } = await client.query('DELETE FROM audit_head');
      expect(rowCount).toBe(0);
    });
  });
});
