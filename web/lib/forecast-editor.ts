import type { QueryClient } from '@tanstack/react-query';
import type { BorgensprognosAnswer } from '#contract/borgensprognos.ts';
import { type ForecastFigure, setForecastRow } from '#contract/scenarios.ts';
import { ApiProblem, callApi } from './api.ts';
import { borgensprognosKey } from './borgensprognos.ts';
import {
  type FigurePlace,
  figureIn,
  keyOf,
  withFigureBack,
  withFigures,
  withScenario,
} from './forecast-cache.ts';
import { type FigureState, figureAtOnce } from './forecast-figure.ts';
import { type RefusedSources, type SourcesChange, sourcesSetter } from './forecast-sources.ts';
import type { SaveQueue } from './save-queue.ts';
import { createVersions } from './versions.ts';

/** A wish for one figure: how it comes about, what was typed as an amount or over one, and the text. */
export type FigureChange = FigurePlace & FigureState & { readonly typed: string };

/** A change that the server refused, with its code and sentence. */
export type RefusedFigure = FigurePlace & {
  readonly typed: string;
  readonly code: string;
  readonly detail: string;
};

/** Two people changed the same figure: what was typed here, and what holds there. */
export type FigureConflict = FigurePlace & {
  readonly mine: FigureChange;
  readonly theirs: ForecastFigure | null;
};

/** What is not settled: refused changes and conflicts, and a change of a whole scenario. */
export type Unsettled = {
  readonly refused: readonly RefusedFigure[];
  readonly conflicts: readonly FigureConflict[];
  readonly sources: RefusedSources | null;
};

/** Changes figures at once on screen and in order on the server. */
export type ForecastEditor = {
  readonly set: (change: FigureChange) => void;
  /** Changes several figures of a scenario in one write; where it is refused none is changed. */
  readonly setSources: (change: SourcesChange) => void;
  /** Gives up a refused text, or a conflict in favour of what holds on the server. */
  readonly settle: (place: FigurePlace) => void;
  /** Takes note of a refused change of a whole scenario. */
  readonly settleSources: () => void;
  readonly unsettled: () => Unsettled;
  readonly subscribe: (listener: () => void) => () => void;
};

/** Makes the editor of an organisation's scenarios. */
export function createForecastEditor(
  client: QueryClient,
  queue: SaveQueue,
  organisationId: string,
): ForecastEditor {
  const cacheKey = borgensprognosKey(organisationId);
  const listeners = new Set<() => void>();
  const versions = createVersions();
  let unsettled: Unsettled = { refused: [], conflicts: [], sources: null };

  const become = (next: Unsettled): void => {
    unsettled = next;
    queue.hold('forecast', next.refused.length + next.conflicts.length > 0);
    for (const listener of listeners) listener();
  };
  const settle = (place: FigurePlace): void => {
    const isOther = (one: FigurePlace): boolean => keyOf(one) !== keyOf(place);
    const { refused, conflicts } = unsettled;
    if (refused.every(isOther) && conflicts.every(isOther)) return;
    become({
      ...unsettled,
      refused: refused.filter(isOther),
      conflicts: conflicts.filter(isOther),
    });
  };
  const answer = (): BorgensprognosAnswer | undefined => client.getQueryData(cacheKey);
  const patch = (change: (answer: BorgensprognosAnswer) => BorgensprognosAnswer): void => {
    client.setQueryData<BorgensprognosAnswer>(cacheKey, (old) => old && change(old));
  };

  const set = (change: FigureChange): void => {
    const { scenarioId, year, kind, source, arendeId, amount, comment } = change;
    const seen = figureIn(answer(), change);
    const write = versions.begin(keyOf(change), seen?.version ?? 0);
    settle(change);
    patch((old) => withFigures(old, scenarioId, [figureAtOnce(change, change, seen, old)]));
    queue.add({
      send: async (idempotencyKey) => {
        const params = { organisationId, scenarioId, year: `${year}`, kind };
        const call = { params, body: { source, arendeId, amount, comment } };
        const version = write.version();
        const saved = await callApi(setForecastRow, call, { version, idempotencyKey });
        // A later change of the same figure is on the screen already; only its version moves on.
        const isLatest = write.answered(saved.figure.version);
        patch((old) =>
          withScenario(
            isLatest ? withFigures(old, scenarioId, [saved.figure]) : old,
            saved.scenario,
          ),
        );
      },
      refused: (error) => {
        if (write.answered(null)) patch((old) => withFigureBack(old, change, seen));
        refuse(change, error);
      },
    });
  };

  const refuse = (change: FigureChange, error: unknown): void => {
    if (!(error instanceof ApiProblem)) return;
    const { scenarioId, year, kind, typed } = change;
    const place = { scenarioId, year, kind };
    const { code, detail, conflict } = error.problem;
    if (code !== 'version_stale') {
      become({ ...unsettled, refused: [...unsettled.refused, { ...place, typed, code, detail }] });
      return;
    }
    const theirs = (conflict?.current ?? null) as ForecastFigure | null;
    if (theirs !== null) patch((old) => withFigures(old, scenarioId, [theirs]));
    const found = { ...place, mine: change, theirs };
    become({ ...unsettled, conflicts: [...unsettled.conflicts, found] });
  };

  const setSources = sourcesSetter({
    client,
    queue,
    organisationId,
    versions,
    settle,
    refuse: (sources) => become({ ...unsettled, sources }),
  });

  return {
    set,
    setSources,
    settle,
    settleSources: () => become({ ...unsettled, sources: null }),
    unsettled: () => unsettled,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
