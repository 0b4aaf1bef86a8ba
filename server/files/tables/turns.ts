/** Tables read at the same time: each can fill a processor and some hundred megabytes. */
const atOnce = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** Runs a task when it is its turn: two at a time, in the order they came. */
export async function inTurn<T>(task: () => Promise<T>): Promise<T> {
  if (running < atOnce) running += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await task();
  } finally {
    // The place is handed on, so that a newcomer cannot slip in between.
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
