import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type BehovAnswer, deleteBehov, updateBehov } from '#contract/behov.ts';
import { callApi } from '../../lib/api.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { untilSettled, useSaveQueue } from '../../lib/saving.ts';
import { behovKey } from './behov.ts';

/** What can be asked of items that are there, besides their volumes. */
export type ItemWish =
  | { readonly kind: 'remove'; readonly behovId: string }
  | { readonly kind: 'comment'; readonly behovId: string; readonly comment: string | null }
  | {
      readonly kind: 'reprice';
      readonly prices: readonly { readonly behovId: string; readonly priceId: string }[];
    };

/** Does it once every volume is saved, with the versions of then, and fetches the year anew. */
export function useItemAction(year: number) {
  const client = useQueryClient();
  const queue = useSaveQueue();
  const { organisationId } = useOrganisation();
  const versionOf = (behovId: string): number => {
    const answer = client.getQueryData<BehovAnswer>(behovKey(organisationId, year));
    return answer?.items.find((item) => item.behovId === behovId)?.version ?? 0;
  };
  const write = (behovId: string, body: Parameters<typeof updateBehov.body.parse>[0]) => {
    const options = { version: versionOf(behovId), idempotencyKey: crypto.randomUUID() };
    const params = { organisationId, behovId };
    return callApi(updateBehov, { params, body: updateBehov.body.parse(body) }, options);
  };
  return useMutation<unknown, Error, ItemWish>({
    mutationFn: async (wish) => {
      await untilSettled(queue);
      if (wish.kind === 'comment') return write(wish.behovId, { comment: wish.comment });
      if (wish.kind === 'reprice') {
        for (const { behovId, priceId } of wish.prices) await write(behovId, { priceId });
        return null;
      }
      const { behovId } = wish;
      const options = { version: versionOf(behovId), idempotencyKey: crypto.randomUUID() };
      return callApi(deleteBehov, { params: { organisationId, behovId } }, options);
    },
    onSettled: () => client.invalidateQueries({ queryKey: behovKey(organisationId) }),
  });
}
