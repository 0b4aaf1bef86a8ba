import type { ArendeSummary } from '#contract/arende-answer.ts';
import { carriedPosts, type MovedPost, movedBasis } from '#domain/moved-basis.ts';
import { add, type Tkr, toPlain, zero } from '#domain/tkr.ts';
import { yearEnds } from '#domain/year-end.ts';
import { lineUtfallOf } from '../accumulated/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { allLines, type StoredBudgetpost } from '../investeringsbudget/queries.ts';
import type { Ledger } from './ledger.ts';

/** What has lost its ground, by the ärende that carried it over. */
export async function movedByArende(
  trx: OrganisationTransaction,
  ledger: Ledger,
): Promise<Map<string, MovedPost[]>> {
  const ownerOf = ownersOf(ledger);
  const carried = carriedPosts(ledger.posts).filter(({ postId }) => ownerOf(postId) !== null);
  const years = [...new Set(carried.map(({ fromYear }) => fromYear))];
  if (years.length === 0) return new Map();
  const lineIds = [...new Set(carried.map(({ lineId }) => lineId))];
  const utfall = await lineUtfallOf(trx, lineIds, years);
  const closings = years.flatMap((year) => yearEnds(lineIds, ledger.posts, utfall, year));
  const byArende = new Map<string, MovedPost[]>();
  for (const moved of movedBasis(carried, closings)) {
    const owner = ownerOf(moved.postId);
    if (owner !== null) byArende.set(owner, [...(byArende.get(owner) ?? []), moved]);
  }
  return byArende;
}

// The ärende that wrote an entry, or the one that it corrects by hand.
function ownersOf({ posts, arendePosts }: Ledger): (postId: string) => string | null {
  const links = new Map(arendePosts.map(({ budgetpostId, arendeId }) => [budgetpostId, arendeId]));
  const byId = new Map(posts.map((post) => [post.id, post]));
  return (postId) => {
    let post: StoredBudgetpost | undefined = byId.get(postId);
    while (post !== undefined) {
      const owner = links.get(post.id);
      if (owner !== undefined) return owner;
      post = post.replacesId === null ? undefined : byId.get(post.replacesId);
    }
    return null;
  };
}

/** What has moved as the API tells it; null where nothing has. */
export async function toMovedAnswer(
  trx: OrganisationTransaction,
  moved: readonly MovedPost[],
): Promise<ArendeSummary['movedBasis']> {
  if (moved.length === 0) return null;
  const names = new Map((await allLines(trx)).map(({ lineId, name }) => [lineId, name]));
  let excess: Tkr = zero;
  for (const one of moved) excess = add(excess, one.excess ?? zero);
  return {
    excess: toPlain(excess),
    rows: moved.map((one) => ({
      lineId: one.lineId,
      lineName: names.get(one.lineId) ?? '',
      fromYear: one.fromYear,
      year: one.year,
      carried: toPlain(one.amount),
      unused: one.unused === null ? null : toPlain(one.unused),
      excess: one.excess === null ? null : toPlain(one.excess),
    })),
  };
}
