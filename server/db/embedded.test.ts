import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DataDirectoryInUse } from './data-directory-lock.ts';
import { embeddedMajorVersion } from './database-files.ts';
import { assertDurable, openEmbedded, openEmbeddedInMemory } from './embedded.ts';

const root = mkdtempSync(join(tmpdir(), 'tkr-embedded-'));
const made = join(root, 'made');
let directory: string;

beforeAll(async () => {
  const database = await openEmbedded(made);
  await database.exec('CREATE TABLE saved (id bigint PRIMARY KEY)');
  await database.close();
});

beforeEach(() => {
  directory = mkdtempSync(join(root, 'data-'));
  cpSync(join(made, 'postgres'), join(directory, 'postgres'), { recursive: true });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Runs a program of its own that has `openEmbedded` and `directory`. */
function start(program: string): {
  readonly kill: () => void;
  readonly written: () => string;
  readonly ended: Promise<{ code: number | null; output: string; errors: string }>;
} {
  const head = `
    const { openEmbedded } = await import(process.argv[1]);
    const directory = process.argv[2];`;
  const module = new URL('embedded.ts', import.meta.url).href;
  const child = spawn(process.execPath, [
    ...['--input-type=module', '-e', head + program],
    ...[module, directory],
  ]);
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  return {
    kill: () => child.kill('SIGKILL'),
    written: () => output,
    ended: once(child, 'close').then(() => ({ code: child.exitCode, output, errors })),
  };
}

async function savedIds(database: PGlite): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>('SELECT id FROM saved ORDER BY id');
  return rows.map((row) => row.id);
}

describe('embedded database', () => {
  it('keeps what was committed when it is opened again', async () => {
    const first = await openEmbedded(directory);
    await first.exec('INSERT INTO saved VALUES (1), (2)');
    await first.close();
    const second = await openEmbedded(directory);
    expect(await savedIds(second)).toEqual(['1', '2']);
    await second.close();
  });

  it('is PostgreSQL with every durability setting on', async () => {
    const database = await openEmbedded(directory);
    const { rows } = await database.query<Record<string, string>>(`SELECT
      current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
      current_setting('full_page_writes') AS pages, current_setting('wal_sync_method') AS method,
      current_setting('server_version') AS version`);
    expect(rows).toEqual([
      expect.objectContaining({ fsync: 'on', commit: 'on', pages: 'on', method: 'fsync' }),
    ]);
    expect(rows[0]?.['version']?.split('.')[0]).toBe(embeddedMajorVersion);
    await database.close();
  });

  it('gives days, 64-bit numbers and numerics as texts, on disk and in memory alike', async () => {
    const query = `SELECT date '2026-11-22' AS day, 7::bigint AS big, 1.50::numeric AS amount,
      count(*) AS count, sum(2.25) AS sum, array[date '2026-01-01'] AS days`;
    const row = {
      day: '2026-11-22',
      big: '7',
      amount: '1.50',
      count: '1',
      sum: '2.25',
      days: ['2026-01-01'],
    };
    const onDisk = await openEmbedded(directory);
    expect((await onDisk.query(query)).rows).toEqual([row]);
    await onDisk.close();
    const inMemory = await openEmbeddedInMemory();
    expect((await inMemory.query(query)).rows).toEqual([row]);
    await inMemory.close();
  });

  it('can be made in memory from a template', async () => {
    const first = await openEmbeddedInMemory();
    await first.exec('CREATE TABLE saved (id bigint); INSERT INTO saved VALUES (3)');
    const template = await first.dumpDataDir('none');
    await first.close();
    const second = await openEmbeddedInMemory(template);
    expect(await savedIds(second)).toEqual(['3']);
    await second.close();
  });

  it('refuses to go on where fsync does not arrive', async () => {
    const database = await openEmbeddedInMemory();
    const stuck = { fsyncCounts: { all: 7, writeAheadLog: 5 } };
    await expect(assertDurable(database, stuck)).rejects.toThrow('når inte disken');
    await database.close();
  });
});

describe('lock around the embedded database', () => {
  it('is held until the database is closed, also when it is closed twice at once', async () => {
    const database = await openEmbedded(directory);
    await expect(openEmbedded(directory)).rejects.toThrow(DataDirectoryInUse);
    await Promise.all([database.close(), database.close()]);
    const next = await openEmbedded(directory);
    await next.close();
  });

  it('is given up where the database does not open', async () => {
    rmSync(join(directory, 'postgres/global/pg_control'));
    await expect(openEmbedded(directory)).rejects.toThrow('skadad');
    await expect(openEmbedded(directory)).rejects.toThrow('skadad');
  });
});

describe('files of the embedded database', () => {
  it.each([
    ['a missing control file', 'global/pg_control', null, 'global/pg_control saknas'],
    ['a missing version file', 'PG_VERSION', null, 'PG_VERSION saknas'],
    ['another version', 'PG_VERSION', '17\n', 'skriven av PostgreSQL 17'],
    ['a control file of nonsense', 'global/pg_control', 'x', 'gick inte att öppna'],
  ])('with %s are refused and left where they are', async (_, name, content, sentence) => {
    const path = join(directory, 'postgres', name);
    if (content === null) rmSync(path);
    else writeFileSync(path, content);
    await expect(openEmbedded(directory)).rejects.toThrow(sentence);
    expect(existsSync(join(directory, 'postgres/base'))).toBe(true);
    expect(readdirSync(directory).toSorted()).toEqual(['postgres', 'tkr.lock']);
  });

  it('are whole after a first start that was killed while it wrote them', async () => {
    rmSync(join(directory, 'postgres'), { recursive: true });
    const first = start('await openEmbedded(directory);');
    const unfinished = join(directory, 'postgres.ofullstandig');
    await expect.poll(() => existsSync(join(unfinished, 'base')), { timeout: 20_000 }).toBe(true);
    first.kill();
    await first.ended;
    expect(existsSync(join(directory, 'postgres'))).toBe(false);

    const database = await openEmbedded(directory);
    expect((await database.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    expect(existsSync(unfinished)).toBe(false);
    await database.close();
  });
});

describe('process that ends in the middle', () => {
  const insertForEver = `
    for (let id = 1; ; id += 1) {
      await database.query('INSERT INTO saved VALUES ($1)', [id]);
      process.stdout.write(id + '\\n');
    }`;

  it('loses nothing it has confirmed when it is killed', async () => {
    const writer = start(`const database = await openEmbedded(directory); ${insertForEver}`);
    await expect.poll(() => writer.written().length, { timeout: 20_000 }).toBeGreaterThan(2_000);
    writer.kill();
    const { output } = await writer.ended;
    const confirmed = output.split('\n').slice(0, -1);
    expect(confirmed.length).toBeGreaterThan(0);

    const database = await openEmbedded(directory);
    expect((await savedIds(database)).slice(0, confirmed.length)).toEqual(confirmed);
    await database.close();
  });

  it.each([
    ['ENOSPC', 'disken är full'],
    ['EDQUOT', 'diskkvot är slut'],
    ['EIO', 'disken svarar med fel'],
  ])('says so in Swedish on %s, and loses nothing it has confirmed', async (code, sentence) => {
    const {
      code: exitCode,
      output,
      errors,
    } = await start(`
      const fs = (await import('node:fs')).default;
      const { syncBuiltinESMExports } = await import('node:module');
      const { writeSync } = fs;
      let room = Infinity;
      fs.writeSync = (file, ...rest) => {
        if (file !== 2 && room-- <= 0) throw Object.assign(new Error('${code}'), { code: '${code}' });
        return writeSync(file, ...rest);
      };
      syncBuiltinESMExports();
      const database = await openEmbedded(directory);
      room = 50;
      ${insertForEver}`).ended;
    expect(errors).toContain(`Tkr stannar: databasen kunde inte skriva till ${directory}`);
    expect(errors).toContain(sentence);
    expect(errors.trim().split('\n')).toHaveLength(1);
    expect(exitCode).toBe(1);

    const confirmed = output.split('\n').slice(0, -1);
    expect(confirmed.length).toBeGreaterThan(0);
    const database = await openEmbedded(directory);
    expect((await savedIds(database)).slice(0, confirmed.length)).toEqual(confirmed);
    await database.close();
  });
});
