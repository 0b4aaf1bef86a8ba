import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  type BudgetpostAnswer,
  correctBudgetpost,
  type InvesteringsbudgetAnswer,
} from '#contract/investeringsbudget.ts';
import { negate, tkr, toPlain } from '#domain/tkr.ts';
import { callApi } from '../../lib/api.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import type { SaveQueue } from '../../lib/save-queue.ts';
import { useSaveQueue } from '../../lib/saving.ts';
import { budgetKey, type PostView } from './budget.ts';

/** A wish to correct an entry. */
export type Correction = {
  readonly post: PostView;
  /** Plain form; zero voids the entry. */
  readonly amount: string;
  readonly comment: string | null;
  readonly refused: (error: unknown) => void;
};

/** Corrects entries at once on screen and in order on the server. */
export type LedgerEditor = { readonly correct: (year: number, correction: Correction) => void };

/** The editor of the organisation's budget. */
export function useLedgerEditor(): LedgerEditor {
  const client = useQueryClient();
  const queue = useSaveQueue();
  const { organisationId } = useOrganisation();
  return useMemo(
    () => createLedgerEditor(client, queue, organisationId),
    [client, queue, organisationId],
  );
}

// What the server called an entry that was on screen before it had been saved.
const savedIds = new Map<string, string>();
let unsavedCount = 0;

function createLedgerEditor(
  client: QueryClient,
  queue: SaveQueue,
  organisationId: string,
): LedgerEditor {
  const patch = (
    year: number,
    change: (posts: readonly BudgetpostAnswer[]) => BudgetpostAnswer[],
  ): void => {
    client.setQueryData<InvesteringsbudgetAnswer>(
      budgetKey(organisationId, year),
      (old) => old && { ...old, budgetposts: change(old.budgetposts) },
    );
  };

  const correct = (year: number, { post, amount, comment, refused }: Correction): void => {
    unsavedCount += 1;
    const unsaved = `unsaved ${unsavedCount}`;
    const answer = client.getQueryData<InvesteringsbudgetAnswer>(budgetKey(organisationId, year));
    const shown = shownAtOnce(answer?.budgetposts ?? [], { post, amount, unsaved });
    patch(year, (posts) => [...posts, ...shown]);
    queue.add({
      send: async (idempotencyKey) => {
        const budgetpostId = savedIds.get(post.id) ?? post.id;
        const call = { params: { organisationId, budgetpostId }, body: { amount, comment } };
        const { budgetposts } = await callApi(correctBudgetpost, call, { idempotencyKey });
        const ids = new Map(shown.map(({ budgetpostId: id }, side) => [id, budgetposts[side]]));
        for (const [id, saved] of ids) if (saved) savedIds.set(id, saved.budgetpostId);
        patch(year, (posts) => posts.map((one) => settled(one, ids)));
        await refreshOthers(client, organisationId, year);
      },
      refused: (error) => {
        patch(year, (posts) =>
          posts.filter(({ budgetpostId }) => !budgetpostId.startsWith(unsaved)),
        );
        void client.invalidateQueries({ queryKey: budgetKey(organisationId) });
        refused(error);
      },
    });
  };
  return { correct };
}

type Shown = { readonly post: PostView; readonly amount: string; readonly unsaved: string };

function shownAtOnce(
  posts: readonly BudgetpostAnswer[],
  { post, amount, unsaved }: Shown,
): BudgetpostAnswer[] {
  const replaced = new Set(posts.map(({ replacesId }) => replacesId));
  const sides = posts.filter(
    (one) =>
      one.budgetpostId === post.id ||
      (post.pairId !== null && one.pairId === post.pairId && !replaced.has(one.budgetpostId)),
  );
  return sides
    .toSorted((left) => (left.budgetpostId === post.id ? -1 : 1))
    .map((one, side) => ({
      ...one,
      budgetpostId: `${unsaved}/${side}`,
      replacesId: one.budgetpostId,
      amount: side === 0 ? amount : toPlain(negate(tkr(amount))),
    }));
}

// The saved entry takes the place of the one shown, and a later one that replaces it points at it.
function settled(
  post: BudgetpostAnswer,
  ids: ReadonlyMap<string, BudgetpostAnswer | undefined>,
): BudgetpostAnswer {
  const saved = ids.get(post.budgetpostId);
  if (saved !== undefined) return saved;
  const replaces = ids.get(post.replacesId ?? '');
  return replaces === undefined ? post : { ...post, replacesId: replaces.budgetpostId };
}

/** Fetches the other years again: an återbudgetering changes two. */
async function refreshOthers(
  client: QueryClient,
  organisationId: string,
  year: number,
): Promise<void> {
  await client.invalidateQueries({
    queryKey: budgetKey(organisationId),
    predicate: ({ queryKey }) => queryKey[2] !== year,
  });
}
