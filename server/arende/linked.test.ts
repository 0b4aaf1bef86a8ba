import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  changeArendeEntry,
  createArendeScenarios,
  decideArende,
  deleteArende,
  moveArende,
  updateArende,
} from '#contract/arende.ts';
import type { ArendeAnswer } from '#contract/arende-answer.ts';
import { getBorgensprognos } from '#contract/borgensprognos.ts';
import {
  createScenario,
  deleteScenario,
  type ForecastFigure,
  freezeScenario,
  listScenarios,
  setForecastRow,
} from '#contract/scenarios.ts';
import { call, startTestApp, type TestApp } from '../testing/app.ts';
import {
  type Paragraph14,
  paragraph14Decision,
  prepareParagraph14,
  proposeParagraph14,
} from '../testing/paragraph-14.ts';

let app: TestApp;
let ground: Paragraph14;
let arende: ArendeAnswer;
let bifallId: string;
let avslagId: string;
let count = 0;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  ground = await prepareParagraph14(app, `Förbund ${(count += 1)}`);
  arende = await proposeParagraph14(ground);
  const params = { arendeId: arende.arendeId };
  const made = await call(ground.test, createArendeScenarios, { params, body: {} });
  bifallId = made.bifall.scenarioId;
  avslagId = made.avslag.scenarioId;
});
afterAll(() => app.close());

const kind = 'borrowingTillaggsbudget' as const;

/** The tilläggsbudget of 2025 in a scenario. */
async function linkedIn(scenarioId: string): Promise<ForecastFigure | undefined> {
  const query = { scenario: [scenarioId] };
  const { scenarios } = await call(ground.test, getBorgensprognos, { query });
  return scenarios[0]?.figures.find((figure) => figure.kind === kind);
}

async function revisionOf(scenarioId: string): Promise<number> {
  const { scenarios } = await call(ground.test, listScenarios, {});
  return scenarios.find((one) => one.scenarioId === scenarioId)?.revision ?? 0;
}

/** Changes the 620 to another amount. */
async function askFor(amount: string): Promise<ArendeAnswer> {
  const entryId = arende.entries[2]?.entryId ?? '';
  const params = { arendeId: arende.arendeId, entryId };
  const body = { amount, reason: 'Mer behövs.' };
  arende = await call(ground.test, changeArendeEntry, { params, body, version: arende.version });
  return arende;
}

const set = (scenarioId: string, version: number, body: object) =>
  call(ground.test, setForecastRow, {
    params: { scenarioId, year: '2025', kind },
    body: { amount: null, ...body },
    version,
  });

describe('the two scenarios of an ärende', () => {
  it('have what it adds in place of the base’s own tilläggsbudget, and nothing', async () => {
    expect(await linkedIn(bifallId)).toMatchObject({ source: 'linked', amount: '5010' });
    expect(await linkedIn(avslagId)).toMatchObject({ source: 'typed', amount: '0' });
    expect(await linkedIn(ground.baseScenarioId)).toMatchObject({ source: 'typed', amount: '700' });
  });

  it('are the ekonom’s own while the ärende is a draft, and everybody’s after that', async () => {
    const { test } = ground;
    const { scenarios } = await call(test, listScenarios, { as: 'direktion' });
    expect(scenarios.map(({ name }) => name)).toEqual(['Prognos']);
    const params = { arendeId: arende.arendeId };
    const body = { to: 'beredning' } as const;
    await call(test, moveArende, { params, body, version: arende.version });
    const names = { bifallName: 'Med', avslagName: 'Utan' };
    await call(test, createArendeScenarios, { params, body: names });
    const after = await call(test, listScenarios, { as: 'direktion' });
    expect(after.scenarios.map(({ name }) => name)).toEqual(['Prognos', 'Med', 'Utan']);
  });

  it('need a scenario to start from, years in it, and names of their own', async () => {
    const { test } = ground;
    const params = { arendeId: arende.arendeId };
    const again = () => call(test, createArendeScenarios, { params, body: {} });
    await expect(again()).rejects.toThrow('scenario_name_taken');
    const same = { bifallName: 'Lika', avslagName: 'LIKA' };
    await expect(call(test, createArendeScenarios, { params, body: same })).rejects.toThrow(
      'scenario_name_taken',
    );
    const late = { name: 'Sent', openingYear: 2030, lastYear: 2031 };
    const { scenarioId } = await call(test, createScenario, { body: late });
    const { version } = await call(test, updateArende, {
      params,
      body: { baseScenarioId: scenarioId },
      version: arende.version,
    });
    await expect(again()).rejects.toThrow('arende_years_outside_scenario');
    await call(test, updateArende, { params, body: { baseScenarioId: null }, version });
    await expect(again()).rejects.toThrow('arende_needs_base_scenario');
  });
});

describe('a linked figure', () => {
  it('follows every change of its ärende, which gives the scenario a new revision', async () => {
    const before = await revisionOf(bifallId);
    await askFor('700.5');
    expect((await linkedIn(bifallId))?.amount).toBe('5090.5');
    expect(await revisionOf(bifallId)).toBe(before + 1);
    expect(await revisionOf(avslagId)).toBe(1);
  });

  it('can be typed over with a comment, shows both values, and follows again when emptied', async () => {
    await expect(set(bifallId, 1, { amount: '4000' })).rejects.toThrow(
      'linked_figure_needs_comment',
    );
    const comment = 'Resten lånas inte.';
    await set(bifallId, 1, { amount: '4000', comment });
    const over = { amount: '4000', linkedAmount: '5010', isOverridden: true, comment };
    expect(await linkedIn(bifallId)).toMatchObject({ ...over, arendeId: arende.arendeId });
    await askFor('700');
    expect(await linkedIn(bifallId)).toMatchObject({ ...over, linkedAmount: '5090' });
    await set(bifallId, 2, {});
    expect(await linkedIn(bifallId)).toMatchObject({ amount: '5090', isOverridden: false });
  });

  it('stays as it was once its scenario is frozen, and a copy of it follows again', async () => {
    const { test } = ground;
    const params = { scenarioId: bifallId };
    await call(test, freezeScenario, { params, version: await revisionOf(bifallId) });
    await askFor('700');
    expect(await linkedIn(bifallId)).toMatchObject({ amount: '5010', linkedAmount: '5010' });
    const body = { name: 'Kopia', copyFrom: bifallId };
    const { scenarioId } = await call(test, createScenario, { body });
    expect(await linkedIn(scenarioId)).toMatchObject({ source: 'linked', amount: '5090' });
    await askFor('710');
    expect((await linkedIn(scenarioId))?.amount).toBe('5100');
  });

  it('is frozen only as it was seen', async () => {
    const version = await revisionOf(bifallId);
    await askFor('700');
    const params = { scenarioId: bifallId };
    await expect(call(ground.test, freezeScenario, { params, version })).rejects.toThrow(
      'version_stale',
    );
  });

  it('keeps its ärende from being deleted, until the scenario is', async () => {
    const { test } = ground;
    const params = { arendeId: arende.arendeId };
    const { version } = arende;
    await expect(call(test, deleteArende, { params, version })).rejects.toThrow('arende_followed');
    const scenario = { scenarioId: bifallId };
    await call(test, deleteScenario, { params: scenario, version: await revisionOf(bifallId) });
    await call(test, deleteArende, { params, version });
  });

  it('follows what was decided, also in a draft that the direktion does not see', async () => {
    const { test } = ground;
    const params = { arendeId: arende.arendeId };
    const { version } = await call(test, moveArende, {
      params,
      body: { to: 'beredning' },
      version: arende.version,
    });
    const entryId = arende.entries[2]?.entryId ?? '';
    const decidedAmounts = [{ entryId, amount: '500' }];
    const body = { ...paragraph14Decision, decidedAmounts };
    await call(test, decideArende, { params, body, version, as: 'direktion' });
    expect((await linkedIn(bifallId))?.amount).toBe('4890');
    const seen = await call(test, listScenarios, { as: 'direktion' });
    expect(seen.scenarios.map(({ name }) => name)).toEqual(['Prognos']);
  });

  it('is zero once its ärende was turned down', async () => {
    const { test } = ground;
    const params = { arendeId: arende.arendeId };
    const { version } = await call(test, moveArende, {
      params,
      body: { to: 'beredning' },
      version: arende.version,
    });
    const body = { ...paragraph14Decision, outcome: 'avslag' } as const;
    await call(test, decideArende, { params, body, version, as: 'direktion' });
    expect((await linkedIn(bifallId))?.amount).toBe('0');
    const names = { bifallName: 'A', avslagName: 'B' };
    await expect(call(test, createArendeScenarios, { params, body: names })).rejects.toThrow(
      'arende_decided',
    );
  });
});
