import type {
  CarryOverAnswer,
  createCarryOverPolicy,
  createTotalutgift,
  getCarryOver,
} from '#contract/carry-over.ts';
import { accepted, refused } from '#domain/result.ts';
import { isZero } from '#domain/tkr.ts';
import { appendAudit } from '../audit/queries.ts';
import { newId } from '../ids.ts';
import { resolveBeslut } from '../investeringsbudget/beslut.ts';
import { allBeslut, allLines } from '../investeringsbudget/queries.ts';
import type { ReadContext, WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { type LineOutcome, utfallInForceOf } from '../utfall/queries.ts';
import { allPolicies, allTotals, insertPolicy, insertTotal } from './queries.ts';

/** The policies, the types of the lines, the projects' totals, and when each was booked on last. */
export async function readCarryOver({ trx }: ReadContext): Promise<Outcome<typeof getCarryOver>> {
  return accepted({
    lines: await allLines(trx),
    policies: await allPolicies(trx),
    totalutgift: await allTotals(trx),
    lastBooked: lastBooked(await utfallInForceOf(trx)),
    beslut: await allBeslut(trx),
  });
}

function lastBooked(utfall: readonly LineOutcome[]): CarryOverAnswer['lastBooked'] {
  const last = new Map<string, { lineId: string; year: number; month: number }>();
  for (const { lineId, year, month, amount } of utfall) {
    if (isZero(amount)) continue;
    // What is only known of the year as a whole can have been booked on its last day.
    const booked = { lineId, year, month: month ?? 12 };
    const known = last.get(lineId);
    if (known === undefined || monthsOf(booked) > monthsOf(known)) last.set(lineId, booked);
  }
  return [...last.values()];
}

function monthsOf({ year, month }: { readonly year: number; readonly month: number }): number {
  return year * 12 + month;
}

/** Enters a policy from a day on; those before it stay as they are. */
export async function enterPolicy(
  context: WriteContext,
  { body }: Asked<typeof createCarryOverPolicy>,
): Promise<Outcome<typeof createCarryOverPolicy>> {
  const { slutredovisning, ...rest } = body;
  const after = {
    policyId: newId(),
    ...rest,
    slutredovisningAmount: slutredovisning?.amount ?? null,
    slutredovisningMonths: slutredovisning?.months ?? null,
  };
  await insertPolicy(context, after);
  const entityId = after.policyId;
  await appendAudit(context, { action: 'createCarryOverPolicy', entityId, before: null, after });
  const written = (await allPolicies(context.trx)).find(({ policyId }) => policyId === entityId);
  if (written === undefined) throw new Error('The policy that was written is not there');
  return accepted(written);
}

/** Enters a project's total: decided, with its decision, or computed. */
export async function enterTotal(
  context: WriteContext,
  { body }: Asked<typeof createTotalutgift>,
): Promise<Outcome<typeof createTotalutgift>> {
  const { trx } = context;
  const { beslut, ...total } = body;
  const line = (await allLines(trx)).find(({ lineId }) => lineId === body.lineId);
  if (line === undefined) return refused({ code: 'line_not_found' });
  if (line.lineType !== 'projekt') return refused({ code: 'totalutgift_needs_projekt' });
  if (body.kind === 'beraknad' && (body.beslutId ?? beslut) !== null) {
    return refused({ code: 'totalutgift_beslut_not_used' });
  }
  const decision = body.kind === 'beslutad' ? await resolveBeslut(context, body) : accepted(null);
  if (!decision.ok) return decision;
  const after = { totalutgiftId: newId(), ...total, beslutId: decision.value };
  await insertTotal(context, after);
  const entityId = after.totalutgiftId;
  await appendAudit(context, { action: 'createTotalutgift', entityId, before: null, after });
  const written = (await allTotals(trx)).find(({ totalutgiftId }) => totalutgiftId === entityId);
  if (written === undefined) throw new Error('The total that was written is not there');
  return accepted(written);
}
