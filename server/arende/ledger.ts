import { addedByYear, changesOf, type EntryChange } from '#domain/arende-entries.ts';
import type { Tkr } from '#domain/tkr.ts';
import { finalYear, firstYear } from '#domain/year.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { postsBetween, type StoredBudgetpost } from '../investeringsbudget/queries.ts';
import { entriesOf, type StoredEntry } from './entry-queries.ts';
import {
  type ArendePost,
  arendeById,
  arendePosts,
  decisionsOf,
  type StoredArende,
  type StoredDecision,
} from './queries.ts';

/** Every budgetpost, and which of them came from ärenden. */
export type Ledger = {
  readonly posts: readonly StoredBudgetpost[];
  readonly arendePosts: readonly ArendePost[];
};

/** Reads the whole ledger once: an ärende can touch any year, and corrections go far back. */
export async function readLedger(trx: OrganisationTransaction): Promise<Ledger> {
  return {
    posts: await postsBetween(trx, firstYear, finalYear),
    arendePosts: await arendePosts(trx),
  };
}

/**
 * The budgetposts that stood before an ärende: without its own and their corrections, and, once it
 * is decided, without what came after the decision. So its figures stay what they were when it was decided.
 */
export function postsBefore(
  { posts, arendePosts: links }: Ledger,
  arende: StoredArende,
  decisions: readonly StoredDecision[],
): StoredBudgetpost[] {
  const own = new Set(
    links.filter(({ arendeId }) => arendeId === arende.arendeId).map((link) => link.budgetpostId),
  );
  // A correction comes after what it corrects.
  for (const { id, replacesId } of posts) {
    if (replacesId !== null && own.has(replacesId)) own.add(id);
  }
  const decidedAt = arende.status === 'beslutad' ? decidedLast(arende, decisions) : null;
  return posts.filter(
    ({ id, createdAt }) => !own.has(id) && (decidedAt === null || createdAt <= decidedAt),
  );
}

function decidedLast(
  { arendeId }: StoredArende,
  decisions: readonly StoredDecision[],
): Date | null {
  return decisions.findLast((decision) => decision.arendeId === arendeId)?.createdAt ?? null;
}

/** What the entries of an ärende add; nothing once it was turned down. */
export function addedChanges(
  arende: StoredArende,
  entries: readonly StoredEntry[],
  before: readonly StoredBudgetpost[],
): EntryChange[] {
  if (arende.outcome === 'avslag') return [];
  return entries.flatMap((entry) => changesOf(entry, before));
}

/** What an ärende adds to each year's budget now, for the figures that follow it. */
export async function addedBy(
  trx: OrganisationTransaction,
  arendeId: string,
): Promise<Map<number, Tkr>> {
  const arende = await arendeById(trx, arendeId);
  if (arende === null) return new Map();
  const decisions = await decisionsOf(trx, arendeId);
  const before = postsBefore(await readLedger(trx), arende, decisions);
  return addedByYear(addedChanges(arende, await entriesOf(trx, arendeId), before));
}
