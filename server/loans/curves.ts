import type {
  createRateCurve,
  deleteRateCurve,
  listRateCurves,
  RateCurveAnswer,
  setRatePoints,
  updateRateCurve,
} from '#contract/loans.ts';
import { percentOf, percentToPlain } from '#domain/percent.ts';
import { accepted, refused } from '#domain/result.ts';
import { appendAudit } from '../audit/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { newId } from '../ids.ts';
import { type ReadContext, stale, type WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import {
  curveAnswers,
  curveById,
  curveNames,
  insertCurve,
  isCurveUsed,
  type NewPoint,
  removeCurve,
  writeCurve,
  writePoints,
} from './curve-queries.ts';

/** The most values of a curve: every bank day for eighty years. */
const mostPoints = 20_000;

/** Every rate curve with its values. */
export async function openCurves({ trx }: ReadContext): Promise<Outcome<typeof listRateCurves>> {
  return accepted({ curves: await curveAnswers(trx) });
}

/** Adds a curve, without values so far. */
export async function addCurve(
  context: WriteContext,
  { body: { name } }: Asked<typeof createRateCurve>,
): Promise<Outcome<typeof createRateCurve>> {
  if (await isTaken(context.trx, name, null)) return refused({ code: 'rate_curve_name_taken' });
  const curveId = newId();
  await insertCurve(context, { curveId, name });
  const after = await known(context, curveId);
  await appendAudit(context, { action: 'createRateCurve', entityId: curveId, before: null, after });
  return accepted(after);
}

/** Renames a curve. */
export async function renameCurve(
  context: WriteContext,
  { params: { curveId }, body, version }: Asked<typeof updateRateCurve>,
): Promise<Outcome<typeof updateRateCurve>> {
  const curve = await curveById(context.trx, curveId);
  if (curve === null) return refused({ code: 'rate_curve_not_found' });
  const { points: _, ...before } = curve;
  if (before.version !== version) return stale(body, before);
  if (await isTaken(context.trx, body.name, curveId)) {
    return refused({ code: 'rate_curve_name_taken' });
  }
  const after = { ...before, name: body.name, version: version + 1 };
  await writeCurve(context, after);
  await appendAudit(context, { action: 'updateRateCurve', entityId: curveId, before, after });
  return accepted({ ...curve, ...after });
}

/** Takes a curve away that no loan's rate follows; it stays in the log with its values. */
export async function dropCurve(
  context: WriteContext,
  { params: { curveId }, version }: Asked<typeof deleteRateCurve>,
): Promise<Outcome<typeof deleteRateCurve>> {
  const before = await curveById(context.trx, curveId);
  if (before === null) return refused({ code: 'rate_curve_not_found' });
  if (before.version !== version) return stale(null, before);
  if (await isCurveUsed(context.trx, curveId)) return refused({ code: 'rate_curve_used' });
  await removeCurve(context, curveId);
  await appendAudit(context, { action: 'deleteRateCurve', entityId: curveId, before, after: null });
  return accepted(null);
}

/** Writes values of a curve on certain days; those without a rate are taken away. */
export async function enterPoints(
  context: WriteContext,
  { params: { curveId }, body, version }: Asked<typeof setRatePoints>,
): Promise<Outcome<typeof setRatePoints>> {
  const curve = await curveById(context.trx, curveId);
  if (curve === null) return refused({ code: 'rate_curve_not_found' });
  if (curve.version !== version) return stale(body, curve);
  // The last of two for the same day is what was meant.
  const points = new Map(body.points.map((point) => [point.from, point]));
  const tidy = [...points.values()].map(({ rate, ...point }) => ({
    ...point,
    rate: rate === null ? null : percentToPlain(percentOf(rate)),
  }));
  if (isTooLong(curve, tidy)) return refused({ code: 'rate_curve_too_long' });
  const { before, after, changed } = await changePoints(context, curve, tidy);
  await appendAudit(context, { action: 'setRatePoints', entityId: curveId, before, after });
  return accepted(changed);
}

/** True where a curve would have more values than it can. */
export function isTooLong(curve: RateCurveAnswer, points: readonly NewPoint[]): boolean {
  const days = new Set(curve.points.map(({ from }) => from));
  for (const { from, rate } of points) {
    if (rate === null) days.delete(from);
    else days.add(from);
  }
  return days.size > mostPoints;
}

/**
 * Writes values of a curve as its next version, and gives the curve and what the log keeps of the
 * change: the values of those days before and after, and no others.
 */
export async function changePoints(
  context: WriteContext,
  curve: RateCurveAnswer,
  points: readonly NewPoint[],
) {
  const { curveId, name } = curve;
  await writePoints(context, curveId, points);
  await writeCurve(context, { curveId, name, version: curve.version + 1 });
  const changed = await known(context, curveId);
  const days = new Set(points.map(({ from }) => from));
  return { before: onDays(curve, days), after: onDays(changed, days), changed };
}

function onDays({ curveId, name, version, points }: RateCurveAnswer, days: ReadonlySet<string>) {
  return { curveId, name, version, points: points.filter(({ from }) => days.has(from)) };
}

async function known({ trx }: WriteContext, curveId: string): Promise<RateCurveAnswer> {
  const found = await curveById(trx, curveId);
  if (found === null) throw new Error('The curve that was written is not there');
  return found;
}

async function isTaken(
  trx: OrganisationTransaction,
  name: string,
  own: string | null,
): Promise<boolean> {
  const same = new Intl.Collator('sv', { sensitivity: 'accent' });
  const others = (await curveNames(trx)).filter(({ curveId }) => curveId !== own);
  return others.some((curve) => same.compare(curve.name, name) === 0);
}
