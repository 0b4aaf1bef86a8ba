import { capitalCostInput, type exportCapitalCostCsv } from '#contract/capital-cost.ts';
import { type CapitalCost, capitalCosts } from '#domain/forecast/capital-cost.ts';
import { accepted, refused } from '#domain/result.ts';
import { readScenarios } from '../borgensprognos/plans.ts';
import { type CsvCell, toCsv } from '../files/csv.ts';
import type { ReadContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';

const heading = ['Tkr', 'År', 'Avskrivning', 'Internränta', 'Kapitalkostnad'];

/** Depreciation and internränta as CSV: a row a line and year, and a row a year for all of them. */
export async function writeCapitalCostCsv(
  { trx }: ReadContext,
  { query }: Asked<typeof exportCapitalCostCsv>,
): Promise<Outcome<typeof exportCapitalCostCsv>> {
  const scenarioId = query.scenario ?? null;
  const read = await readScenarios(trx, scenarioId === null ? [] : [scenarioId]);
  if (read === null) return refused({ code: 'scenario_not_found' });
  const input = capitalCostInput(read, scenarioId);
  const costs = input === null ? { lines: [], years: [] } : capitalCosts(input);
  const names = new Map(input?.lines.map(({ lineId, name }) => [lineId, name]));
  const text = toCsv([
    heading,
    ...costs.lines.flatMap(({ lineId, years }) => rowsOf(names.get(lineId) ?? '', years)),
    ...rowsOf('Summa', costs.years),
  ]);
  return accepted({ fileName: 'kapitalkostnad.csv', text });
}

function rowsOf(name: string, years: readonly CapitalCost[]): CsvCell[][] {
  return years.map(({ year, depreciation, internranta, cost }) => [
    name,
    `${year}`,
    depreciation,
    internranta,
    cost,
  ]);
}
