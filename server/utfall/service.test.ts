import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '#contract/endpoint.ts';
import { getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { getMapping, type MappingRuleAnswer, saveMapping } from '#contract/mapping.ts';
import {
  exportUtfallCsv,
  getUtfall,
  listUtfallSources,
  setUtfall,
  undoUtfallSource,
} from '#contract/utfall.ts';
import { toPlain } from '#domain/tkr.ts';
import { call, send, startTestApp, type TestApp } from '../testing/app.ts';
import { utfallInForceOf } from './queries.ts';

let test: TestApp;
let lines: readonly { readonly lineId: string; readonly name: string }[];
beforeAll(async () => {
  test = await startTestApp();
  lines = (await call(test, getInvesteringsbudget, { params: { year: '2025' } })).lines;
});
afterAll(() => test.close());

const lineAt = (place: number): string => lines[place]?.lineId ?? '';
const year = { year: '2025' };
const typed = (body: {
  readonly lineId: string;
  readonly month: number | null;
  readonly amount: string | null;
  readonly replacesId?: string | null;
}) => call(test, setUtfall, { params: year, body: { replacesId: null, ...body } });

describe('a typed outcome', () => {
  it('is there at once, with its sum and its source', async () => {
    const before = await call(test, getUtfall, { params: year });
    expect(before.totals.total).toBe(null);
    const lineId = lineAt(0);
    const { source, cells } = await typed({ lineId, month: 3, amount: '12.5' });
    expect(source).toMatchObject({ kind: 'typed', total: '12.5', years: [2025], undoneAt: null });
    expect(cells).toMatchObject([{ month: 3, amount: '12.5', sourceId: source?.sourceId }]);
    const after = await call(test, getUtfall, { params: year });
    expect(after.rows[0]).toMatchObject({ lineId, total: '12.5', wholeYear: null });
    expect(after.rows[0]?.months[2]).toBe('12.5');
    expect(after.rows[1]?.total).toBe(null);
    expect(after.totals.total).toBe('12.5');
    expect(after.sources.map(({ sourceId }) => sourceId)).toEqual([source?.sourceId]);
    expect(after.years).toEqual([2025]);
  });

  it('is replaced by the next one in its cell, which names what it saw', async () => {
    const lineId = lineAt(1);
    const first = await typed({ lineId, month: 1, amount: '5' });
    const replacesId = first.source?.sourceId ?? null;
    const second = await typed({ lineId, month: 1, amount: '7', replacesId });
    expect(second.cells).toMatchObject([
      { amount: '7', superseded: [{ sourceId: replacesId, month: 1, amount: '5' }] },
    ]);
    const refused = await send(test, {
      method: 'PUT',
      url: addressOf(setUtfall, { params: { organisationId: test.organisationId, ...year } }),
      body: { lineId, month: 1, amount: '9', replacesId },
    });
    expect(refused).toMatchObject({
      status: 412,
      body: {
        code: 'version_stale',
        conflict: { yours: { amount: '9' }, current: { amount: '7' } },
      },
    });
  });

  it('of a month is known better than that of the year as a whole', async () => {
    const lineId = lineAt(2);
    await typed({ lineId, month: null, amount: '100' });
    const { cells } = await typed({ lineId, month: 12, amount: '40' });
    expect(cells).toMatchObject([
      { month: 12, amount: '40' },
      { month: null, amount: null, superseded: [{ amount: '100' }] },
    ]);
    const known = await call(test, getUtfall, { params: year });
    expect(known.rows[2]?.total).toBe('40');
  });

  it('is gone, with all that was typed there before, when the cell is emptied', async () => {
    const lineId = lineAt(3);
    const first = await typed({ lineId, month: 1, amount: '5' });
    const one = first.source?.sourceId ?? null;
    const second = await typed({ lineId, month: 1, amount: '6', replacesId: one });
    const two = second.source?.sourceId ?? null;
    const cleared = await typed({ lineId, month: 1, amount: null, replacesId: two });
    expect(cleared).toEqual({ source: null, cells: [] });
    expect(await typed({ lineId, month: 1, amount: null })).toEqual({ source: null, cells: [] });
  });

  it('gives way to the one before it when it is undone', async () => {
    const lineId = lineAt(4);
    const first = await typed({ lineId, month: 2, amount: '5' });
    const one = first.source?.sourceId ?? '';
    const second = await typed({ lineId, month: 2, amount: '6', replacesId: one });
    const undone = await call(test, undoUtfallSource, {
      params: { sourceId: second.source?.sourceId ?? '' },
    });
    expect(undone).toMatchObject({ undoneBy: undone.createdBy, total: '6' });
    const known = await call(test, getUtfall, { params: year });
    const cell = known.cells.find((one_) => one_.lineId === lineId);
    expect(cell).toMatchObject({ amount: '5', sourceId: one, superseded: [] });
    const again = await send(test, {
      method: 'POST',
      url: addressOf(undoUtfallSource, {
        params: { organisationId: test.organisationId, sourceId: second.source?.sourceId ?? '' },
      }),
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'utfall_source_undone' } });
  });

  it('of a line that is not here is refused', async () => {
    const refused = await send(test, {
      method: 'PUT',
      url: addressOf(setUtfall, { params: { organisationId: test.organisationId, ...year } }),
      body: { lineId: test.organisationId, month: 1, amount: '9', replacesId: null },
    });
    expect(refused).toMatchObject({ status: 404, body: { code: 'line_not_found' } });
  });

  it('stands in the list of what was typed, page by page', async () => {
    const { sources, next, limits } = await call(test, listUtfallSources, {
      query: { kind: 'typed' },
    });
    expect(next).toBe(null);
    expect(limits).toEqual({ file: 60_000_000, table: 50_000_000 });
    const numbers = sources.map(({ sourceNumber }) => parseInt(sourceNumber, 10));
    expect(numbers).toEqual(numbers.toSorted((left, right) => right - left));
    const before = sources[1]?.sourceNumber ?? '';
    const rest = await call(test, listUtfallSources, { query: { kind: 'typed', before } });
    expect(rest.sources).toEqual(sources.slice(2));
  });
});

it('is a file with a row for each line, a column for each month and the sums', async () => {
  const text = await call(test, exportUtfallCsv, { params: year });
  const rows = text
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map((row) => row.split(';'));
  expect(rows[0]?.slice(0, 2)).toEqual(['Tkr', 'Januari']);
  expect(rows[0]?.slice(-2)).toEqual(['Utan månad', 'Utfall 2025']);
  expect(rows).toHaveLength(lines.length + 2);
  expect(rows[1]).toEqual([
    lines[0]?.name,
    '',
    '',
    '12,5',
    ...Array.from({ length: 10 }, () => ''),
    '12,5',
  ]);
  // 12,5 + 7 + 40 + 5
  expect(rows.at(-1)?.at(-1)).toBe('64,5');
});

it('is given to other slices by line, year and month', async () => {
  const scope = { organisationId: test.organisationId, personId: test.personId };
  const known = await test.database.inOrganisation(scope, (trx) => utfallInForceOf(trx, [2025]));
  expect(known.map(({ lineId, month, amount }) => [lineId, month, toPlain(amount)])).toEqual([
    [lineAt(0), 3, '12.5'],
    [lineAt(1), 1, '7'],
    [lineAt(2), 12, '40'],
    [lineAt(4), 2, '5'],
  ]);
  const none = await test.database.inOrganisation(scope, (trx) => utfallInForceOf(trx, [2019]));
  expect(none).toEqual([]);
});

describe('the mapping', () => {
  const rule = (given: Partial<MappingRuleAnswer>): MappingRuleAnswer => ({
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
  });

  it('is empty at first, and each version stays as it was', async () => {
    const empty = await call(test, getMapping, {});
    expect(empty).toMatchObject({ newestVersion: 0, versions: [], mapping: { rules: [] } });
    const first = [
      rule({ accountFrom: '1000', accountTo: '1999', target: 'line', lineId: lineAt(0) }),
    ];
    const second = [rule({ name: 'Övrigt', target: 'drift', driftrad: 'IT' }), ...first];
    expect(await call(test, saveMapping, { version: 0, body: { rules: first } })).toMatchObject({
      version: 1,
      rules: first,
    });
    await call(test, saveMapping, { version: 1, body: { rules: second, comment: 'Med IT' } });
    const newest = await call(test, getMapping, {});
    expect(newest.mapping).toMatchObject({ version: 2, comment: 'Med IT', rules: second });
    expect(newest.versions.map(({ version }) => version)).toEqual([2, 1]);
    const old = await call(test, getMapping, { query: { version: '1' } });
    expect(old.mapping.rules).toEqual(first);
  });

  it.each([
    ['version_stale', 412, 1, []],
    ['mapping_rule_incomplete', 422, 2, [rule({ target: 'line' })]],
    ['mapping_range_backwards', 422, 2, [rule({ accountFrom: '2', accountTo: '1' })]],
    [
      'line_not_found',
      404,
      2,
      [rule({ target: 'line', lineId: '01a20246-2eb6-7eed-bcb2-b0e78d8891c9' })],
    ],
  ] as const)('is refused: %s', async (code, status, version, rules) => {
    const refused = await send(test, {
      method: 'PUT',
      url: addressOf(saveMapping, { params: { organisationId: test.organisationId } }),
      body: { rules },
      headers: { 'if-match': `"${version}"` },
    });
    expect(refused).toMatchObject({ status, body: { code } });
  });
});
