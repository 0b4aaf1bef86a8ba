import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setAssumption } from '#contract/assumptions.ts';
import { createShareKey, registerBorgenstak } from '#contract/borgen.ts';
import { createBudgetpost, updateInvestmentLine } from '#contract/investeringsbudget.ts';
import { createLoan, deleteLoan } from '#contract/loans.ts';
import { exportPrognosJson, prognosText, toPrognosFile } from '#contract/prognos.ts';
import { problemsOfPrognos } from '#contract/prognos-check.ts';
import { prognosFile } from '#contract/prognos-file.ts';
import { levelsOf } from '#contract/prognos-levels.ts';
import { createScenario, freezeScenario, setForecastRow } from '#contract/scenarios.ts';
import { createMember } from '#contract/settings.ts';
import { checkForecast } from '../care/check-forecast.ts';
import { call, startTestApp, type TestApp } from '../testing/app.ts';
import { assumeUsual, forecastOf, letCompute, revisionOf } from '../testing/computed.ts';
import { type Paragraph14, prepareParagraph14 } from '../testing/paragraph-14.ts';
import { loanBody } from '../testing/sample-loans.ts';

let app: TestApp;
let ground: Paragraph14;
let test: TestApp;
let scenarioId: string;
let count = 0;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  ground = await prepareParagraph14(app, `Förbund ${(count += 1)}`);
  ({ test, baseScenarioId: scenarioId } = ground);
  await assumeUsual(test);
  await letCompute(test, scenarioId);
});
afterAll(() => app.close());

const loanOf = (reference: string) => {
  const days = { drawnOn: '2024-01-15', firstPaymentOn: '2024-04-15', maturesOn: '2029-01-15' };
  const ratePeriods = [{ type: 'fixed', from: '2024-01-15', rate: '3.25' } as const];
  return call(test, createLoan, { body: { ...loanBody(reference), ...days, ratePeriods } });
};

async function freeze(body?: { readonly basis: string | null }) {
  const version = await revisionOf(test, scenarioId);
  const params = { scenarioId };
  return call(test, freezeScenario, { params, version, ...(body === undefined ? {} : { body }) });
}

const exported = () => call(test, exportPrognosJson, { params: { scenarioId } });

async function hashSeen(): Promise<string> {
  const { answer, entry } = await forecastOf(test, scenarioId);
  return createHash('sha256')
    .update(prognosText(toPrognosFile(answer, entry)))
    .digest('hex');
}

/** Changes everything that a forecast rests on. */
async function changeAll(): Promise<void> {
  const beslut = { title: 'Nytt', organ: 'Direktionen', date: '2026-01-01' };
  const lineId = ground.lines.Klienter;
  const post = { lineId, year: 2026, kind: 'ursprunglig', amount: '9000', beslut } as const;
  await call(test, createBudgetpost, { body: post });
  const line = { params: { lineId }, body: { name: 'Datorer' }, version: 1 };
  await call(test, updateInvestmentLine, line);
  const ceiling = { validFrom: '2025-07-01', amount: '60000', beslut };
  await call(test, registerBorgenstak, { body: ceiling });
  const { memberId } = await call(test, createMember, {
    as: 'administrator',
    body: { name: 'Ydre' },
  });
  const parts = [{ memberId, weight: '100' }];
  const key = { validFrom: '2024-01-01', type: 'percent', source: 'Prov', parts } as const;
  await call(test, createShareKey, { body: { ...key, parts } });
  const life = { scenarioId: null, kind: 'life', months: 120 } as const;
  await call(test, setAssumption, { body: life, version: 1 });
  await loanOf('KI 2');
}

describe('a frozen scenario', () => {
  it('is what it was, whatever becomes of budget, loans, ceilings, keys and assumptions', async () => {
    const { loanId, version } = await loanOf('KI 1');
    const before = (await forecastOf(test, scenarioId)).entry;
    const file = await exported();
    await freeze();
    await changeAll();
    await call(test, deleteLoan, { params: { loanId }, version });
    const { answer, entry } = await forecastOf(test, scenarioId);
    expect(entry.years).toEqual(before.years);
    expect(entry.kept?.loans).toHaveLength(1);
    expect(answer.borgenstak).toHaveLength(2);
    expect(await exported()).toBe(file);
    // What is beside it moved.
    const body = { name: 'Nu', copyFrom: scenarioId, parentId: null };
    const now = await call(test, createScenario, { body });
    expect((await forecastOf(test, now.scenarioId)).entry.years).not.toEqual(before.years);
  });

  it('is frozen only as it was seen, down to what it is computed from', async () => {
    const seen = await hashSeen();
    const life = { scenarioId: null, kind: 'life', months: 48 } as const;
    await call(test, setAssumption, { body: life, version: 1 });
    await expect(freeze({ basis: seen })).rejects.toThrow('scenario_basis_moved');
    const frozen = await freeze({ basis: await hashSeen() });
    expect(frozen.status).toBe('faststalld');
    const { answer, entry } = await forecastOf(test, scenarioId);
    expect(toPrognosFile(answer, entry)).toBe(entry.kept);
  });

  it('says in the log what it keeps, and the check holds it to that', async () => {
    await freeze();
    const { document } = await test.owner.kysely
      .selectFrom('scenario_basis')
      .select('document')
      .where('scenario_id', '=', scenarioId)
      .executeTakeFirstOrThrow();
    const { after } = await test.owner.kysely
      .selectFrom('audit_log')
      .select('after')
      .where('entity_id', '=', scenarioId)
      .where('action', '=', 'freezeScenario')
      .executeTakeFirstOrThrow();
    const hash = createHash('sha256').update(document).digest('hex');
    expect(JSON.parse(after ?? '')).toMatchObject({ basis: hash, status: 'faststalld' });
    expect(await test.owner.kysely.transaction().execute(checkForecast)).toEqual([]);
  });

  it('hands on the levels that it keeps, and not those that hold now', async () => {
    const own = { scenarioId, kind: 'paymentInterval', months: 12 } as const;
    await call(test, setAssumption, { body: own, version: 0 });
    await freeze();
    const body = { name: 'Efter', copyFrom: scenarioId };
    const child = await call(test, createScenario, { body });
    const before = (await forecastOf(test, child.scenarioId)).entry.years;
    const life = { scenarioId: null, kind: 'life', months: 120 } as const;
    await call(test, setAssumption, { body: life, version: 1 });
    const { answer, entry } = await forecastOf(test, child.scenarioId);
    expect(entry.years).toEqual(before);
    expect(answer.ancestors.map(({ scenario }) => scenario.scenarioId)).toEqual([scenarioId]);
    const levels = levelsOf(answer, child.scenarioId);
    expect(levels.map(({ name, isKept }) => [name, isKept])).toEqual([
      ['Efter', false],
      ['Prognos', true],
      ['Organisationen', true],
    ]);
  });

  it('that was frozen before there was anything to keep is what was typed', async () => {
    const params = { scenarioId, year: '2025', kind: 'amortisation' };
    const body = { amount: '-100', source: 'typed' } as const;
    await call(test, setForecastRow, { params, body, version: 2 });
    await test.owner.kysely
      .updateTable('scenario')
      .set({ status: 'faststalld', frozen_at: test.time.now, frozen_by: test.personId })
      .where('scenario_id', '=', scenarioId)
      .execute();
    const { entry } = await forecastOf(test, scenarioId);
    expect(entry.kept).toBeNull();
    expect(entry.years[0]).toMatchObject({ amortisation: '-100', borrowingEquityUse: '4000' });
    const file = prognosFile.parse(JSON.parse(await exported()));
    expect([file.lines, file.levels]).toEqual([[], []]);
  });
});

describe('a scenario as JSON', () => {
  it('is a prognosfil that holds, and fetching it is logged', async () => {
    await loanOf('KI 1');
    const text = await call(test, exportPrognosJson, { params: { scenarioId }, as: 'revisor' });
    const file = prognosFile.parse(JSON.parse(text));
    expect(problemsOfPrognos(file)).toEqual([]);
    expect(file).toMatchObject({ name: 'Prognos', openingYear: 2024, lastYear: 2026 });
    const { action } = await test.owner.kysely
      .selectFrom('audit_log')
      .select('action')
      .where('organisation_id', '=', test.organisationId)
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(action).toBe('exportPrognosJson');
  });

  it('is of a scenario that is there', async () => {
    const params = { scenarioId: test.organisationId };
    await expect(call(test, exportPrognosJson, { params })).rejects.toThrow('scenario_not_found');
  });
});
