import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as account from '#contract/account.ts';
import * as accumulated from '#contract/accumulated.ts';
import * as arende from '#contract/arende.ts';
import * as assumptionHistory from '#contract/assumption-history.ts';
import * as assumptions from '#contract/assumptions.ts';
import * as audit from '#contract/audit.ts';
import * as behov from '#contract/behov.ts';
import * as borgen from '#contract/borgen.ts';
import * as borgensprognos from '#contract/borgensprognos.ts';
import * as capitalCost from '#contract/capital-cost.ts';
import * as carryOver from '#contract/carry-over.ts';
import * as budget from '#contract/investeringsbudget.ts';
import * as loanFiles from '#contract/loan-files.ts';
import * as loans from '#contract/loans.ts';
import * as mapping from '#contract/mapping.ts';
import * as organisations from '#contract/organisations.ts';
import * as passport from '#contract/passport.ts';
import * as people from '#contract/people.ts';
import * as prognos from '#contract/prognos.ts';
import * as scenarios from '#contract/scenarios.ts';
import * as session from '#contract/session.ts';
import * as settings from '#contract/settings.ts';
import * as tjansteskrivelse from '#contract/tjansteskrivelse.ts';
import * as utfall from '#contract/utfall.ts';
import { send, startTestApp, type TestApp } from './testing/app.ts';

const contract: readonly object[] = [
  account,
  accumulated,
  arende,
  assumptionHistory,
  assumptions,
  audit,
  behov,
  borgen,
  borgensprognos,
  budget,
  capitalCost,
  carryOver,
  loanFiles,
  loans,
  mapping,
  organisations,
  passport,
  people,
  prognos,
  scenarios,
  session,
  settings,
  tjansteskrivelse,
  utfall,
];
const endpoints = contract
  .flatMap((file): unknown[] => Object.values(file))
  .filter(isEndpoint)
  .map(({ operationId }) => operationId);

function isEndpoint(one: unknown): one is { readonly operationId: string } {
  return typeof one === 'object' && one !== null && 'operationId' in one;
}

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

type Schema = {
  readonly type?: string;
  readonly pattern?: string;
  readonly description?: string;
  readonly properties?: { readonly [name: string]: Schema };
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
};
type Operation = {
  readonly operationId?: string;
  readonly responses: { readonly [status: string]: { readonly content?: Content } };
  readonly requestBody?: { readonly content: Content };
};
type Content = { readonly [type: string]: { readonly schema: Schema } };
type Description = {
  readonly openapi: string;
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
};

const get = (url: string) => send(test, { method: 'GET', url });

async function operations(): Promise<Operation[]> {
  const { paths } = (await get('/api/openapi.json')).body as Description;
  return Object.values(paths).flatMap((methods) => Object.values(methods));
}

/** Every property of a schema, with its name, however deep it lies. */
function propertiesOf(schema: Schema): [string, Schema][] {
  const own = Object.entries(schema.properties ?? {});
  const below = [schema.items, ...(schema.anyOf ?? []), ...own.map(([, one]) => one)];
  return [...own, ...below.flatMap((one) => (one === undefined ? [] : propertiesOf(one)))];
}

describe('the description of the API', () => {
  it('names every operation of the contract, and how it can be asked whether Tkr lives', async () => {
    const ids = (await operations()).map(({ operationId = '' }) => operationId);
    expect(new Set(ids)).toEqual(new Set([...endpoints, 'getHealth', 'getReady']));
  });

  it('has every amount as a text with a pattern and its unit', async () => {
    const amountNames =
      /^(?:amount|total|opening|closing|headroom|borgenstak|printed|difference)$/u;
    let found = 0;
    for (const { responses, requestBody } of await operations()) {
      const contents = [
        ...Object.values(responses).map(({ content }) => content),
        requestBody?.content,
      ];
      const schemas = contents.flatMap((content) => Object.values(content ?? {}));
      for (const [name, schema] of schemas.flatMap((one) => propertiesOf(one.schema))) {
        const forms = schema.anyOf ?? [schema];
        // A row of sums is called total too, and has the amounts in it.
        const isNested = forms.some(({ type }) => type === 'array' || type === 'object');
        if (!amountNames.test(name) || isNested) continue;
        found += 1;
        const [text] = forms.filter(({ type }) => type !== 'null');
        expect([name, text?.type, text?.pattern === undefined]).toEqual([name, 'string', false]);
        expect(text?.description).toContain('Tkr');
      }
    }
    expect(found).toBeGreaterThan(15);
  });

  it('says how every operation can fail', async () => {
    for (const { operationId, responses } of await operations()) {
      if (operationId === 'getHealth' || operationId === 'getReady') continue;
      expect(Object.keys(responses), operationId).toEqual(expect.arrayContaining(['4XX', '5XX']));
    }
  });
});

describe('every answer', () => {
  it('has headers that let a page run its own scripts and nothing else', async () => {
    for (const url of ['/api/health', '/api/organisations', '/api/nowhere', '/']) {
      const { headers } = await get(url);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('is made anew after a change, and the same until then', async () => {
    const url = `/api/organisations/${test.organisationId}/scenarios`;
    const first = await get(url);
    expect((await get(url)).text).toBe(first.text);
    const body = { name: 'Nytt', openingYear: 2024, lastYear: 2025 };
    await send(test, { method: 'POST', url, body });
    expect((await get(url)).text).toContain('"Nytt"');
  });
});

describe('health', () => {
  it('is told apart from readiness', async () => {
    expect((await get('/api/health')).status).toBe(200);
    expect((await get('/api/ready')).status).toBe(200);
  });
});
