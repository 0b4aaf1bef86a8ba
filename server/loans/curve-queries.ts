import type { RateCurveAnswer } from '#contract/loans.ts';
import { grouped } from '#domain/grouped.ts';
import { percentOf, percentToPlain } from '#domain/percent.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { WriteContext } from '../plugins/context.ts';
import { inParts } from './parts.ts';

/** Every rate curve as the API gives it, by name, with its values by their days. */
export async function curveAnswers(trx: OrganisationTransaction): Promise<RateCurveAnswer[]> {
  const rows = await selectCurves(trx).execute();
  const pointsOf = grouped(await selectPoints(trx).execute(), ({ curve_id }) => curve_id);
  const swedish = new Intl.Collator('sv', { numeric: true });
  return rows
    .toSorted((left, right) => swedish.compare(left.name, right.name))
    .map((row) => toAnswer(row, pointsOf.get(row.curve_id) ?? []));
}

/** One curve, or null. */
export async function curveById(
  trx: OrganisationTransaction,
  curveId: string,
): Promise<RateCurveAnswer | null> {
  const row = await selectCurves(trx).where('curve_id', '=', curveId).executeTakeFirst();
  if (row === undefined) return null;
  return toAnswer(row, await selectPoints(trx).where('curve_id', '=', curveId).execute());
}

/** The curves' names and identifiers, which is all that a loan needs to point at one. */
export async function curveNames(trx: OrganisationTransaction) {
  const rows = await trx.selectFrom('rate_curve').select(['curve_id', 'name']).execute();
  return rows.map(({ curve_id, name }) => ({ curveId: curve_id, name }));
}

/** True where a loan's rate follows the curve. */
export async function isCurveUsed(trx: OrganisationTransaction, curveId: string): Promise<boolean> {
  const user = await trx
    .selectFrom('loan_rate_period')
    .select('loan_id')
    .where('curve_id', '=', curveId)
    .limit(1)
    .executeTakeFirst();
  return user !== undefined;
}

function selectCurves(trx: OrganisationTransaction) {
  return trx
    .selectFrom('rate_curve')
    .innerJoin('person', 'person.person_id', 'rate_curve.created_by')
    .select([
      'curve_id',
      'rate_curve.name',
      'rate_curve.version',
      'rate_curve.created_at',
      'person.name as created_by_name',
    ]);
}

function selectPoints(trx: OrganisationTransaction) {
  return trx
    .selectFrom('rate_point')
    .innerJoin('person', 'person.person_id', 'rate_point.created_by')
    .select([
      'curve_id',
      'valid_from',
      'percent',
      'source',
      'rate_point.created_at',
      'person.name as created_by_name',
    ])
    .orderBy('valid_from');
}

type CurveRow = Awaited<ReturnType<ReturnType<typeof selectCurves>['execute']>>[number];
type PointRow = Awaited<ReturnType<ReturnType<typeof selectPoints>['execute']>>[number];

function toAnswer(row: CurveRow, points: readonly PointRow[]): RateCurveAnswer {
  return {
    curveId: row.curve_id,
    name: row.name,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by_name,
    points: points.map((point) => ({
      from: point.valid_from,
      rate: percentToPlain(percentOf(point.percent)),
      source: point.source,
      createdAt: point.created_at.toISOString(),
      createdBy: point.created_by_name,
    })),
  };
}

/** Writes a new curve without values. */
export async function insertCurve(
  { trx, scope, now }: WriteContext,
  { curveId, name }: Pick<RateCurveAnswer, 'curveId' | 'name'>,
): Promise<void> {
  await trx
    .insertInto('rate_curve')
    .values({
      organisation_id: scope.organisationId,
      curve_id: curveId,
      name,
      created_at: now,
      created_by: scope.personId,
    })
    .execute();
}

/** Writes the name and the version of a curve that is there. */
export async function writeCurve(
  { trx }: WriteContext,
  { curveId, name, version }: Pick<RateCurveAnswer, 'curveId' | 'name' | 'version'>,
): Promise<void> {
  await trx
    .updateTable('rate_curve')
    .set({ name, version })
    .where('curve_id', '=', curveId)
    .execute();
}

/** Takes a curve away with its values. */
export async function removeCurve({ trx }: WriteContext, curveId: string): Promise<void> {
  await trx.deleteFrom('rate_curve').where('curve_id', '=', curveId).execute();
}

/** A value as it is written; one without a rate is taken away. */
export type NewPoint = {
  readonly from: string;
  readonly rate: string | null;
  readonly source: string | null;
};

/** Writes values of a curve: each takes the place of what the curve has that day. */
export async function writePoints(
  { trx, scope, now }: WriteContext,
  curveId: string,
  points: readonly NewPoint[],
): Promise<void> {
  for (const some of inParts(points)) {
    const days = some.map(({ from }) => from);
    await trx
      .deleteFrom('rate_point')
      .where('curve_id', '=', curveId)
      .where('valid_from', 'in', days)
      .execute();
    const rows = some.flatMap(({ from, rate, source }) =>
      rate === null
        ? []
        : {
            organisation_id: scope.organisationId,
            curve_id: curveId,
            valid_from: from,
            percent: rate,
            source,
            created_at: now,
            created_by: scope.personId,
          },
    );
    if (rows.length > 0) await trx.insertInto('rate_point').values(rows).execute();
  }
}
