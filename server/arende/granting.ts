import { type PlannedEntry, planEntry } from '#domain/arende-entries.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { appendAudit } from '../audit/queries.ts';
import { newId } from '../ids.ts';
import { addLine } from '../investeringsbudget/lines.ts';
import {
  insertPosts,
  type NewBudgetpost,
  postsById,
  toBudgetpostAnswer,
} from '../investeringsbudget/queries.ts';
import type { Refusal, WriteContext } from '../plugins/context.ts';
import { type StoredEntry, updateEntry } from './entry-queries.ts';
import { readLedger } from './ledger.ts';
import { insertArendePosts, type StoredArende } from './queries.ts';

/** What a bifall is of: the entries as they are decided, and the decision. */
export type Granted = { readonly entries: readonly StoredEntry[]; readonly beslutId: string };

/**
 * Writes what a bifall becomes: new lines, budgetposts, and which entry each of them came from.
 * Gives the budgetposts' ids.
 */
export async function grant(
  context: WriteContext,
  { dnr }: StoredArende,
  { entries, beslutId }: Granted,
): Promise<Result<string[], Refusal>> {
  const written: string[] = [];
  for (const decided of entries) {
    const entry = await withLine(context, decided);
    if (!entry.ok) return entry;
    await updateEntry(context, entry.value);
    // Read anew: what an earlier entry corrected is corrected.
    const { posts } = await readLedger(context.trx);
    const planned = planEntry(entry.value, posts);
    if (!planned.ok) return refused({ code: planned.refusal });
    const comment = entry.value.reason ?? (dnr === null ? null : `Ärende ${dnr}`);
    const newPosts = toPosts(planned.value, { beslutId, comment });
    await writePosts(context, newPosts);
    const ids = newPosts.map(({ id }) => id);
    await insertArendePosts(context, decided.id, ids);
    written.push(...ids);
  }
  return accepted(written);
}

// A line that is not there yet begins with the bifall, unless its entry was struck.
async function withLine(
  context: WriteContext,
  entry: StoredEntry,
): Promise<Result<StoredEntry, Refusal>> {
  if (entry.newLineName === null) return accepted(entry);
  const planned = planEntry(entry, []);
  if (!planned.ok) return refused({ code: planned.refusal });
  if (planned.value.kind === 'none') return accepted(entry);
  const { organisationId } = context.scope;
  const body = { name: entry.newLineName };
  const line = await addLine(context, { params: { organisationId }, query: {}, body, version: -1 });
  return line.ok ? accepted({ ...entry, lineId: line.value.lineId }) : line;
}

type Told = { readonly beslutId: string; readonly comment: string | null };

function toPosts(planned: PlannedEntry, told: Told): NewBudgetpost[] {
  if (planned.kind === 'none') return [];
  if (planned.kind === 'correction') {
    return planned.corrections.map(({ replaces, amount }) => ({
      ...replaces,
      ...told,
      id: newId(),
      replacesId: replaces.id,
      amount,
    }));
  }
  const pairId = planned.posts.length > 1 ? newId() : null;
  return planned.posts.map((post) => ({ ...post, ...told, id: newId(), pairId, replacesId: null }));
}

const actions = { entered: 'createBudgetpost', corrected: 'correctBudgetpost' } as const;

async function writePosts(context: WriteContext, posts: readonly NewBudgetpost[]): Promise<void> {
  if (posts.length === 0) return;
  await insertPosts(context, posts);
  const ids = posts.map(({ id }) => id);
  for (const after of (await postsById(context.trx, ids)).map(toBudgetpostAnswer)) {
    const action = actions[after.replacesId === null ? 'entered' : 'corrected'];
    await appendAudit(context, { action, entityId: after.budgetpostId, before: null, after });
  }
}
