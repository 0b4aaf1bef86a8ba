import type { EditableFigure, ForecastFigure, ScenarioAnswer } from '#contract/scenarios.ts';
import { tkr, toPlain } from '#domain/tkr.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { WriteContext } from '../plugins/context.ts';

function selectScenarios(trx: OrganisationTransaction) {
  return trx
    .selectFrom('scenario')
    .leftJoin('person', 'person.person_id', 'scenario.frozen_by')
    .select([
      'scenario_id',
      'scenario.name as scenario_name',
      'description',
      'status',
      'is_private',
      'frozen_at',
      'person.name as frozen_by_name',
      'opening_year',
      'last_year',
      'parent_id',
      'position',
      'version',
      'revision',
    ])
    .orderBy('position')
    .orderBy('scenario_id');
}

type ScenarioRow = Awaited<ReturnType<ReturnType<typeof selectScenarios>['execute']>>[number];

function toScenario(row: ScenarioRow): ScenarioAnswer {
  return {
    scenarioId: row.scenario_id,
    name: row.scenario_name,
    description: row.description,
    status: row.status,
    parentId: row.parent_id,
    isPrivate: row.is_private,
    frozenAt: row.frozen_at?.toISOString() ?? null,
    frozenBy: row.frozen_by_name,
    openingYear: row.opening_year,
    lastYear: row.last_year,
    position: row.position,
    version: row.version,
    revision: row.revision,
  };
}

/** All scenarios, in order. */
export async function allScenarios(trx: OrganisationTransaction): Promise<ScenarioAnswer[]> {
  return (await selectScenarios(trx).execute()).map(toScenario);
}

/** One scenario. */
export async function scenarioById(
  trx: OrganisationTransaction,
  scenarioId: string,
): Promise<ScenarioAnswer | null> {
  const row = await selectScenarios(trx).where('scenario_id', '=', scenarioId).executeTakeFirst();
  return row === undefined ? null : toScenario(row);
}

/** Writes a new draft. */
export async function insertScenario(
  { trx, scope, now }: WriteContext,
  scenario: ScenarioAnswer,
): Promise<void> {
  await trx
    .insertInto('scenario')
    .values({
      organisation_id: scope.organisationId,
      scenario_id: scenario.scenarioId,
      name: scenario.name,
      description: scenario.description,
      status: 'utkast',
      opening_year: scenario.openingYear,
      last_year: scenario.lastYear,
      parent_id: scenario.parentId,
      is_private: scenario.isPrivate,
      position: scenario.position,
      version: scenario.version,
      revision: scenario.revision,
      created_at: now,
      created_by: scope.personId,
    })
    .execute();
}

/** Freezes a draft. */
export async function freezeScenarioRow(
  { trx, scope, now }: WriteContext,
  scenarioId: string,
): Promise<void> {
  await trx
    .updateTable('scenario')
    .set({ status: 'faststalld', frozen_at: now, frozen_by: scope.personId })
    .where('scenario_id', '=', scenarioId)
    .execute();
}

/** Writes all that may change of a scenario that is there. */
export async function updateScenarioRow(
  { trx }: WriteContext,
  scenario: ScenarioAnswer,
): Promise<void> {
  await trx
    .updateTable('scenario')
    .set({
      name: scenario.name,
      description: scenario.description,
      last_year: scenario.lastYear,
      parent_id: scenario.parentId,
      is_private: scenario.isPrivate,
      position: scenario.position,
      version: scenario.version,
      revision: scenario.revision,
    })
    .where('scenario_id', '=', scenario.scenarioId)
    .execute();
}

/** Writes only a scenario's place, which a frozen one may change too. */
export async function placeScenario(
  { trx }: WriteContext,
  scenarioId: string,
  position: number,
): Promise<void> {
  await trx
    .updateTable('scenario')
    .set({ position })
    .where('scenario_id', '=', scenarioId)
    .execute();
}

/** Deletes a draft with all its figures. */
export async function deleteScenarioRow({ trx }: WriteContext, scenarioId: string): Promise<void> {
  await trx.deleteFrom('scenario').where('scenario_id', '=', scenarioId).execute();
}

/** A figure with the scenario that it belongs to. */
export type StoredFigure = ForecastFigure & { readonly scenarioId: string };

function selectFigures(trx: OrganisationTransaction) {
  return trx
    .selectFrom('forecast_row')
    .innerJoin('person', 'person.person_id', 'forecast_row.changed_by')
    .select([
      'scenario_id',
      'year',
      'kind',
      'source',
      'amount',
      'arende_id',
      'linked_amount',
      'comment',
      'version',
      'changed_at',
      'person.name as changed_by_name',
    ]);
}

type FigureRow = Awaited<ReturnType<ReturnType<typeof selectFigures>['execute']>>[number];

function toFigure(row: FigureRow): StoredFigure {
  return {
    scenarioId: row.scenario_id,
    year: row.year,
    kind: row.kind,
    source: row.source,
    // What was typed over a figure counts before what its ärende gives.
    amount: plainOrNull(row.amount ?? row.linked_amount),
    arendeId: row.arende_id,
    linkedAmount: plainOrNull(row.linked_amount),
    isOverridden: row.source !== 'typed' && row.amount !== null,
    comment: row.comment,
    version: row.version,
    changedAt: row.changed_at.toISOString(),
    changedBy: row.changed_by_name,
  };
}

function plainOrNull(amount: string | null): string | null {
  return amount === null ? null : toPlain(tkr(amount));
}

/** All figures of some scenarios, emptied ones too. */
export async function figuresOf(
  trx: OrganisationTransaction,
  scenarioIds: readonly string[],
): Promise<StoredFigure[]> {
  if (scenarioIds.length === 0) return [];
  const rows = await selectFigures(trx)
    .where('scenario_id', 'in', scenarioIds)
    .orderBy('year')
    .execute();
  return rows.map(toFigure);
}

/** One figure, or null where it was never written. */
export async function figureAt(
  trx: OrganisationTransaction,
  scenarioId: string,
  at: { readonly year: number; readonly kind: EditableFigure },
): Promise<StoredFigure | null> {
  const row = await selectFigures(trx)
    .where('scenario_id', '=', scenarioId)
    .where('year', '=', at.year)
    .where('kind', '=', at.kind)
    .executeTakeFirst();
  return row === undefined ? null : toFigure(row);
}

/** A figure that is about to be written; `amount` is what was typed, null for one that was not. */
export type NewFigure = Pick<
  StoredFigure,
  'scenarioId' | 'year' | 'kind' | 'source' | 'amount' | 'comment' | 'version'
> &
  Partial<Pick<StoredFigure, 'arendeId' | 'linkedAmount'>>;

/** Writes a figure, new or in place of the one that is there. */
export async function writeFigure(
  { trx, scope, now }: WriteContext,
  { scenarioId, arendeId = null, linkedAmount = null, ...figure }: NewFigure,
): Promise<void> {
  const link = { arende_id: arendeId, linked_amount: linkedAmount };
  const changed = { ...figure, ...link, changed_at: now, changed_by: scope.personId };
  await trx
    .insertInto('forecast_row')
    .values({ organisation_id: scope.organisationId, scenario_id: scenarioId, ...changed })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'scenario_id', 'year', 'kind']).doUpdateSet(changed),
    )
    .execute();
}
