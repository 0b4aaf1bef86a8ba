import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getAccount } from '#contract/account.ts';
import type { Answer, Call, Endpoint } from '#contract/endpoint.ts';
import { callApi } from '../../lib/api.ts';
import { useSession } from '../../lib/session.tsx';

/** The account, as the server tells it. */
export type Account = Answer<typeof getAccount>;

/** Fetches the account of the person who is logged in. */
export function useAccount() {
  const { personId } = useSession().session.person;
  return useQuery({
    queryKey: ['account', personId],
    queryFn: () => callApi(getAccount, { params: {} }),
  });
}

/**
 * Does something with the account. Everything on the page is fetched again after it: a name stands
 * in many places, and a second factor opens what was closed.
 */
export function useAccountCall<E extends Endpoint>(endpoint: E) {
  const client = useQueryClient();
  return useMutation<Answer<E>, Error, Call<E>>({
    mutationFn: (call) => callApi(endpoint, call),
    onSuccess: () => client.invalidateQueries(),
  });
}
