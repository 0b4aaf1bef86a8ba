import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { problem } from '#contract/problem.ts';
import { listScenarios } from '#contract/scenarios.ts';
import {
  call,
  everythingStored,
  send,
  startTestApp,
  type TestApp,
  type TestCall,
} from '../testing/app.ts';

let test: TestApp;
let lineId: string;
let beslutId: string;
let scenarioId: string;
let frozenId: string;
beforeAll(async () => {
  test = await startTestApp();
  const budget = await call(test, getInvesteringsbudget, { params: { year: '2025' } });
  lineId = budget.lines[0]?.lineId ?? '';
  beslutId = budget.beslut[0]?.beslutId ?? '';
  const { scenarios } = await call(test, listScenarios, {});
  scenarioId = scenarios[0]?.scenarioId ?? '';
  frozenId = scenarios[2]?.scenarioId ?? '';
});
afterAll(() => test.close());

/** Sends something wrong, and holds the answer to its promises: a Swedish sentence, no change. */
async function refusalOf(wrong: TestCall) {
  const before = await everythingStored(test);
  const answer = await send(test, wrong);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const body = problem.parse(answer.body);
  expect(body.status).toBe(answer.status);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(body.detail).toMatch(/^\p{Lu}.*[.?]$/u);
  expect(body.requestId).toMatch(/^[\da-f-]{36}$/u);
  expect(await everythingStored(test)).toBe(before);
  return body;
}

const post = (change: object): TestCall => ({
  method: 'POST',
  url: `/api/organisations/${test.organisationId}/budgetposts`,
  body: { lineId, beslutId, year: 2025, kind: 'ursprunglig', amount: '1', ...change },
});

describe('amounts', () => {
  it.each([
    ['1.234', 'amount_ambiguous'],
    ['1e5', 'amount_not_a_number'],
    ['NaN', 'amount_not_a_number'],
    ['Infinity', 'amount_not_a_number'],
    ['1,5', 'amount_not_a_number'],
    ['0.123456', 'amount_too_many_decimals'],
    [`1${'0'.repeat(40)}`, 'amount_not_a_number'],
    [`1${'0'.repeat(13)}`, 'amount_too_large'],
    ['', 'amount_empty'],
    ['1\u0000', 'amount_not_a_number'],
    [12.5, 'amount_not_a_string'],
    [null, 'amount_not_a_string'],
    [['1'], 'amount_not_a_string'],
  ])('%j is refused: %s', async (amount, code) => {
    const { fields } = await refusalOf(post({ amount }));
    expect(fields).toMatchObject([{ path: '/amount', code }]);
    const figure = await refusalOf({
      method: 'PUT',
      url: `/api/organisations/${test.organisationId}/scenarios/${scenarioId}/rows/2025/amortisation`,
      body: { amount: amount ?? 7 },
      headers: { 'if-match': '"1"' },
    });
    expect(figure.fields?.[0]?.path).toBe('/amount');
  });
});

describe('years', () => {
  it.each([99, 1999, 2101, 2025.5, '2025', 1e40, -2025])('%j is refused', async (year) => {
    const { fields } = await refusalOf(post({ year }));
    expect(fields?.[0]).toMatchObject({ path: '/year', code: 'year_out_of_range' });
  });

  it.each(['99', '20255', '0x7e9', '2e3', '2025.0', '%202025', '1999'])(
    '%s in an address is refused',
    async (year) => {
      const url = `/api/organisations/${test.organisationId}/investeringsbudget/${year}`;
      expect((await refusalOf({ method: 'GET', url })).code).toBe('input_invalid');
    },
  );
});

describe('names', () => {
  const line = (name: unknown): TestCall => ({
    method: 'POST',
    url: `/api/organisations/${test.organisationId}/investment-lines`,
    body: { name },
  });

  it.each<[string, unknown, string]>([
    ['empty', '', 'text_empty'],
    ['only spaces', ' \u00a0 ', 'text_empty'],
    ['of a megabyte', 'a'.repeat(1_000_000), 'text_too_long'],
    ['with U+0000', 'Nät\u0000', 'text_forbidden_character'],
    ['with a line break', 'Nät\nx', 'text_forbidden_character'],
    ['with half a character', 'Nät\ud800', 'text_forbidden_character'],
    ['that is a number', 5, 'text_missing'],
    ['that is missing', undefined, 'text_missing'],
  ])('%s', async (_, name, code) => {
    const { fields } = await refusalOf(line(name));
    expect(fields?.[0]).toMatchObject({ path: '/name', code });
  });

  it('of more than the largest body', async () => {
    expect((await refusalOf(line('a'.repeat(1_100_000)))).code).toBe('body_too_large');
  });
});

describe('what is asked', () => {
  it('has no unknown fields in body or query', async () => {
    const body = await refusalOf(
      post({ role: 'administrator', organisationId: test.organisationId }),
    );
    expect(body.fields?.map(({ path, code }) => [path, code])).toEqual([
      ['/role', 'field_unknown'],
      ['/organisationId', 'field_unknown'],
    ]);
    const url = `/api/organisations/${test.organisationId}/scenarios?sort=name`;
    const query = await refusalOf({ method: 'GET', url });
    expect(query.fields?.[0]?.code).toBe('field_unknown');
  });

  it('has no body where none is read', async () => {
    const answer = await refusalOf({
      method: 'POST',
      url: `/api/organisations/${test.organisationId}/scenarios/${scenarioId}/freeze`,
      body: { status: 'utkast' },
      headers: { 'if-match': '"1"' },
    });
    expect(answer.code).toBe('input_invalid');
  });

  it.each(['__proto__', 'constructor'])('cannot reach %s', async (name) => {
    const url = `/api/organisations/${test.organisationId}/investment-lines`;
    const headers = { 'content-type': 'application/json' };
    const body = `{"name":"x","${name}":{"prototype":{"a":1}}}`;
    await refusalOf({ method: 'POST', url, body, headers });
  });

  it('is JSON', async () => {
    const url = `/api/organisations/${test.organisationId}/investment-lines`;
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      const headers = { 'content-type': type };
      const answer = await refusalOf({ method: 'POST', url, body: '{"name":"x"}', headers });
      expect(answer.code).toBe('media_type_not_json');
    }
    const broken = { 'content-type': 'application/json' };
    const answer = await refusalOf({ method: 'POST', url, body: '{"name":', headers: broken });
    expect(answer.code).toBe('request_malformed');
  });

  it.each<[string, string, Record<string, string>]>([
    ['version_missing', '428', {}],
    ['version_invalid', '400', { 'if-match': '1' }],
    ['version_invalid', '400', { 'if-match': '*' }],
    ['version_stale', '412', { 'if-match': '"9"' }],
  ])('names its version: %s %s', async (code, status, headers) => {
    const answer = await refusalOf({
      method: 'PATCH',
      url: `/api/organisations/${test.organisationId}/scenarios/${scenarioId}`,
      body: { name: 'Nytt' },
      headers,
    });
    expect([answer.code, `${answer.status}`]).toEqual([code, status]);
  });

  it('is not about a frozen scenario', async () => {
    const answer = await refusalOf({
      method: 'PUT',
      url: `/api/organisations/${test.organisationId}/scenarios/${frozenId}/rows/2025/amortisation`,
      body: { amount: '-1' },
      headers: { 'if-match': '"1"' },
    });
    expect(answer.code).toBe('scenario_frozen');
  });

  it('is not at an address that is not there', async () => {
    expect((await refusalOf({ method: 'GET', url: '/api/nowhere' })).code).toBe('not_found');
    expect((await refusalOf({ method: 'POST', url: '/', body: {} })).code).toBe('not_found');
  });
});

describe('where it comes from', () => {
  it.each<[string, TestCall['method'], Record<string, string>]>([
    ['another origin', 'POST', { origin: 'https://example.com' }],
    ['another port of this machine', 'POST', { origin: 'http://127.0.0.1:9999' }],
    ['a page of another site', 'POST', { 'sec-fetch-site': 'cross-site' }],
    ['a name that another site points here', 'GET', { host: 'example.com' }],
  ])('is not %s', async (_, method, headers) => {
    const url = `/api/organisations/${test.organisationId}/scenarios`;
    const body =
      method === 'POST' ? { body: { name: 'x', openingYear: 2024, lastYear: 2026 } } : {};
    expect((await refusalOf({ method, url, headers, ...body })).code).toBe('foreign_origin');
  });
});
