import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReadOptions, readTable } from './read-table.ts';
import { inline, makeWorkbook, sheetData } from './testing/made-workbook.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tkr-tables-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function read(
  bytes: Buffer | string,
  fileName: string,
  options: Partial<ReadOptions> = {},
): ReturnType<typeof readTable> {
  const file = path.join(folder, `${Math.random()}`);
  await writeFile(file, bytes);
  return readTable(file, { fileName, signal: new AbortController().signal, ...options });
}

// Half a minute's worth of rows for a thread that is given a tenth of a second.
const large = `Rad;Utfall\n${'Nät;1 234,5\n'.repeat(199_999)}`;

describe('a table that is read in a thread of its own', () => {
  it('arrives whole: kind, sheets, rows by their numbers, notes', async () => {
    const bytes = makeWorkbook({
      sheets: {
        Blad: '<sheetData><row r="3"><c r="B3"><f>1</f><v>1.5</v></c></row></sheetData>',
        Två: '',
      },
    });
    const empty = { kind: 'text', text: '' };
    expect(await read(bytes, 'u.xlsx')).toEqual({
      ok: true,
      value: {
        kind: 'xlsx',
        sheets: [
          { name: 'Blad', hidden: false, rows: [[], [], [empty, { kind: 'number', text: '1.5' }]] },
          { name: 'Två', hidden: false, rows: [] },
        ],
        notes: [{ code: 'formulas', details: { sheet: 'Blad', count: '1' } }],
      },
    });
  });

  it('arrives with every row where there are more than one message takes', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `Rad ${at + 1};${at}`);
    const table = await read(rows.join('\r\n'), 'u.csv');
    const read20 = table.ok ? (table.value.sheets[0]?.rows ?? []) : [];
    expect(read20.map((row) => row.map(({ text }) => text).join(';'))).toEqual(rows);
  });

  it('is all or nothing: a fault on the last row refuses the whole', async () => {
    expect(await read(`${large}Sist;"1`, 'u.csv')).toEqual({
      ok: false,
      refusal: { code: 'quote_open', details: { line: '200001' } },
    });
  });

  it('leaves this thread free meanwhile', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const table = await read(large, 'u.csv');
    delay.disable();
    expect(table.ok && table.value.sheets[0]?.rows.length).toBe(200_000);
    const [mean, most] = [delay.mean, delay.max].map((nanoseconds) =>
      Math.round(nanoseconds / 1e6),
    );
    console.log(`Event loop delay while 200 000 rows were read: ${mean} ms, at most ${most} ms`);
  });

  it('can be read by many at once', async () => {
    const tables = await Promise.all(
      Array.from({ length: 6 }, (_, at) => read(`a;${at}`, 'u.csv')),
    );
    expect(tables.map((table) => table.ok && table.value.sheets[0]?.rows[0]?.[1]?.text)).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
  });
});

describe('a table that is not read', () => {
  it('is refused by its size before it is opened', async () => {
    const file = path.join(folder, 'large.csv');
    await writeFile(file, 'a;b');
    await truncate(file, 50_000_001);
    const signal = new AbortController().signal;
    expect(await readTable(file, { fileName: 'large.csv', signal })).toEqual({
      ok: false,
      refusal: { code: 'file_too_large', details: {} },
    });
  });

  it('is refused where the reading takes too long', async () => {
    expect(await read(large, 'u.csv', { milliseconds: 100 })).toEqual({
      ok: false,
      refusal: { code: 'reading_too_slow', details: {} },
    });
  });

  it('is refused where the reading takes too much memory', async () => {
    const strings = `<si><t>${'å'.repeat(40)}</t></si>`.repeat(300_000);
    const bytes = makeWorkbook({ sheets: { Blad: sheetData(inline('a')) }, strings });
    expect(await read(bytes, 'u.xlsx', { heapMegabytes: 16 })).toEqual({
      ok: false,
      refusal: { code: 'reading_too_heavy', details: {} },
    });
  });

  it('is refused where the reading is stopped, before or meanwhile', async () => {
    const stopped = { ok: false, refusal: { code: 'reading_stopped', details: {} } };
    expect(await read('a;b', 'u.csv', { signal: AbortSignal.abort() })).toEqual(stopped);
    expect(await read(large, 'u.csv', { signal: AbortSignal.timeout(150) })).toEqual(stopped);
    expect((await read('a;b', 'u.csv')).ok).toBe(true);
  });

  it('is refused where the thread dies, with the cause for the log', async () => {
    const signal = new AbortController().signal;
    // A folder has a size and cannot be read: the thread fails on it.
    const table = await readTable(folder, { fileName: 'u.csv', signal });
    expect(table.ok ? null : table.refusal.code).toBe('reading_failed');
    expect(table.ok ? null : table.refusal.details['cause']).toContain('EISDIR');
  });

  it('is an error of the caller where there is no such file', async () => {
    const signal = new AbortController().signal;
    await expect(
      readTable(path.join(folder, 'none'), { fileName: 'u.csv', signal }),
    ).rejects.toThrow('ENOENT');
  });
});
