import { setAssumption } from '#contract/assumptions.ts';
import { getBorgensprognos } from '#contract/borgensprognos.ts';
import { type EditableFigure, listScenarios, setForecastSources } from '#contract/scenarios.ts';
import { call, type TestApp } from './app.ts';

/** What the organisation assumes in tests: all is financed by loans, over three years, at three percent. */
export async function assumeUsual(test: TestApp): Promise<void> {
  const own = { scenarioId: null } as const;
  for (const body of [
    { ...own, kind: 'loanShare', percent: '100' },
    { ...own, kind: 'life', months: 36 },
    { ...own, kind: 'plannedRate', percent: '3' },
  ] as const) {
    await call(test, setAssumption, { body, version: 0 });
  }
}

/** The revision of a scenario now. */
export async function revisionOf(test: TestApp, scenarioId: string): Promise<number> {
  const { scenarios } = await call(test, listScenarios, {});
  return scenarios.find((one) => one.scenarioId === scenarioId)?.revision ?? 0;
}

/** Lets a scenario borrow what the budget of 2025 and 2026 says, and its amortisation be computed. */
export async function letCompute(test: TestApp, scenarioId: string) {
  const figures = [2025, 2026].flatMap((year) => [
    { year, kind: 'borrowingInvestments', source: 'linked' } as const,
    { year, kind: 'amortisation', source: 'computed' } as const,
  ]);
  const version = await revisionOf(test, scenarioId);
  const params = { scenarioId };
  return call(test, setForecastSources, { params, body: { figures }, version });
}

/** The forecast of one scenario, and all that it is computed from. */
export async function forecastOf(
  test: TestApp,
  scenarioId: string,
  as: 'ekonom' | 'direktion' = 'ekonom',
) {
  const answer = await call(test, getBorgensprognos, { query: { scenario: [scenarioId] }, as });
  const [entry] = answer.scenarios;
  if (entry === undefined) throw new Error('The scenario is there');
  return { answer, entry };
}

/** One row of a scenario's forecast over its years. */
export async function rowOf(
  test: TestApp,
  scenarioId: string,
  kind: Exclude<EditableFigure, 'openingDebt'>,
): Promise<(string | null)[]> {
  return (await forecastOf(test, scenarioId)).entry.years.map((year) => year[kind]);
}
