import { ProblemError } from './problems.ts';

/** Files that are read at the same time, all over the process. */
export type Readings = {
  /** Takes a place, or ends the request where all are taken. Gives the way to give it back. */
  readonly begin: () => () => void;
};

/** How many files are read at once: each has a thread and memory of its own. */
export const mostReadings = 2;

/** When it is worth trying again, in seconds. */
const retryAfter = 10;

/** Counts files that are being read. */
export function countReadings(): Readings {
  let under = 0;
  return {
    begin: () => {
      if (under >= mostReadings) throw new ProblemError('readings_busy', { retryAfter });
      under += 1;
      let isOver = false;
      return () => {
        if (!isOver) under -= 1;
        isOver = true;
      };
    },
  };
}
