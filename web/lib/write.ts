import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer, Call, Endpoint } from '#contract/endpoint.ts';
import { callApi, type WriteOptions } from './api.ts';

/** One write: what is sent, and the version that was seen. */
export type Wish<E extends Endpoint> = Call<E> & Pick<WriteOptions, 'version'>;

/**
 * Writes with an endpoint, and fetches everything on the page anew, whatever came of it: a change of
 * the name shows in the menu, and a refusal often means that the page was old.
 */
export function useWrite<E extends Endpoint>(endpoint: E) {
  const client = useQueryClient();
  return useMutation<Answer<E>, Error, Wish<E>>({
    mutationFn: (wish) =>
      callApi(endpoint, wish, {
        idempotencyKey: crypto.randomUUID(),
        ...(wish.version === undefined ? {} : { version: wish.version }),
      }),
    onSettled: () => client.invalidateQueries(),
  });
}
