import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from './run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tkr-sie-'));
const dataDirectory = path.join(folder, 'data');
const program = path.join(import.meta.dirname, 'main.ts');
const fixture = (name: string) => path.join(import.meta.dirname, '../../fixtures/sie', name);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function tkr(...parameters: readonly string[]) {
  let [printed, said] = ['', ''];
  const code = await runCommand(['sie', ...parameters], {
    environment: { TKR_DATA: dataDirectory },
    out: (text) => {
      printed += text;
    },
    error: (text) => {
      said += text;
    },
  });
  return { code, said, result: printed === '' ? null : (JSON.parse(printed) as unknown) };
}

/** A file with as many accounts, of which more is printed than a pipe holds. */
function largeFile(accounts: number): string {
  const file = path.join(folder, 'stor.se');
  const rows = Array.from({ length: accounts }, (_, at) => `#KONTO ${at} "Ett konto"`);
  writeFileSync(file, `#FLAGGA 0\n#SIETYP 1\n${rows.join('\n')}\n`);
  return file;
}

describe('tkr sie', () => {
  it('prints what a file says, in kronor, with warnings as sentences', async () => {
    const { code, result } = await tkr(fixture('stammer-inte.se'));
    expect(code).toBe(0);
    expect(result).toMatchObject({
      ok: true,
      encoding: 'cp437',
      type: '4E',
      flagga: 0,
      program: 'Räknebiträdet',
      companyName: 'Förbundet Ängsklockan',
      orgnr: '222000-0000',
      fiscalYears: [{ index: 0 }, { index: -1 }],
      balances: {
        IB: { '0': { '1930': '1000.00' } },
        UB: { '0': { '1930': '1150.00' }, '-1': { '1930': '990.00' } },
        RES: { '0': { '3010': '-99.00' } },
      },
      vouchers: 3,
      warningCount: 14,
    });
    const { changes, warnings } = result as { changes: unknown[]; warnings: unknown[] };
    expect(changes[0]).toEqual({
      year: 2019,
      month: 1,
      account: '4010',
      objects: [{ dimension: '7', object: 'X' }],
      amount: '-0.01',
    });
    expect(warnings[4]).toEqual({
      line: 24,
      code: 'voucher_unbalanced',
      message:
        'Verifikation A 1 balanserar inte: debet minus kredit är 1,00 kr. Raderna är medräknade som de står.',
      series: 'A',
      number: '1',
      difference: '1.00',
    });
  });

  it('prints budgets, and balances of objects apart', async () => {
    const { result } = await tkr(fixture('typ3-total.se'));
    expect(result).toMatchObject({
      budgets: [
        { year: 2024, month: 1, account: '3010', objects: [], amount: '-450.00' },
        { objects: [{ dimension: '1', object: 'Väst' }], amount: '-200.00' },
        { objects: [{ dimension: '1', object: 'Öst' }], amount: '-250.00' },
      ],
      objectBalances: [{ kind: 'OIB', amount: '400.00' }, { kind: 'OUB' }],
    });
  });

  it('prints the sums of a year without months only where the file has no months at all', async () => {
    const rows = [
      '#FLAGGA 0',
      '#SIETYP 4',
      '#RAR 0 20240101 20241231',
      '#RAR -1 20230101 20231231',
    ];
    const year = ['#RES -1 4010 500.00'];
    const voucher = [
      '#RES 0 4010 70.00',
      '#VER A 1 20240315',
      '{',
      '#TRANS 4010 {} 70.00',
      '#TRANS 1930 {} -70.00',
      '}',
    ];
    const file = path.join(folder, 'forra.se');
    const changesIn = async (...lines: string[]) => {
      writeFileSync(file, `${lines.join('\n')}\n`);
      const { changes } = (await tkr(file)).result as { changes: object[] };
      return changes;
    };
    expect(await changesIn(...rows, ...year, ...voucher)).toMatchObject([
      { year: 2024, month: 3, account: '1930', amount: '-70.00' },
      { year: 2024, month: 3, account: '4010', amount: '70.00' },
    ]);
    expect(await changesIn(...rows, ...year)).toMatchObject([
      { year: 2023, month: null, account: '4010', amount: '500.00' },
    ]);
  });

  it('touches no data directory', async () => {
    await tkr(fixture('sie5.sie'));
    expect(existsSync(dataDirectory)).toBe(false);
  });

  it('says what is wrong with a file, and ends with 1', async () => {
    const other = path.join(folder, 'annat.txt');
    writeFileSync(other, 'Hej\n');
    const page = path.join(folder, 'sida.xml');
    writeFileSync(page, '<html></html>');
    const sentences = [
      [path.join(folder, 'saknas.se'), 'saknas.se finns inte. Inget är läst.'],
      [folder, 'är en katalog. Inget är läst.'],
      [other, 'annat.txt: Det här är ingen SIE-fil'],
      [page, 'sida.xml: XML-filen är inte en hel SIE 5-fil'],
    ] as const;
    for (const [file, sentence] of sentences) {
      const { code, said, result } = await tkr(file);
      expect(said).toContain(sentence);
      expect([code, result]).toEqual([1, null]);
    }
  });

  it.each([[[]], [['--help']], [['a.se', 'b.se']]])(
    'is told how it is written: %j',
    async (parameters) => {
      const { code, said } = await tkr(...parameters);
      expect(code).toBe(2);
      expect(said).toMatch(/^\p{L}.*\. Kör tkr help för mer\.\n$/u);
    },
  );

  it('may be read by something that has soon seen enough', async () => {
    const child = spawn(process.execPath, [program, 'sie', largeFile(50_000)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (data: Buffer) => {
      said += data.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect([code, said]).toEqual([0, '']);
  });

  it('is printed whole through a pipe', () => {
    const { status, stdout } = spawnSync(process.execPath, [program, 'sie', largeFile(20_000)], {
      maxBuffer: 64 * 1024 * 1024,
    });
    const { accounts } = JSON.parse(stdout.toString()) as { accounts: unknown[] };
    expect([status, accounts.length]).toEqual([0, 20_000]);
  });
});
