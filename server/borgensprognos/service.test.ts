import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportBorgensprognosCsv, getBorgensprognos } from '#contract/borgensprognos.ts';
import { setForecastRow } from '#contract/scenarios.ts';
import { call, send, startTestApp, type TestApp } from '../testing/app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const read = () => call(test, getBorgensprognos, {});

describe('the forecast of Itsam', () => {
  it('gives the debt and the headroom of the protocol', async () => {
    const { scenarios } = await read();
    expect(
      scenarios.map(({ scenario, years }) => [
        scenario.name,
        ...years.flatMap(({ closing, headroom }) => [closing, headroom]),
      ]),
    ).toEqual([
      ['Om tillägg', '65083', '14917', '73347', '6653'],
      ['Utan tillägg', '60471', '19529', '69980', '10020'],
      ['Budget 2025', '66577', '13423', null, null],
      ['Budget 2026', '57477', '22523', '67634', '12366'],
    ]);
  });

  it('differs from print only in Utan tillägg, by 1 in three figures, since 2025', async () => {
    const { scenarios } = await read();
    const differing = scenarios.flatMap(({ scenario, printed }) =>
      printed
        .filter(({ verdict }) => verdict !== 'agrees')
        .map(({ figure, year, printed: as, verdict, difference, beganIn }) => [
          scenario.name,
          figure,
          year,
          as,
          verdict,
          difference,
          beganIn,
        ]),
    );
    expect(differing).toEqual([
      ['Utan tillägg', 'debt', 2025, '60470', 'rounding', '-1', 2025],
      ['Utan tillägg', 'debt', 2026, '69979', 'rounding', '-1', 2025],
      ['Utan tillägg', 'headroom', 2026, '10021', 'rounding', '1', 2025],
    ]);
  });

  it('keeps the order that was asked for, and each scenario once', async () => {
    const all = (await read()).scenarios.map(({ scenario }) => scenario.scenarioId);
    const asked = [all[2] ?? '', all[0] ?? '', all[2] ?? ''];
    const { scenarios } = await call(test, getBorgensprognos, { query: { scenario: asked } });
    expect(scenarios.map(({ scenario }) => scenario.name)).toEqual(['Budget 2025', 'Om tillägg']);
  });

  it('refuses a scenario that is not there', async () => {
    const answer = await send(test, {
      method: 'GET',
      url: `/api/organisations/${test.organisationId}/borgensprognos?scenario=01a20185-1491-7a3a-9704-4c3bf459812e`,
    });
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'scenario_not_found' }]);
  });

  it('names the decision behind the ceiling', async () => {
    const { borgenstak } = await read();
    expect(borgenstak).toMatchObject([
      { validFrom: '2024-12-31', amount: '80000', beslut: { title: 'Borgenstak' } },
    ]);
  });

  it('exports the eleven printed rows', async () => {
    const lines = (await call(test, exportBorgensprognosCsv, {})).split('\r\n');
    expect(lines[0]).toBe('\uFEFFTkr;Om tillägg;Utan tillägg;Budget 2025;Budget 2026');
    expect(lines).toHaveLength(1 + 11 + 1);
    expect(lines[11]).toBe('Kvar av borgensutrymme 31/12 2026;6653;10020;;12366');
  });
});

describe('a changed figure', () => {
  it('breaks the ceiling in 2025 with a tilläggsbudget of 20 000, and shows −8 337 in 2026', async () => {
    const id = (await read()).scenarios[0]?.scenario.scenarioId ?? '';
    const params = { scenarioId: id, year: '2025', kind: 'borrowingTillaggsbudget' };
    await call(test, setForecastRow, { params, body: { amount: '20000' }, version: 1 });
    const changed = (await read()).scenarios[0];
    expect(changed?.years.at(-1)?.headroom).toBe('-8337');
    expect(changed?.firstNegativeYear).toBe(2025);
    await call(test, setForecastRow, { params, body: { amount: '5010' }, version: 2 });
    expect((await read()).scenarios[0]?.firstNegativeYear).toBeNull();
  });

  it('keeps the true sums behind what it shows', async () => {
    const id = (await read()).scenarios[1]?.scenario.scenarioId ?? '';
    const set = (year: string, kind: string, amount: string) =>
      call(test, setForecastRow, {
        params: { scenarioId: id, year, kind },
        body: { amount },
        version: 1,
      });
    await set('2024', 'openingDebt', '58661.9');
    await set('2025', 'amortisation', '-22569.49');
    const [first, second] = (await read()).scenarios[1]?.years ?? [];
    expect([first?.closing, first?.roundingDifference]).toEqual(['60470.41', '-1']);
    expect([second?.closing, second?.headroom]).toEqual(['69979.41', '10020.59']);
    const csv = await call(test, exportBorgensprognosCsv, {});
    expect(csv).toContain('Låneskuld 31/12 2025;65083;60470,41;');
  });
});
