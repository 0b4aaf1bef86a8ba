import { useCallback, useMemo, useSyncExternalStore } from 'react';

/** What was done and can be undone, oldest first, and what was undone and can be done again. */
export type History<Step> = { readonly done: readonly Step[]; readonly undone: readonly Step[] };

/** The longest history that is kept, in steps. */
const longest = 200;

/** The history after one more step; what had been undone is out of reach. */
export function afterDoing<Step>(history: History<Step>, step: Step): History<Step> {
  return { done: [...history.done, step].slice(-longest), undone: [] };
}

/** The history after its last step was undone. */
export function afterUndoing<Step>({ done, undone }: History<Step>): History<Step> {
  const last = done.at(-1);
  return last === undefined
    ? { done, undone }
    : { done: done.slice(0, -1), undone: [...undone, last] };
}

/** The history after the step that was undone last was done again. */
export function afterRedoing<Step>({ done, undone }: History<Step>): History<Step> {
  const last = undone.at(-1);
  return last === undefined
    ? { done, undone }
    : { done: [...done, last], undone: undone.slice(0, -1) };
}

const prefix = 'tkr.undo.';

/** Forgets every history of the tab: they hold figures, and belong to whoever made them. */
export function forgetSteps(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  }
  for (const listener of listeners) listener();
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A page's history, and how to move in it. */
export type UndoHistory<Step> = History<Step> & {
  readonly push: (step: Step) => void;
  /** The step to take back, now counted as undone; undefined where there is none. */
  readonly takeUndo: () => Step | undefined;
  /** The step to do again, now counted as done; undefined where there is none. */
  readonly takeRedo: () => Step | undefined;
};

/**
 * The history under a name, kept for as long as the browser tab lives: undo works after a reload.
 *
 * Steps must survive JSON.
 */
export function useUndoHistory<Step>(name: string): UndoHistory<Step> {
  const key = `${prefix}${name}`;
  const stored = useSyncExternalStore(subscribe, () => sessionStorage.getItem(key));
  const history = useMemo(() => parse<Step>(stored), [stored]);
  const write = useCallback(
    (next: History<Step>) => {
      sessionStorage.setItem(key, JSON.stringify(next));
      for (const listener of listeners) listener();
    },
    [key],
  );
  return useMemo(() => {
    const now = (): History<Step> => parse<Step>(sessionStorage.getItem(key));
    return {
      ...history,
      push: (step) => write(afterDoing(now(), step)),
      takeUndo: () => {
        const step = now().done.at(-1);
        write(afterUndoing(now()));
        return step;
      },
      takeRedo: () => {
        const step = now().undone.at(-1);
        write(afterRedoing(now()));
        return step;
      },
    };
  }, [history, key, write]);
}

function parse<Step>(stored: string | null): History<Step> {
  return stored === null ? { done: [], undone: [] } : (JSON.parse(stored) as History<Step>);
}
