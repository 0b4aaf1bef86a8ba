import { type QueryClient, useQuery } from '@tanstack/react-query';
import { getFigurePassport } from '#contract/passport.ts';
import { callApi } from './api.ts';
import { useOrganisation } from './organisation.tsx';

const name = 'passport';

/** Fetches where a figure comes from. */
export function usePassport(figure: string) {
  const { organisationId } = useOrganisation();
  return useQuery({
    queryKey: [name, organisationId, figure],
    queryFn: () => callApi(getFigurePassport, { params: { organisationId }, query: { figure } }),
  });
}

/** Has the passports that are shown fetched again whenever something else was. */
export function keepPassportsFresh(client: QueryClient): void {
  client.getQueryCache().subscribe((event) => {
    const isNews = event.type === 'updated' && event.action.type === 'success';
    const key = event.query.queryKey as readonly unknown[];
    if (!isNews || key[0] === name) return;
    void client.invalidateQueries({ queryKey: [name] });
  });
}
