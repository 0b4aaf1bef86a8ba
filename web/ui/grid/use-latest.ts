import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * The same function for as long as the component lives, doing what the latest render says.
 *
 * For what memoised rows are handed: a new function would draw every row anew.
 */
export function useLatest<Arguments extends unknown[], Answer>(
  act: (...given: Arguments) => Answer,
): (...given: Arguments) => Answer {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...given: Arguments) => latest.current(...given), []);
}
