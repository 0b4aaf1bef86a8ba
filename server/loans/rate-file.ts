import type { importRateCurve, RatePointEntry, readRateCurveFile } from '#contract/loan-files.ts';
import type { RateCurveAnswer } from '#contract/loans.ts';
import { readRateTable } from '#domain/forecast/rate-table.ts';
import { percentToPlain } from '#domain/percent.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { appendAudit } from '../audit/queries.ts';
import type { ReadContext, Refusal, WriteContext } from '../plugins/context.ts';
import { ProblemError } from '../plugins/problems.ts';
import type { ReceivedTable } from '../plugins/receive-table.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { curveById } from './curve-queries.ts';
import { changePoints, isTooLong } from './curves.ts';
import {
  chosenSheet,
  factsOf,
  fieldsOf,
  filledRows,
  markOf,
  tellProblems,
  tellSkipped,
} from './tables.ts';

/** The most rows that a file of values is read with. */
const mostRows = 20_100;

/** What a file would change of a curve. Nothing is kept. */
export async function tellOfRates(
  { trx }: ReadContext,
  { params, query }: Asked<typeof readRateCurveFile>,
  received: ReceivedTable,
): Promise<Outcome<typeof readRateCurveFile>> {
  const curve = await curveById(trx, params.curveId);
  if (curve === null) return refused({ code: 'rate_curve_not_found' });
  const read = readingOf(curve, query, received);
  if (!read.ok) return read;
  const { problems, ...told } = read.value;
  return accepted({ ...told, problems: tellProblems(problems), problemCount: problems.length });
}

/** Takes a file's values in on a curve, all of them or none. */
export async function importRates(
  context: WriteContext,
  { params: { curveId }, query }: Asked<typeof importRateCurve>,
  received: ReceivedTable,
): Promise<Outcome<typeof importRateCurve>> {
  if (received.sha256 !== query.sha256) return refused({ code: 'table_file_differs' });
  const curve = await curveById(context.trx, curveId);
  if (curve === null) return refused({ code: 'rate_curve_not_found' });
  const read = readingOf(curve, query, received);
  if (!read.ok) return read;
  const { points, problems, preview } = read.value;
  if (problems.length > 0) {
    const fields = fieldsOf(tellProblems(problems));
    throw new ProblemError('table_has_problems', { fields });
  }
  if (preview !== query.preview) return refused({ code: 'table_preview_differs' });
  const changes = points.filter(({ outcome }) => outcome !== 'same');
  if (points.length === 0) return refused({ code: 'table_nothing_to_import' });
  if (changes.length === 0) return accepted(curve);
  const source = query.fileName;
  const rows = changes.map(({ from, rate }) => ({ from, rate, source }));
  if (isTooLong(curve, rows)) return refused({ code: 'rate_curve_too_long' });
  const { before, after, changed } = await changePoints(context, curve, rows);
  await appendAudit(context, {
    action: 'importRateCurve',
    entityId: curveId,
    before,
    after: { ...after, fileName: query.fileName, sha256: query.sha256 },
  });
  return accepted(changed);
}

function readingOf(
  curve: RateCurveAnswer,
  { sheet }: { readonly sheet?: string | undefined },
  received: ReceivedTable,
) {
  const chosen = chosenSheet(received.table, sheet, (rows) => rows.length > 0);
  if (chosen === null) return refused<Refusal>({ code: 'input_invalid' });
  if (filledRows(chosen) > mostRows) return refused<Refusal>({ code: 'rate_curve_too_long' });
  const read = readRateTable(chosen.rows);
  const known = new Map(curve.points.map(({ from, rate }) => [from, rate]));
  const points = read.points.map(({ row, from, rate: percent }): RatePointEntry => {
    const rate = percentToPlain(percent);
    const was = known.get(from) ?? null;
    const outcome = was === null ? 'new' : was === rate ? 'same' : 'changed';
    return { row, from, rate, was, outcome };
  });
  const value = {
    ...factsOf(received, chosen.at),
    headerRow: read.headerAt === null ? null : read.headerAt + 1,
    skipped: tellSkipped(read.skipped),
    points,
    problems: read.problems,
    preview: markOf({ sheet: chosen.at, points, problems: read.problems }),
  };
  return accepted(value) satisfies Result<typeof value, Refusal>;
}
