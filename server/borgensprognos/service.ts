import type {
  BorgensprognosEntry,
  exportBorgensprognosCsv,
  getBorgensprognos,
} from '#contract/borgensprognos.ts';
import { type exportPrognosJson, toPrognosFile } from '#contract/prognos.ts';
import { prognosFile } from '#contract/prognos-file.ts';
import { figureLabel } from '#contract/terms.ts';
import { asPrinted, borgensprognosTable } from '#domain/borgensprognos-table.ts';
import type { Forecast, ForecastYear } from '#domain/borgensutrymme.ts';
import { lastDayIn } from '#domain/forecast/month.ts';
import type { Plan } from '#domain/forecast/plan.ts';
import { reconcileForecast } from '#domain/forecast-avstamning.ts';
import { accepted, refused } from '#domain/result.ts';
import { slugOf } from '#domain/slug.ts';
import { type Tkr, toPlain } from '#domain/tkr.ts';
import { toCsv } from '../files/csv.ts';
import type { ReadContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { type PlannedScenario, planAll, readScenarios } from './plans.ts';
import { type PrintedScenarioFigure, printedOfScenarios } from './queries.ts';

/** The chosen scenarios side by side: their figures, their forecasts, and what was printed. */
export async function readBorgensprognos(
  { trx }: ReadContext,
  { query }: Asked<typeof getBorgensprognos>,
): Promise<Outcome<typeof getBorgensprognos>> {
  const read = await readScenarios(trx, query.scenario);
  if (read === null) return refused({ code: 'scenario_not_found' });
  const ids = read.scenarios.map(({ scenario }) => scenario.scenarioId);
  const printed = await printedOfScenarios(trx, ids);
  const scenarios = planAll(read).map((one) => toEntry(one, printed));
  return accepted({ ...read, scenarios });
}

function toEntry(
  { scenario, figures, kept, plan }: PlannedScenario,
  printed: readonly PrintedScenarioFigure[],
): BorgensprognosEntry {
  const { forecast, firstBrokenMonth, gaps } = plan;
  const own = printed.filter(({ scenarioId }) => scenarioId === scenario.scenarioId);
  return {
    scenario,
    figures,
    openingDebt: plainOrNull(forecast.openingDebt),
    years: forecast.years.map((year) => toYearAnswer(year, plan)),
    firstNegativeYear: forecast.firstNegativeYear,
    firstBrokenMonth: firstBrokenMonth === null ? null : lastDayIn(firstBrokenMonth).slice(0, 7),
    gaps: gaps.map((gap) => ({ ...gap, lineIds: [...gap.lineIds] })),
    printed: reconciled(forecast, own),
    kept,
  };
}

/** Everything that a scenario is computed from, as a prognosfil. */
export async function writePrognosJson(
  { trx }: ReadContext,
  { params }: Asked<typeof exportPrognosJson>,
): Promise<Outcome<typeof exportPrognosJson>> {
  const read = await readScenarios(trx, [params.scenarioId]);
  const entry = read?.scenarios[0];
  if (read === null || entry === undefined) return refused({ code: 'scenario_not_found' });
  // Parsed, so that every file has its fields in the same order, a kept one too.
  const file = prognosFile.parse(toPrognosFile(read, entry));
  const text = `${JSON.stringify(file, null, 2)}\n`;
  return accepted({ fileName: `prognos-${slugOf(entry.scenario.name, [])}.json`, text });
}

/** The chosen scenarios as CSV, with the rows that a protocol prints, exact amounts. */
export async function writeBorgensprognosCsv(
  { trx }: ReadContext,
  { query }: Asked<typeof exportBorgensprognosCsv>,
): Promise<Outcome<typeof exportBorgensprognosCsv>> {
  const read = await readScenarios(trx, query.scenario);
  if (read === null) return refused({ code: 'scenario_not_found' });
  const scenarios = planAll(read);
  const table = asPrinted(borgensprognosTable(scenarios.map(({ plan }) => plan.forecast)));
  const rows = [
    ['Tkr', ...scenarios.map(({ scenario }) => scenario.name)],
    ...table.map(({ figure, year, amounts }) => [figureLabel(figure, year), ...amounts]),
  ];
  return accepted({ fileName: 'prognos-borgensutrymme.csv', text: toCsv(rows) });
}

function reconciled(forecast: Forecast, printed: readonly PrintedScenarioFigure[]) {
  const outcomes = reconcileForecast(forecast, printed);
  return printed.map(({ year, figure, printed: amount, printedIn, source }, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined) throw new Error('Every printed figure has an outcome');
    const { verdict, difference, beganIn } = outcome;
    const figures = { printed: toPlain(amount), difference: plainOrNull(difference) };
    return { year, figure, printedIn, source, verdict, beganIn, ...figures };
  });
}

function toYearAnswer(year: ForecastYear, { costs }: Plan) {
  const { flows } = year;
  const interest = costs.find((cost) => cost.year === year.year)?.interest ?? null;
  return {
    year: year.year,
    opening: plainOrNull(year.opening),
    borrowingInvestments: plainOrNull(flows.borrowingInvestments),
    borrowingTillaggsbudget: plainOrNull(flows.borrowingTillaggsbudget),
    borrowingEquityUse: plainOrNull(flows.borrowingEquityUse),
    amortisation: plainOrNull(flows.amortisation),
    closing: plainOrNull(year.closing),
    borgenstak: plainOrNull(year.borgenstak),
    headroom: plainOrNull(year.headroom),
    gap: year.gap,
    roundingDifference: toPlain(year.roundingDifference),
    interest: plainOrNull(interest),
  };
}

function plainOrNull(amount: Tkr | null): string | null {
  return amount === null ? null : toPlain(amount);
}
