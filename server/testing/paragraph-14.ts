import { addArendeEntry, changeArendeEntry, createArende } from '#contract/arende.ts';
import type { ArendeAnswer } from '#contract/arende-answer.ts';
import { createArticle, createBehov } from '#contract/behov.ts';
import { createBudgetpost, createInvestmentLine } from '#contract/investeringsbudget.ts';
import { createScenario, type EditableFigure, setForecastRow } from '#contract/scenarios.ts';
import { setUtfall } from '#contract/utfall.ts';
import { newId } from '../ids.ts';
import { call, type TestApp } from './app.ts';
import { makeNeighbour } from './neighbour.ts';

/** An organisation of its own where § 14 is about to be prepared, and what its lines are called. */
export type Paragraph14 = {
  /** The same server, seen from this organisation. */
  readonly test: TestApp;
  readonly lines: { readonly [name in LineName]: string };
  readonly baseScenarioId: string;
};

type LineName = 'Klienter' | 'Mobiltelefoner' | 'Nät';

// What each line had and used in 2024 is invented, so that 5 196 and 990 are left unused; Nät stands
// for the rest of the budget of 2025, 11 824.
const budgets: readonly (readonly [LineName, number, string])[] = [
  ['Klienter', 2024, '9000'],
  ['Mobiltelefoner', 2024, '2000'],
  ['Klienter', 2025, '8182'],
  ['Mobiltelefoner', 2025, '1539'],
  ['Nät', 2025, '11824'],
];
const outcomes: readonly (readonly [LineName, string])[] = [
  ['Klienter', '3804'],
  ['Mobiltelefoner', '1010'],
];

// 450 × 9 + 200 × 4,5 + 1 200 × 5,5 = 11 550 and 750 × 4,2 = 3 150; the first three are invented.
const needs: readonly (readonly [LineName, string, string, string])[] = [
  ['Klienter', 'PC', '450', '9'],
  ['Klienter', 'Surfplattor', '200', '4.5'],
  ['Klienter', 'Elevdatorer', '1200', '5.5'],
  ['Mobiltelefoner', 'Mobiltelefoner', '750', '4.2'],
];

// "Om tillägg" as printed, without its tilläggsbudget.
const figures: readonly (readonly [number, EditableFigure, string])[] = [
  [2024, 'openingDebt', '58662'],
  [2025, 'borrowingInvestments', '20378'],
  [2025, 'borrowingTillaggsbudget', '700'],
  [2025, 'borrowingEquityUse', '4000'],
  [2025, 'amortisation', '-22967'],
  [2026, 'borrowingInvestments', '32865'],
  [2026, 'borrowingEquityUse', '3000'],
  [2026, 'amortisation', '-27601'],
];

/** Makes the organisation with budgets, outcome, needs and a scenario, all through the API. */
export async function prepareParagraph14(app: TestApp, name: string): Promise<Paragraph14> {
  const { organisationId, people, cookies } = await makeNeighbour(app, name);
  const test: TestApp = { ...app, organisationId, personId: people.ekonom, cookies };
  const lines: Partial<Record<LineName, string>> = {};
  for (const line of ['Klienter', 'Mobiltelefoner', 'Nät'] as const) {
    lines[line] = (await call(test, createInvestmentLine, { body: { name: line } })).lineId;
  }
  const idOf = (line: LineName): string => lines[line] ?? '';
  const beslut = { title: 'Investeringsbudget', organ: 'Direktionen', date: '2024-10-31' };
  for (const [line, year, amount] of budgets) {
    const body = { lineId: idOf(line), year, kind: 'ursprunglig', amount, beslut } as const;
    await call(test, createBudgetpost, { body });
  }
  for (const [line, amount] of outcomes) {
    const body = { lineId: idOf(line), month: null, amount, replacesId: null };
    await call(test, setUtfall, { params: { year: '2024' }, body });
  }
  for (const [line, article, volume, amount] of needs) {
    const price = { validFrom: '2025-01-01', amount };
    const { articleId } = await call(test, createArticle, {
      body: { name: article, unit: 'st', price },
    });
    const body = { lineId: idOf(line), year: 2025, articleId, volume };
    await call(test, createBehov, { body });
  }
  const baseScenarioId = await writeScenario(test);
  return { test, lines: lines as Paragraph14['lines'], baseScenarioId };
}

async function writeScenario(test: TestApp): Promise<string> {
  const body = { name: 'Prognos', openingYear: 2024, lastYear: 2026 };
  const { scenarioId } = await call(test, createScenario, { body });
  for (const [year, kind, amount] of figures) {
    const params = { scenarioId, year: `${year}`, kind };
    await call(test, setForecastRow, { params, body: { amount }, version: 0 });
  }
  const own = { organisation_id: test.organisationId };
  const beslut = await test.owner.kysely
    .selectFrom('beslut')
    .select('beslut_id')
    .where('organisation_id', '=', test.organisationId)
    .executeTakeFirstOrThrow();
  await test.owner.kysely
    .insertInto('borgenstak')
    .values({
      ...own,
      ...beslut,
      borgenstak_id: newId(),
      valid_from: '2024-12-31',
      amount: '80000',
    })
    .execute();
  return scenarioId;
}

/** Proposes 3 400 + 990 + 620, with the reason that the +32 asks for; still a draft. */
export async function proposeParagraph14({
  test,
  lines,
  baseScenarioId,
}: Paragraph14): Promise<ArendeAnswer> {
  const title = 'Återbudgetering samt tilläggsäskande';
  const { arendeId } = await call(test, createArende, {
    body: { title, dnr: '2025/17', year: 2025, baseScenarioId },
  });
  const params = { arendeId };
  const carried = { kind: 'aterbudgetering', year: 2025, fromYear: 2024 } as const;
  const klienter = { ...carried, lineId: lines.Klienter, amount: '3400' };
  const mobil = { ...carried, lineId: lines.Mobiltelefoner, amount: '990' };
  const more = { kind: 'tillaggsaskande', year: 2025, lineId: lines.Mobiltelefoner } as const;
  await call(test, addArendeEntry, { params, body: klienter });
  await call(test, addArendeEntry, { params, body: mobil });
  const added = await call(test, addArendeEntry, { params, body: { ...more, amount: '620' } });
  return call(test, changeArendeEntry, {
    params: { arendeId, entryId: added.entries[0]?.entryId ?? '' },
    body: { reason: 'Beloppet är avrundat uppåt.' },
    version: added.version,
  });
}

/** The decision of § 14 as its protocol has it. */
export const paragraph14Decision = {
  outcome: 'bifall',
  organ: 'Direktionen',
  date: '2025-03-27',
  paragraph: '§ 14',
} as const;
