import { planBudgetposts } from '#domain/budgetpost.ts';
import { tkr } from '#domain/tkr.ts';
import { startAudit } from '../audit/queries.ts';
import type { Database } from '../db/database.ts';
import { newId } from '../ids.ts';
import {
  insertBeslut,
  insertLine,
  insertPosts,
  type NewBudgetpost,
} from '../investeringsbudget/queries.ts';
import type { WriteContext } from '../plugins/context.ts';
import { freezeScenarioRow, insertScenario, writeFigure } from '../scenarios/queries.ts';
import { type DemoCase, itsamCase } from './case.ts';

/**
 * Fills an empty installation with the demo organisation and its one person, and gives that person.
 *
 * An installation that has them keeps them as they are. Two starts at once are kept apart by the row
 * that they both lock.
 */
export async function seedDemo(database: Database, now: Date): Promise<string> {
  const organisationId = newId();
  const personId = newId();
  return database.inOrganisation({ organisationId, personId }, async (trx) => {
    const installation = await trx
      .selectFrom('installation')
      .select('demo_person_id')
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (installation.demo_person_id !== null) return installation.demo_person_id;
    const context = {
      trx,
      scope: { organisationId, personId },
      now,
      requestId: 'demo',
    };
    await writeOrganisation(context, itsamCase);
    await trx.updateTable('installation').set({ demo_person_id: personId }).execute();
    return personId;
  });
}

async function writeOrganisation(context: WriteContext, demo: DemoCase): Promise<void> {
  const { trx, scope, now } = context;
  const { organisationId, personId } = scope;
  await trx.insertInto('person').values({ person_id: personId, name: 'Demoekonom' }).execute();
  await trx
    .insertInto('organisation')
    .values({
      ...demo.organisation,
      organisation_id: organisationId,
      is_demo: true,
      created_at: now,
    })
    .execute();
  await trx
    .insertInto('membership')
    .values({ organisation_id: organisationId, person_id: personId, role: 'ekonom' })
    .execute();
  await startAudit(trx, organisationId);
  const beslutIds = await writeBeslut(context, demo);
  await writeBudget(context, demo, beslutIds);
  for (const ceiling of demo.borgenstak) {
    await trx
      .insertInto('borgenstak')
      .values({
        organisation_id: organisationId,
        borgenstak_id: newId(),
        valid_from: ceiling.validFrom,
        amount: ceiling.amount,
        beslut_id: found(beslutIds, ceiling.beslut),
      })
      .execute();
  }
  for (const [position, scenario] of demo.scenarios.entries()) {
    await writeScenario(context, { scenario, position, source: demo.source });
  }
}

async function writeBeslut(context: WriteContext, demo: DemoCase): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { key, ...beslut } of demo.beslut) {
    const beslutId = newId();
    ids.set(key, beslutId);
    await insertBeslut(context, { beslutId, ...beslut });
  }
  return ids;
}

async function writeBudget(
  context: WriteContext,
  demo: DemoCase,
  beslutIds: ReadonlyMap<string, string>,
): Promise<void> {
  const lineIds = new Map<string, string>();
  for (const [position, name] of demo.lines.entries()) {
    const lineId = newId();
    lineIds.set(name, lineId);
    await insertLine(context, { lineId, name, position, version: 1 });
  }
  for (const { line, beslut, amount, ...post } of demo.budgetposts) {
    const lineId = found(lineIds, line);
    const request = { ...post, lineId, amount: tkr(amount), fromLineId: null };
    const planned = planBudgetposts(request);
    if (!planned.ok) throw new Error(`The demo's own entry is refused: ${planned.refusal}`);
    const pairId = planned.value.length > 1 ? newId() : null;
    const identity = {
      pairId,
      replacesId: null,
      beslutId: found(beslutIds, beslut),
      comment: null,
    };
    const entries: NewBudgetpost[] = planned.value.map((entry) => ({
      ...entry,
      ...identity,
      id: newId(),
    }));
    await insertPosts(context, entries);
  }
  const { year, total, totalInText, beforeDecisionsInText } = demo.printedBudget;
  const figures = [
    { figure: 'total', amount: total, printed_in: 'table' },
    { figure: 'total', amount: totalInText, printed_in: 'text' },
    { figure: 'beforeDecisions', amount: beforeDecisionsInText, printed_in: 'text' },
  ] as const;
  for (const figure of figures) {
    await writePrinted(context, { ...figure, year, scenario_id: null, source: demo.source });
  }
}

type DemoScenario = {
  readonly scenario: DemoCase['scenarios'][number];
  readonly position: number;
  readonly source: string;
};

async function writeScenario(
  context: WriteContext,
  { scenario, position, source }: DemoScenario,
): Promise<void> {
  const scenarioId = newId();
  const { name, openingYear, lastYear, openingDebt } = scenario;
  await insertScenario(context, {
    scenarioId,
    name,
    openingYear,
    lastYear,
    position,
    description: null,
    status: 'utkast',
    frozenAt: null,
    frozenBy: null,
    version: 1,
    revision: 1,
  });
  const opening = { year: openingYear, kind: 'openingDebt' as const, amount: openingDebt };
  for (const figure of [opening, ...scenario.rows]) {
    const written = { ...figure, source: 'typed' as const, comment: null, version: 1 };
    await writeFigure(context, { ...written, scenarioId });
  }
  for (const figure of scenario.printed) {
    await writePrinted(context, {
      ...figure,
      scenario_id: scenarioId,
      printed_in: 'table',
      source,
    });
  }
  if (scenario.status === 'faststalld') await freezeScenarioRow(context, scenarioId);
}

type Printed = {
  readonly scenario_id: string | null;
  readonly year: number;
  readonly figure: string;
  readonly amount: string;
  readonly printed_in: 'table' | 'text';
  readonly source: string;
};

async function writePrinted({ trx, scope }: WriteContext, figure: Printed): Promise<void> {
  const row = { ...figure, organisation_id: scope.organisationId, printed_figure_id: newId() };
  await trx.insertInto('printed_figure').values(row).execute();
}

function found(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The demo names something that it does not hold: ${key}`);
  return id;
}
