import type { QueryClient } from '@tanstack/react-query';
import type { BorgensprognosAnswer } from '#contract/borgensprognos.ts';
import {
  type EditableFigure,
  type ForecastFigure,
  type ScenarioAnswer,
  setForecastRow,
} from '#contract/scenarios.ts';
import { ApiProblem, callApi } from './api.ts';
import { borgensprognosKey } from './borgensprognos.ts';
import type { SaveQueue } from './save-queue.ts';

/** Which figure of which scenario. */
export type FigurePlace = {
  readonly scenarioId: string;
  readonly year: number;
  readonly kind: EditableFigure;
};

/** A wish for one figure: an amount in plain form or null for empty, and the text that was typed. */
export type FigureChange = FigurePlace & {
  readonly amount: string | null;
  readonly comment: string | null;
  readonly typed: string;
};

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

/** What is not settled: refused changes and conflicts. */
export type Unsettled = {
  readonly refused: readonly RefusedFigure[];
  readonly conflicts: readonly FigureConflict[];
};

/** Changes figures at once on screen and in order on the server. */
export type ForecastEditor = {
  readonly set: (change: FigureChange) => void;
  /** Gives up a refused text, or a conflict in favour of what holds on the server. */
  readonly settle: (place: FigurePlace) => void;
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
  // What the server last said of a figure, for a change that waited behind another of the same one.
  const latestVersion = new Map<string, number>();
  const waiting = new Map<string, number>();
  let unsettled: Unsettled = { refused: [], conflicts: [] };

  const become = (next: Unsettled): void => {
    unsettled = next;
    queue.hold('forecast', next.refused.length + next.conflicts.length > 0);
    for (const listener of listeners) listener();
  };
  const settle = (place: FigurePlace): void => {
    const isOther = (one: FigurePlace): boolean => keyOf(one) !== keyOf(place);
    const { refused, conflicts } = unsettled;
    become({ refused: refused.filter(isOther), conflicts: conflicts.filter(isOther) });
  };
  const patch = (change: (answer: BorgensprognosAnswer) => BorgensprognosAnswer): void => {
    client.setQueryData<BorgensprognosAnswer>(cacheKey, (old) => old && change(old));
  };

  const set = (change: FigureChange): void => {
    const key = keyOf(change);
    const seen = figureIn(client.getQueryData(cacheKey), change);
    const isBehindAnother = (waiting.get(key) ?? 0) > 0;
    waiting.set(key, (waiting.get(key) ?? 0) + 1);
    settle(change);
    patch((answer) => withFigure(answer, change.scenarioId, shownAtOnce(change, seen)));
    queue.add({
      send: async (idempotencyKey) => {
        const version =
          (isBehindAnother ? latestVersion.get(key) : undefined) ?? seen?.version ?? 0;
        const { scenarioId, year, kind, amount, comment } = change;
        const params = { organisationId, scenarioId, year: `${year}`, kind };
        const call = { params, body: { amount, comment } };
        const saved = await callApi(setForecastRow, call, { version, idempotencyKey });
        latestVersion.set(key, saved.figure.version);
        // A later change of the same figure is on the screen already; only its version moves on.
        const isLatest = done(key);
        patch((answer) =>
          withScenario(
            isLatest ? withFigure(answer, scenarioId, saved.figure) : answer,
            saved.scenario,
          ),
        );
      },
      refused: (error) => {
        if (done(key)) patch((answer) => withoutChange(answer, change, seen));
        refuse(change, error);
      },
    });
  };

  const done = (key: string): boolean => {
    const left = (waiting.get(key) ?? 1) - 1;
    waiting.set(key, left);
    return left === 0;
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
    if (theirs !== null) patch((answer) => withFigure(answer, scenarioId, theirs));
    const found = { ...place, mine: change, theirs };
    become({ ...unsettled, conflicts: [...unsettled.conflicts, found] });
  };

  return {
    set,
    settle,
    unsettled: () => unsettled,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** One text for one figure. */
export function keyOf({ scenarioId, year, kind }: FigurePlace): string {
  return `${scenarioId} ${year} ${kind}`;
}

function shownAtOnce(change: FigureChange, seen: ForecastFigure | undefined): ForecastFigure {
  return {
    year: change.year,
    kind: change.kind,
    ...countedAtOnce(change, seen),
    comment: change.comment,
    version: seen?.version ?? 0,
    changedAt: seen?.changedAt ?? new Date().toISOString(),
    changedBy: seen?.changedBy ?? '',
  };
}

// A figure that follows an ärende goes on knowing it, and follows it again when it is emptied.
function countedAtOnce({ amount }: FigureChange, seen: ForecastFigure | undefined) {
  if (seen?.source !== 'linked') {
    const link = { arendeId: null, linkedAmount: null, isOverridden: false };
    return { source: 'typed' as const, amount, ...link };
  }
  const { source, arendeId, linkedAmount } = seen;
  const isOverridden = amount !== null;
  return { source, arendeId, linkedAmount, isOverridden, amount: amount ?? linkedAmount };
}

function figureIn(
  answer: BorgensprognosAnswer | undefined,
  { scenarioId, year, kind }: FigurePlace,
): ForecastFigure | undefined {
  const found = answer?.scenarios.find(({ scenario }) => scenario.scenarioId === scenarioId);
  return found?.figures.find((figure) => figure.year === year && figure.kind === kind);
}

type Entry = BorgensprognosAnswer['scenarios'][number];

function changed(
  answer: BorgensprognosAnswer,
  scenarioId: string,
  change: (entry: Entry) => Entry,
): BorgensprognosAnswer {
  const scenarios = answer.scenarios.map((entry) =>
    entry.scenario.scenarioId === scenarioId ? change(entry) : entry,
  );
  return { ...answer, scenarios };
}

function withFigure(
  answer: BorgensprognosAnswer,
  scenarioId: string,
  figure: ForecastFigure,
): BorgensprognosAnswer {
  return changed(answer, scenarioId, (entry) => {
    const others = entry.figures.filter(
      ({ year, kind }) => year !== figure.year || kind !== figure.kind,
    );
    return { ...entry, figures: [...others, figure] };
  });
}

function withoutChange(
  answer: BorgensprognosAnswer,
  { scenarioId, year, kind }: FigurePlace,
  seen: ForecastFigure | undefined,
): BorgensprognosAnswer {
  if (seen !== undefined) return withFigure(answer, scenarioId, seen);
  return changed(answer, scenarioId, (entry) => ({
    ...entry,
    figures: entry.figures.filter((figure) => figure.year !== year || figure.kind !== kind),
  }));
}

function withScenario(
  answer: BorgensprognosAnswer,
  scenario: ScenarioAnswer,
): BorgensprognosAnswer {
  return changed(answer, scenario.scenarioId, (entry) => ({ ...entry, scenario }));
}
