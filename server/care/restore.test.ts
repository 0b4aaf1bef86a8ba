import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeTkrDatabase } from '../../scripts/provision/tkr-database.ts';
import { createDatabase } from '../db/database.ts';
import { openEmbeddedInMemory } from '../db/embedded.ts';
import { executedMigrations, shippedFolder, shippedMigrations } from '../db/migrate.ts';
import { openPostgres } from '../db/postgres.ts';
import type { Tables } from '../db/schema.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { appender, fill } from '../testing/filled.ts';
import { filledIds } from '../testing/filled-ids.ts';
import { saveBackup, writeBackup } from './backup.ts';
import { verifyBackup } from './backup-read.ts';
import { checkDatabase } from './check.ts';
import { restoreBackup } from './restore.ts';
import { verifyLogs } from './verify-log.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tkr-restore-'));
const file = path.join(folder, 'kopia.tkr');
const madeAt = new Date('2026-11-22T08:00:00.000Z');

let source: TestDatabase;
const opened: (() => Promise<void>)[] = [];

async function embedded(): Promise<Kysely<Tables>> {
  const pglite = await openEmbeddedInMemory();
  const kysely = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  opened.push(() => kysely.destroy());
  return kysely;
}

/** An empty, migrated database like the one that the backup was made of. */
async function migrated(): Promise<Kysely<Tables>> {
  const { kysely, drop } = await createTestDatabase();
  opened.push(drop);
  return kysely;
}

type Ordinary = {
  readonly kysely: Kysely<Tables>;
  /** The same database as somebody who may log in there and nothing else. */
  readonly asLogin: () => Promise<Kysely<Tables>>;
};

/** An empty database without a schema, whose owner is no superuser, as the deployed ones are. */
async function ordinary(): Promise<Ordinary> {
  const server = process.env['TKR_TEST_POSTGRES_URL'];
  if (source.url !== null && server !== undefined) {
    const { ownerUrl, loginUrl, drop } = await makeTkrDatabase(server);
    const [kysely, login] = [openPostgres(ownerUrl), openPostgres(loginUrl)];
    opened.push(async () => {
      await Promise.all([kysely.destroy(), login.destroy()]);
      await drop();
    });
    return { kysely, asLogin: async () => login };
  }
  const kysely = await embedded();
  const roles = ['tkr_app', 'tkr_accounts', 'tkr_keeper', 'tkr_demo', 'tkr_owner', 'tkr_login'];
  for (const role of roles) await sql.raw(`CREATE ROLE ${role}`).execute(kysely);
  await sql.raw(`GRANT ${roles.slice(0, 4).join(', ')} TO tkr_owner`).execute(kysely);
  await sql.raw('GRANT CREATE, USAGE ON SCHEMA public TO tkr_owner').execute(kysely);
  await sql.raw('SET SESSION AUTHORIZATION tkr_owner').execute(kysely);
  return {
    kysely,
    asLogin: async () => {
      await sql.raw('SET SESSION AUTHORIZATION tkr_login').execute(kysely);
      return kysely;
    },
  };
}

async function backUp(kysely: Kysely<Tables>): Promise<string> {
  const name = path.join(folder, `${randomBytes(8).toString('hex')}.tkr`);
  await saveBackup(name, (to) => writeBackup(createDatabase(kysely), to, madeAt));
  return name;
}

const textOf = (name: string): string => gunzipSync(readFileSync(name)).toString('utf8');

/** What a database holds, to the byte: equal texts mean equal rows in every table. */
const contentOf = async (kysely: Kysely<Tables>): Promise<string> => textOf(await backUp(kysely));

/** A backup that was changed by somebody who knows how its sums are made. */
function forged(change: (line: string) => string | null): string {
  const lines = textOf(file).trimEnd().split('\n').slice(0, -1);
  let rows: string[] = [];
  const changed = lines.flatMap((line, index) => {
    if (!line.startsWith('{"table"')) {
      const own = change(line);
      if (own !== null && index > 0) rows.push(`${own}\n`);
      return own === null ? [] : [`${own}\n`];
    }
    const { table } = JSON.parse(line) as { readonly table: string };
    const sha256 = createHash('sha256').update(rows.join('')).digest('hex');
    const sum = `${JSON.stringify({ table, rows: rows.length, sha256 })}\n`;
    rows = [];
    return [sum];
  });
  const sha256 = createHash('sha256').update(changed.join('')).digest('hex');
  const name = path.join(folder, 'förfalskad.tkr');
  writeFileSync(name, gzipSync(`${changed.join('')}${JSON.stringify({ end: true, sha256 })}\n`));
  return name;
}

const isEmpty = async (kysely: Kysely<Tables>): Promise<boolean> => {
  const { rows } = await sql<{ empty: boolean }>`SELECT NOT EXISTS (SELECT FROM person)
    AND NOT EXISTS (SELECT FROM organisation) AND NOT EXISTS (SELECT FROM budgetpost)
    AND NOT EXISTS (SELECT FROM audit_log) AS empty`.execute(kysely);
  return rows[0]?.empty === true;
};

beforeAll(async () => {
  source = await createTestDatabase();
  await fill(source.kysely);
  await saveBackup(file, (to) => writeBackup(createDatabase(source.kysely), to, madeAt));
});
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});
afterAll(async () => {
  await source.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a restored backup', () => {
  it('is what was backed up, row for row, with its log and its walls', async () => {
    const kysely = await migrated();
    const { sums } = await restoreBackup(file, kysely);
    expect(sums.find(({ table }) => table === 'budgetpost')?.rows).toBe(5);
    expect(await contentOf(kysely)).toBe(textOf(file));
    const database = createDatabase(kysely);
    expect(await checkDatabase(database)).toEqual({ organisations: 2, findings: [] });
    expect(await verifyLogs(database, [])).toEqual(
      await verifyLogs(createDatabase(source.kysely), []),
    );
  });

  it('goes on where the old one was: numbers after the last, and frozen stays frozen', async () => {
    const kysely = await migrated();
    await restoreBackup(file, kysely);
    const { rows } = await sql<{ entry_number: string }>`
      INSERT INTO budgetpost (organisation_id, budgetpost_id, line_id, year, kind, amount, beslut_id,
        created_by)
      SELECT organisation_id, gen_random_uuid(), line_id, 2026, 'ursprunglig', 1, beslut_id, created_by
      FROM budgetpost WHERE budgetpost_id = ${filledIds.post} RETURNING entry_number`.execute(
      kysely,
    );
    expect(rows).toEqual([{ entry_number: '6' }]);
    await expect(sql`DELETE FROM scenario`.execute(kysely)).rejects.toThrow('frozen');
    await expect(sql`DELETE FROM audit_log`.execute(kysely)).rejects.toThrow('append-only');
  });

  it('takes the place of what a start without people left', async () => {
    const kysely = await migrated();
    await sql`INSERT INTO person_link (link_hash, kind, created_at, expires_at)
      VALUES ('x', 'administrator', now(), now())`.execute(kysely);
    await sql`INSERT INTO attempt VALUES ('address', 'x', 1, now())`.execute(kysely);
    await restoreBackup(file, kysely);
    expect(await contentOf(kysely)).toBe(textOf(file));
  });

  it('may be larger than a page, with rows that point at later ones', async () => {
    const large = await migrated();
    await fill(large);
    await sql`INSERT INTO budgetpost (organisation_id, budgetpost_id, line_id, year, kind, amount,
        beslut_id, created_by, comment)
      SELECT p.organisation_id, (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-000000000000')::uuid,
        p.line_id, 2030, 'ursprunglig', n / 100000.0, p.beslut_id, p.created_by, repeat('ö', n)
      FROM budgetpost p, generate_series(1, 1700) n WHERE p.budgetpost_id = ${filledIds.post}`.execute(
      large,
    );
    // The first row of the file replaces the last.
    await sql`INSERT INTO budgetpost (organisation_id, budgetpost_id, line_id, year, kind, amount,
        beslut_id, created_by, replaces_id)
      SELECT organisation_id, '00000000-0000-7000-8000-000000000000', line_id, year, kind, 0,
        beslut_id, created_by, budgetpost_id
      FROM budgetpost WHERE year = 2030 ORDER BY budgetpost_id DESC LIMIT 1`.execute(large);
    const append = appender(large);
    const scope = { organisationId: filledIds.adalen, personId: filledIds.person };
    for (let index = 3; index < 12; index += 1) await append(scope, index, null);
    const name = await backUp(large);
    const numbers = [...textOf(name).matchAll(/"(\d+)","2026-11-22 08:00:00\.?\d*\+00"/gu)];
    // In the order of their values, which is not that of their texts.
    expect(numbers.map(([, seq]) => seq)).toEqual(
      Array.from({ length: 12 }, (_, index) => `${index + 1}`),
    );
    const kysely = await migrated();
    await restoreBackup(name, kysely);
    expect(await contentOf(kysely)).toBe(textOf(name));
    expect((await checkDatabase(createDatabase(kysely))).findings).toEqual([]);
  });
});

describe('from one database to another', () => {
  it('goes from either engine to the embedded one and back without a difference', async () => {
    const there = await embedded();
    await restoreBackup(file, there);
    expect(await contentOf(there)).toBe(textOf(file));
    expect((await checkDatabase(createDatabase(there))).findings).toEqual([]);
    const back = await migrated();
    await restoreBackup(await backUp(there), back);
    expect(await contentOf(back)).toBe(textOf(file));
    const database = createDatabase(back);
    expect(await checkDatabase(database)).toEqual({ organisations: 2, findings: [] });
    expect((await verifyLogs(database, [])).ok).toBe(true);
  });

  it('goes into one whose owner is nobody in particular', async () => {
    const { kysely, asLogin } = await ordinary();
    const { rows } = await sql`
      SELECT rolsuper FROM pg_roles WHERE rolname = current_user`.execute(kysely);
    expect(rows).toEqual([{ rolsuper: false }]);
    await restoreBackup(file, kysely);
    expect(await contentOf(kysely)).toBe(textOf(file));
    expect((await checkDatabase(createDatabase(kysely))).findings).toEqual([]);
    // The walls stand before this owner, and the database is not empty for all that.
    await expect(restoreBackup(file, kysely)).rejects.toThrow('innehåller redan');
    await expect(backUp(await asLogin())).rejects.toThrow(
      /Rollen i DATABASE_URL får inte läsa allt .*tkr_owner/u,
    );
  });
});

describe('a restore that cannot be', () => {
  it('is refused where the database has something in it, which stays as it was', async () => {
    const before = await contentOf(source.kysely);
    await expect(restoreBackup(file, source.kysely)).rejects.toThrow(
      /innehåller redan organisationer .* ingenting har ändrats.*TKR_DATA/u,
    );
    expect(await contentOf(source.kysely)).toBe(before);
    expect((await checkDatabase(createDatabase(source.kysely))).findings).toEqual([]);
  });

  it('is undone where a table does not become what it was', async () => {
    const kysely = await migrated();
    await sql`ALTER TABLE borgenstak ALTER amount TYPE numeric(18, 2)`.execute(kysely);
    await sql`ALTER TABLE forecast_row ALTER amount TYPE numeric(18, 2)`.execute(kysely);
    await expect(restoreBackup(file, kysely)).rejects.toThrow(
      /Tabellen borgenstak blev inte likadan .* Allt är ogjort/u,
    );
    expect(await isEmpty(kysely)).toBe(true);
  });

  it('is undone where a row points at nothing, or is none, whoever made the sums fit', async () => {
    const kysely = await migrated();
    const orphaned = forged((line) =>
      line.startsWith(`["${filledIds.adalen}","${filledIds.beslut}"`) ? null : line,
    );
    expect((await verifyBackup(orphaned)).sums).toHaveLength(48);
    await expect(restoreBackup(orphaned, kysely)).rejects.toThrow(
      /gick inte att återläsa: .*foreign key.* Allt är ogjort/u,
    );
    expect(await isEmpty(kysely)).toBe(true);
    const wrong = forged((line) => line.replace('"-0.00001"', '"noll"'));
    await expect(restoreBackup(wrong, kysely)).rejects.toThrow('gick inte att återläsa');
    expect(await isEmpty(kysely)).toBe(true);
    await restoreBackup(file, kysely);
    expect(await contentOf(kysely)).toBe(textOf(file));
  });

  it('is refused where the file has other tables than its migrations give', async () => {
    const kysely = await migrated();
    const other = forged((line) => line.replace('"dnr","note"', '"dnr","notes"'));
    await expect(restoreBackup(other, kysely)).rejects.toThrow(/tabeller .*: beslut \(.*notes/u);
    expect(await isEmpty(kysely)).toBe(true);
  });
});

describe('another version', () => {
  const newest = '2099-01-01T00-00-motto';

  /** The shipped migrations and one more, as a later version of Tkr has them. */
  async function laterMigrations(): Promise<string> {
    const later = mkdtempSync(path.join(folder, 'migreringar-'));
    for (const name of await shippedMigrations()) {
      const url = pathToFileURL(path.join(shippedFolder, `${name}.ts`)).href;
      writeFileSync(path.join(later, `${name}.mjs`), `export { up } from '${url}';`);
    }
    writeFileSync(
      path.join(later, `${newest}.mjs`),
      `export const up = (db) => db.schema.alterTable('organisation')
        .addColumn('motto', 'text', (column) => column.notNull().defaultTo('Framåt')).execute();`,
    );
    return later;
  }

  let later: string;
  let ahead: Kysely<Tables>;
  beforeAll(async () => {
    later = await laterMigrations();
    const pglite = await openEmbeddedInMemory();
    ahead = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
    await restoreBackup(file, ahead, later);
  });
  afterAll(() => ahead.destroy());

  it('that is older is restored as it was, and then brought up to date', async () => {
    expect(await executedMigrations(ahead)).toContain(newest);
    const { rows } = await sql`SELECT name, motto FROM organisation ORDER BY slug`.execute(ahead);
    expect(rows).toEqual([
      { name: 'Ådalen', motto: 'Framåt' },
      { name: 'Öster', motto: 'Framåt' },
    ]);
  });

  it('that is newer is refused, as one that is not whole, and nothing is made', async () => {
    const kysely = await embedded();
    await expect(restoreBackup(await backUp(ahead), kysely)).rejects.toThrow(
      `nyare version av Tkr (migreringen ${newest})`,
    );
    const cut = path.join(folder, 'avkapad.tkr');
    writeFileSync(cut, readFileSync(file).subarray(0, -9));
    await expect(restoreBackup(cut, kysely)).rejects.toThrow('avkapad');
    expect(await executedMigrations(kysely)).toEqual([]);
    await expect(backUp(kysely)).rejects.toThrow(/inga tabeller .* npx tkr migrate/u);
  });

  it('is not restored into a database that is ahead of it', async () => {
    await expect(restoreBackup(file, ahead, later)).rejects.toThrow(
      `nyare schema än säkerhetskopian (migreringen ${newest}). Ingenting har ändrats.`,
    );
  });
});
