/**
 * An answer that must tell nobody whether an account exists comes this long after it was asked for,
 * in milliseconds: what is written for one that does must not show in the time.
 */
const answerTakes = 500;

/** Waits until an answer is due that was asked for at `start`, a time of `performance.now()`. */
export function untilSameTime(start: number): Promise<void> {
  const left = answerTakes - (performance.now() - start);
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, left)));
}
