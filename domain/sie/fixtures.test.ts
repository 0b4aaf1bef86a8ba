import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { toKronor } from './amount.ts';
import { createSieReader } from './reader.ts';
import type { SieChange, SieRead, SieWarning } from './types.ts';

/** Reads one of the files in `fixtures/sie`, whose sums are worked by hand in its README. */
function read(name: string): SieRead {
  const reader = createSieReader();
  reader.push(readFileSync(path.join(import.meta.dirname, '../../fixtures/sie', name)));
  return reader.finish();
}

/** Changes as `2024-01 3010 {1 Öst 6 P1} -300.00`. */
function lines(changes: readonly SieChange[]): string[] {
  return changes.map(({ year, month, account, objects, amount }) => {
    const period = month === null ? `${year}` : `${year}-${`${month}`.padStart(2, '0')}`;
    const listed = objects.map(({ dimension, code }) => `${dimension} ${code}`).join(' ');
    return `${period} ${account} {${listed}} ${toKronor(amount)}`;
  });
}

function codes({ warnings }: SieRead): string[] {
  return warnings.map(({ line, code }) => (line === null ? code : `${line} ${code}`));
}

function only(file: SieRead, code: SieWarning['code']): SieWarning[] {
  return file.warnings.filter((warning) => warning.code === code);
}

const year2024 = [
  '2024-01 1930 {} 379.50',
  '2024-01 3010 {1 Väst} -200.00',
  '2024-01 3010 {1 Öst 6 P1} -300.00',
  '2024-01 5010 {1 Öst} 120.50',
  '2024-02 1930 {} -79.50',
  '2024-02 6110 {6 P1} 79.50',
];

describe('a file of vouchers', () => {
  it.each([
    ['typ4e-cp437.se', 'cp437'],
    ['typ4e-latin1.se', 'latin1'],
    ['typ4e-utf8.se', 'utf8'],
  ])('is the same in every encoding: %s', (name, encoding) => {
    const file = read(name);
    expect(file).toMatchObject({
      refusal: null,
      encoding,
      type: '4E',
      flagga: 0,
      program: 'Räknebiträdet',
      companyName: 'Förbundet Ängsklockan',
      orgnr: '222000-0000',
      fiscalYears: [{ index: 0, start: '2024-01-01', end: '2024-12-31' }],
      vouchers: 3,
      changeSources: [{ yearIndex: 0, source: 'vouchers' }],
      warnings: [],
      warningCount: 0,
    });
    expect(file.accounts).toEqual([
      { number: '1930', name: 'Bank', type: 'T' },
      { number: '2010', name: 'Eget kapital', type: 'S' },
      { number: '3010', name: 'Avgifter från medlemmar', type: 'I' },
      { number: '5010', name: 'Hyra för lokal', type: 'K' },
      { number: '6110', name: 'Kontorsmaterial', type: 'K' },
    ]);
    expect(file.dimensions).toEqual([
      {
        number: '1',
        name: 'Kostnadsställe',
        parent: null,
        objects: [
          { code: 'Väst', name: 'Västra området' },
          { code: 'Öst', name: 'Östra området' },
        ],
      },
      { number: '6', name: 'Projekt', parent: null, objects: [{ code: 'P1', name: 'Ny å-bro' }] },
    ]);
    expect(lines(file.changes)).toEqual(year2024);
  });

  it('may mix encodings from line to line and within one', () => {
    const file = read('typ4e-blandad.se');
    expect(file.encoding).toBe('mixed');
    expect(file.companyName).toBe('Förbundet Ängsklockan Ås');
    expect(file.accounts.map(({ name }) => name)).toContain('Avgifter från medlemmar');
    expect(file.dimensions[0]?.objects).toContainEqual({ code: 'Öst', name: 'Östra området' });
    expect(lines(file.changes)).toEqual(year2024);
    expect(file.warnings).toEqual([]);
  });

  it('counts what was added once, and not what was taken away', () => {
    const file = read('rattelser.se');
    expect(lines(file.changes)).toEqual(['2024-03 1930 {} -110.00', '2024-03 6110 {} 110.00']);
    expect(file.warnings).toEqual([]);
  });

  it('may be written with tabs, quotes, braces in texts, commas and fields to come', () => {
    const file = read('objekt.se');
    expect(lines(file.changes)).toEqual([
      '2024-04 1930 {} 200.00',
      '2024-04 3010 {1 Öst 6 P1} -150.25',
      '2024-04 3010 {21 Etapp 1} -49.75',
    ]);
    expect(file.dimensions.at(-1)).toEqual({
      number: '21',
      name: 'Etapp',
      parent: '6',
      objects: [{ code: 'Etapp 1', name: 'Första "etappen"' }],
    });
    expect(file.warnings).toEqual([]);
  });

  it('may have been taken in already, and is then an import', () => {
    const file = read('typ4i.si');
    expect([file.type, file.flagga, codes(file)]).toEqual(['4I', 1, ['1 already_imported']]);
    expect(lines(file.changes)).toEqual([
      '2024-03 1930 {} -1750.00',
      '2024-03 2710 {} -750.00',
      '2024-03 5010 {} 2500.00',
    ]);
  });

  it('is told to have been changed where its checksum is another', () => {
    expect(codes(read('ksumma-ratt.se'))).toEqual([]);
    expect(codes(read('ksumma-saknas.se'))).toEqual(['checksum_missing']);
    const wrong = read('ksumma-fel.se');
    expect(wrong.warnings).toEqual([
      { line: 48, code: 'checksum_wrong', written: '1346470502', computed: '557326753' },
    ]);
  });
});

describe('a file of balances', () => {
  it('knows no months: the changes are #RES and UB − IB of each year', () => {
    const file = read('typ1.se');
    expect([file.type, file.warnings]).toEqual(['1', []]);
    expect(file.changeSources.map(({ source }) => source)).toEqual(['balances', 'balances']);
    expect(lines(file.changes)).toEqual([
      '2023 1930 {} 400.00',
      '2023 2010 {} -400.00',
      '2023 3010 {} -400.00',
      '2024 1930 {} 300.00',
      '2024 3010 {} -500.00',
      '2024 5010 {} 120.50',
      '2024 6110 {} 79.50',
    ]);
  });

  it('has months and budgets in type 2', () => {
    const file = read('typ2.se');
    expect([file.type, file.warnings]).toEqual(['2', []]);
    expect(lines(file.changes)).toEqual([
      '2024-01 1930 {} 379.50',
      '2024-01 3010 {} -500.00',
      '2024-01 5010 {} 120.50',
      '2024-02 1930 {} -79.50',
      '2024-02 6110 {} 79.50',
    ]);
    expect(lines(file.budgets)).toEqual([
      '2024-01 3010 {} -450.00',
      '2024-01 5010 {} 121.00',
      '2024-02 3010 {} -450.00',
    ]);
  });

  it('may have broken years: each month is of its calendar year, and a whole year of its end', () => {
    const file = read('brutet-ar.se');
    expect(file.fiscalYears).toEqual([
      { index: 0, start: '2023-07-01', end: '2024-06-30' },
      { index: -1, start: '2022-09-15', end: '2023-06-30' },
    ]);
    expect(file.warnings).toEqual([]);
    expect(lines(file.changes)).toEqual([
      '2023 1930 {} 200.00',
      '2023 2010 {} -200.00',
      '2023 3010 {} -200.00',
      '2023 8999 {} 200.00',
      '2023-07 1930 {} 100.00',
      '2023-07 3010 {} -100.00',
      '2024-06 1930 {} 50.00',
      '2024-06 3010 {} -50.00',
    ]);
  });
});

describe('a file of objects', () => {
  const plain = ['2024-01 1930 {} 379.50', '2024-02 1930 {} -79.50'];
  const others = (file: SieRead): string[] =>
    lines(file.changes).filter((line) => !plain.includes(line));

  it('counts a {} row that is the total once, and keeps the projects', () => {
    const file = read('typ3-total.se');
    expect(others(file)).toEqual([
      '2024-01 3010 {} -200.00',
      '2024-01 3010 {6 P1} -300.00',
      '2024-01 5010 {1 Öst} 120.50',
      '2024-02 6110 {6 P1} 79.50',
    ]);
    expect(codes(file)).toEqual(['pbudget_unclear']);
    expect(file.budgets).toHaveLength(3);
    expect(file.balances.filter(({ objects }) => objects.length > 0)).toMatchObject([
      { kind: 'OIB', account: '1930', objects: [{ dimension: '1', code: 'Öst' }] },
      { kind: 'OUB', account: '1930', objects: [{ dimension: '1', code: 'Öst' }] },
    ]);
  });

  it('adds a {} row that holds what has no object', () => {
    const file = read('typ3-rest.se');
    expect(others(file)).toEqual([
      '2024-01 3010 {} -50.00',
      '2024-01 3010 {1 Väst} -150.00',
      '2024-01 3010 {1 Öst 6 P1} -300.00',
      '2024-01 5010 {} 20.50',
      '2024-01 5010 {1 Öst} 100.00',
      '2024-02 6110 {6 P1} 79.50',
    ]);
    expect(file.warnings).toEqual([
      { line: null, code: 'psaldo_rest', year: 0, accounts: 3, of: 4 },
    ]);
  });

  it('takes one of two dimensions that describe the same money', () => {
    const file = read('typ3-tva-dimensioner.se');
    expect(others(file)).toEqual([
      '2024-01 3010 {6 P1} -500.00',
      '2024-01 5010 {1 Öst} 120.50',
      '2024-02 6110 {6 P1} 79.50',
    ]);
    expect(file.warnings).toEqual([]);
  });

  it('asks where neither reading meets #RES', () => {
    const file = read('typ3-oklar.se');
    expect(only(file, 'psaldo_unclear')).toEqual([
      {
        line: null,
        code: 'psaldo_unclear',
        year: 0,
        account: '3010',
        total: '-400.00',
        sum: '-450.00',
        expected: '-500.00',
        counted: '-400.00',
      },
    ]);
    expect(lines(file.changes)).toContain('2024-01 3010 {} -350.00');
    expect(lines(file.changes)).toContain('2024-01 3010 {1 Öst} -50.00');
    expect(codes(file)).toEqual(['psaldo_unclear', 'changes_not_res']);
  });
});

describe('a file that does not agree with itself', () => {
  it('is read as it stands, and every fault is told with its line', () => {
    const file = read('stammer-inte.se');
    expect(codes(file)).toEqual([
      'opening_missing',
      'balances_not_zero',
      'opening_not_closing',
      'changes_not_ub',
      '24 voucher_unbalanced',
      '29 voucher_outside_years',
      '31 amount_many_decimals',
      '32 account_unknown',
      '32 dimension_unknown',
      '33 row_unreadable',
      '35 row_unreadable',
      '36 row_unreadable',
      '37 voucher_cut_off',
      '37 voucher_unbalanced',
    ]);
    expect(lines(file.changes)).toEqual([
      '2019-01 4010 {7 X} -0.01',
      '2019-01 6110 {} 0.01',
      '2024-01 1930 {} 100.00',
      '2024-01 3010 {} -99.00',
      '2024-12 1930 {} 1.00',
    ]);
    expect(only(file, 'voucher_unbalanced')[0]).toMatchObject({
      series: 'A',
      number: '1',
      difference: '1.00',
    });
    expect(only(file, 'balances_not_zero')[0]).toMatchObject({ difference: '1051.00' });
    expect(only(file, 'opening_not_closing')[0]).toMatchObject({
      account: '1930',
      opening: '1000.00',
      closing: '990.00',
    });
    expect(only(file, 'row_unreadable')).toMatchObject([
      { problem: 'amount', label: '#TRANS', value: '1.234,50' },
      { problem: 'outside_voucher', value: '#TRANS 1930 {} 5.00' },
      { problem: 'label', label: '', value: 'Det här är ingen rad' },
    ]);
  });
});
