import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from '../db/database.ts';
import { shippedMigrations } from '../db/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { fill } from '../testing/filled.ts';
import { awkward, filledIds } from '../testing/filled-ids.ts';
import { BackupFailed, saveBackup, writeBackup } from './backup.ts';
import type { TableSum } from './backup-format.ts';
import { BackupRefused, verifyBackup } from './backup-read.ts';

const madeAt = new Date('2026-11-22T08:00:00.000Z');
const folder = mkdtempSync(path.join(tmpdir(), 'tkr-backup-'));
const file = path.join(folder, 'kopia.tkr');

let owner: TestDatabase;
let database: Database;
beforeAll(async () => {
  owner = await createTestDatabase();
  database = createDatabase(owner.kysely);
  await fill(owner.kysely);
  await saveBackup(file, (to) => writeBackup(database, to, madeAt));
});
afterAll(async () => {
  await owner.drop();
  rmSync(folder, { recursive: true, force: true });
});

const linesIn = (name: string) => gunzipSync(readFileSync(name)).toString('utf8').split('\n');

/** A copy of the backup whose lines, or bytes, somebody has laid hands on. */
function damaged(bytes: Buffer): string {
  const name = path.join(folder, 'skadad.tkr');
  writeFileSync(name, bytes);
  return name;
}
const rewritten = (change: (lines: string[]) => readonly string[]): string =>
  damaged(gzipSync(change(linesIn(file)).join('\n')));

const refusal = async (name: string): Promise<string> => {
  try {
    await verifyBackup(name);
  } catch (error) {
    if (error instanceof BackupRefused) return error.message;
    throw error;
  }
  return 'whole';
};

describe('a backup file', () => {
  it('says what it is, and has a line for every row and a sum for every table', async () => {
    const [first = '', ...rest] = linesIn(file);
    const header = JSON.parse(first) as { tables: { name: string; columns: string[] }[] };
    expect(header).toMatchObject({
      format: 'tkr-backup',
      version: 1,
      madeAt: '2026-11-22T08:00:00.000Z',
      tkr: '0.1.0',
      migrations: await shippedMigrations(),
    });
    expect(rest.at(-1)).toBe('');
    expect(JSON.parse(rest.at(-2) ?? '')).toMatchObject({ end: true });
    const person = `["${filledIds.other}",${JSON.stringify(awkward)},null,`;
    expect(rest.filter((line) => line.startsWith(person))).toHaveLength(1);
    const sums = rest
      .filter((line) => line.startsWith('{"table"'))
      .map((line) => JSON.parse(line) as TableSum);
    const { rows } = await sql<{ name: string }>`
      SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
        AND tablename NOT LIKE 'kysely%'`.execute(owner.kysely);
    const all = rows.map(({ name }) => name).toSorted();
    expect(sums.map(({ table }) => table).toSorted()).toEqual(
      all.filter((name) => !['attempt', 'oidc_attempt', 'session'].includes(name)),
    );
    expect(header.tables.map(({ name }) => name)).toEqual(sums.map(({ table }) => table));
  });

  it('has every value as the database writes it', () => {
    const lines = linesIn(file);
    expect(lines.some((line) => line.includes('"9999999999999.99999"'))).toBe(true);
    expect(lines.some((line) => line.includes('"-0.00001"'))).toBe(true);
    expect(lines.some((line) => line.includes('"2026-11-22 08:00:00.123456+00"'))).toBe(true);
    expect(lines.some((line) => line.includes('"2024-02-29"'))).toBe(true);
    // Byte order, which is nobody's alphabet.
    const codes = lines.filter((line) => /^\["[^"]+","[aBzå_]",null\]$/u.test(line));
    expect(codes.map((line) => (JSON.parse(line) as string[])[1])).toEqual([
      'B',
      '_',
      'a',
      'z',
      'å',
    ]);
  });

  it('does not carry sessions', async () => {
    await sql`INSERT INTO session VALUES (${'ab'.repeat(32)}, gen_random_uuid(), ${filledIds.person},
      'full', 'local', NULL, NULL, true, 'webbläsare', now(), now(), now())`.execute(owner.kysely);
    const name = path.join(folder, 'utan-sessioner.tkr');
    await saveBackup(name, (to) => writeBackup(database, to, madeAt));
    await sql`DELETE FROM session`.execute(owner.kysely);
    expect(linesIn(name)).toEqual(linesIn(file));
  });

  it('can be read by its owner alone', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is the same whoever made it: nothing in it depends on the connection', async () => {
    const name = path.join(folder, 'annan-zon.tkr');
    const other = createDatabase(owner.kysely);
    await sql`SET TimeZone = 'Asia/Tokyo'`.execute(owner.kysely);
    await sql`SET DateStyle = 'German'`.execute(owner.kysely);
    await saveBackup(name, (to) => writeBackup(other, to, madeAt));
    await sql`RESET ALL`.execute(owner.kysely);
    expect(linesIn(name)).toEqual(linesIn(file));
  });
});

describe('a backup that fails', () => {
  it('leaves no file, and one that was there as it was', async () => {
    const name = path.join(folder, 'halv.tkr');
    const half = saveBackup(name, async (to) => {
      to.write('hälften');
      throw new Error('Strömmen bröts');
    });
    await expect(half).rejects.toThrow(
      /halv\.tkr gick inte att göra, och ingen fil .*: Strömmen bröts/u,
    );
    expect([existsSync(name), existsSync(`${name}.part`)]).toEqual([false, false]);

    const before = readFileSync(file);
    const again = saveBackup(file, (to) => writeBackup(database, to, madeAt));
    await expect(again).rejects.toThrow('finns redan och har inte ändrats');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is one whose bytes do not read back', async () => {
    const name = path.join(folder, 'oläsbar.tkr');
    const made = saveBackup(name, async (to) => {
      to.end('inte en säkerhetskopia');
    });
    await expect(made).rejects.toThrow(BackupFailed);
    expect(existsSync(name)).toBe(false);
  });

  it('is one for which there is no folder', async () => {
    const name = path.join(folder, 'saknas', 'kopia.tkr');
    await expect(saveBackup(name, (to) => writeBackup(database, to, madeAt))).rejects.toThrow(
      'Kontrollera att mappen finns',
    );
  });

  it('ends with the stream that it was for, and lets go of the database', async () => {
    const broken = new Writable({
      write: (_chunk, _encoding, callback) => callback(new Error('Disken är full')),
    });
    await expect(writeBackup(database, broken, madeAt)).rejects.toThrow('Disken är full');
    const people = await owner.kysely.selectFrom('person').select('person_id').execute();
    expect(people).toHaveLength(2);
  });
});

describe('a backup that is not whole', () => {
  const bytes = (): Buffer => readFileSync(file);

  it('is refused wherever it was cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes().length - 1), async (length) => {
        expect(await refusal(damaged(bytes().subarray(0, length)))).toMatch(/avkapad|är tom/u);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused wherever its text was cut', async () => {
    const text = gunzipSync(bytes());
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), async (length) => {
        expect(await refusal(damaged(gzipSync(text.subarray(0, length))))).toMatch(
          /avkapad|ingen säkerhetskopia/u,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is refused wherever a byte was changed that means anything', async () => {
    // A few bits say when and where gzip was run, or fill up its last byte.
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes().length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, flipped) => {
          const changed = bytes();
          changed[at] = (changed[at] ?? 0) ^ flipped;
          const name = damaged(changed);
          if ((await refusal(name)) === 'whole') expect(linesIn(name)).toEqual(linesIn(file));
          else refusals += 1;
        },
      ),
      { numRuns: 500 },
    );
    expect(refusals).toBeGreaterThan(350);
  });

  it('is refused wherever a byte of its text was changed', async () => {
    const text = gunzipSync(bytes());
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, flipped) => {
          const changed = Buffer.from(text);
          changed[at] = (changed[at] ?? 0) ^ flipped;
          expect(await refusal(damaged(gzipSync(changed)))).not.toBe('whole');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is refused where a row was taken out and the sum of its table made to fit', async () => {
    const name = rewritten((lines) => {
      const at = lines.findIndex((line) => line.startsWith('{"table":"person"'));
      const rows = lines.slice(lines.findIndex((line) => line.startsWith('{"table"')) + 1, at);
      expect(rows.length).toBeGreaterThan(0);
      return [...lines.slice(0, at - 1), ...lines.slice(at)];
    });
    expect(await refusal(name)).toContain(
      'ändrats eller skadats sedan den gjordes (tabellen person)',
    );
  });

  it('is refused where the table’s sum fits, and only the end’s does not', async () => {
    const name = rewritten((lines) =>
      lines.map((line) => line.replace('"madeAt":"2026-11-22', '"madeAt":"2026-11-23')),
    );
    expect(await refusal(name)).toContain('ändrats eller skadats sedan den gjordes. Ingenting');
  });

  it('is refused where something follows the end', async () => {
    for (const more of ['[]', '{}', linesIn(file).at(-2) ?? '']) {
      const name = rewritten((lines) => [...lines.slice(0, -1), more, '']);
      expect(await refusal(name)).toContain('ändrats eller skadats');
    }
  });
});

describe('a file that is no backup', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'är tom'],
    ['a text', Buffer.from('hej'), 'ingen säkerhetskopia'],
    ['one byte', Buffer.from([0x1f]), 'avkapad'],
    ['another gzip', gzipSync('hej'), 'avkapad'],
    ['lines of something else', gzipSync('hej\nhopp\n'), 'ingen säkerhetskopia'],
    ['JSON of something else', gzipSync('{"format":"annat"}\n'), 'ingen säkerhetskopia'],
    ['an array', gzipSync('[]\n'), 'ingen säkerhetskopia'],
    ['a header that says too little', gzipSync('{"format":"tkr-backup","version":1}\n'), 'ändrats'],
    [
      'a newer format',
      gzipSync('{"format":"tkr-backup","version":2,"nytt":[]}\n'),
      'nyare version av Tkr (formatets version 2)',
    ],
  ])('is refused: %s', async (_, bytes, expected) => {
    expect(await refusal(damaged(bytes))).toContain(expected);
  });

  it('is refused where there is none, or where it is a folder', async () => {
    expect(await refusal(path.join(folder, 'saknas.tkr'))).toContain('saknas.tkr finns inte');
    await expect(verifyBackup(folder)).rejects.toThrow('EISDIR');
  });
});
