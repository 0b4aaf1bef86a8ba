import type { proposeCorrections } from '#contract/arende.ts';
import { correctionsOf, type MovedPost } from '#domain/moved-basis.ts';
import { accepted, refused } from '#domain/result.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { appendAudit } from '../audit/queries.ts';
import { newId } from '../ids.ts';
import type { WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { toArendeAnswer } from './answer.ts';
import { entriesOf, insertEntry, type StoredEntry } from './entry-queries.ts';
import { dayOf } from './facts.ts';
import { readLedger } from './ledger.ts';
import { movedByArende } from './moved.ts';
import { allArenden, arendeById, insertArende } from './queries.ts';
import { toLogged } from './service.ts';

/**
 * Makes a correcting ärende, as a draft, of what a decided one carried over and has no ground left:
 * an entry for each amount, with what it becomes and why.
 */
export async function proposeCorrecting(
  context: WriteContext,
  { params }: Asked<typeof proposeCorrections>,
): Promise<Outcome<typeof proposeCorrections>> {
  const { trx, now } = context;
  const moved = await arendeById(trx, params.arendeId);
  if (moved === null) return refused({ code: 'arende_not_found' });
  const ledger = await readLedger(trx);
  const lost = (await movedByArende(trx, ledger)).get(moved.arendeId) ?? [];
  const proposed = correctionsOf(lost);
  if (proposed.length === 0) return refused({ code: 'arende_basis_holds' });
  const arenden = await allArenden(trx);
  const open = new Set(
    arenden.filter(({ status }) => status !== 'beslutad').map(({ arendeId }) => arendeId),
  );
  const corrected = new Set(proposed.map(({ correctsId }) => correctsId));
  const isProposed = (await entriesOf(trx, null)).some(
    ({ arendeId, correctsId }) =>
      open.has(arendeId) && correctsId !== null && corrected.has(correctsId),
  );
  if (isProposed) return refused({ code: 'arende_correction_exists' });
  const arende = {
    arendeId: newId(),
    kind: 'correction',
    title: `Rättelse av ${moved.title}`.slice(0, 200),
    dnr: null,
    year: moved.year,
    status: 'utkast',
    outcome: null,
    baseScenarioId: moved.baseScenarioId,
    version: 1,
  } as const;
  await insertArende(context, arende);
  const entries = proposed.map(({ correctsId, amount }, position): StoredEntry => {
    const one = lost.find(({ postId }) => postId === correctsId);
    if (one === undefined) throw new Error('A correction is of something that has moved');
    const place = { lineId: one.lineId, year: one.year, fromYear: null, fromLineId: null };
    return {
      ...place,
      id: newId(),
      arendeId: arende.arendeId,
      position,
      kind: 'correction',
      newLineName: null,
      correctsId,
      amount,
      decidedAmount: null,
      reason: reasonFor(one),
      createdBy: '',
    };
  });
  for (const entry of entries) await insertEntry(context, entry);
  await appendAudit(context, {
    action: 'proposeCorrections',
    entityId: arende.arendeId,
    before: null,
    after: { ...arende, correctsArendeId: moved.arendeId, entries: entries.map(toLogged) },
  });
  const written = await arendeById(trx, arende.arendeId);
  if (written === null) throw new Error('The ärende is gone inside its own transaction');
  return accepted(await toArendeAnswer(trx, written, dayOf(now)));
}

function reasonFor({ fromYear, amount, unused }: MovedPost): string {
  const left = unused === null ? '' : `: ${formatSwedish(unused)} Tkr är outnyttjat`;
  return `Utfallet för ${fromYear} har ändrats sedan beslutet${left}, och ${formatSwedish(amount)} Tkr fördes över.`;
}
