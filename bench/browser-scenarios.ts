import type { Page } from 'playwright-core';
import { listAssumptions, setAssumption } from '#contract/assumptions.ts';
import { createBudgetpost, getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { createLoan } from '#contract/loans.ts';
import { createScenario, setForecastSources } from '#contract/scenarios.ts';
import type { AssumptionKind } from '#domain/forecast/assumption-terms.ts';
import { callAs, demoId } from '../e2e/harness/call.ts';

const openingYear = 2024;
const years = Array.from({ length: 20 }, (_, at) => openingYear + 1 + at);
const scenarios = 10;
const loans = 10;

/**
 * Makes ten scenarios of twenty years beside the demo's, computed from its budget, ten loans and
 * terms for everything. Gives their ids.
 */
export async function makeScenarios(page: Page): Promise<string[]> {
  const organisationId = await demoId(page);
  await makeBudget(page, organisationId);
  await makeTerms(page, organisationId);
  for (let index = 0; index < loans; index += 1) await makeLoan(page, organisationId, index);
  const ids: string[] = [];
  for (let index = 0; index < scenarios; index += 1) {
    ids.push(await makeScenario(page, organisationId, index));
  }
  return ids;
}

async function makeBudget(page: Page, organisationId: string): Promise<void> {
  const params = { organisationId };
  const { lines, beslut } = await callAs(page, getInvesteringsbudget, {
    params: { ...params, year: `${openingYear + 1}` },
  });
  const beslutId = beslut[0]?.beslutId ?? null;
  for (const year of years.filter((one) => one > openingYear + 2)) {
    await Promise.all(
      lines.map(({ lineId }, at) => {
        const amount = `${500 + 10 * at}.25`;
        const body = { lineId, year, kind: 'ursprunglig', amount, beslutId } as const;
        return callAs(page, createBudgetpost, { params, body });
      }),
    );
  }
}

const percentTerms: readonly [AssumptionKind, string][] = [
  ['loanShare', '100'],
  ['plannedRate', '3.25'],
  ['borgensavgift', '0.3'],
];

const rangeTerms: readonly [AssumptionKind, string, string, string][] = [
  ['executionRange', '70', '85', '100'],
  ['priceRange', '1', '2', '5'],
  ['rateRange', '-1', '0', '2'],
];

async function makeTerms(page: Page, organisationId: string): Promise<void> {
  const params = { organisationId };
  const bodies = [
    ...percentTerms.map(([kind, percent]) => ({ kind, percent })),
    ...rangeTerms.map(([kind, low, percent, high]) => ({ kind, low, percent, high })),
    { kind: 'life', months: 60 } as const,
    { kind: 'openingLife', months: 180 } as const,
  ];
  const { assumptions } = await callAs(page, listAssumptions, { params });
  for (const body of bodies) {
    // Some of it is said in the demo already.
    const isSaid = assumptions.find(
      ({ kind, scenarioId, lineId, from }) =>
        kind === body.kind && [scenarioId, lineId, from].every((one) => one === null),
    );
    const call = { params, body: { ...body, scenarioId: null } };
    await callAs(page, setAssumption, call, isSaid?.version ?? 0);
  }
}

async function makeLoan(page: Page, organisationId: string, index: number): Promise<void> {
  const from = `${2014 + index}-03-15`;
  await callAs(page, createLoan, {
    params: { organisationId },
    body: {
      lender: 'Kommuninvest',
      reference: `mätning ${index}`,
      principal: '4000',
      drawnOn: from,
      form: (['straight', 'annuity', 'atMaturity'] as const)[index % 3] ?? 'straight',
      paymentsAYear: 4,
      firstPaymentOn: `${2014 + index}-06-15`,
      maturesOn: `${2030 + index}-03-15`,
      ratePeriods: [{ type: 'fixed', from, rate: '2.75' }],
    },
  });
}

async function makeScenario(page: Page, organisationId: string, index: number): Promise<string> {
  const { scenarioId, revision } = await callAs(page, createScenario, {
    params: { organisationId },
    body: { name: `Mätning ${index}`, openingYear, lastYear: openingYear + years.length },
  });
  const figures = [
    { year: openingYear, kind: 'openingDebt', source: 'typed', amount: '58662' } as const,
    ...years.flatMap((year) => [
      { year, kind: 'borrowingInvestments', source: 'linked' } as const,
      { year, kind: 'borrowingEquityUse', source: 'typed', amount: `${1000 + index}` } as const,
      { year, kind: 'amortisation', source: 'computed' } as const,
    ]),
  ];
  const call = { params: { organisationId, scenarioId }, body: { figures } };
  await callAs(page, setForecastSources, call, revision);
  return scenarioId;
}
