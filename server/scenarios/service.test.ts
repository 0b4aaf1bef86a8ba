import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getBorgensprognos } from '#contract/borgensprognos.ts';
import {
  createScenario,
  deleteScenario,
  freezeScenario,
  listScenarios,
  type ScenarioAnswer,
  setForecastRow,
  updateScenario,
} from '#contract/scenarios.ts';
import { call, everythingStored, send, startTestApp, type TestApp } from '../testing/app.ts';

const ascending = (left: number, right: number): number => left - right;

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

async function named(name: string): Promise<ScenarioAnswer> {
  const { scenarios } = await call(test, listScenarios, {});
  const found = scenarios.find((scenario) => scenario.name === name);
  if (found === undefined) throw new Error(`No scenario ${name}`);
  return found;
}

const figureUrl = (scenarioId: string, year: number, kind: string) =>
  `/api/organisations/${test.organisationId}/scenarios/${scenarioId}/rows/${year}/${kind}`;

describe('figures', () => {
  it('sets, empties and restores a figure, each time with a new version', async () => {
    const { scenarioId } = await named('Om tillägg');
    const params = { scenarioId, year: '2025', kind: 'borrowingTillaggsbudget' };
    const set = (amount: string | null, version: number) =>
      call(test, setForecastRow, { params, body: { amount }, version });
    expect((await set('20000', 1)).figure).toMatchObject({ amount: '20000', version: 2 });
    expect((await set(null, 2)).figure).toMatchObject({ amount: null, version: 3 });
    const last = await set('5010', 3);
    expect(last.figure).toMatchObject({ amount: '5010', version: 4 });
    expect(last.scenario.revision).toBe(4);
  });

  it('gives a row that was never written version 0', async () => {
    const { scenarioId } = await named('Utan tillägg');
    const { figure } = await call(test, setForecastRow, {
      params: { scenarioId, year: '2026', kind: 'borrowingTillaggsbudget' },
      body: { amount: '0.00001', comment: 'Ett öre' },
      version: 0,
    });
    expect(figure).toMatchObject({ amount: '0.00001', comment: 'Ett öre', version: 1 });
  });

  it('answers a stale version with both values, and changes nothing', async () => {
    const { scenarioId } = await named('Om tillägg');
    const before = await everythingStored(test);
    const answer = await send(test, {
      method: 'PUT',
      url: figureUrl(scenarioId, 2025, 'amortisation'),
      body: { amount: '-1' },
      headers: { 'if-match': '"7"' },
    });
    expect(answer.status).toBe(412);
    expect(answer.body).toMatchObject({
      code: 'version_stale',
      conflict: { yours: { amount: '-1' }, current: { amount: '-22967', version: 1 } },
    });
    expect(await everythingStored(test)).toBe(before);
  });

  it('lets exactly one of several changes from the same version through', async () => {
    const { scenarioId } = await named('Om tillägg');
    const answers = await Promise.all(
      ['1', '2', '3', '4', '5'].map((amount) =>
        send(test, {
          method: 'PUT',
          url: figureUrl(scenarioId, 2026, 'borrowingEquityUse'),
          body: { amount },
          headers: { 'if-match': '"1"' },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted(ascending)).toEqual([
      200, 412, 412, 412, 412,
    ]);
  });

  it.each([
    ['amortisation_positive', 2025, 'amortisation', '22967'],
    ['forecast_year_outside_scenario', 2027, 'amortisation', '-1'],
    ['forecast_year_outside_scenario', 2024, 'amortisation', '-1'],
    ['forecast_year_outside_scenario', 2025, 'openingDebt', '1'],
  ])('refuses: %s (%i %s)', async (code, year, kind, amount) => {
    const { scenarioId } = await named('Om tillägg');
    const answer = await send(test, {
      method: 'PUT',
      url: figureUrl(scenarioId, year, kind),
      body: { amount },
      headers: { 'if-match': '"1"' },
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code });
  });
});

describe('scenarios', () => {
  it('copies a scenario with its figures, and changes only the copy', async () => {
    const original = await named('Utan tillägg');
    const copy = await call(test, createScenario, {
      body: { name: 'Utan tillägg, lägre takt', copyFrom: original.scenarioId },
    });
    expect(copy).toMatchObject({
      status: 'utkast',
      openingYear: 2024,
      lastYear: 2026,
      position: 4,
    });
    await call(test, setForecastRow, {
      params: { scenarioId: copy.scenarioId, year: '2025', kind: 'borrowingInvestments' },
      body: { amount: '10378' },
      version: 1,
    });
    const { scenarios } = await call(test, getBorgensprognos, {
      query: { scenario: [original.scenarioId, copy.scenarioId] },
    });
    expect(scenarios.map(({ years }) => years[0]?.closing)).toEqual(['60471', '50471']);
  });

  it('starts an empty scenario that knows nothing yet', async () => {
    const empty = await call(test, createScenario, {
      body: { name: 'Plan 2027', openingYear: 2026, lastYear: 2046 },
    });
    const { scenarios } = await call(test, getBorgensprognos, {
      query: { scenario: empty.scenarioId },
    });
    expect(scenarios[0]?.openingDebt).toBeNull();
    expect(scenarios[0]?.years).toHaveLength(20);
    expect(
      scenarios[0]?.years.every(({ closing, gap }) => closing === null && gap === 'no_rows'),
    ).toBe(true);
  });

  it('renames, describes, moves and lengthens a scenario', async () => {
    const { scenarioId, version } = await named('Plan 2027');
    const changed = await call(test, updateScenario, {
      params: { scenarioId },
      body: { name: 'Plan 2028', description: 'Första skissen', position: 0, lastYear: 2030 },
      version,
    });
    expect(changed).toMatchObject({ name: 'Plan 2028', position: 0, lastYear: 2030, version: 2 });
    const { scenarios } = await call(test, listScenarios, {});
    expect(scenarios.map(({ name }) => name).slice(0, 2)).toEqual(['Plan 2028', 'Om tillägg']);
    expect(scenarios.map(({ position }) => position)).toEqual(scenarios.map((_, index) => index));
  });

  it('freezes exactly what was seen, and then refuses every change', async () => {
    const seen = await named('Utan tillägg');
    const stale = await send(test, {
      method: 'POST',
      url: `/api/organisations/${test.organisationId}/scenarios/${seen.scenarioId}/freeze`,
      headers: { 'if-match': `"${seen.revision - 1}"` },
    });
    expect(stale.status).toBe(412);
    const frozen = await call(test, freezeScenario, {
      params: { scenarioId: seen.scenarioId },
      version: seen.revision,
    });
    expect(frozen).toMatchObject({
      status: 'faststalld',
      frozenAt: '2026-11-22T08:00:00.000Z',
      frozenBy: 'Demoekonom',
    });
    const before = await everythingStored(test);
    const root = `/api/organisations/${test.organisationId}/scenarios/${seen.scenarioId}`;
    for (const refusedCall of [
      { method: 'PUT' as const, url: `${root}/rows/2025/amortisation`, body: { amount: '-1' } },
      { method: 'PATCH' as const, url: root, body: { name: 'Annat' } },
      { method: 'PATCH' as const, url: root, body: { lastYear: 2030 } },
      { method: 'POST' as const, url: `${root}/freeze` },
      { method: 'DELETE' as const, url: root },
    ]) {
      const headers = { 'if-match': `"${frozen.version}"` };
      const answer = await send(test, { ...refusedCall, headers });
      expect([answer.status, answer.body]).toMatchObject([409, { code: 'scenario_frozen' }]);
    }
    expect(await everythingStored(test)).toBe(before);
  });

  it('is frozen in the database too, for its owner', async () => {
    const { kysely } = test.owner;
    const { scenarioId } = await named('Budget 2025');
    const ofScenario = { scenario_id: scenarioId };
    await expect(
      kysely
        .updateTable('scenario')
        .set({ name: 'x' })
        .where('scenario_id', '=', scenarioId)
        .execute(),
    ).rejects.toThrow('frozen');
    await expect(
      kysely
        .updateTable('forecast_row')
        .set({ amount: '1' })
        .where('scenario_id', '=', scenarioId)
        .execute(),
    ).rejects.toThrow('frozen');
    await expect(
      kysely.deleteFrom('scenario').where('scenario_id', '=', ofScenario.scenario_id).execute(),
    ).rejects.toThrow('frozen');
  });

  it('moves a frozen scenario without changing it', async () => {
    const { scenarioId, version } = await named('Budget 2025');
    const moved = await call(test, updateScenario, {
      params: { scenarioId },
      body: { position: 0 },
      version,
    });
    expect(moved).toMatchObject({ position: 0, status: 'faststalld', name: 'Budget 2025' });
  });

  it('deletes a draft and keeps its figures in the log', async () => {
    const draft = await named('Utan tillägg, lägre takt');
    await call(test, deleteScenario, {
      params: { scenarioId: draft.scenarioId },
      version: draft.revision,
    });
    const logged = await test.owner.kysely
      .selectFrom('audit_log')
      .select('before')
      .where('action', '=', 'deleteScenario')
      .executeTakeFirstOrThrow();
    expect(logged.before).toContain('"10378"');
  });

  it.each([
    ['scenario_name_taken', 409, { name: 'OM TILLÄGG', openingYear: 2024, lastYear: 2026 }],
    ['scenario_needs_years_or_copy', 422, { name: 'A' }],
    ['forecast_too_long', 422, { name: 'A', openingYear: 2024, lastYear: 2045 }],
    ['forecast_too_long', 422, { name: 'A', openingYear: 2024, lastYear: 2024 }],
    ['scenario_not_found', 404, { name: 'A', copyFrom: '01a20185-1491-7a3a-9704-4c3bf459812e' }],
    [
      'scenario_years_come_from_copy',
      422,
      { name: 'A', copyFrom: '01a20185-1491-7a3a-9704-4c3bf459812e', lastYear: 2026 },
    ],
  ])('refuses to start one: %s', async (code, status, body) => {
    const url = `/api/organisations/${test.organisationId}/scenarios`;
    const answer = await send(test, { method: 'POST', url, body });
    expect([answer.status, answer.body]).toMatchObject([status, { code }]);
  });

  it('refuses to shorten a scenario below its figures', async () => {
    const { scenarioId, version } = await named('Om tillägg');
    const answer = await send(test, {
      method: 'PATCH',
      url: `/api/organisations/${test.organisationId}/scenarios/${scenarioId}`,
      body: { lastYear: 2025 },
      headers: { 'if-match': `"${version}"` },
    });
    expect(answer.body).toMatchObject({ code: 'scenario_has_rows_after_last_year' });
  });
});
