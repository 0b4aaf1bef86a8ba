import type { decideArende } from '#contract/arende.ts';
import { judgeEntries } from '#domain/arende-judgement.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { compare, type Tkr, tkr } from '#domain/tkr.ts';
import { resolveBeslut } from '../investeringsbudget/beslut.ts';
import type { Refusal, WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { openFor, save } from './change.ts';
import { entriesOf, type StoredEntry } from './entry-queries.ts';
import { dayOf, readFigures } from './facts.ts';
import { grant } from './granting.ts';
import { decisionsOf, insertDecision, type StoredArende } from './queries.ts';
import { refusalOfMarks } from './refusals.ts';
import { keepTexts } from './told.ts';

type Asking = Asked<typeof decideArende>;

/**
 * Decides an ärende, all of it in the request's one transaction: the decision, the budgetposts that a
 * bifall becomes, the texts as they were put forward, and the end of the ärende.
 *
 * A direktion decides; an ekonom registers what stands in a protocol. The log tells the two apart.
 */
export async function decide(
  context: WriteContext,
  { params, body, version }: Asking,
): Promise<Outcome<typeof decideArende>> {
  const { arendeId } = params;
  const seen = { version, yours: body };
  const opened = await openFor(context, { arendeId, step: body.outcome }, seen);
  if (!opened.ok) return opened;
  const { arende } = opened.value;
  const how = context.role === 'direktion' ? 'decided' : 'registered';
  if (how === 'registered' && body.protocol === null) {
    return refused({ code: 'arende_protocol_missing' });
  }
  const entries = await decidedEntries(context, arende, body);
  if (!entries.ok) return entries;
  const isEnd = body.outcome !== 'aterremiss';
  if (isEnd) await keepTexts(context, arende);
  const { outcome, protocol, organ, date, paragraph, note } = body;
  const beslut = { title: arende.title, organ, date, paragraph, dnr: body.dnr ?? arende.dnr, note };
  const resolved = await resolveBeslut(context, { beslutId: null, beslut });
  if (!resolved.ok) return resolved;
  const beslutId = resolved.value;
  const granted =
    outcome === 'bifall'
      ? await grant(context, arende, { entries: entries.value, beslutId })
      : null;
  if (granted !== null && !granted.ok) return granted;
  const step = ((await decisionsOf(context.trx, arendeId)).at(-1)?.step ?? 0) + 1;
  await insertDecision(context, { arendeId, step, outcome, beslutId, how, protocol });
  const actions = { decided: 'decideArende', registered: 'registerArendeBeslut' } as const;
  const event = {
    action: actions[how],
    before: { status: arende.status, version },
    after: {
      status: isEnd ? 'beslutad' : arende.status,
      version: version + 1,
      outcome,
      how,
      protocol,
      beslutId,
      ...beslut,
      decidedAmounts: body.decidedAmounts,
      budgetpostIds: granted?.value ?? [],
    },
  };
  if (outcome === 'aterremiss') return save(context, arende, { event });
  return save(context, arende, { to: { status: 'beslutad', outcome }, event });
}

/** The entries as they are decided, where a bifall of them can stand; unchanged for the rest. */
async function decidedEntries(
  { trx, now }: WriteContext,
  arende: StoredArende,
  { outcome, decidedAmounts }: Asking['body'],
): Promise<Result<StoredEntry[], Refusal>> {
  const entries = await entriesOf(trx, arende.arendeId);
  if (entries.length === 0) return refused({ code: 'arende_has_no_entries' });
  if (outcome !== 'bifall') {
    const hasAmounts = decidedAmounts.length > 0;
    return hasAmounts ? refused({ code: 'arende_decided_amounts_not_used' }) : accepted(entries);
  }
  const amounts = new Map(decidedAmounts.map(({ entryId, amount }) => [entryId, tkr(amount)]));
  const known = new Set(entries.map(({ id }) => id));
  if (![...amounts.keys()].every((id) => known.has(id))) {
    return refused({ code: 'arende_entry_not_found' });
  }
  const decided = entries.map((entry) => withDecided(entry, amounts.get(entry.id)));
  const { ground } = await readFigures(trx, arende, dayOf(now), decided);
  const marks = judgeEntries(decided, ground).flatMap((judgement) => judgement.marks);
  const refusal = refusalOfMarks(marks);
  return refusal === null ? accepted(decided) : refused(refusal);
}

function withDecided(entry: StoredEntry, amount: Tkr | undefined): StoredEntry {
  const isChanged = amount !== undefined && compare(amount, entry.amount) !== 0;
  return isChanged ? { ...entry, decidedAmount: amount } : entry;
}
