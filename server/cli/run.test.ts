import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anchorLine } from '../audit/anchors.ts';
import { startControl } from '../care/control.ts';
import { createDatabase } from '../db/database.ts';
import { openEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import type { Tables } from '../db/schema.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { fill } from '../testing/filled.ts';
import { filledIds } from '../testing/filled-ids.ts';
import { runCommand } from './run.ts';

const isPostgres = process.env['TKR_TEST_DATABASE'] === 'postgres';
const folder = mkdtempSync(path.join(tmpdir(), 'tkr-cli-'));
const dataDirectory = path.join(folder, 'data');
const file = path.join(folder, 'kopia.tkr');

type Place = { readonly [name: string]: string };
let place: Place;
let emptyPlace: Place;
let newestHash = '';
const databases: TestDatabase[] = [];

async function openDirectory(): Promise<Kysely<Tables>> {
  const pglite = await openEmbedded(dataDirectory);
  return new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
}

async function fillPlace(kysely: Kysely<Tables>): Promise<void> {
  await fill(kysely);
  const { rows } = await sql<{ hash: string }>`
    SELECT hash FROM audit_log WHERE seq = 3`.execute(kysely);
  newestHash = rows[0]?.hash ?? '';
}

beforeAll(async () => {
  if (isPostgres) {
    databases.push(await createTestDatabase(), await createTestDatabase());
    for (const { kysely } of databases.slice(0, 1)) await fillPlace(kysely);
    const places = databases.map(({ url }) => ({ DATABASE_URL: url ?? '' }));
    [place = {}, emptyPlace = {}] = places;
    return;
  }
  place = { TKR_DATA: dataDirectory };
  emptyPlace = { TKR_DATA: path.join(folder, 'ny') };
  const kysely = await openDirectory();
  await migrate(kysely);
  await fillPlace(kysely);
  await kysely.destroy();
});
afterAll(async () => {
  for (const { drop } of databases) await drop();
  rmSync(folder, { recursive: true, force: true });
});

type Ran = { readonly code: number; readonly result: unknown; readonly said: string };

/** Runs `tkr` in this process. */
async function tkr(parameters: readonly string[], environment: Place = place): Promise<Ran> {
  let [printed, said] = ['', ''];
  const code = await runCommand(parameters, {
    environment,
    out: (text) => {
      printed += text;
    },
    error: (text) => {
      said += text;
    },
  });
  return { code, result: printed.startsWith('{') ? JSON.parse(printed) : printed, said };
}

/** Runs `tkr` as a process of its own. */
function tkrProcess(parameters: readonly string[]): Promise<Ran> {
  const program = path.join(import.meta.dirname, 'main.ts');
  const env = { PATH: process.env['PATH'], ...place };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...parameters], { env }, (error, result, said) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, result, said });
    });
  });
}

const anchor = (hash: string): string =>
  anchorLine({ day: '2026-11-22', organisationId: filledIds.adalen, seq: '3', hash });

describe('tkr', () => {
  it('says what it can do', async () => {
    const { code, result } = await tkrProcess(['help']);
    expect(code).toBe(0);
    for (const name of ['start', 'migrate', 'check', 'verify-log', 'backup', 'restore']) {
      expect(result).toContain(`\n  ${name} `);
    }
  });

  it.each([
    [['hitta'], 'Kommandot hitta finns inte.'],
    [['check', 'allt'], 'allt hör inte till kommandot.'],
    [['backup'], 'Ange säkerhetskopians fil'],
    [['backup', 'a', 'b'], 'b hör inte till kommandot.'],
    [['restore', '--force'], 'Ange säkerhetskopians fil'],
    [['verify-log', '--ankare', 'x'], 'Skriv --anchor'],
    [['verify-log', '--anchor', 'saknas.txt'], 'saknas.txt med ankare gick inte att läsa'],
  ])('answers %j with how it is written, and 2', async (parameters, sentence) => {
    const { code, result, said } = await tkr(parameters);
    expect(said).toContain(sentence);
    expect(said).toMatch(/Kör tkr help för mer\.\n$/u);
    expect([code, result]).toEqual([2, '']);
  });

  it('ends its process with the code, and keeps what it says apart from what it found', async () => {
    const { code, result, said } = await tkrProcess(['check', 'allt']);
    expect([code, result]).toEqual([2, '']);
    expect(said).toContain('allt hör inte till kommandot.');
  });

  it('makes no database where there is none to look at', async () => {
    const nowhere = path.join(folder, 'ingenstans');
    for (const parameters of [['check'], ['verify-log'], ['backup', path.join(folder, 'x')]]) {
      const { code, said } = await tkr(parameters, { TKR_DATA: nowhere });
      expect(said).toContain(`Det finns ingen databas i ${nowhere}`);
      expect(code).toBe(2);
    }
    const { said } = await tkr(['restore', path.join(folder, 'saknas.tkr')], { TKR_DATA: nowhere });
    expect(said).toContain('saknas.tkr finns inte');
    expect(existsSync(nowhere)).toBe(false);
  });

  it('says so where no database answers', async () => {
    const url = 'postgres://tkr@127.0.0.1:9/tkr';
    const { code, said } = await tkr(['check'], { DATABASE_URL: url });
    expect(said).toMatch(/^Databasen i DATABASE_URL går inte att nå \(.*ECONNREFUSED.*\)/u);
    expect(code).toBe(1);
  });
});

describe('tkr verify-log', () => {
  it('takes anchors as lines and as files', async () => {
    const filed = path.join(folder, 'ankare.txt');
    writeFileSync(filed, `# Pärmen\n${anchor(newestHash)}\n`);
    const { code, result } = await tkr([
      'verify-log',
      '--anchor',
      filed,
      '--anchor',
      anchor(newestHash),
    ]);
    expect(result).toMatchObject({ ok: true, organisations: [{ rows: 3 }, { rows: 0 }] });
    expect(code).toBe(0);
  });

  it('ends with 1 where one of them does not fit, or is none', async () => {
    const { code, result } = await tkr(['verify-log', '--anchor', anchor('a'.repeat(64))]);
    expect(result).toMatchObject({
      ok: false,
      organisations: [{ firstBad: { seq: '3', reason: 'anchor_differs' } }, { firstBad: null }],
    });
    expect(code).toBe(1);
    const malformed = await tkr(['verify-log', '--anchor', 'tkr-ankare 2']);
    expect([malformed.code, malformed.said]).toEqual([
      1,
      expect.stringContaining('Rad 1 är inget'),
    ]);
    const empty = path.join(folder, 'tom.txt');
    writeFileSync(empty, '\n');
    const none = await tkr(['verify-log', '--anchor', empty]);
    expect([none.code, none.said]).toEqual([2, expect.stringContaining('innehåller inget ankare')]);
  });
});

describe('tkr backup and tkr restore', () => {
  it('carry everything to another place, once', async () => {
    const made = await tkr(['backup', file]);
    expect(made.said).toBe('');
    expect(made).toMatchObject({ code: 0, result: { ok: true, file } });
    const { tables } = made.result as { readonly tables: readonly object[] };
    expect(tables).toContainEqual(expect.objectContaining({ table: 'budgetpost', rows: 5 }));

    const restored = await tkr(['restore', file], emptyPlace);
    expect(restored.said).toBe('');
    expect(restored).toMatchObject({ code: 0, result: { ok: true, file, tables, findings: [] } });
    expect(await tkr(['check'], emptyPlace)).toMatchObject({
      code: 0,
      result: { ok: true, organisations: 2, findings: [] },
    });
    const again = await tkr(['restore', file], emptyPlace);
    expect([again.code, again.said]).toEqual([1, expect.stringContaining('innehåller redan')]);
    const over = await tkr(['backup', file]);
    expect([over.code, over.said]).toEqual([1, expect.stringContaining('finns redan')]);
  }, 60_000);

  it('work while Tkr runs, and a restore waits until it does not', async () => {
    const kysely = isPostgres ? null : await openDirectory();
    const control =
      kysely && (await startControl({ database: createDatabase(kysely), dataDirectory }));
    const second = path.join(folder, 'igång.tkr');
    const made = await tkr(['backup', second]);
    expect(made).toMatchObject({ code: 0, result: { ok: true, file: second } });
    expect(await tkr(['check'])).toMatchObject({ code: 0, result: { findings: [] } });
    expect(await tkr(['verify-log', '--anchor', anchor('a'.repeat(64))])).toMatchObject({
      code: 1,
      result: { ok: false },
    });
    const restored = await tkr(['restore', second]);
    const refusal = isPostgres ? 'innehåller redan' : 'används redan av process';
    expect([restored.code, restored.said]).toEqual([1, expect.stringContaining(refusal)]);
    await control?.close();
    if (kysely !== null) {
      const { code, said } = await tkr(['check']);
      expect([code, said]).toEqual([1, expect.stringContaining('inte svarar på kommandon')]);
    }
    await kysely?.destroy();
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
