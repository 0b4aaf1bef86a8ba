import type { AssumptionAnswer } from '#contract/assumptions.ts';
import { assumptionKinds } from '#domain/forecast/assumption-terms.ts';
import { percentOf, percentToPlain } from '#domain/percent.ts';
import { tkr, toPlain } from '#domain/tkr.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { WriteContext } from '../plugins/context.ts';

function selectAssumptions(trx: OrganisationTransaction) {
  return trx
    .selectFrom('assumption')
    .innerJoin('person', 'person.person_id', 'assumption.changed_by')
    .select([
      'assumption_id',
      'scenario_id',
      'kind',
      'line_id',
      'valid_from',
      'percent',
      'low_percent',
      'high_percent',
      'amount',
      'months',
      'last_month',
      'comment',
      'assumption.version',
      'changed_at',
      'person.name as changed_by_name',
    ]);
}

type AssumptionRow = Awaited<ReturnType<ReturnType<typeof selectAssumptions>['execute']>>[number];

function toAnswer(row: AssumptionRow): AssumptionAnswer {
  return {
    assumptionId: row.assumption_id,
    scenarioId: row.scenario_id,
    kind: row.kind,
    lineId: row.line_id,
    from: row.valid_from,
    percent: plainPercent(row.percent),
    low: plainPercent(row.low_percent),
    high: plainPercent(row.high_percent),
    amount: row.amount === null ? null : toPlain(tkr(row.amount)),
    months: row.months,
    lastMonth: row.last_month,
    comment: row.comment,
    version: row.version,
    changedAt: row.changed_at.toISOString(),
    changedBy: row.changed_by_name,
  };
}

function plainPercent(stored: string | null): string | null {
  return stored === null ? null : percentToPlain(percentOf(stored));
}

/** Every assumption that the asker may see, by kind, line and day; emptied ones too. */
export async function allAssumptions(trx: OrganisationTransaction): Promise<AssumptionAnswer[]> {
  const rows = await selectAssumptions(trx).orderBy('assumption_id').execute();
  return rows
    .map(toAnswer)
    .toSorted(
      (left, right) =>
        assumptionKinds.indexOf(left.kind) - assumptionKinds.indexOf(right.kind) ||
        compareTexts(left.lineId, right.lineId) ||
        compareTexts(left.from, right.from),
    );
}

// What is said of all lines, and what has always held, comes first.
function compareTexts(left: string | null, right: string | null): number {
  if (left === right) return 0;
  return (left ?? '') < (right ?? '') ? -1 : 1;
}

/** Where an assumption is: of which scenario, or the organisation's, and what it is about. */
export type StoredPlace = Pick<AssumptionAnswer, 'scenarioId' | 'kind' | 'lineId' | 'from'>;

/** The assumption of a place, or null where none was ever written there. */
export async function assumptionAt(
  trx: OrganisationTransaction,
  { scenarioId, kind, lineId, from }: StoredPlace,
): Promise<AssumptionAnswer | null> {
  const row = await selectAssumptions(trx)
    .where('scenario_id', 'is not distinct from', scenarioId)
    .where('kind', '=', kind)
    .where('line_id', 'is not distinct from', lineId)
    .where('valid_from', 'is not distinct from', from)
    .executeTakeFirst();
  return row === undefined ? null : toAnswer(row);
}

/** An assumption that is about to be written. */
export type NewAssumption = Omit<AssumptionAnswer, 'changedAt' | 'changedBy'>;

/** Writes an assumption, new or in place of the one that is there. */
export async function writeAssumption(
  { trx, scope, now }: WriteContext,
  one: NewAssumption,
): Promise<void> {
  const changed = {
    percent: one.percent,
    low_percent: one.low,
    high_percent: one.high,
    amount: one.amount,
    months: one.months,
    last_month: one.lastMonth,
    comment: one.comment,
    version: one.version,
    changed_at: now,
    changed_by: scope.personId,
  };
  const { organisationId } = scope;
  if (one.version > 1) {
    await trx
      .updateTable('assumption')
      .set(changed)
      .where('assumption_id', '=', one.assumptionId)
      .execute();
    return;
  }
  await trx
    .insertInto('assumption')
    .values({
      organisation_id: organisationId,
      assumption_id: one.assumptionId,
      scenario_id: one.scenarioId,
      kind: one.kind,
      line_id: one.lineId,
      valid_from: one.from,
      ...changed,
    })
    .execute();
}
