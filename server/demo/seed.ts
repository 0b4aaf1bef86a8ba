import { planBudgetposts } from '#domain/budgetpost.ts';
import { type Role, roles } from '#domain/rights.ts';
import { tkr } from '#domain/tkr.ts';
import { insertPerson } from '../accounts/queries.ts';
import { startAudit } from '../audit/queries.ts';
import { type AccountsTransaction, type Database, openOrganisation } from '../db/database.ts';
import { newId } from '../ids.ts';
import {
  insertBeslut,
  insertLine,
  insertPosts,
  type NewBudgetpost,
} from '../investeringsbudget/queries.ts';
import { insertMember, insertOrganisation, writeMembership } from '../organisations/queries.ts';
import type { WriteContext } from '../plugins/context.ts';
import { freezeScenarioRow, insertScenario, writeFigure } from '../scenarios/queries.ts';
import { itsamArenden } from './arende-case.ts';
import { writeArenden } from './arenden.ts';
import { type DemoCase, itsamCase } from './case.ts';
import { writePrognos } from './prognos.ts';
import { itsamPrognos } from './prognos-case.ts';

/** The people of the demo: one for each role, to switch between. */
const demoPeople: { readonly [role in Role]: string } = {
  ekonom: 'Demoekonom',
  direktion: 'Demodirektion',
  revisor: 'Demorevisor',
  administrator: 'Demoadministratör',
};

/** How much of the case the demo begins with; see `seedDemo`. */
export type DemoContents = 'budgetAndScenarios' | 'everything';

/**
 * Fills an installation with the demo organisation and its people, where it has none.
 *
 * An installation that has them keeps them as they are. Two starts at once are kept apart by the row
 * that they both lock. `everything` has the ärende of § 14 too, with what it rests on, and a forecast
 * that is computed from loans, a plan and terms.
 */
export async function seedDemo(
  database: Database,
  now: Date,
  contents: DemoContents = 'budgetAndScenarios',
): Promise<void> {
  await database.inAccounts(async (trx) => {
    await trx.selectFrom('installation').select('only_row').forUpdate().executeTakeFirstOrThrow();
    const demo = await trx
      .selectFrom('organisation')
      .select('organisation_id')
      .where('is_demo', '=', true)
      .executeTakeFirst();
    const people = await writePeople(trx, now);
    const ekonom = people.find(({ role }) => role === 'ekonom');
    if (ekonom === undefined) throw new Error('The demo has lost its ekonom');
    const organisationId = demo?.organisation_id ?? newId();
    const scope = { organisationId, personId: ekonom.personId };
    const context = { trx, scope, now, requestId: 'demo' };
    const { name, slug, orgnr } = itsamCase.organisation;
    if (demo === undefined) await insertOrganisation(context, { name, slug, orgnr, isDemo: true });
    for (const { personId, role, isNew } of people) {
      if (isNew) await writeMembership(context, { personId, role });
    }
    await openOrganisation(trx, scope);
    if (demo !== undefined) return;
    await writeOrganisation(context, itsamCase);
    if (contents === 'everything') {
      await writeArenden(context, itsamArenden);
      await writePrognos(context, itsamPrognos);
    }
  });
}

/** The people of the demo; those whom an earlier version had not made are made. */
async function writePeople(trx: AccountsTransaction, now: Date) {
  const known = await trx
    .selectFrom('person')
    .select(['person_id', 'name'])
    .where('is_demo', '=', true)
    .execute();
  const people: { personId: string; role: Role; isNew: boolean }[] = [];
  for (const role of roles) {
    const name = demoPeople[role];
    const found = known.find((person) => person.name === name);
    const personId = found?.person_id ?? newId();
    const isNew = found === undefined;
    if (isNew) {
      const person = { personId, name, email: null, isDemo: true, isOperator: false };
      await insertPerson(trx, person, now);
    }
    people.push({ personId, role, isNew });
  }
  return people;
}

async function writeOrganisation(context: WriteContext, demo: DemoCase): Promise<void> {
  const { trx, scope } = context;
  const { organisationId } = scope;
  const { members } = demo.organisation;
  await startAudit(trx, organisationId);
  for (const member of members) {
    await insertMember(context, { ...member, memberId: newId(), version: 1 });
  }
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
    await insertLine(context, { lineId, name, position, lineType: 'reinvestering', version: 1 });
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
    parentId: null,
    isPrivate: false,
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
