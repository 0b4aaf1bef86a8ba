import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createArticle,
  createArticlePrice,
  createBehov,
  deleteBehov,
  exportBehovCsv,
  getBehov,
  updateArticle,
  updateBehov,
} from '#contract/behov.ts';
import { toPlain } from '#domain/tkr.ts';
import { call, everythingStored, send, startTestApp, type TestApp } from '../testing/app.ts';
import { needsOf } from './queries.ts';

let test: TestApp;
const lineIds = new Map<string, string>();
beforeAll(async () => {
  test = await startTestApp();
  for (const { name, lineId } of (await read(2025)).lines) lineIds.set(name, lineId);
});
afterAll(() => test.close());

const year = (budgetYear: number) => ({ params: { year: `${budgetYear}` } });
const read = (budgetYear: number) => call(test, getBehov, year(budgetYear));
const line = (name: string): string => lineIds.get(name) ?? '';

let count = 0;
async function article(amount: string, validFrom = '2025-01-01') {
  count += 1;
  const body = { name: `Artikel ${count}`, unit: 'st', price: { validFrom, amount } };
  return call(test, createArticle, { body });
}

async function need(name: string, price: string, volume: string, budgetYear = 2025) {
  const { articleId } = await article(price);
  const body = { lineId: line(name), year: budgetYear, articleId, volume };
  return call(test, createBehov, { body });
}

describe('the needs of Itsam', () => {
  it('are nothing until somebody enters them', async () => {
    const { total, needs, items } = await read(2025);
    expect(total).toEqual({ need: null, budget: null, gap: null });
    expect(items).toEqual([]);
    expect(needs.find(({ lineId }) => lineId === line('Klienter'))).toMatchObject({
      need: null,
      budget: '11582',
      gap: null,
    });
  });

  it('come to 11 550 and 3 150 from volumes and prices, against the budget as decided', async () => {
    await need('Klienter', '9', '450');
    await need('Klienter', '6', '200');
    await need('Klienter', '5.25', '1200');
    const phones = await need('Mobiltelefoner', '4.2', '750');
    expect(phones).toMatchObject({ value: '3150', unitPrice: '4.2', volume: '750', version: 1 });
    const { needs, total, years } = await read(2025);
    const of = (name: string) => needs.find(({ lineId }) => lineId === line(name));
    expect(of('Klienter')).toMatchObject({ need: '11550', budget: '11582', gap: '-32' });
    expect(of('Mobiltelefoner')).toMatchObject({ need: '3150', budget: '3149', gap: '1' });
    expect(total).toEqual({ need: '14700', budget: '14731', gap: '-31' });
    expect(years).toContain(2025);
  });

  it('are given to other slices line by line', async () => {
    const scope = { organisationId: test.organisationId, personId: test.personId };
    const needs = await test.database.inOrganisation(scope, (trx) => needsOf(trx, 2025));
    const shown = needs.map(({ lineId, need, items }) => [lineId, toPlain(need), items.length]);
    expect(shown).toEqual([
      [line('Klienter'), '11550', 3],
      [line('Mobiltelefoner'), '3150', 1],
    ]);
  });

  it('are exported item by item, with need, budget and gap after each line', async () => {
    const csv = (await call(test, exportBehovCsv, year(2025))).split('\r\n');
    expect(csv[0]).toBe(
      '\uFEFFTkr;Artikel;Antal;Enhet;Styckpris;Pris från;Behov 2025;Budget 2025;Gap',
    );
    expect(csv.slice(3, 7)).toEqual([
      'Klienter;Artikel 3;1200;st;5,25;2025-01-01;6300;;',
      'Klienter;Summa;;;;;11550;11582;-32',
      'Mobiltelefoner;Artikel 4;750;st;4,2;2025-01-01;3150;;',
      'Mobiltelefoner;Summa;;;;;3150;3149;1',
    ]);
    expect(csv).toContain('Nät;Summa;;;;;;500;');
    expect(csv.at(-2)).toBe('Summa;;;;;;14700;14731;-31');
  });
});

describe('prices', () => {
  it('do not change what was calculated, until somebody asks for it', async () => {
    const item = await need('Nät', '2', '10', 2027);
    const { articleId, behovId } = item;
    const price = await call(test, createArticlePrice, {
      params: { articleId },
      body: { validFrom: '2027-03-01', amount: '2.5', source: 'Ramavtal 2027' },
    });
    const before = await read(2027);
    expect(before.items).toMatchObject([{ value: '20', unitPrice: '2' }]);
    const prices = before.articles.find((one) => one.articleId === articleId)?.prices;
    expect(prices?.map(({ amount, source }) => [amount, source])).toEqual([
      ['2', null],
      ['2.5', 'Ramavtal 2027'],
    ]);
    const changed = await call(test, updateBehov, {
      params: { behovId },
      body: { priceId: price.priceId },
      version: 1,
    });
    expect(changed).toMatchObject({ value: '25', unitPrice: '2.5', volume: '10', version: 2 });
  });

  it('are those of the last day of the year that is asked about', async () => {
    const { articleId } = await article('3', '2026-01-01');
    await call(test, createArticlePrice, {
      params: { articleId },
      body: { validFrom: '2028-01-01', amount: '9' },
    });
    const enter = (budgetYear: number) =>
      call(test, createBehov, {
        body: { lineId: line('Nät'), year: budgetYear, articleId, volume: '1' },
      });
    expect((await enter(2027)).unitPrice).toBe('3');
    expect((await enter(2028)).unitPrice).toBe('9');
  });
});

describe('changing and removing', () => {
  it('changes the volume and the comment, and leaves what is not said', async () => {
    const { behovId } = await need('Nät', '2', '10', 2029);
    const params = { behovId };
    const said = await call(test, updateBehov, {
      params,
      body: { comment: 'Enligt inventeringen' },
      version: 1,
    });
    expect(said).toMatchObject({ volume: '10', comment: 'Enligt inventeringen' });
    const more = await call(test, updateBehov, { params, body: { volume: '12.5' }, version: 2 });
    expect(more).toMatchObject({ volume: '12.5', value: '25', comment: 'Enligt inventeringen' });
    await call(test, deleteBehov, { params, version: 3 });
    expect((await read(2029)).items).toEqual([]);
  });

  it('renames an article, but not to the name of another', async () => {
    const { articleId, name } = await article('1');
    const other = await article('1');
    const params = { articleId };
    const renamed = await call(test, updateArticle, { params, body: { unit: 'par' }, version: 1 });
    expect(renamed).toEqual({ articleId, name, unit: 'par', version: 2 });
    const taken = await send(test, {
      method: 'PATCH',
      url: `/api/organisations/${test.organisationId}/articles/${articleId}`,
      body: { name: other.name.toUpperCase() },
      headers: { 'if-match': '"2"' },
    });
    expect([taken.status, taken.body]).toMatchObject([409, { code: 'article_name_taken' }]);
  });
});

describe('what is refused, and changes nothing', () => {
  async function refused(path: string, method: 'POST' | 'PATCH' | 'DELETE', body?: object) {
    const before = await everythingStored(test);
    const headers = method === 'POST' ? {} : { 'if-match': '"1"' };
    const url = `/api/organisations/${test.organisationId}/${path}`;
    const answer = await send(test, { method, url, ...(body && { body }), headers });
    expect(await everythingStored(test)).toBe(before);
    return answer.body;
  }
  const nobody = '01a20185-1491-7a3a-9704-4c3bf459812e';

  it.each([
    ['1,5', 'volume_not_a_number'],
    ['-1', 'volume_negative'],
    ['0.0001', 'volume_too_many_decimals'],
    ['', 'volume_empty'],
    [5, 'volume_empty'],
  ])('a volume of %j: %s', async (volume, code) => {
    const { articleId } = await article('1');
    const body = { lineId: line('Nät'), year: 2025, articleId, volume };
    expect(await refused('behov', 'POST', body)).toMatchObject({
      code: 'input_invalid',
      fields: [{ path: '/volume', code }],
    });
  });

  it('a price below zero', async () => {
    const price = { validFrom: '2025-01-01', amount: '-1' };
    expect(await refused('articles', 'POST', { name: 'Minus', unit: 'st', price })).toMatchObject({
      fields: [{ path: '/price/amount', code: 'amount_negative' }],
    });
  });

  it('a line, an article or a price that is not there', async () => {
    const { articleId } = await article('1', '2030-06-01');
    const whole = { lineId: line('Nät'), year: 2029, articleId, volume: '1' };
    const enter = (change: object) => refused('behov', 'POST', { ...whole, ...change });
    expect(await enter({ lineId: nobody })).toMatchObject({ code: 'line_not_found' });
    expect(await enter({ articleId: nobody })).toMatchObject({ code: 'article_not_found' });
    expect(await enter({})).toMatchObject({ code: 'article_has_no_price' });
    const price = { validFrom: '2025-01-01', amount: '1' };
    expect(await refused(`articles/${nobody}/prices`, 'POST', price)).toMatchObject({
      code: 'article_not_found',
    });
    const { behovId } = await need('Nät', '1', '1', 2030);
    const { prices } = await article('1');
    expect(
      await refused(`behov-items/${behovId}`, 'PATCH', { priceId: prices[0]?.priceId }),
    ).toMatchObject({ code: 'price_not_of_article' });
    expect(await refused(`behov-items/${nobody}`, 'DELETE')).toMatchObject({
      code: 'behov_not_found',
    });
  });

  it('a change that saw an older version, with both values', async () => {
    const { behovId } = await need('Nät', '1', '1', 2030);
    await call(test, updateBehov, { params: { behovId }, body: { volume: '2' }, version: 1 });
    expect(await refused(`behov-items/${behovId}`, 'PATCH', { volume: '3' })).toMatchObject({
      code: 'version_stale',
      conflict: { yours: { volume: '3' }, current: { volume: '2', version: 2 } },
    });
    expect(await refused(`behov-items/${behovId}`, 'DELETE')).toMatchObject({
      code: 'version_stale',
    });
  });
});
