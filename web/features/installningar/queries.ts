import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer, Call, Endpoint } from '#contract/endpoint.ts';
import { listPeople } from '#contract/people.ts';
import { getSettings } from '#contract/settings.ts';
import { callApi, type WriteOptions } from '../../lib/api.ts';
import { useOrganisation } from '../../lib/organisation.tsx';

/** Fetches what an administrator has decided about the organisation. */
export function useSettings() {
  const { organisationId } = useOrganisation();
  return useQuery({
    queryKey: ['settings', organisationId],
    queryFn: () => callApi(getSettings, { params: { organisationId } }),
  });
}

/** Fetches the people and the invitations, for those who may read them. */
export function usePeople(mayRead: boolean) {
  const { organisationId } = useOrganisation();
  return useQuery({
    queryKey: ['people', organisationId],
    queryFn: () => callApi(listPeople, { params: { organisationId } }),
    enabled: mayRead,
  });
}

/** See `listPeople`. */
export type People = Answer<typeof listPeople>;

/** One write: what is sent, and the version that was seen. */
export type Wish<E extends Endpoint> = Call<E> & Pick<WriteOptions, 'version'>;

/**
 * Writes with an endpoint, and fetches everything on the page anew, whatever came of it: a change of
 * the name shows in the menu, and a refusal often means that the page was old.
 */
export function useWrite<E extends Endpoint>(endpoint: E) {
  const client = useQueryClient();
  return useMutation<Answer<E>, Error, Wish<E>>({
    mutationFn: ({ version, ...call }) =>
      callApi(endpoint, call as unknown as Call<E>, {
        idempotencyKey: crypto.randomUUID(),
        ...(version === undefined ? {} : { version }),
      }),
    onSettled: () => client.invalidateQueries(),
  });
}
