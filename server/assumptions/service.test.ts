import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AssumptionAnswer, listAssumptions, setAssumption } from '#contract/assumptions.ts';
import { getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { createScenario, listScenarios, updateScenario } from '#contract/scenarios.ts';
import { call, everythingStored, send, startTestApp, type TestApp } from '../testing/app.ts';
import { makeNeighbour } from '../testing/neighbour.ts';

let test: TestApp;
let lineId: string;
let count = 0;
beforeAll(async () => {
  test = await startTestApp();
  const budget = await call(test, getInvesteringsbudget, { params: { year: '2025' } });
  lineId = budget.lines[0]?.lineId ?? '';
});
afterAll(() => test.close());

type Body = { readonly kind: AssumptionAnswer['kind']; readonly [field: string]: unknown };

const url = () => `/api/organisations/${test.organisationId}/assumptions`;

const put = (body: Body, version = 0) =>
  send(test, {
    method: 'PUT',
    url: url(),
    body: { scenarioId: null, ...body },
    headers: { 'if-match': `"${version}"` },
  });

const set = (body: Parameters<typeof call<typeof setAssumption>>[2]['body'], version = 0) =>
  call(test, setAssumption, { body, version });

async function draft() {
  const body = { name: `Utkast ${(count += 1)}`, openingYear: 2024, lastYear: 2026 };
  return call(test, createScenario, { body });
}

async function stored(): Promise<AssumptionAnswer[]> {
  return (await call(test, listAssumptions, {})).assumptions;
}

describe('an assumption', () => {
  it('is set, changed and emptied, each time as a new version of the same', async () => {
    const { scenarioId, revision } = await draft();
    const place = { scenarioId, kind: 'life', lineId, from: '2026-01-01' } as const;
    const first = await set({ ...place, months: 48, comment: 'Byts vart fjärde år' });
    expect(first.assumption).toMatchObject({
      ...place,
      months: 48,
      percent: null,
      comment: 'Byts vart fjärde år',
      version: 1,
      changedBy: 'Demoekonom',
    });
    expect(first.scenario).toMatchObject({ scenarioId, revision: revision + 1 });
    const changed = await set({ ...place, months: 60 }, 1);
    expect(changed.assumption).toMatchObject({ months: 60, comment: null, version: 2 });
    const emptied = await set(place, 2);
    expect(emptied.assumption).toMatchObject({ months: null, version: 3 });
    const again = await set({ ...place, months: 36 }, 3);
    expect(again.assumption).toMatchObject({ months: 36, version: 4 });
    expect(again.assumption.assumptionId).toBe(first.assumption.assumptionId);
    expect(again.scenario?.revision).toBe(revision + 4);
    expect((await stored()).filter((one) => one.scenarioId === scenarioId)).toEqual([
      again.assumption,
    ]);
  });

  it('of the organisation belongs to no scenario, and is kept exactly', async () => {
    const range = { low: '-2.5', percent: '0.0001', high: '99.9999' };
    const body = { scenarioId: null, kind: 'rateRange', ...range } as const;
    const { assumption, scenario } = await set(body);
    expect(assumption).toMatchObject({ ...body, lineId: null, from: null, amount: null });
    expect(scenario).toBeNull();
    const amount = { scenarioId: null, kind: 'buffer', from: '2025-07-01' } as const;
    expect((await set({ ...amount, amount: '1.2340' })).assumption.amount).toBe('1.2340');
  });

  it('has its own place for each line and day', async () => {
    const { scenarioId } = await draft();
    const life = { scenarioId, kind: 'life' } as const;
    await set({ ...life, months: 36 });
    await set({ ...life, months: 48, from: '2026-01-01' });
    await set({ ...life, months: 60, lineId });
    const own = (await stored()).filter((one) => one.scenarioId === scenarioId);
    // What is said of all lines first, and what always held before what begins later.
    expect(own.map(({ months }) => months)).toEqual([36, 48, 60]);
  });

  it('that somebody else has changed is answered with both values, and not changed', async () => {
    const body = { scenarioId: null, kind: 'internranta', from: '2026-01-01' } as const;
    await set({ ...body, percent: '2' });
    const before = await everythingStored(test);
    const answer = await put({ ...body, percent: '3' }, 0);
    expect(answer.status).toBe(412);
    expect(answer.body).toMatchObject({
      code: 'version_stale',
      conflict: { yours: { percent: '3' }, current: { percent: '2', version: 1 } },
    });
    expect((await put({ kind: 'internranta', percent: '1' }, 7)).body).toMatchObject({
      code: 'version_stale',
      conflict: { current: null },
    });
    expect(await everythingStored(test)).toBe(before);
  });

  it('is written once where the call is repeated', async () => {
    const body = { scenarioId: null, kind: 'borgensavgift', percent: '0.3' } as const;
    const [first, second] = [
      await call(test, setAssumption, { body, version: 0, key: 'avgift-1' }),
      await call(test, setAssumption, { body, version: 0, key: 'avgift-1' }),
    ];
    expect(second).toEqual(first);
  });

  it.each<[string, Body]>([
    ['assumption_value_of_other_shape', { kind: 'life', percent: '36' }],
    ['assumption_value_of_other_shape', { kind: 'life' }],
    ['assumption_value_out_of_range', { kind: 'loanShare', percent: '100.0001' }],
    ['assumption_for_no_line', { kind: 'plannedRate', percent: '3', lineId: 'line' }],
    ['assumption_only_in_scenario', { kind: 'rateShift', percent: '1' }],
    ['assumption_interval_unknown', { kind: 'paymentInterval', months: 2 }],
    ['assumption_range_out_of_order', { kind: 'drawSpan', months: 6, lastMonth: 5 }],
    ['assumption_year_begins_in_january', { kind: 'life', months: 36, from: '2026-02-01' }],
  ])('is refused where it cannot be: %s', async (code, body) => {
    const before = await everythingStored(test);
    const answer = await put(body['lineId'] === 'line' ? { ...body, lineId } : body);
    expect([answer.status, answer.body]).toMatchObject([422, { code }]);
    expect(await everythingStored(test)).toBe(before);
  });

  it('of a scenario alone needs its line and its day', async () => {
    const { scenarioId } = await draft();
    const extra = { scenarioId, kind: 'extraInvestment', amount: '500' } as const;
    expect((await put(extra)).body).toMatchObject({ code: 'assumption_needs_line' });
    expect((await put({ ...extra, lineId })).body).toMatchObject({ code: 'assumption_needs_day' });
    expect((await put({ ...extra, lineId, from: '2026-01-01' })).status).toBe(200);
  });

  it('is about what is there', async () => {
    const gone = test.organisationId;
    const line = await put({ kind: 'life', months: 36, lineId: gone });
    expect([line.status, line.body]).toMatchObject([404, { code: 'line_not_found' }]);
    const scenario = await put({ kind: 'life', months: 36, scenarioId: gone });
    expect(scenario.body).toMatchObject({ code: 'scenario_not_found' });
  });

  it('is refused field by field where it is no value at all', async () => {
    const answer = await put({ kind: 'loanShare', percent: '1e2', months: 1.5, amount: '1.234' });
    expect(answer.status).toBe(400);
    const { fields } = answer.body as { fields: { path: string; code: string }[] };
    expect(fields.map(({ path, code }) => `${path} ${code}`).toSorted()).toEqual([
      '/amount amount_ambiguous',
      '/months months_not_whole',
      '/percent signed_percent_invalid',
    ]);
  });

  it('of a frozen scenario never changes', async () => {
    const { scenarios } = await call(test, listScenarios, {});
    const frozen = scenarios.find(({ status }) => status === 'faststalld');
    const answer = await put({ kind: 'life', months: 36, scenarioId: frozen?.scenarioId });
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'scenario_frozen' }]);
  });
});

describe('who sees assumptions', () => {
  it('is everybody who sees the scenario, and nobody from elsewhere', async () => {
    const { scenarioId } = await draft();
    await set({ scenarioId, kind: 'life', months: 77 });
    const seenAs = async (as: 'direktion' | 'revisor') => {
      const { assumptions } = await call(test, listAssumptions, { as });
      return assumptions.filter((one) => one.scenarioId === scenarioId).length;
    };
    expect([await seenAs('direktion'), await seenAs('revisor')]).toEqual([1, 1]);
    const { scenarios } = await call(test, listScenarios, {});
    const version = scenarios.find((one) => one.scenarioId === scenarioId)?.version ?? 0;
    const params = { scenarioId };
    await call(test, updateScenario, { params, body: { isPrivate: true }, version });
    expect([await seenAs('direktion'), await seenAs('revisor')]).toEqual([0, 1]);
    const neighbour = await makeNeighbour(test);
    const own = { ...test, ...neighbour };
    expect((await call(own, listAssumptions, {})).assumptions).toEqual([]);
    const body = { scenarioId, kind: 'life', months: 1 } as const;
    await expect(call(own, setAssumption, { body, version: 1 })).rejects.toThrow(
      'scenario_not_found',
    );
  });
});
