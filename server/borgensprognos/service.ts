import type { exportBorgensprognosCsv, getBorgensprognos } from '#contract/borgensprognos.ts';
import { type ForecastFigure, type ScenarioAnswer, toForecastInput } from '#contract/scenarios.ts';
import { figureLabel } from '#contract/terms.ts';
import { asPrinted, borgensprognosTable } from '#domain/borgensprognos-table.ts';
import { computeBorgensutrymme, type Forecast, type ForecastYear } from '#domain/borgensutrymme.ts';
import { reconcileForecast } from '#domain/forecast-avstamning.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { type Tkr, toPlain } from '#domain/tkr.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { toCsv } from '../files/csv.ts';
import type { ReadContext, Refusal } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { allScenarios, figuresOf } from '../scenarios/queries.ts';
import {
  allBorgenstak,
  type DecidedBorgenstak,
  type PrintedScenarioFigure,
  printedOfScenarios,
} from './queries.ts';

/** The chosen scenarios side by side: their figures, their forecasts, and what was printed. */
export async function readBorgensprognos(
  { trx }: ReadContext,
  { query }: Asked<typeof getBorgensprognos>,
): Promise<Outcome<typeof getBorgensprognos>> {
  const computed = await computeChosen(trx, query.scenario);
  if (!computed.ok) return computed;
  const { scenarios, ceilings } = computed.value;
  const ids = scenarios.map(({ scenario }) => scenario.scenarioId);
  const printed = await printedOfScenarios(trx, ids);
  return accepted({
    scenarios: scenarios.map(({ scenario, figures, forecast }) => ({
      scenario,
      figures,
      openingDebt: plainOrNull(forecast.openingDebt),
      years: forecast.years.map(toYearAnswer),
      firstNegativeYear: forecast.firstNegativeYear,
      printed: reconciled(
        forecast,
        printed.filter(({ scenarioId }) => scenarioId === scenario.scenarioId),
      ),
    })),
    borgenstak: ceilings.map(({ validFrom, amount, beslut }) => ({
      validFrom,
      amount: toPlain(amount),
      beslut,
    })),
  });
}

/** The chosen scenarios as CSV, with the rows that a protocol prints, exact amounts. */
export async function writeBorgensprognosCsv(
  { trx }: ReadContext,
  { query }: Asked<typeof exportBorgensprognosCsv>,
): Promise<Outcome<typeof exportBorgensprognosCsv>> {
  const computed = await computeChosen(trx, query.scenario);
  if (!computed.ok) return computed;
  const { scenarios } = computed.value;
  const table = asPrinted(borgensprognosTable(scenarios.map(({ forecast }) => forecast)));
  const rows = [
    ['Tkr', ...scenarios.map(({ scenario }) => scenario.name)],
    ...table.map(({ figure, year, amounts }) => [figureLabel(figure, year), ...amounts]),
  ];
  return accepted({ fileName: 'prognos-borgensutrymme.csv', text: toCsv(rows) });
}

type Chosen = {
  readonly ceilings: readonly DecidedBorgenstak[];
  readonly scenarios: readonly {
    readonly scenario: ScenarioAnswer;
    readonly figures: ForecastFigure[];
    readonly forecast: Forecast;
  }[];
};

async function computeChosen(
  trx: OrganisationTransaction,
  chosen: readonly string[],
): Promise<Result<Chosen, Refusal>> {
  const all = await allScenarios(trx);
  const byId = new Map(all.map((scenario) => [scenario.scenarioId, scenario]));
  const scenarios: ScenarioAnswer[] = [];
  for (const id of chosen.length === 0 ? byId.keys() : new Set(chosen)) {
    const scenario = byId.get(id);
    if (scenario === undefined) return refused({ code: 'scenario_not_found' });
    scenarios.push(scenario);
  }
  const ceilings = await allBorgenstak(trx);
  const figures = await figuresOf(
    trx,
    scenarios.map(({ scenarioId }) => scenarioId),
  );
  return accepted({
    ceilings,
    scenarios: scenarios.map((scenario) => {
      const own = figures.filter(({ scenarioId }) => scenarioId === scenario.scenarioId);
      const forecast = computeBorgensutrymme(toForecastInput(scenario, own), ceilings);
      return { scenario, figures: own, forecast };
    }),
  });
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

function toYearAnswer(year: ForecastYear) {
  const { flows } = year;
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
  };
}

function plainOrNull(amount: Tkr | null): string | null {
  return amount === null ? null : toPlain(amount);
}
