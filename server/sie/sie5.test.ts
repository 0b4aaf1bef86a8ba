import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { toKronor } from '#domain/sie/amount.ts';
import { longestLine } from '#domain/sie/limits.ts';
import type { SieRead } from '#domain/sie/types.ts';
import { createSie5Reader } from './sie5.ts';

const fixture = readFileSync(path.join(import.meta.dirname, '../../fixtures/sie/sie5.sie'), 'utf8');

function read(...texts: readonly string[]): SieRead {
  const reader = createSie5Reader();
  for (const text of texts) reader.push(text);
  return reader.finish('utf8');
}

function changesOf({ changes }: SieRead): string[] {
  return changes.map(({ year, month, account, objects, amount }) => {
    const list = objects.map(({ dimension, code }) => `${dimension} ${code}`).join(' ');
    return `${year}-${month ?? 'år'} ${account} {${list}} ${toKronor(amount)}`;
  });
}

/** A file with one year, and what stands in it. */
function fileOf(inside: string): string {
  return `<Sie xmlns="http://www.sie.se/sie5"><FileInfo><FiscalYears>
<FiscalYear start="2024-01" end="2024-12" primary="true"/></FiscalYears></FileInfo>${inside}</Sie>`;
}

const changes = [
  '2023-år 3010 {} -400.00',
  '2024-1 1930 {} 379.50',
  '2024-1 3010 {1 Väst} -200.00',
  '2024-1 3010 {1 Öst 6 P1} -300.00',
  '2024-1 5010 {1 Öst} 120.50',
  '2024-2 1930 {} -79.50',
  '2024-2 6110 {6 P1} 79.50',
];

describe('a file of SIE 5', () => {
  it('says the same as one of SIE 4', () => {
    const file = read(fixture);
    expect(file).toMatchObject({
      refusal: null,
      encoding: 'utf8',
      type: '5',
      flagga: null,
      program: 'Räknebiträdet',
      companyName: 'Förbundet Ängsklockan',
      orgnr: '222000-0000',
      fiscalYears: [
        { index: 0, start: '2024-01-01', end: '2024-12-31' },
        { index: -1, start: '2023-01-01', end: '2023-12-31' },
      ],
      changeSources: [
        { yearIndex: 0, source: 'vouchers' },
        { yearIndex: -1, source: 'balances' },
      ],
      vouchers: 3,
      warnings: [{ line: null, code: 'pbudget_unclear', accounts: 1 }],
    });
    expect(changesOf(file)).toEqual(changes);
    expect(file.accounts.map(({ number, type }) => [number, type])).toEqual([
      ['1930', 'T'],
      ['2010', 'S'],
      ['3010', 'I'],
      ['5010', 'K'],
      ['6110', 'K'],
      ['9000', null],
    ]);
    expect(file.dimensions[0]).toEqual({
      number: '1',
      name: 'Kostnadsställe',
      parent: null,
      objects: [
        { code: 'Väst', name: 'Västra området' },
        { code: 'Öst', name: 'Östra & norra området' },
      ],
    });
    const balances = file.balances.map(({ kind, yearIndex, account, amount }) => {
      return `${kind} ${yearIndex} ${account} ${toKronor(amount)}`;
    });
    expect(balances).toEqual([
      'IB 0 1930 1000.00',
      'IB 0 2010 -1000.00',
      'UB 0 1930 1300.00',
      'UB 0 2010 -1000.00',
      'RES 0 3010 -500.00',
      'RES 0 5010 120.50',
      'RES 0 6110 79.50',
      'RES -1 3010 -400.00',
      'OUB 0 3010 -200.00',
    ]);
    expect(file.budgets.map(({ year, month, amount }) => [year, month, toKronor(amount)])).toEqual([
      [2024, null, '-90.00'],
      [2024, 1, '-450.00'],
    ]);
  });

  it('is read alike however it is cut', () => {
    const whole = read(fixture);
    for (const length of [1, 7, 100]) {
      const pieces = fixture.match(new RegExp(`[^]{1,${length}}`, 'gu')) ?? [];
      expect(read(...pieces)).toEqual(whole);
    }
  });

  it('may have a prefix for its names, and elements of others in it', () => {
    const prefixed = fixture
      .replaceAll(/<(\/?)(?=[A-Z])/gu, '<$1s:')
      .replace('xmlns=', 'xmlns:s=')
      .replace(/<s:Signature[^]*<\/s:Signature>/u, '<x xmlns="u:x"><Account id="1"/></x>');
    expect(changesOf(read(prefixed))).toEqual(changes);
    expect(read(prefixed).accounts).toHaveLength(6);
  });

  it('may hold new entries alone', () => {
    const file = read(`<SieEntry xmlns="http://www.sie.se/sie5"><Journal><JournalEntry
      journalDate="2024-03-01+01:00"><LedgerEntry accountId="1930" amount="5"/>
      <LedgerEntry accountId="3010" amount="-5"/></JournalEntry></Journal></SieEntry>`);
    expect([file.type, file.warnings]).toEqual(['5', []]);
    expect(changesOf(file)).toEqual(['2024-3 1930 {} 5.00', '2024-3 3010 {} -5.00']);
  });

  it('is warned of by line where it does not agree', () => {
    const file = read(
      fileOf(`<Accounts>
<Account id="1930" name="Bank" type="asset">
<OpeningBalance month="2024-02" amount="1"/>
<ClosingBalance month="2024-05" amount="x"/>
<ClosingBalance month="2024-06" amount="7"/>
<ClosingBalance month="2024-03" amount="8"/>
<ClosingBalance month="2019-12" amount="9"/>
<Budget month="2024-13" amount="1"/></Account></Accounts>
<Journal id="A" name="A"><JournalEntry id="1" journalDate="2024-01-01">
<LedgerEntry accountId="1930" amount="5.005"/></JournalEntry></Journal>`),
    );
    const found = file.warnings.map((warning) => [warning.line, warning.code]);
    expect(found).toEqual([
      [4, 'row_unreadable'],
      [5, 'row_unreadable'],
      [7, 'row_unreadable'],
      [8, 'row_unreadable'],
      [9, 'row_unreadable'],
      [10, 'voucher_unbalanced'],
      [11, 'amount_many_decimals'],
    ]);
    expect(file.balances).toMatchObject([{ kind: 'UB', account: '1930' }]);
  });
});

describe('what is no SIE 5', () => {
  const entity = '<!DOCTYPE Sie [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
  it.each([
    ['nothing', ''],
    ['a page', '<html><body/></html>'],
    ['another namespace', '<Sie xmlns="http://www.sie.se/sie6"/>'],
    ['no namespace', '<Sie/>'],
    ['another root', '<Other xmlns="http://www.sie.se/sie5"/>'],
    ['cut off', fixture.slice(0, 2000)],
    ['not well-formed', fileOf('<Accounts><Account id="1930" name="a" type="asset"></Accounts>')],
    ['with an entity of its own', fileOf('<Accounts><Account id="&a;"/></Accounts>')],
    ['with a document type', `${entity}${fileOf('<x>&b;</x>')}`],
    ['with a document type elsewhere', `<!DOCTYPE Sie SYSTEM "file:///etc/passwd">${fileOf('')}`],
    ['too deep', fileOf('<x>'.repeat(40) + '</x>'.repeat(40))],
    [
      'with too many attributes',
      fileOf(`<x ${Array.from({ length: 100 }, (_, at) => `a${at}="1"`).join(' ')}/>`),
    ],
  ])('is refused: %s', (_, text) => {
    const { refusal, changes: kept } = read(text);
    expect([refusal, kept]).toEqual(['sie_xml_invalid', []]);
  });

  it('is refused before an endless name, value or comment fills the memory', () => {
    const piece = 'x'.repeat(64 * 1024);
    for (const start of ['<Sie ', '<Sie a="', '<Sie a="" ', '<!--', '<?p ', '<']) {
      const reader = createSie5Reader();
      reader.push(start);
      let pushed = 0;
      while (!reader.isStopped() && pushed < 4 * longestLine) {
        reader.push(piece);
        pushed += piece.length;
      }
      expect([start, reader.isStopped()]).toEqual([start, true]);
    }
  });

  it('does not keep the documents that are embedded in it', () => {
    const reader = createSie5Reader();
    reader.push(fileOf('<Documents><EmbeddedFile id="1" fileName="a">').replace('</Sie>', ''));
    for (let piece = 0; piece < 100; piece += 1) reader.push('QUJD'.repeat(16 * 1024));
    expect(reader.isStopped()).toBe(false);
    reader.push('</EmbeddedFile></Documents></Sie>');
    expect(reader.finish('utf8').refusal).toBeNull();
  });
});
