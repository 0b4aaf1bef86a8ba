import { useQuery } from '@tanstack/react-query';
import type { Answer } from '#contract/endpoint.ts';
import { listPeople } from '#contract/people.ts';
import { getSettings } from '#contract/settings.ts';
import { callApi } from '../../lib/api.ts';
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
