import type { exportArendeCsv, getArende, listArenden } from '#contract/arende.ts';
import { kindTerms } from '#contract/terms.ts';
import { effectiveAmount } from '#domain/arende-entries.ts';
import type { EntryKind } from '#domain/arende-terms.ts';
import { grouped } from '#domain/grouped.ts';
import { accepted, refused } from '#domain/result.ts';
import { type CsvCell, toCsv } from '../files/csv.ts';
import { allBeslut } from '../investeringsbudget/queries.ts';
import type { ReadContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { toArendeAnswer, toSummary } from './answer.ts';
import { entriesOf } from './entry-queries.ts';
import { dayOf, lineNames, readFigures } from './facts.ts';
import { addedChanges, postsBefore, readLedger } from './ledger.ts';
import { movedByArende } from './moved.ts';
import { allArenden, arendeById, decisionsOf } from './queries.ts';

/** Every ärende, the newest first, with what it comes to and whether its ground has moved. */
export async function openArenden({ trx }: ReadContext): Promise<Outcome<typeof listArenden>> {
  const ledger = await readLedger(trx);
  const entriesByArende = grouped(await entriesOf(trx, null), ({ arendeId }) => arendeId);
  const decisions = await decisionsOf(trx, null);
  const beslut = await allBeslut(trx);
  const moved = await movedByArende(trx, ledger);
  const arenden = [];
  for (const arende of await allArenden(trx)) {
    const entries = entriesByArende.get(arende.arendeId) ?? [];
    const changes = addedChanges(arende, entries, postsBefore(ledger, arende, decisions));
    const own = moved.get(arende.arendeId) ?? [];
    const summary = await toSummary(trx, { arende, changes, decisions, beslut, moved: own });
    arenden.push({ ...summary, entryCount: entries.length });
  }
  return accepted({ arenden });
}

/** One ärende with all that belongs to it. */
export async function openArende(
  { trx, now }: ReadContext,
  { params }: Asked<typeof getArende>,
): Promise<Outcome<typeof getArende>> {
  const arende = await arendeById(trx, params.arendeId);
  if (arende === null) return refused({ code: 'arende_not_found' });
  return accepted(await toArendeAnswer(trx, arende, dayOf(now)));
}

const entryTerms: { readonly [kind in EntryKind]: string } = {
  aterbudgetering: kindTerms.aterbudgetering.sv,
  tillaggsaskande: kindTerms.tillaggsaskande.sv,
  omdisponering: kindTerms.omdisponering.sv,
  newLine: 'ny rad',
  correction: 'rättelse',
};

/** The entries of an ärende as CSV, exact amounts. */
export async function writeArendeCsv(
  { trx, now }: ReadContext,
  { params }: Asked<typeof exportArendeCsv>,
): Promise<Outcome<typeof exportArendeCsv>> {
  const arende = await arendeById(trx, params.arendeId);
  if (arende === null) return refused({ code: 'arende_not_found' });
  const figures = await readFigures(trx, arende, dayOf(now));
  const nameOf = lineNames(figures);
  const rows = figures.entries.map((entry): CsvCell[] => [
    nameOf(entry.lineId ?? entry.id),
    entryTerms[entry.kind],
    `${entry.fromYear ?? ''}`,
    entry.fromLineId === null ? '' : nameOf(entry.fromLineId),
    `${entry.year}`,
    entry.amount,
    effectiveAmount(entry),
    entry.reason ?? '',
  ]);
  const heading = ['Rad', 'Slag', 'Från år', 'Från rad', 'År', 'Föreslaget', 'Gällande', 'Skäl'];
  const name = (arende.dnr ?? 'utkast').replaceAll(/[^\p{L}\p{N}-]+/gu, '-');
  return accepted({ fileName: `arende-${name}.csv`, text: toCsv([heading, ...rows]) });
}
