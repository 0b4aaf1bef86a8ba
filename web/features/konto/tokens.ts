import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer, Call, Endpoint } from '#contract/endpoint.ts';
import { callApi } from '../../lib/api.ts';

/** Where the tokens of an organisation are kept. */
export function tokensKey(organisationId: string): readonly string[] {
  return ['tokens', organisationId];
}

/** Does something with a token; the list is fetched again after it, also after a refusal. */
export function useTokenCall<E extends Endpoint>(endpoint: E, organisationId: string) {
  const client = useQueryClient();
  return useMutation<Answer<E>, Error, Call<E>>({
    mutationFn: (call) => callApi(endpoint, call, { idempotencyKey: crypto.randomUUID() }),
    onSettled: () => client.invalidateQueries({ queryKey: tokensKey(organisationId) }),
  });
}
