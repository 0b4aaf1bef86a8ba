import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type LogRow, listAnchors, listLog } from '#contract/audit.ts';
import type { Answer } from '#contract/endpoint.ts';
import { getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { listPeople } from '#contract/people.ts';
import { listScenarios } from '#contract/scenarios.ts';
import { callApi } from '../../lib/api.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight } from '../../lib/session.tsx';
import { namesIn } from './concern.ts';
import { type LogFilter, queryOf } from './log-filter.ts';

/** One answer about the log, and the choice that it answers. */
export type LogPage = Answer<typeof listLog> & { readonly chosen: LogFilter };

/** Fetches the rows of a choice, a hundred at a time, newest first. */
export function useLog(filter: LogFilter) {
  const { organisationId } = useOrganisation();
  return useInfiniteQuery({
    queryKey: ['log', organisationId, filter],
    queryFn: async ({ pageParam }): Promise<LogPage> => {
      const query = { ...queryOf(filter), ...(pageParam === null ? {} : { before: pageParam }) };
      const answer = await callApi(listLog, { params: { organisationId }, query });
      return { ...answer, chosen: filter };
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    // Another choice comes in place, so that the focus stays where it is.
    placeholderData: keepPreviousData,
  });
}

/** Fetches the last row of each day that has one. */
export function useAnchors() {
  const { organisationId } = useOrganisation();
  return useQuery({
    queryKey: ['anchors', organisationId],
    queryFn: () => callApi(listAnchors, { params: { organisationId } }),
  });
}

/**
 * What people call the things in the log, by identifier: as they are called today, and where they
 * are gone, as the rows on the page call them.
 */
export function useNames(
  rows: readonly LogRow[],
  actors: readonly LogPage['people'][number][],
): ReadonlyMap<string, string> {
  const { organisationId } = useOrganisation();
  const [year] = useState(() => `${new Date().getFullYear()}`);
  const maySeeFigures = useRight('readFigures');
  const params = { organisationId };
  const people = useQuery({
    queryKey: ['people', organisationId],
    queryFn: () => callApi(listPeople, { params }),
    enabled: useRight('readPeople'),
  }).data;
  const scenarios = useQuery({
    queryKey: ['scenarios', organisationId],
    queryFn: () => callApi(listScenarios, { params }),
    enabled: maySeeFigures,
  }).data;
  const budget = useQuery({
    queryKey: ['investeringsbudget', organisationId, parseInt(year, 10)],
    queryFn: () => callApi(getInvesteringsbudget, { params: { organisationId, year } }),
    enabled: maySeeFigures,
  }).data;
  return useMemo(() => {
    const names = namesIn(rows);
    for (const { personId, name } of people?.people ?? []) names.set(personId, name);
    for (const { personId, name } of actors) names.set(personId, name);
    for (const { invitationId, name } of people?.invitations ?? []) names.set(invitationId, name);
    for (const { scenarioId, name } of scenarios?.scenarios ?? []) names.set(scenarioId, name);
    for (const { lineId, name } of budget?.lines ?? []) names.set(lineId, name);
    for (const { beslutId, title } of budget?.beslut ?? []) names.set(beslutId, title);
    return names;
  }, [rows, actors, people, scenarios, budget]);
}
