import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from './run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tkr-prognos-'));
const program = path.join(import.meta.dirname, 'main.ts');
const worked = path.join(
  import.meta.dirname,
  '../../fixtures/prognos/drawn-over-the-year/case.json',
);
const { input } = JSON.parse(readFileSync(worked, 'utf8')) as { input: object };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;

function fileOf(content: string | object): string {
  const file = path.join(folder, `${(count += 1)}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

async function tkr(...parameters: readonly string[]) {
  let [printed, said] = ['', ''];
  const code = await runCommand(['prognos', ...parameters], {
    environment: { TKR_DATA: path.join(folder, 'data') },
    out: (text) => {
      printed += text;
    },
    error: (text) => {
      said += text;
    },
  });
  return { code, said, result: printed === '' ? null : (JSON.parse(printed) as unknown) };
}

describe('tkr prognos', () => {
  it('prints the whole forecast by year and month, and needs no database', async () => {
    const { code, said, result } = await tkr(fileOf(input));
    expect([code, said]).toEqual([0, '']);
    expect(result).toMatchObject({ ok: true, missing: [], gaps: [] });
    const { years, months } = result as { years: object[]; months: object[] };
    // 1 200 Tkr over three years: 150, 400, 400, 250.
    expect(years).toMatchObject(
      ['-150', '-400', '-400', '-250'].map((amortisation) => ({ amortisation })),
    );
    expect(months).toHaveLength(48);
    expect(() => readFileSync(path.join(folder, 'data'))).toThrow('ENOENT');
  });

  it('reads what is sent in, with or without a byte order mark', () => {
    const run = (sent: string) =>
      spawnSync(process.execPath, [program, 'prognos', '-'], { input: sent, encoding: 'utf8' });
    const { status, stdout } = run(`\uFEFF${JSON.stringify(input)}`);
    expect([status, (JSON.parse(stdout) as { ok: boolean }).ok]).toEqual([0, true]);
    const empty = run('');
    expect([empty.status, empty.stdout]).toEqual([1, '']);
    expect(empty.stderr).toContain('Det som skickades in är inte JSON');
  });

  it('says where the file is wrong and why, and computes nothing', async () => {
    const rows = [{ year: 2025, kind: 'amortering', source: 'typed', amount: -1 }];
    const { code, result } = await tkr(
      fileOf({ format: 'tkr-prognos-1', openingYear: 2024, rows, extra: 1 }),
    );
    expect(code).toBe(1);
    expect(result).toMatchObject({ ok: false, problemCount: 4 });
    const { problems } = result as { problems: { path: string; code: string; sv: string }[] };
    expect(problems.map(({ path: at, code: why }) => `${at} ${why}`).toSorted()).toEqual([
      '/extra field_unknown',
      '/lastYear field_missing',
      '/rows/0/amount amount_not_a_string',
      '/rows/0/kind field_invalid',
    ]);
    expect(problems.find(({ path: at }) => at === '/rows/0/kind')?.sv).toContain('amortisation');
  });

  it('says what the rules refuse of a file with the right fields', async () => {
    const { code, result } = await tkr(fileOf({ ...input, lastYear: 2060 }));
    expect(code).toBe(1);
    expect(result).toMatchObject({
      ok: false,
      problems: [{ path: '/lastYear', code: 'forecast_too_long' }],
    });
    expect(JSON.stringify(result)).not.toContain('Inget är');
  });

  it('prints what it could tell where something is missing, and what', async () => {
    const { code, result } = await tkr(fileOf({ ...input, levels: [], ceilings: [] }));
    expect(code).toBe(1);
    expect(result).toMatchObject({ ok: false, openingYear: 2024 });
    const { missing } = result as { missing: string[] };
    expect(missing).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Lånefinansieringsgrad saknas för .+ från 2025\.$/u),
      ]),
    );
  });

  it.each([
    ['a file that is not there', () => path.join(folder, 'borta.json'), 'finns inte'],
    [
      'a folder',
      () => {
        const made = path.join(folder, 'mapp');
        mkdirSync(made);
        return made;
      },
      'är en katalog',
    ],
    ['something else', () => fileOf('hej'), 'är inte JSON'],
  ])('says in words that it was given %s', async (_, given, sentence) => {
    const { code, said, result } = await tkr(given());
    expect([code, result]).toEqual([1, null]);
    expect(said).toContain(sentence);
    expect(said).toContain('Inget är räknat.');
  });

  it('says how it is written', async () => {
    for (const parameters of [[], ['--år'], ['a.json', 'b.json']]) {
      const { code, said } = await tkr(...parameters);
      expect(code).not.toBe(0);
      expect(said).toContain('Kör tkr help för mer.');
    }
  });
});
