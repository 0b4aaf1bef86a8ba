import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { getUtfall } from '#contract/utfall.ts';
import { callApi } from '../../../lib/api.ts';
import { useOrganisation } from '../../../lib/organisation.tsx';
import { isBusy, useSaveQueue } from '../../../lib/saving.ts';
import { useBudget } from '../budget.ts';
import { toUtfallView, type UtfallView } from './utfall-view.ts';

/** Where the answer for a year is kept; without a year, all of them. */
export function utfallKey(organisationId: string, year?: number): readonly (string | number)[] {
  return ['utfall', organisationId, ...(year === undefined ? [] : [year])];
}

/** Fetches a year's outcome and budget, and sums them again whenever one of them changes here. */
export function useUtfall(year: number) {
  const { organisationId } = useOrganisation();
  const queue = useSaveQueue();
  const budget = useBudget(year);
  const query = useQuery({
    queryKey: utfallKey(organisationId, year),
    queryFn: () => callApi(getUtfall, { params: { organisationId, year: `${year}` } }),
    // Another year comes in place, so that the focus stays where it is.
    placeholderData: keepPreviousData,
    // An answer could be older than what is on its way to the server.
    refetchOnWindowFocus: () => !isBusy(queue),
    refetchOnReconnect: () => !isBusy(queue),
  });
  // While another year is on its way, outcome and budget can be of two years: the page waits for both.
  const [last, setLast] = useState<UtfallView | null>(null);
  const posts = budget.view?.year === query.data?.year ? budget.view?.posts : undefined;
  const fresh = useMemo(
    () =>
      query.data === undefined || posts === undefined ? null : toUtfallView(query.data, posts),
    [query.data, posts],
  );
  if (fresh !== null && fresh !== last) setLast(fresh);
  const failed = query.isError ? query : budget.query;
  return { view: fresh ?? last, query: failed.isError ? failed : query };
}
