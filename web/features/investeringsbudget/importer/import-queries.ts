import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '#contract/endpoint.ts';
import { getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { getMapping } from '#contract/mapping.ts';
import {
  getUtfall,
  getUtfallSource,
  listUtfallSources,
  type UtfallSourceAnswer,
} from '#contract/utfall.ts';
import { callApi } from '../../../lib/api.ts';
import { useOrganisation } from '../../../lib/organisation.tsx';
import { type KnownSource, knownSources } from './changes.ts';

/** Fetches the imports, newest first, a hundred at a time. */
export function useImports() {
  const { organisationId } = useOrganisation();
  return useInfiniteQuery({
    queryKey: ['utfall-sources', organisationId],
    queryFn: ({ pageParam }): Promise<Answer<typeof listUtfallSources>> =>
      callApi(listUtfallSources, {
        params: { organisationId },
        query: { kind: 'imported', ...(pageParam === null ? {} : { before: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}

/** Fetches what an import said, and where its amounts went; null asks for nothing. */
export function useImport(sourceId: string | null) {
  const { organisationId } = useOrganisation();
  return useQuery({
    queryKey: ['utfall-source', organisationId, sourceId],
    queryFn: () =>
      callApi(getUtfallSource, { params: { organisationId, sourceId: sourceId ?? '' } }),
    enabled: sourceId !== null,
  });
}

/** Fetches every amount of an import, to map them anew. */
export function useImportAmounts(sourceId: string) {
  const { organisationId } = useOrganisation();
  return useQuery({
    queryKey: ['utfall-source', organisationId, sourceId, 'amounts'],
    queryFn: async () => {
      const call = { params: { organisationId, sourceId }, query: { amounts: 'all' } as const };
      return (await callApi(getUtfallSource, call)).amounts ?? [];
    },
  });
}

/** Fetches a version of the mapping, the newest where none is named, and the list of all. */
export function useMapping(version?: number) {
  const { organisationId } = useOrganisation();
  return useQuery({
    queryKey: ['mapping', organisationId, version ?? 'newest'],
    queryFn: () =>
      callApi(getMapping, {
        params: { organisationId },
        ...(version === undefined ? {} : { query: { version: `${version}` } }),
      }),
    // A change by somebody else must not come in under what is being edited here.
    refetchOnWindowFocus: false,
    staleTime: 0,
  });
}

/** Fetches the lines of the investeringsbudget; they are the same whatever the year. */
export function useLines() {
  const { organisationId } = useOrganisation();
  const [year] = useState(() => `${new Date().getFullYear()}`);
  return useQuery({
    queryKey: ['investment-lines', organisationId],
    queryFn: async () => {
      const params = { organisationId, year };
      return (await callApi(getInvesteringsbudget, { params })).lines;
    },
  });
}

/** What is there already in some years: every source, an import with all its amounts. */
export function useKnownSources(
  years: readonly number[],
  always: UtfallSourceAnswer | null = null,
) {
  const { organisationId } = useOrganisation();
  return useQuery({
    queryKey: ['utfall-known', organisationId, years, always?.sourceId ?? ''],
    queryFn: async (): Promise<KnownSource[]> => {
      const answers = await Promise.all(
        years.map((year) => callApi(getUtfall, { params: { organisationId, year: `${year}` } })),
      );
      const imported = answers.flatMap(({ sources, known, cells }) => {
        const typed = new Set(
          sources.filter(({ kind }) => kind === 'typed').map(({ sourceId }) => sourceId),
        );
        const named = [...known, ...cells, ...cells.flatMap(({ superseded }) => superseded)];
        return named.flatMap(({ sourceId }) => sourceId ?? []).filter((id) => !typed.has(id));
      });
      const ids = new Set([...imported, ...(always === null ? [] : [always.sourceId])]);
      const imports = await Promise.all(
        [...ids].map(async (sourceId) => {
          const params = { organisationId, sourceId };
          const query = { amounts: 'all' } as const;
          const { source, amounts } = await callApi(getUtfallSource, { params, query });
          return { source, amounts: amounts ?? [] };
        }),
      );
      return knownSources(answers, imports);
    },
    staleTime: 0,
  });
}

/** Forgets every figure that an import, an undo or another mapping changes. */
export function useForgetUtfall(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    const changed = ['utfall', 'utfall-sources', 'utfall-source', 'utfall-known', 'mapping'];
    client.removeQueries({ queryKey: ['vouchers'] });
    await client.invalidateQueries({
      predicate: ({ queryKey }) => changed.includes(String(queryKey[0])),
    });
    // Several years, needs and cases are counted from the outcome too.
    void client.invalidateQueries({ refetchType: 'active' });
  };
}
