import { readdir } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '#contract/endpoint.ts';
import { createInvestmentLine } from '#contract/investeringsbudget.ts';
import { type MappingRuleAnswer, saveMapping } from '#contract/mapping.ts';
import {
  getUtfall,
  getUtfallSource,
  importUtfallFile,
  listVouchers,
  readUtfallFile,
  remapUtfallSource,
  setUtfall,
  undoUtfallSource,
} from '#contract/utfall.ts';
import { sum, tkr, toPlain } from '#domain/tkr.ts';
import { call, everythingStored, send, startTestApp, type TestApp } from '../testing/app.ts';
import { type SieVoucher, sieFile } from '../testing/sie.ts';

let test: TestApp;
let klienter: string;
let nat: string;
beforeAll(async () => {
  test = await startTestApp();
  klienter = (await call(test, createInvestmentLine, { body: { name: 'Provklienter' } })).lineId;
  nat = (await call(test, createInvestmentLine, { body: { name: 'Provnät' } })).lineId;
  await call(test, saveMapping, {
    version: 0,
    body: {
      rules: [
        rule({
          dimension: '6',
          objectFrom: 'P1',
          objectTo: 'P1',
          target: 'line',
          lineId: klienter,
        }),
        rule({ dimension: '6', objectFrom: 'P2', objectTo: 'P2', target: 'line', lineId: nat }),
        rule({ accountFrom: '6000', accountTo: '6999', target: 'drift', driftrad: 'Kontor' }),
        rule({ accountFrom: '2440', accountTo: '2440', target: 'outside' }),
      ],
    },
  });
});
afterAll(() => test.close());

function rule(given: Partial<MappingRuleAnswer>): MappingRuleAnswer {
  return {
    accountFrom: null,
    accountTo: null,
    dimension: null,
    objectFrom: null,
    objectTo: null,
    name: null,
    target: 'outside',
    lineId: null,
    driftrad: null,
    ...given,
  };
}

const bought = (day: string, kronor: string, account = '1240', project?: string): SieVoucher => ({
  day,
  rows: [
    { account, amount: kronor, ...(project === undefined ? {} : { project }) },
    { account: '2440', amount: `-${kronor}` },
  ],
});

/** 3 000 + 1 500 kr on Klienter, 700 on Nät, 200 on drift, 50 on an account that no rule fits. */
const march = [
  bought('2024-01-10', '3000.00', '1240', 'P1'),
  bought('2024-03-05', '1500.00', '1240', 'P1'),
  bought('2024-03-06', '700.00', '1240', 'P2'),
  bought('2024-03-07', '200.00', '6110'),
  bought('2024-03-08', '50.00', '9000'),
];

async function take(file: Buffer, more: { mappingVersion?: string; years?: string } = {}) {
  const query = { fileName: 'bokföring.se' };
  const { sha256 } = await call(test, readUtfallFile, { query, file });
  const given = { ...query, sha256, mappingVersion: '1', ...more };
  return call(test, importUtfallFile, { query: given, file });
}

async function rowOf(lineId: string) {
  const { rows } = await call(test, getUtfall, { params: { year: '2024' } });
  return rows.find((row) => row.lineId === lineId);
}

/** All that the organisation owns, without the log, the keys and the rows of the sources. */
async function figuresStored(): Promise<string> {
  const all = await everythingStored(test);
  return all
    .split(/\n(?=[a-z_]+\n)/u)
    .filter((part) => !/^(?:audit_log|audit_head|idempotency_key|utfall_source)\n/u.test(part))
    .join('\n');
}

async function refusal(query: Record<string, string>, file: Buffer) {
  const address = addressOf(importUtfallFile, { params: { organisationId: test.organisationId } });
  const before = await everythingStored(test);
  const asked = new URLSearchParams({ fileName: 'a.se', mappingVersion: '1', ...query });
  const url = `${address}?${asked.toString()}`;
  const answer = await send(test, { method: 'POST', url, body: file });
  expect(await everythingStored(test)).toBe(before);
  return [answer.status, (answer.body as { code: string }).code];
}

describe('a SIE file', () => {
  it('is told of and nothing is kept', async () => {
    const before = await everythingStored(test);
    const query = { fileName: 'bokföring.se' };
    const read = await call(test, readUtfallFile, { query, file: sieFile(2024, march) });
    expect(read).toMatchObject({ kind: 'sie4', table: null, importedAs: [] });
    expect(read.facts.years).toMatchObject([
      { year: 2024, firstMonth: 1, lastMonth: 3, isProposed: true },
    ]);
    expect(read.facts.objects.map(({ code, name }) => [code, name])).toEqual([
      ['P1', 'Klienter'],
      ['P2', 'Nat'],
    ]);
    expect(read.amounts).toContainEqual({
      year: 2024,
      month: 3,
      account: '1240',
      objects: '6:P1',
      name: null,
      fileRow: null,
      amount: '1.5',
    });
    expect(await everythingStored(test)).toBe(before);
  });

  it('goes where the mapping says, nothing is lost, and an undone import leaves all as it was', async () => {
    const before = await figuresStored();
    const { outcome, source, places } = await take(sieFile(2024, march));
    expect(outcome).toBe('imported');
    expect(source).toMatchObject({
      years: [2024],
      mappingVersion: 1,
      unmapped: '0.05',
      unmappedCount: 1,
    });
    const told = places.map(({ target, lineId, driftrad, amount }) => [
      target,
      lineId ?? driftrad,
      amount,
    ]);
    expect(new Set(told)).toEqual(
      new Set([
        ['line', klienter, '4.5'],
        ['line', nat, '0.7'],
        ['drift', 'Kontor', '0.2'],
        ['outside', null, '-5.45'],
        ['unmapped', null, '0.05'],
      ]),
    );
    expect(toPlain(sum(places.map(({ amount }) => tkr(amount))))).toBe(source.total);
    expect((await rowOf(klienter))?.total).toBe('4.5');
    expect((await rowOf(klienter))?.months.slice(0, 3)).toEqual(['3', null, '1.5']);
    const year = await call(test, getUtfall, { params: { year: '2024' } });
    expect(year.known).toEqual([{ sourceId: source.sourceId, firstMonth: 1, lastMonth: 3 }]);
    expect(year.elsewhere).toHaveLength(3);
    const { sourceId } = source;
    const undone = await call(test, undoUtfallSource, { params: { sourceId } });
    expect(undone).toMatchObject({ total: null, unmapped: null, fileName: 'bokföring.se' });
    expect(await figuresStored()).toBe(before);
    expect((await rowOf(klienter))?.total).toBe(null);
  });

  it('that is in already changes nothing and says so, until it is mapped otherwise', async () => {
    const file = sieFile(2024, march);
    const first = await take(file);
    const before = await everythingStored(test);
    const again = await take(file);
    expect(again).toEqual({ ...first, outcome: 'unchanged' });
    expect(await everythingStored(test)).toBe(before);
    const other = await take(file, { mappingVersion: '0' });
    expect(other.outcome).toBe('imported');
    expect((await rowOf(klienter))?.total).toBe(null);
    // The file stays for as long as one import of it does.
    const files = () => sql`SELECT 1 FROM utfall_file`.execute(test.owner.kysely);
    await call(test, undoUtfallSource, { params: { sourceId: other.source.sourceId } });
    expect((await files()).rows).toHaveLength(1);
    expect((await rowOf(klienter))?.total).toBe('4.5');
    await call(test, undoUtfallSource, { params: { sourceId: first.source.sourceId } });
    expect((await files()).rows).toHaveLength(0);
  });

  it('takes the place of earlier ones in its months, and a typed amount that of it', async () => {
    const january = await take(sieFile(2024, [bought('2024-01-10', '3000.00', '1240', 'P1')]));
    const both = await take(
      sieFile(2024, [
        bought('2024-01-10', '2900.00', '1240', 'P1'),
        bought('2024-02-10', '100.00', '1240', 'P2'),
      ]),
    );
    expect((await rowOf(klienter))?.months.slice(0, 2)).toEqual(['2.9', null]);
    const body = { lineId: klienter, month: 1, amount: '3.1', replacesId: both.source.sourceId };
    const typed = await call(test, setUtfall, { params: { year: '2024' }, body });
    expect(typed.cells[0]?.superseded.map(({ amount }) => amount)).toEqual(['3', '2.9']);
    const clear = { ...body, amount: null, replacesId: typed.source?.sourceId ?? null };
    const cleared = await call(test, setUtfall, { params: { year: '2024' }, body: clear });
    expect(cleared.cells[0]?.amount).toBe('2.9');
    const url = addressOf(setUtfall, {
      params: { organisationId: test.organisationId, year: '2024' },
    });
    const imported = { ...clear, replacesId: both.source.sourceId };
    expect(await send(test, { method: 'PUT', url, body: imported })).toMatchObject({
      status: 409,
      body: { code: 'utfall_cell_imported' },
    });
    for (const { source } of [both, january]) {
      await call(test, undoUtfallSource, { params: { sourceId: source.sourceId } });
    }
  });

  it('is mapped anew from its kept amounts, and not from a version that is not seen', async () => {
    const { source } = await take(sieFile(2024, march), { mappingVersion: '0' });
    const params = { sourceId: source.sourceId };
    const before = await call(test, getUtfallSource, { params, query: { amounts: 'all' } });
    expect(before.amounts?.every(({ target }) => target === 'unmapped')).toBe(true);
    expect(before.unmapped[0]?.amount).toBe('3');
    const body = { mappingVersion: 1, replacesVersion: 0 };
    const after = await call(test, remapUtfallSource, { params, body });
    expect(after).toMatchObject({ mappingVersion: 1, unmapped: '0.05' });
    expect((await rowOf(klienter))?.total).toBe('4.5');
    const address = { organisationId: test.organisationId, ...params };
    const url = addressOf(remapUtfallSource, { params: address });
    expect(await send(test, { method: 'POST', url, body })).toMatchObject({ status: 412 });
    const missing = { mappingVersion: 9, replacesVersion: 1 };
    expect(await send(test, { method: 'POST', url, body: missing })).toMatchObject({
      status: 404,
      body: { code: 'mapping_not_found' },
    });
    await call(test, undoUtfallSource, { params });
  });

  it('is read again for the vouchers behind a figure', async () => {
    const { source } = await take(sieFile(2024, march));
    const params = { sourceId: source.sourceId };
    const query = { year: '2024', lineId: klienter };
    const found = await call(test, listVouchers, { params, query });
    expect(found).toMatchObject({ rowCount: 2, rowTotal: '4.5', figure: '4.5' });
    expect(
      found.rows.map(({ date, text, account, objects, amount }) => [
        date,
        text,
        account,
        objects,
        amount,
      ]),
    ).toEqual([
      ['2024-01-10', 'Faktura 1', '1240', '6:P1', '3'],
      ['2024-03-05', 'Faktura 2', '1240', '6:P1', '1.5'],
    ]);
    const ofMonth = await call(test, listVouchers, { params, query: { ...query, month: '3' } });
    expect(ofMonth).toMatchObject({ rowCount: 1, rowTotal: '1.5', figure: '1.5' });
    const none = await call(test, listVouchers, { params, query: { year: '2023' } });
    expect(none).toEqual({ rows: [], rowCount: 0, rowTotal: '0', figure: '0' });
    await call(test, undoUtfallSource, { params });
    const url = `${addressOf(listVouchers, { params: { organisationId: test.organisationId, ...params } })}?year=2024`;
    expect(await send(test, { method: 'GET', url })).toMatchObject({
      status: 409,
      body: { code: 'utfall_source_undone' },
    });
  });

  it('keeps its warnings with their lines', async () => {
    const unbalanced = sieFile(2024, [
      { day: '2024-03-05', rows: [{ account: '1240', amount: '10.00' }] },
    ]);
    const { source } = await take(unbalanced);
    expect(source.warningCount).toBe(1);
    const params = { sourceId: source.sourceId };
    const { warnings } = await call(test, getUtfallSource, { params });
    expect(warnings).toMatchObject([{ code: 'voucher_unbalanced', line: 18 }]);
    expect(warnings[0]?.sv).toMatch(/^\p{Lu}.*[.?]$/u);
    await call(test, undoUtfallSource, { params });
  });
});

describe('an import is refused', () => {
  const zeros = '0'.repeat(64);
  it('where the file is not the one that was read', async () => {
    expect(await refusal({ sha256: zeros }, sieFile(2024, march))).toEqual([
      409,
      'utfall_file_differs',
    ]);
  });

  it.each([
    ['a mapping that is not there', { mappingVersion: '7' }, [404, 'mapping_not_found']],
    ['a year that the file has not', { years: '2023' }, [422, 'utfall_nothing_to_import']],
    [
      'a year of two that the file has not',
      { years: '2023,2024' },
      [422, 'utfall_nothing_to_import'],
    ],
  ])('for %s', async (_, more, expected) => {
    const file = sieFile(2024, march);
    const { sha256 } = await call(test, readUtfallFile, { query: { fileName: 'a.se' }, file });
    expect(await refusal({ sha256, ...more }, file)).toEqual(expected);
  });

  it.each([
    ['nothing at all', 'a.se', '', 'sie_not_sie'],
    ['an old workbook', 'a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'workbook_old'],
    ['a web page', 'a.csv', '<html><body>Hej</body></html>', 'web_page'],
    ['an empty table', 'a.csv', ' ', 'table_empty'],
    ['something else named SIE', 'a.se', 'Hej hopp', 'sie_not_sie'],
  ])('for %s, with the reason in both languages', async (_, fileName, content, code) => {
    const file = Buffer.from(content);
    expect(await refusal({ sha256: zeros, fileName }, file)).toEqual([
      422,
      'utfall_file_unreadable',
    ]);
    const address = addressOf(readUtfallFile, { params: { organisationId: test.organisationId } });
    const url = `${address}?${new URLSearchParams({ fileName }).toString()}`;
    const { body } = await send(test, { method: 'POST', url, body: file });
    expect(body).toMatchObject({ fields: [{ path: '/file', code }] });
    const [field] = (body as { fields: { message: string; en: string }[] }).fields;
    expect(field?.message).toMatch(/^\p{Lu}.*[.?]$/u);
    expect(field?.en).toMatch(/^\p{Lu}.*[.?]$/u);
  });
});

describe('a table', () => {
  const csv = Buffer.from(
    'Rad;Januari;Februari\nProvnät;1 000;200\nProvklienter;-;3,5\nFel;abc;\n',
  );
  const choice = (unit: string | null) =>
    JSON.stringify({
      sheet: 0,
      headerRow: 1,
      columns: [
        { is: 'name' },
        { is: 'amount', year: null, month: 1 },
        { is: 'amount', year: null, month: 2 },
      ],
      unit,
      year: 2026,
      sign: 'as_written',
    });

  it('is shown with a proposal, asks for its unit, and tells of each place it cannot read', async () => {
    const query = { fileName: 'utfall.csv' };
    const open = await call(test, readUtfallFile, { query, file: csv });
    expect(open.amounts).toEqual([]);
    expect(open.table).toMatchObject({ choice: { unit: null, headerRow: 1 }, problemCount: 0 });
    expect(open.table?.firstRows[1]?.cells[0]).toBe('Provnät');
    const read = await call(test, readUtfallFile, {
      query: { ...query, columns: choice('tkr') },
      file: csv,
    });
    expect(read.table).toMatchObject({
      problemCount: 1,
      problems: [{ row: 4, column: 2, text: 'abc' }],
    });
    expect(
      read.amounts.map(({ name, month, fileRow, amount }) => [name, month, fileRow, amount]),
    ).toEqual([
      ['Provnät', 1, 2, '1000'],
      ['Provnät', 2, 2, '200'],
      ['Provklienter', 2, 3, '3.5'],
    ]);
    const sha256 = read.sha256;
    expect(await refusal({ sha256, fileName: 'utfall.csv' }, csv)).toEqual([
      422,
      'utfall_unit_missing',
    ]);
    const named = { sha256, fileName: 'utfall.csv', columns: choice('tkr') };
    expect(await refusal(named, csv)).toEqual([409, 'utfall_problems_differ']);
    expect(await refusal({ ...named, columns: '{"sheet":0}' }, csv)).toEqual([
      400,
      'input_invalid',
    ]);
  });

  it('is taken in with the places left out that were seen, by name, and covers its own cells', async () => {
    const rules = [rule({ name: 'provnät', target: 'line', lineId: nat })];
    const mapping = await call(test, saveMapping, { version: 1, body: { rules } });
    const query = { fileName: 'utfall.csv', columns: choice('tkr') };
    const { sha256 } = await call(test, readUtfallFile, { query, file: csv });
    const given = { ...query, sha256, mappingVersion: `${mapping.version}`, problems: '1' };
    const { source } = await call(test, importUtfallFile, { query: given, file: csv });
    expect(source).toMatchObject({ kind: 'csv', years: [2026], total: '1203.5', unmapped: '3.5' });
    const again = await call(test, importUtfallFile, { query: given, file: csv });
    expect(again.outcome).toBe('unchanged');
    const { known, rows } = await call(test, getUtfall, { params: { year: '2026' } });
    expect(known).toEqual([]);
    expect(rows.find(({ lineId }) => lineId === nat)?.months.slice(0, 3)).toEqual([
      '1000',
      '200',
      null,
    ]);
    const params = { sourceId: source.sourceId };
    const vouchers = await call(test, listVouchers, { params, query: { year: '2026' } });
    expect(vouchers).toMatchObject({ rows: [], figure: '1203.5' });
  });
});

it('leaves nothing on disk', async () => {
  expect(await readdir(test.uploadFolder)).toEqual([]);
});
