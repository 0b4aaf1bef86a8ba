import type { QueryClient } from '@tanstack/react-query';
import type { BorgensprognosAnswer } from '#contract/borgensprognos.ts';
import { setForecastSources } from '#contract/scenarios.ts';
import { ApiProblem, callApi } from './api.ts';
import { borgensprognosKey } from './borgensprognos.ts';
import {
  entryIn,
  type FigurePlace,
  figureIn,
  keyOf,
  withFigureBack,
  withFigures,
  withScenario,
} from './forecast-cache.ts';
import { type FigureState, figureAtOnce } from './forecast-figure.ts';
import type { SaveQueue } from './save-queue.ts';
import type { Versions } from './versions.ts';

/** A wish for how several figures of one scenario come about, as one write. */
export type SourcesChange = {
  readonly scenarioId: string;
  readonly figures: readonly (Omit<FigurePlace, 'scenarioId'> & FigureState)[];
};

/** A change of a whole scenario that the server refused, with its code and sentence. */
export type RefusedSources = { readonly code: string; readonly detail: string };

type Sources = {
  readonly client: QueryClient;
  readonly queue: SaveQueue;
  readonly organisationId: string;
  readonly versions: Versions;
  readonly settle: (place: FigurePlace) => void;
  readonly refuse: (refused: RefusedSources | null) => void;
};

/** Changes several figures of a scenario at once on screen, and in one write on the server. */
export function sourcesSetter(sources: Sources): (change: SourcesChange) => void {
  const { client, queue, organisationId, versions, settle, refuse } = sources;
  const cacheKey = borgensprognosKey(organisationId);
  const answer = (): BorgensprognosAnswer | undefined => client.getQueryData(cacheKey);
  const patch = (change: (answer: BorgensprognosAnswer) => BorgensprognosAnswer): void => {
    client.setQueryData<BorgensprognosAnswer>(cacheKey, (old) => old && change(old));
  };
  return ({ scenarioId, figures }) => {
    const before = answer();
    const writes = figures.map((wish) => {
      const place = { scenarioId, year: wish.year, kind: wish.kind };
      const seen = figureIn(before, place);
      return { wish, place, seen, ...versions.begin(keyOf(place), seen?.version ?? 0) };
    });
    refuse(null);
    for (const { place } of writes) settle(place);
    patch((old) =>
      withFigures(
        old,
        scenarioId,
        writes.map(({ wish, place, seen }) => figureAtOnce(place, wish, seen, old)),
      ),
    );
    let revision: number | undefined;
    queue.add({
      send: async (idempotencyKey) => {
        // What was written before this has moved the scenario on; the same try keeps what it saw.
        revision ??= entryIn(answer(), scenarioId)?.scenario.revision ?? 0;
        const call = {
          params: { organisationId, scenarioId },
          body: { figures: figures.map((figure) => ({ ...figure })) },
        };
        const saved = await callApi(setForecastSources, call, {
          version: revision,
          idempotencyKey,
        });
        const latest = writes.flatMap(({ place, answered }) => {
          const figure = saved.figures.find(
            ({ year, kind }) => year === place.year && kind === place.kind,
          );
          return figure !== undefined && answered(figure.version) ? [figure] : [];
        });
        patch((old) => withScenario(withFigures(old, scenarioId, latest), saved.scenario));
      },
      refused: (error) => {
        for (const { place, seen, answered } of writes) {
          if (answered(null)) patch((old) => withFigureBack(old, place, seen));
        }
        if (!(error instanceof ApiProblem)) return;
        const { code, detail } = error.problem;
        refuse({ code, detail });
        // What is refused here is often that somebody else was first: then show what they did.
        void client.invalidateQueries({ queryKey: cacheKey });
      },
    });
  };
}
