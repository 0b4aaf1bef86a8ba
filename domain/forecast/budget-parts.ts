import type { Budgetpost } from '../budgetpost.ts';
import { add, subtract, type Tkr, zero } from '../tkr.ts';

/** What a part of the budget comes to on a line in a year, in Tkr. */
export type BudgetPart = {
  readonly lineId: string;
  readonly year: number;
  readonly amount: Tkr;
};

/** The budget in force in parts: what some ärenden added, each one by itself, and all the rest. */
export type BudgetParts = {
  readonly rest: readonly BudgetPart[];
  readonly granted: ReadonlyMap<string, readonly BudgetPart[]>;
};

type Place = Pick<BudgetPart, 'lineId' | 'year'>;
type Sums = Map<string, Place & { amount: Tkr }>;

/**
 * The budget in force by line and year, apart in what ärenden added and what they did not.
 *
 * `arendeOf` has the ärende of each budgetpost that one wrote. A correction counts with what it
 * changes, for the ärende that wrote it, else for the one whose post it corrects, so that the parts
 * always sum to the budget in force. `posts` are in the order in which they were entered.
 */
export function budgetParts(
  posts: readonly Budgetpost[],
  arendeOf: ReadonlyMap<string, string>,
): BudgetParts {
  const byId = new Map(posts.map((post) => [post.id, post]));
  const owners = new Map<string, string | null>();
  const rest: Sums = new Map();
  const granted = new Map<string, Sums>();
  for (const post of posts) {
    const replaced = post.replacesId === null ? undefined : byId.get(post.replacesId);
    const owner = arendeOf.get(post.id) ?? owners.get(post.replacesId ?? '') ?? null;
    owners.set(post.id, owner);
    const sums = owner === null ? rest : (granted.get(owner) ?? new Map());
    if (owner !== null) granted.set(owner, sums);
    addTo(sums, post, subtract(post.amount, replaced?.amount ?? zero));
  }
  return {
    rest: [...rest.values()],
    granted: new Map([...granted].map(([owner, sums]) => [owner, [...sums.values()]])),
  };
}

function addTo(sums: Sums, { lineId, year }: Place, amount: Tkr): void {
  const key = `${year} ${lineId}`;
  const sum = sums.get(key);
  if (sum === undefined) sums.set(key, { lineId, year, amount });
  else sum.amount = add(sum.amount, amount);
}
