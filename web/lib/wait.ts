import { useCallback, useSyncExternalStore } from 'react';
import { ApiProblem } from './api.ts';

/** The whole seconds left until another try, as a refusal asked for; 0 where nothing is asked. */
export function useWait(error: Error | null): number {
  const end = error instanceof ApiProblem ? error.mayTryAt : null;
  const left = useCallback(
    () => (end === null ? 0 : Math.max(0, Math.ceil((end - Date.now()) / 1000))),
    [end],
  );
  return useSyncExternalStore(end === null ? never : often, left);
}

function never(): () => void {
  return () => undefined;
}

// Four times a second, so that no second is skipped.
function often(tick: () => void): () => void {
  const timer = setInterval(tick, 250);
  return () => clearInterval(timer);
}
