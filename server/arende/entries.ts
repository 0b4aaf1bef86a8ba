import type { addArendeEntry, changeArendeEntry, removeArendeEntry } from '#contract/arende.ts';
import { planEntry } from '#domain/arende-entries.ts';
import { judgeEntries } from '#domain/arende-judgement.ts';
import { refused } from '#domain/result.ts';
import { tkr } from '#domain/tkr.ts';
import { newId } from '../ids.ts';
import { isTaken } from '../investeringsbudget/lines.ts';
import { moved } from '../order.ts';
import type { Refusal, WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { openFor, save } from './change.ts';
import {
  deleteEntry,
  entriesOf,
  insertEntry,
  type StoredEntry,
  updateEntry,
} from './entry-queries.ts';
import { type ArendeFigures, dayOf, readFigures } from './facts.ts';
import type { StoredArende } from './queries.ts';
import { refusalOfMarks } from './refusals.ts';
import { refusalOfProposal, toLogged } from './service.ts';

/** Adds an entry at the end, judged together with those that are there. */
export async function addEntry(
  context: WriteContext,
  { params, body }: Asked<typeof addArendeEntry>,
): Promise<Outcome<typeof addArendeEntry>> {
  const { arendeId } = params;
  const opened = await openFor(context, { arendeId, step: 'edit' }, null);
  if (!opened.ok) return opened;
  const { arende } = opened.value;
  const others = await entriesOf(context.trx, arendeId);
  const asked: StoredEntry = {
    ...body,
    id: newId(),
    arendeId,
    position: (others.at(-1)?.position ?? -1) + 1,
    amount: tkr(body.amount),
    decidedAmount: null,
    createdBy: '',
  };
  const figures = await readFigures(context.trx, arende, dayOf(context.now), others);
  const entry = withCorrected(asked, figures);
  const refusal = await refusalOfEntry(context, arende, figures, entry);
  if (refusal !== null) return refused(refusal);
  await insertEntry(context, entry);
  const event = { action: 'addArendeEntry', before: null, after: toLogged(entry) };
  return save(context, arende, { event });
}

// A correction stands where the entry that it corrects does.
function withCorrected(entry: StoredEntry, { before }: ArendeFigures): StoredEntry {
  if (entry.kind !== 'correction') return entry;
  const corrected = before.find(({ id }) => id === entry.correctsId);
  if (corrected === undefined) return entry;
  return { ...entry, lineId: corrected.lineId, year: corrected.year };
}

/** Changes an entry, judged together with the others; its kind stays. */
export async function changeEntry(
  context: WriteContext,
  { params, body, version }: Asked<typeof changeArendeEntry>,
): Promise<Outcome<typeof changeArendeEntry>> {
  const { arendeId, entryId } = params;
  const opened = await openFor(context, { arendeId, step: 'edit' }, { version, yours: body });
  if (!opened.ok) return opened;
  const { arende } = opened.value;
  const entries = await entriesOf(context.trx, arendeId);
  const before = entries.find(({ id }) => id === entryId);
  if (before === undefined) return refused({ code: 'arende_entry_not_found' });
  const { position, amount, ...named } = body;
  const place = position === undefined ? before.position : Math.min(position, entries.length - 1);
  const given = Object.fromEntries(
    Object.entries(named).filter(([, value]) => value !== undefined),
  );
  const wished: StoredEntry = { ...before, ...given, position: place };
  const others = entries.filter((entry) => entry !== before);
  const figures = await readFigures(context.trx, arende, dayOf(context.now), others);
  const after = withCorrected(
    amount === undefined ? wished : { ...wished, amount: tkr(amount) },
    figures,
  );
  const refusal = await refusalOfEntry(context, arende, figures, after);
  if (refusal !== null) return refused(refusal);
  if (position !== undefined) {
    for (const [at, entry] of moved(entries, before, place).entries()) {
      if (entry !== before) await updateEntry(context, { ...entry, position: at });
    }
  }
  await updateEntry(context, after);
  const logged = { before: toLogged(before), after: toLogged(after) };
  return save(context, arende, { event: { action: 'changeArendeEntry', ...logged } });
}

/** Takes an entry out. */
export async function removeEntry(
  context: WriteContext,
  { params, version }: Asked<typeof removeArendeEntry>,
): Promise<Outcome<typeof removeArendeEntry>> {
  const { arendeId, entryId } = params;
  const seen = { version, yours: null };
  const opened = await openFor(context, { arendeId, step: 'edit' }, seen);
  if (!opened.ok) return opened;
  const entries = await entriesOf(context.trx, arendeId);
  const before = entries.find(({ id }) => id === entryId);
  if (before === undefined) return refused({ code: 'arende_entry_not_found' });
  await deleteEntry(context, entryId);
  const event = { action: 'removeArendeEntry', before: toLogged(before), after: null };
  return save(context, opened.value.arende, { event });
}

/**
 * Why an entry cannot stand among the others of its ärende; null where it can. In preparation, where
 * others read it, every mark that asks for a reason must have one.
 */
async function refusalOfEntry(
  { trx, now }: WriteContext,
  arende: StoredArende,
  { lines, before, entries: others }: ArendeFigures,
  entry: StoredEntry,
): Promise<Refusal | null> {
  const known = new Set(lines.map(({ lineId }) => lineId));
  const named = [entry.lineId, entry.fromLineId].filter((id) => id !== null);
  if (!named.every((lineId) => known.has(lineId))) return { code: 'line_not_found' };
  const names = [...lines, ...others.map(({ newLineName }) => ({ name: newLineName ?? '' }))];
  if (entry.newLineName !== null && isTaken(names, entry.newLineName)) {
    return { code: 'line_name_taken' };
  }
  const planned = planEntry(entry, before);
  if (!planned.ok) return { code: planned.refusal };
  const figures = await readFigures(trx, arende, dayOf(now), [...others, entry]);
  const judged = judgeEntries(figures.entries, figures.ground);
  const own = judged.find(({ entryId }) => entryId === entry.id);
  const stopped = refusalOfMarks(own?.marks ?? []);
  if (stopped !== null || arende.status === 'utkast') return stopped;
  return refusalOfProposal(figures);
}
