import { z } from 'zod';
import type { PlanInput } from '#domain/forecast/plan-input.ts';
import { zero } from '#domain/tkr.ts';
import { hasValue } from './assumptions.ts';
import { endpoint } from './endpoint.ts';
import { id } from './fields.ts';
import { organisationParams } from './organisations.ts';
import { toPlanInput } from './prognos.ts';
import { readArenden, readLines, toAssumption } from './prognos-input.ts';
import type { PrognosScenario, PrognosSource } from './prognos-levels.ts';

export const exportCapitalCostCsv = endpoint({
  operationId: 'exportCapitalCostCsv',
  method: 'GET',
  path: '/api/organisations/:organisationId/capital-cost/csv',
  summary:
    'Avskrivning och internränta per rad och år som CSV, med ett scenarios antaganden eller organisationens',
  access: 'exportFigures',
  params: organisationParams,
  query: z.strictObject({
    scenario: id.optional().meta({ description: 'Utelämnat gäller organisationens antaganden.' }),
  }),
  body: null,
  needsVersion: false,
  status: 200,
  answer: 'csv',
});

/** What capital costs are computed from: scenarios with their figures, and what they share. */
export type CapitalCostSource = Omit<PrognosSource, 'scenarios'> & {
  readonly scenarios: readonly PrognosScenario[];
};

/**
 * What the capital cost is computed from: a scenario's own investments and assumptions, or, where
 * `scenarioId` is null, the investeringsbudget with all that is decided, the organisation's
 * assumptions, and the years of all scenarios. Null where there is no scenario to take years from.
 */
export function capitalCostInput(
  source: CapitalCostSource,
  scenarioId: string | null,
): PlanInput | null {
  if (scenarioId !== null) {
    const entry = source.scenarios.find(({ scenario }) => scenario.scenarioId === scenarioId);
    return entry === undefined ? null : toPlanInput(source, entry);
  }
  if (source.scenarios.length === 0) return null;
  const openingYear = Math.min(...source.scenarios.map(({ scenario }) => scenario.openingYear));
  const lastYear = Math.max(...source.scenarios.map(({ scenario }) => scenario.lastYear));
  const years = Array.from({ length: lastYear - openingYear }, (_, at) => openingYear + 1 + at);
  const ofOrganisation = source.assumptions.filter(
    (one) => one.scenarioId === null && hasValue(one),
  );
  return {
    openingYear,
    lastYear,
    openingDebt: { source: 'typed', amount: zero },
    // Computed: all that ärenden have been granted counts.
    rows: years.map((year) => ({
      year,
      kind: 'borrowingTillaggsbudget',
      source: 'computed',
      amount: null,
      arendeId: null,
      linkedAmount: null,
    })),
    lines: readLines(source.basis.lines),
    arenden: readArenden(source.basis.arenden),
    loans: [],
    curves: [],
    levels: [ofOrganisation.map(toAssumption)],
    ceilings: [],
  };
}
