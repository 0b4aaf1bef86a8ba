import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createArendeScenarios, decideArende, moveArende } from '#contract/arende.ts';
import { setAssumption } from '#contract/assumptions.ts';
import { createLoan } from '#contract/loans.ts';
import {
  createScenario,
  deleteScenario,
  type EditableFigure,
  listScenarios,
  setForecastRow,
  setForecastSources,
  updateScenario,
} from '#contract/scenarios.ts';
import { call, everythingStored, send, startTestApp, type TestApp } from '../testing/app.ts';
import { assumeUsual, forecastOf, letCompute, revisionOf, rowOf } from '../testing/computed.ts';
import {
  type Paragraph14,
  paragraph14Decision,
  prepareParagraph14,
  proposeParagraph14,
} from '../testing/paragraph-14.ts';
import { loanBody } from '../testing/sample-loans.ts';

let app: TestApp;
let ground: Paragraph14;
let test: TestApp;
let base: string;
let count = 0;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  ground = await prepareParagraph14(app, `Förbund ${(count += 1)}`);
  ({ test, baseScenarioId: base } = ground);
  await assumeUsual(test);
});
afterAll(() => app.close());

const set = (year: number, kind: EditableFigure, version: number, body: object) =>
  call(test, setForecastRow, {
    params: { scenarioId: base, year: `${year}`, kind },
    body: { amount: null, ...body },
    version,
  });

const refusalOf = async (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'nothing',
    (error: Error) => /"code":"(\w+)"/u.exec(error.message)?.[1] ?? error.message,
  );

describe('a figure that is computed', () => {
  it('is what the budget, the loans and the assumptions give', async () => {
    await letCompute(test, base);
    // 21 545 is drawn evenly over 2025 and repaid over three years, every third month: of 144 parts
    // 18 are paid in 2025 and 48 in 2026. What is typed has lives too: 700 as the rest.
    expect(await rowOf(test, base, 'borrowingInvestments')).toEqual(['21545', '0']);
    const [first] = (await forecastOf(test, base)).entry.years;
    expect(first).toMatchObject({ amortisation: '-2780.625', closing: '82126.375' });
  });

  it('has the opening debt of the loans, and their interest', async () => {
    const ratePeriods = [{ type: 'fixed', from: '2024-01-15', rate: '3.25' } as const];
    const days = { drawnOn: '2024-01-15', firstPaymentOn: '2024-04-15', maturesOn: '2029-01-15' };
    await call(test, createLoan, { body: { ...loanBody('KI 1'), ...days, ratePeriods } });
    await letCompute(test, base);
    await set(2024, 'openingDebt', 1, { source: 'computed' });
    const { entry } = await forecastOf(test, base);
    // 5 000 less three of its twenty payments.
    expect(entry.openingDebt).toBe('4250');
    expect(entry.figures.find(({ kind }) => kind === 'openingDebt')).toMatchObject({
      source: 'computed',
      amount: null,
      isOverridden: false,
    });
    expect(entry.years[0]?.interest).not.toBeNull();
  });

  it('lacks what nobody has said, and says for which line', async () => {
    const life = { scenarioId: null, kind: 'life' } as const;
    await call(test, setAssumption, { body: life, version: 1 });
    const mobil = { ...life, lineId: ground.lines.Mobiltelefoner, months: 24 };
    await call(test, setAssumption, { body: mobil, version: 0 });
    await letCompute(test, base);
    const { entry } = await forecastOf(test, base);
    expect(entry.years.map(({ gap }) => gap)).toEqual(['no_terms', 'no_terms']);
    const missing = entry.gaps.find(({ lineIds }) => lineIds.length > 0);
    expect(missing).toMatchObject({ missing: 'life', year: 2025 });
    expect(missing?.lineIds).not.toContain(ground.lines.Mobiltelefoner);
  });

  it('can be typed over with a reason, shows both, and is computed again when emptied', async () => {
    await letCompute(test, base);
    expect(await refusalOf(set(2025, 'amortisation', 2, { amount: '-22967' }))).toBe(
      'computed_figure_needs_comment',
    );
    const over = { amount: '-22967', comment: 'Enligt lånebeskeden' };
    const { figure } = await set(2025, 'amortisation', 2, over);
    expect(figure).toMatchObject({ source: 'computed', amount: '-22967', isOverridden: true });
    expect((await rowOf(test, base, 'amortisation'))[0]).toBe('-22967');
    const again = await set(2025, 'amortisation', 3, {});
    expect(again.figure).toMatchObject({ source: 'computed', amount: null, isOverridden: false });
    expect((await rowOf(test, base, 'amortisation'))[0]).toBe('-2780.625');
    await set(2025, 'amortisation', 4, { source: 'typed', amount: '-1' });
    expect((await set(2025, 'amortisation', 5, {})).figure).toMatchObject({ source: 'typed' });
  });

  it('comes about only in the ways that it can', async () => {
    const before = await everythingStored(test);
    const ways: readonly (readonly [EditableFigure, object])[] = [
      ['amortisation', { source: 'linked' }],
      ['borrowingInvestments', { source: 'computed' }],
      ['borrowingEquityUse', { source: 'computed' }],
      ['borrowingTillaggsbudget', { source: 'linked' }],
      ['borrowingInvestments', { source: 'linked', arendeId: base }],
    ];
    for (const [kind, body] of ways) {
      expect(await refusalOf(set(2025, kind, 1, body)), kind).toBe('figure_source_unfit');
    }
    const gone = set(2025, 'borrowingTillaggsbudget', 1, { source: 'linked', arendeId: base });
    expect(await refusalOf(gone)).toBe('arende_not_found');
    expect(await everythingStored(test)).toBe(before);
  });
});

describe('several figures at once', () => {
  it('are set with one row in the log, and set back in the same way', async () => {
    const before = (await forecastOf(test, base)).entry;
    const { figures, scenario } = await letCompute(test, base);
    expect(figures.filter(({ source }) => source === 'typed')).toHaveLength(4);
    expect(scenario.revision).toBe(before.scenario.revision + 1);
    const log = await test.owner.kysely
      .selectFrom('audit_log')
      .select(['action', 'before'])
      .where('organisation_id', '=', test.organisationId)
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(log.action).toBe('setForecastSources');
    expect(log.before).toContain('"-22967"');
    const undone = before.figures
      .filter(({ kind }) => kind === 'borrowingInvestments' || kind === 'amortisation')
      .map(({ year, kind, source, amount, comment }) => ({ year, kind, source, amount, comment }));
    const wish = { params: { scenarioId: base }, body: { figures: undone } };
    await call(test, setForecastSources, { ...wish, version: scenario.revision });
    expect((await forecastOf(test, base)).entry.years).toEqual(before.years);
  });

  it('are all refused where one cannot be, or where somebody was before', async () => {
    const amortisation = { year: 2025, kind: 'amortisation', source: 'computed' } as const;
    const version = await revisionOf(test, base);
    const put = (figures: readonly object[], revision = version) =>
      send(test, {
        method: 'PUT',
        url: `/api/organisations/${test.organisationId}/scenarios/${base}/rows`,
        body: { figures },
        headers: { 'if-match': `"${revision}"` },
      });
    const before = await everythingStored(test);
    const codeOf = async (answer: ReturnType<typeof put>) => (await answer).body;
    for (const [code, figures] of [
      ['figure_given_twice', [amortisation, amortisation]],
      ['forecast_year_outside_scenario', [amortisation, { ...amortisation, year: 2027 }]],
      ['figure_source_unfit', [amortisation, { ...amortisation, year: 2026, source: 'linked' }]],
      ['amortisation_positive', [{ ...amortisation, source: 'typed', amount: '1' }]],
    ] as const) {
      expect(await codeOf(put(figures))).toMatchObject({ code });
    }
    expect(await codeOf(put([amortisation], version - 1))).toMatchObject({ code: 'version_stale' });
    expect(await everythingStored(test)).toBe(before);
  });
});

describe('what ärenden have added', () => {
  it('is in no line’s budget, and in the tilläggsbudget that is computed', async () => {
    const arende = await proposeParagraph14(ground);
    const params = { arendeId: arende.arendeId };
    await letCompute(test, base);
    await set(2025, 'borrowingTillaggsbudget', 1, { source: 'computed' });
    expect(await rowOf(test, base, 'borrowingTillaggsbudget')).toEqual(['0', null]);
    const body = { to: 'beredning' } as const;
    const { version } = await call(test, moveArende, { params, body, version: arende.version });
    const decision = { params, body: paragraph14Decision, version, as: 'direktion' } as const;
    await call(test, decideArende, decision);
    expect(await rowOf(test, base, 'borrowingTillaggsbudget')).toEqual(['5010', null]);
    const { answer, entry } = await forecastOf(test, base);
    expect(entry.years[0]?.borrowingInvestments).toBe('21545');
    const klienter = answer.basis.lines.find(({ lineId }) => lineId === ground.lines.Klienter);
    expect(klienter?.budget).toEqual([{ year: 2025, amount: '8182' }]);
    const [granted] = answer.basis.arenden;
    expect(granted).toMatchObject({ name: '2025/17', isDecided: true });
    expect(granted?.entries.map(({ year, amount }) => `${year} ${amount}`).toSorted()).toEqual([
      '2024 -3400',
      '2024 -990',
      '2025 1610',
      '2025 3400',
    ]);
  });

  it('is the same for those who do not see the ärende that a scenario follows', async () => {
    const arende = await proposeParagraph14(ground);
    const life = { scenarioId: null, kind: 'life', lineId: ground.lines.Klienter } as const;
    await call(test, setAssumption, { body: { ...life, months: 48 }, version: 0 });
    await letCompute(test, base);
    const params = { arendeId: arende.arendeId };
    const { bifall } = await call(test, createArendeScenarios, { params, body: {} });
    const { scenarioId, version } = bifall;
    const shown = { params: { scenarioId }, body: { isPrivate: false }, version };
    await call(test, updateScenario, shown);
    const ekonom = await forecastOf(test, scenarioId);
    const direktion = await forecastOf(test, scenarioId, 'direktion');
    expect(direktion.entry.years).toEqual(ekonom.entry.years);
    const nameIn = ({ answer }: typeof ekonom) => answer.basis.arenden.map(({ name }) => name);
    expect([nameIn(ekonom), nameIn(direktion)]).toEqual([['2025/17'], ['Ärende i utkast']]);
    // A scenario that does not follow it tells the direktion nothing of it.
    expect(nameIn(await forecastOf(test, base, 'direktion'))).toEqual([]);
  });
});

describe('what a scenario inherits', () => {
  const copyOf = (copyFrom: string, more: object = {}) =>
    call(test, createScenario, { body: { name: `Kopia ${(count += 1)}`, copyFrom, ...more } });
  const assume = (scenarioId: string, months: number | null, version: number) =>
    call(test, setAssumption, { body: { scenarioId, kind: 'life', months }, version });

  it('is what it is copied from, where nothing else is said', async () => {
    expect(await copyOf(base)).toMatchObject({ parentId: base });
    expect(await copyOf(base, { parentId: null })).toMatchObject({ parentId: null });
    const gone = copyOf(base, { parentId: test.organisationId });
    expect(await refusalOf(gone)).toBe('scenario_parent_not_found');
  });

  it('changes with the parent, and is the same again when that is changed back', async () => {
    await letCompute(test, base);
    const { scenarioId } = await copyOf(base);
    const yearsNow = async () => (await forecastOf(test, scenarioId)).entry.years;
    const before = await yearsNow();
    await assume(base, 60, 0);
    const longer = await yearsNow();
    expect(longer).not.toEqual(before);
    await assume(base, null, 1);
    expect(await yearsNow()).toEqual(before);
    await assume(base, 60, 2);
    expect(await yearsNow()).toEqual(longer);
    // Its own goes before the parent's, and is the same again without it.
    await assume(scenarioId, 36, 0);
    expect(await yearsNow()).toEqual(before);
    await assume(scenarioId, null, 1);
    expect(await yearsNow()).toEqual(longer);
  });

  it('can be chosen anew, but never in a ring', async () => {
    const { scenarioId, version } = await copyOf(base);
    const parentOf = (id: string, parentId: string | null, seen: number) =>
      call(test, updateScenario, { params: { scenarioId: id }, body: { parentId }, version: seen });
    const { scenarios } = await call(test, listScenarios, {});
    const baseVersion = scenarios.find((one) => one.scenarioId === base)?.version ?? 0;
    expect(await refusalOf(parentOf(base, scenarioId, baseVersion))).toBe('scenario_parent_cycle');
    expect(await parentOf(scenarioId, null, version)).toMatchObject({ parentId: null });
    expect(await parentOf(base, scenarioId, baseVersion)).toMatchObject({ parentId: scenarioId });
  });

  it('keeps its parent from being deleted', async () => {
    const { scenarioId, revision } = await copyOf(base);
    const remove = (id: string, version: number) =>
      call(test, deleteScenario, { params: { scenarioId: id }, version });
    const before = await revisionOf(test, base);
    expect(await refusalOf(remove(base, before))).toBe('scenario_inherited');
    await assume(scenarioId, 36, 0);
    await remove(scenarioId, revision + 1);
    await remove(base, before);
    const { scenarios } = await call(test, listScenarios, {});
    expect(scenarios).toEqual([]);
  });

  it('is hidden with its parent, and shown after it', async () => {
    const { version } = (await call(test, listScenarios, {})).scenarios[0] ?? { version: 0 };
    const show = (scenarioId: string, isPrivate: boolean, seen: number) =>
      call(test, updateScenario, { params: { scenarioId }, body: { isPrivate }, version: seen });
    await show(base, true, version);
    const copy = await copyOf(base);
    expect(copy.isPrivate).toBe(true);
    expect(await refusalOf(show(copy.scenarioId, false, 1))).toBe('scenario_parent_private');
    await show(base, false, version + 1);
    await show(copy.scenarioId, false, 1);
    expect(await refusalOf(show(base, true, version + 2))).toBe('scenario_parent_private');
  });
});
