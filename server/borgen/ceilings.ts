import type { correctBorgenstak, listBorgenstak, registerBorgenstak } from '#contract/borgen.ts';
import { refusalOfCorrectedBorgenstak, refusalOfNewBorgenstak } from '#domain/borgenstak.ts';
import { accepted, refused } from '#domain/result.ts';
import { compare, tkr, toPlain } from '#domain/tkr.ts';
import { appendAudit } from '../audit/queries.ts';
import { newId } from '../ids.ts';
import { resolveBeslut } from '../investeringsbudget/beslut.ts';
import { allBeslut } from '../investeringsbudget/queries.ts';
import type { ReadContext, WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { borgenstakEntries, insertBorgenstak, type NewBorgenstak } from './queries.ts';

/** The ceilings, in force and not, and the decisions that one can be chosen from. */
export async function readBorgenstak({
  trx,
}: ReadContext): Promise<Outcome<typeof listBorgenstak>> {
  return accepted({ borgenstak: await borgenstakEntries(trx), beslut: await allBeslut(trx) });
}

/** Enters a ceiling from a day on, by its decision. */
export async function enterBorgenstak(
  context: WriteContext,
  { body }: Asked<typeof registerBorgenstak>,
): Promise<Outcome<typeof registerBorgenstak>> {
  const entries = await borgenstakEntries(context.trx);
  const refusal = refusalOfNewBorgenstak(entries, body.validFrom);
  if (refusal !== null) return refused({ code: refusal });
  const beslut = await resolveBeslut(context, body);
  if (!beslut.ok) return beslut;
  const { validFrom, amount, comment } = body;
  return write(context, 'registerBorgenstak', {
    validFrom,
    amount: tkr(amount),
    beslutId: beslut.value,
    comment,
    replacesId: null,
    isWithdrawn: false,
  });
}

/** Replaces a ceiling by what is right, or takes it back; the one that was wrong stays to be seen. */
export async function correctCeiling(
  context: WriteContext,
  { params, body }: Asked<typeof correctBorgenstak>,
): Promise<Outcome<typeof correctBorgenstak>> {
  const entries = await borgenstakEntries(context.trx);
  const wrong = entries.find(({ borgenstakId }) => borgenstakId === params.borgenstakId);
  if (wrong === undefined) return refused({ code: 'borgenstak_not_found' });
  const { right, comment } = body;
  const refusal = refusalOfCorrectedBorgenstak(entries, wrong, right?.validFrom ?? null);
  if (refusal !== null) {
    const current = entries.find(({ replacesId }) => replacesId === wrong.borgenstakId);
    const conflict = current === undefined ? {} : { conflict: { yours: body, current } };
    return refused({ code: refusal, ...conflict });
  }
  const beslutId = body.beslutId ?? wrong.beslut.beslutId;
  const beslut = await resolveBeslut(context, { beslutId, beslut: null });
  if (!beslut.ok) return beslut;
  const isSame =
    right !== null &&
    right.validFrom === wrong.validFrom &&
    compare(tkr(right.amount), tkr(wrong.amount)) === 0 &&
    beslutId === wrong.beslut.beslutId;
  if (isSame) return refused({ code: 'correction_changes_nothing' });
  return write(context, 'correctBorgenstak', {
    validFrom: right?.validFrom ?? wrong.validFrom,
    amount: tkr(right?.amount ?? wrong.amount),
    beslutId,
    comment,
    replacesId: wrong.borgenstakId,
    isWithdrawn: right === null,
  });
}

async function write(
  context: WriteContext,
  action: string,
  entry: Omit<NewBorgenstak, 'borgenstakId'>,
) {
  const entityId = newId();
  await insertBorgenstak(context, { borgenstakId: entityId, ...entry });
  const after = { borgenstakId: entityId, ...entry, amount: toPlain(entry.amount) };
  await appendAudit(context, { action, entityId, before: null, after });
  const entries = await borgenstakEntries(context.trx);
  const written = entries.find(({ borgenstakId }) => borgenstakId === entityId);
  if (written === undefined) throw new Error('The ceiling that was written is not there');
  return accepted(written);
}
