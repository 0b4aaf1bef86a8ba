import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { repository } from '../run.ts';

/** A database with the roles of `deploy/postgresql.sql`: as its superuser, owner and login see it. */
export type TkrDatabase = {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly loginUrl: string;
  readonly drop: () => Promise<void>;
};

/** Makes an empty database on a server, as an operator does who follows `deploy/postgresql.sql`. */
export async function makeTkrDatabase(serverUrl: string): Promise<TkrDatabase> {
  const name = `tkr_${randomBytes(8).toString('hex')}`;
  await asAdmin(serverUrl, (admin) => admin.query(`CREATE DATABASE ${name}`));
  const adminUrl = at(serverUrl, { name });
  // The roles belong to the whole server: another database may have made them, with passwords that
  // its servers use. Several test files at once wait for each other here.
  const password = 'only-for-tests-on-loopback';
  await asAdmin(adminUrl, async (admin) => {
    await admin.query('SELECT pg_advisory_lock(20261122)');
    for (const statement of statements()) {
      await admin.query(statement).catch((error: unknown) => {
        if (!isDuplicate(error)) throw error;
      });
    }
    for (const role of ['tkr_owner', 'tkr_login']) {
      await admin.query(`ALTER ROLE ${role} PASSWORD '${password}'`);
    }
  });
  const as = (user: string): string => at(serverUrl, { name, user, password });
  return {
    adminUrl,
    ownerUrl: as('tkr_owner'),
    loginUrl: as('tkr_login'),
    drop: async () => {
      await asAdmin(serverUrl, (admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

function statements(): string[] {
  const script = readFileSync(join(repository, 'deploy', 'postgresql.sql'), 'utf8');
  return script
    .replaceAll(/^--.*$/gmu, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

type Place = { readonly name: string; readonly user?: string; readonly password?: string };

function at(serverUrl: string, { name, user, password }: Place): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  if (user !== undefined) url.username = user;
  if (password !== undefined) url.password = password;
  return url.href;
}

async function asAdmin<Value>(
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

function isDuplicate(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '42710';
}
