import type { setUtfall, UtfallSourceAnswer } from '#contract/utfall.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { tkr } from '#domain/tkr.ts';
import { utfallInForce } from '#domain/utfall.ts';
import { utfallCells } from '#domain/utfall-cells.ts';
import { appendAudit } from '../audit/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { newId } from '../ids.ts';
import { allLines } from '../investeringsbudget/queries.ts';
import { type Refusal, stale, type WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { sourcesInForce } from './queries.ts';
import {
  insertAmounts,
  insertSource,
  markUndone,
  sourceById,
  typedInCell,
} from './source-queries.ts';
import { toCellAnswer } from './year.ts';

/**
 * Types the outcome of a cell as a source of its own, or takes away what was typed there; what an
 * import knows of the cell then holds again.
 */
export async function enterUtfall(
  context: WriteContext,
  { params, body }: Asked<typeof setUtfall>,
): Promise<Outcome<typeof setUtfall>> {
  const { trx } = context;
  const { year } = params;
  const { lineId, month } = body;
  const lines = await allLines(trx);
  if (!lines.some((line) => line.lineId === lineId)) return refused({ code: 'line_not_found' });
  const cells = await cellsOfLine(trx, lineId, year);
  const cell = cells.find((one) => one.month === month) ?? null;
  const current = cell === null ? null : toCellAnswer(cell);
  if ((current?.sourceId ?? null) !== body.replacesId) return stale(body, current);
  const place = { lineId, year, month };
  const done =
    body.amount === null
      ? await emptyCell(context, place, cell?.sourceId ?? null)
      : await typeAmount(context, place, { ...body, amount: body.amount });
  if (!done.ok) return done;
  const after = await cellsOfLine(trx, lineId, year);
  return accepted({ source: done.value, cells: after.map(toCellAnswer) });
}

async function cellsOfLine(trx: OrganisationTransaction, lineId: string, year: number) {
  const cells = utfallCells(utfallInForce(await sourcesInForce(trx, [year])), year);
  return cells.filter((cell) => cell.lineId === lineId);
}

type Place = { readonly lineId: string; readonly year: number; readonly month: number | null };
type Typed = { readonly amount: string; readonly comment: string | null };

async function typeAmount(
  context: WriteContext,
  place: Place,
  { amount, comment }: Typed,
): Promise<Result<UtfallSourceAnswer | null, Refusal>> {
  const sourceId = newId();
  await insertSource(context, { sourceId, kind: 'typed', comment, file: null });
  await insertAmounts(context, sourceId, [
    {
      ...place,
      amountNumber: 0,
      account: null,
      objects: '',
      name: null,
      fileRow: null,
      target: 'line',
      driftrad: null,
      amount: tkr(amount),
    },
  ]);
  const source = await sourceById(context.trx, sourceId);
  const after = { ...source, ...place };
  await appendAudit(context, { action: 'setUtfall', entityId: sourceId, before: null, after });
  return accepted(source);
}

async function emptyCell(
  context: WriteContext,
  place: Place,
  inForce: string | null,
): Promise<Result<null, Refusal>> {
  const typed = await typedInCell(context.trx, place);
  if (inForce === null || typed.length === 0) {
    return inForce === null ? accepted(null) : refused({ code: 'utfall_cell_imported' });
  }
  if (!typed.includes(inForce)) return refused({ code: 'utfall_cell_imported' });
  const before = await sourceById(context.trx, inForce);
  await markUndone(context, typed);
  const after = { ...place, undone: typed };
  const event = {
    action: 'clearUtfall',
    entityId: inForce,
    before: { ...before, ...place },
    after,
  };
  await appendAudit(context, event);
  return accepted(null);
}
