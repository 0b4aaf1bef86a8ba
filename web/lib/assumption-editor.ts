import type { QueryClient } from '@tanstack/react-query';
import { type AssumptionAnswer, setAssumption } from '#contract/assumptions.ts';
import type { BorgensprognosAnswer } from '#contract/borgensprognos.ts';
import { ApiProblem, callApi } from './api.ts';
import { borgensprognosKey } from './borgensprognos.ts';
import {
  type AssumptionPlace,
  assumptionIn,
  assumptionKey,
  withAssumption,
  withScenario,
} from './forecast-cache.ts';
import type { SaveQueue } from './save-queue.ts';
import { createVersions } from './versions.ts';

/** A value in plain form, with the fields of its kind's shape filled; all null takes it away. */
export type AssumptionState = Pick<
  AssumptionAnswer,
  'percent' | 'low' | 'high' | 'amount' | 'months' | 'lastMonth' | 'comment'
>;

/** A wish for one assumption. */
export type AssumptionChange = AssumptionPlace & AssumptionState;

/** A change that the server refused. */
export type RefusedAssumption = {
  readonly mine: AssumptionChange;
  readonly code: string;
  readonly detail: string;
};

/** Two people changed the same assumption: what was typed here, and what holds there. */
export type AssumptionConflict = {
  readonly mine: AssumptionChange;
  readonly theirs: AssumptionAnswer | null;
};

/** What is not settled. */
export type UnsettledAssumptions = {
  readonly refused: readonly RefusedAssumption[];
  readonly conflicts: readonly AssumptionConflict[];
};

/** Changes assumptions at once on screen and in order on the server. */
export type AssumptionEditor = {
  readonly set: (change: AssumptionChange) => void;
  /** Gives up a refused value, or a conflict in favour of what holds on the server. */
  readonly settle: (place: AssumptionPlace) => void;
  readonly unsettled: () => UnsettledAssumptions;
  readonly subscribe: (listener: () => void) => () => void;
};

/** No value at all. */
export const noAssumption: AssumptionState = {
  percent: null,
  low: null,
  high: null,
  amount: null,
  months: null,
  lastMonth: null,
  comment: null,
};

/** What is said in a place; nothing where nobody has said anything. */
export function assumptionState(one: AssumptionState | undefined): AssumptionState {
  if (one === undefined) return noAssumption;
  const { percent, low, high, amount, months, lastMonth, comment } = one;
  return { percent, low, high, amount, months, lastMonth, comment };
}

/** Makes the editor of an organisation's assumptions. */
export function createAssumptionEditor(
  client: QueryClient,
  queue: SaveQueue,
  organisationId: string,
): AssumptionEditor {
  const cacheKey = borgensprognosKey(organisationId);
  const listeners = new Set<() => void>();
  const versions = createVersions();
  let unsettled: UnsettledAssumptions = { refused: [], conflicts: [] };

  const become = (next: UnsettledAssumptions): void => {
    unsettled = next;
    queue.hold('assumptions', next.refused.length + next.conflicts.length > 0);
    for (const listener of listeners) listener();
  };
  const settle = (place: AssumptionPlace): void => {
    const key = assumptionKey(place);
    const isOther = ({ mine }: { readonly mine: AssumptionPlace }): boolean =>
      assumptionKey(mine) !== key;
    const { refused, conflicts } = unsettled;
    if (refused.every(isOther) && conflicts.every(isOther)) return;
    become({ refused: refused.filter(isOther), conflicts: conflicts.filter(isOther) });
  };
  const patch = (change: (answer: BorgensprognosAnswer) => BorgensprognosAnswer): void => {
    client.setQueryData<BorgensprognosAnswer>(cacheKey, (old) => old && change(old));
  };

  const set = (change: AssumptionChange): void => {
    const seen = assumptionIn(client.getQueryData(cacheKey), change);
    const write = versions.begin(assumptionKey(change), seen?.version ?? 0);
    settle(change);
    patch((answer) => withAssumption(answer, change, shownAtOnce(change, seen)));
    queue.add({
      send: async (idempotencyKey) => {
        const body = { ...placeOf(change), ...assumptionState(change) };
        const call = { params: { organisationId }, body };
        const version = write.version();
        const saved = await callApi(setAssumption, call, { version, idempotencyKey });
        const isLatest = write.answered(saved.assumption.version);
        patch((answer) => {
          const next = isLatest ? withAssumption(answer, change, saved.assumption) : answer;
          return saved.scenario === null ? next : withScenario(next, saved.scenario);
        });
      },
      refused: (error) => {
        if (write.answered(null)) {
          patch((answer) => withAssumption(answer, change, seen ?? null));
        }
        refuse(change, error);
      },
    });
  };

  const refuse = (mine: AssumptionChange, error: unknown): void => {
    if (!(error instanceof ApiProblem)) return;
    const { code, detail, conflict } = error.problem;
    if (code !== 'version_stale') {
      become({ ...unsettled, refused: [...unsettled.refused, { mine, code, detail }] });
      return;
    }
    const theirs = (conflict?.current ?? null) as AssumptionAnswer | null;
    if (theirs !== null) patch((answer) => withAssumption(answer, mine, theirs));
    become({ ...unsettled, conflicts: [...unsettled.conflicts, { mine, theirs }] });
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

function placeOf({ scenarioId, kind, lineId, from }: AssumptionPlace): AssumptionPlace {
  return { scenarioId, kind, lineId, from };
}

function shownAtOnce(
  change: AssumptionChange,
  seen: AssumptionAnswer | undefined,
): AssumptionAnswer {
  return {
    assumptionId: seen?.assumptionId ?? assumptionKey(change),
    ...placeOf(change),
    ...assumptionState(change),
    version: seen?.version ?? 0,
    changedAt: seen?.changedAt ?? new Date().toISOString(),
    changedBy: seen?.changedBy ?? '',
  };
}
