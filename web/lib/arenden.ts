import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getArende, listArenden } from '#contract/arende.ts';
import type { ArendeAnswer } from '#contract/arende-answer.ts';
import { callApi } from './api.ts';
import { useOrganisation } from './organisation.tsx';
import { isBusy, untilSettled, useSaveQueue } from './saving.ts';

/** Where the list is kept. */
export function arendenKey(organisationId: string): readonly string[] {
  return ['arenden', organisationId];
}

/** Where an ärende is kept. */
export function arendeKey(organisationId: string, arendeId: string): readonly string[] {
  return ['arende', organisationId, arendeId];
}

/** Fetches the list of ärenden. */
export function useArenden() {
  const { organisationId } = useOrganisation();
  return useQuery({
    queryKey: arendenKey(organisationId),
    queryFn: () => callApi(listArenden, { params: { organisationId } }),
  });
}

/** Fetches one ärende. */
export function useArende(arendeId: string) {
  const { organisationId } = useOrganisation();
  const queue = useSaveQueue();
  return useQuery({
    queryKey: arendeKey(organisationId, arendeId),
    queryFn: () => callApi(getArende, { params: { organisationId, arendeId } }),
    // An answer could be older than what is on its way to the server.
    refetchOnWindowFocus: () => !isBusy(queue),
    refetchOnReconnect: () => !isBusy(queue),
  });
}

/** Takes an ärende as the server just told it; one that is older than what is here is let go. */
export function keepArende(
  client: QueryClient,
  organisationId: string,
  answer: ArendeAnswer,
): void {
  client.setQueryData<ArendeAnswer>(arendeKey(organisationId, answer.arendeId), (old) =>
    old !== undefined && old.version > answer.version ? old : answer,
  );
  void client.invalidateQueries({ queryKey: arendenKey(organisationId) });
}

/**
 * Does something with an ärende once everything that was written is saved, and shows the answer.
 *
 * `act` is given the version that the page has then.
 */
export function useArendeAction<Wish>(
  act: (wish: Wish, idempotencyKey: string) => Promise<ArendeAnswer>,
) {
  const client = useQueryClient();
  const queue = useSaveQueue();
  const { organisationId } = useOrganisation();
  return useMutation({
    mutationFn: async (wish: Wish) => {
      await untilSettled(queue);
      return act(wish, crypto.randomUUID());
    },
    onSuccess: (answer) => keepArende(client, organisationId, answer),
    onError: () => client.invalidateQueries({ queryKey: ['arende', organisationId] }),
  });
}

/** The version of an ärende that the page has now. */
export function useLatestVersion(arendeId: string): () => number {
  const client = useQueryClient();
  const { organisationId } = useOrganisation();
  return () => client.getQueryData<ArendeAnswer>(arendeKey(organisationId, arendeId))?.version ?? 0;
}
