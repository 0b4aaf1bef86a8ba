import { isRefusal } from './api.ts';

/** What stands behind the words "Sparat", "Sparar" and "Väntar på nätet". */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'waiting'; readonly changes: number }
  | { readonly kind: 'refused' };

/** One write: `send` is tried until it is answered; `refused` takes an answer that was no. */
export type QueuedWrite = {
  /** Sends the write; the key is the same at every try, so that it is done once. */
  readonly send: (idempotencyKey: string) => Promise<void>;
  readonly refused: (error: unknown) => void;
};

/** Writes in the order in which they were made, one at a time. */
export type SaveQueue = {
  readonly add: (write: QueuedWrite) => void;
  /**
   * Says whether somebody holds something that is not saved and not on its way: a refused text, or
   * a conflict. While anybody does, nothing is said to be saved.
   */
  readonly hold: (holder: string, isHolding: boolean) => void;
  readonly state: () => SaveState;
  readonly subscribe: (listener: () => void) => () => void;
};

const firstPause = 1_000;
const longestPause = 15_000;

/**
 * Makes an empty queue.
 *
 * A write that the network or the server loses is tried again until it is answered, and those after
 * it wait; one that is refused is handed back, and the next one goes on.
 */
export function createSaveQueue(
  clock: () => Date = () => new Date(),
  pause: (milliseconds: number) => Promise<void> = pauseOrOnline,
): SaveQueue {
  const waiting: QueuedWrite[] = [];
  const listeners = new Set<() => void>();
  let state: SaveState = { kind: 'saved', at: null };
  const holders = new Set<string>();
  let isRunning = false;
  let savedAt: Date | null = null;

  const become = (next: SaveState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  const run = async (): Promise<void> => {
    isRunning = true;
    for (let write = waiting[0]; write !== undefined; write = waiting[0]) {
      await sendUntilAnswered(write, () => {
        become({ kind: 'waiting', changes: waiting.length });
      });
      waiting.shift();
      if (waiting.length > 0) become({ kind: 'saving' });
    }
    isRunning = false;
    rest();
  };

  const rest = (): void => {
    become(holders.size > 0 ? { kind: 'refused' } : { kind: 'saved', at: savedAt });
  };

  const sendUntilAnswered = async (write: QueuedWrite, lost: () => void): Promise<void> => {
    const key = crypto.randomUUID();
    for (let wait = firstPause; ; wait = Math.min(wait * 2, longestPause)) {
      try {
        await write.send(key);
        savedAt = clock();
        return;
      } catch (error) {
        if (isRefusal(error)) {
          write.refused(error);
          return;
        }
        lost();
        await pause(wait);
      }
    }
  };

  return {
    add: (write) => {
      waiting.push(write);
      if (state.kind !== 'waiting') become({ kind: 'saving' });
      else become({ kind: 'waiting', changes: waiting.length });
      if (!isRunning) void run();
    },
    hold: (holder, isHolding) => {
      if (holders.has(holder) === isHolding) return;
      if (isHolding) holders.add(holder);
      else holders.delete(holder);
      if (!isRunning) rest();
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

// Whichever comes first: the pause is over, or the network is back.
function pauseOrOnline(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener('online', done);
  });
}
