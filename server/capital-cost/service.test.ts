import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getBorgensprognos } from '#contract/borgensprognos.ts';
import { exportCapitalCostCsv } from '#contract/capital-cost.ts';
import { call, startTestApp, type TestApp } from '../testing/app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ demo: 'everything' });
});
afterAll(() => test.close());

async function csvRows(query: { readonly scenario?: string }): Promise<string[][]> {
  const text = await call(test, exportCapitalCostCsv, { query });
  return text
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n')
    .map((row) => row.split(';'));
}

describe('the capital cost as CSV', () => {
  it('has every line and year, with all that is decided, and the sums', async () => {
    const [heading, ...rows] = await csvRows({});
    expect(heading).toEqual(['Tkr', 'År', 'Avskrivning', 'Internränta', 'Kapitalkostnad']);
    // 8 182 + 3 400 on Klienter, worn over 48 months from the month after each twelfth is bought:
    // 0 + 1 + … + 11 = 66 of 12 · 48 parts in 2025, then 12 · 12 = 144 a year.
    const klienter = rows.filter(([name]) => name === 'Klienter');
    expect(klienter.map(([, year]) => year)).toEqual(['2025', '2026', '2027', '2028', '2029']);
    expect(klienter[0]?.[2]).toBe('1327,10417');
    // 2026: 11 582 · 144/576 = 2 895,5, and of its own 10 500 · 66/576 = 1 203,125.
    expect(klienter[1]?.[2]).toBe('4098,625');
    const sums = rows.filter(([name]) => name === 'Summa');
    expect(sums).toHaveLength(5);
    expect(rows).toHaveLength(9 * 5);
  });

  it('is by the assumptions of a scenario where one is named', async () => {
    const { scenarios } = await call(test, getBorgensprognos, {});
    const computed = scenarios.at(-1)?.scenario.scenarioId ?? '';
    expect(await csvRows({ scenario: computed })).toEqual(await csvRows({}));
    // 2025 and 2026 are all that "Om tillägg" looks at, and its tilläggsbudget is typed: 8 182 alone.
    const other = scenarios[0]?.scenario.scenarioId ?? '';
    const klienter = (await csvRows({ scenario: other })).filter(([name]) => name === 'Klienter');
    expect(klienter.map(([, year, depreciation]) => [year, depreciation])).toEqual([
      ['2025', '937,52083'],
      ['2026', '3248,625'],
    ]);
  });

  it('refuses a scenario that is not there', async () => {
    const query = { scenario: test.organisationId };
    await expect(call(test, exportCapitalCostCsv, { query })).rejects.toThrow('scenario_not_found');
  });
});
