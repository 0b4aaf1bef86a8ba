import { useQuery } from '@tanstack/react-query';
import { getSettings } from '#contract/settings.ts';
import { callApi } from '../../../lib/api.ts';
import { useOrganisation } from '../../../lib/organisation.tsx';

/** Fetches whose letter it is. */
export function useSender() {
  const { organisationId } = useOrganisation();
  return useQuery({
    queryKey: ['settings', organisationId],
    queryFn: () => callApi(getSettings, { params: { organisationId } }),
  });
}
