import { ApiProblem, isRefusal, isSignedOut, refusalCode } from './api.ts';

/** What stands behind the words "Sparat", "Sparar" and "Väntar på nätet". */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'saving' }
  | {
      readonly kind: 'waiting';
      readonly changes: number;
      /** For somebody to log in, and not for the network. */
      readonly isForLogin: boolean;
    }
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
  /** Sends nothing more until `resume`: what is here is not the work of whoever is signed in. */
  readonly halt: () => void;
  /** Goes on at once, also where a pause is under way. */
  readonly resume: () => void;
  /** Forgets everything that is not saved. A write under way may be done; its answer is not heard. */
  readonly discard: () => void;
  /** How many writes are not answered yet. */
  readonly pending: () => number;
  readonly state: () => SaveState;
  readonly subscribe: (listener: () => void) => () => void;
};

const firstPause = 1_000;
const longestPause = 15_000;

/**
 * Makes an empty queue.
 *
 * A write that the network or the server loses, or that finds nobody signed in, is tried again until
 * it is answered, and those after it wait; one that is refused is handed back, and the next goes on.
 */
export function createSaveQueue(
  clock: () => Date = () => new Date(),
  pause: (milliseconds: number) => Promise<void> = pauseOrOnline,
): SaveQueue {
  const waiting: QueuedWrite[] = [];
  const listeners = new Set<() => void>();
  let state: SaveState = { kind: 'saved', at: null };
  const holders = new Set<string>();
  let savedAt: Date | null = null;
  // The run that sends; one that finds itself replaced has been discarded, and says nothing more.
  let running: symbol | null = null;
  let isHalted = false;
  const resumers = new Set<() => void>();

  const become = (next: SaveState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const rest = (): void => {
    become(holders.size > 0 ? { kind: 'refused' } : { kind: 'saved', at: savedAt });
  };
  const wait = (isForLogin: boolean): void => {
    become({ kind: 'waiting', changes: waiting.length, isForLogin });
  };
  const resumed = (): Promise<void> => new Promise((resolve) => resumers.add(resolve));

  const run = async (): Promise<void> => {
    const self = Symbol('run');
    running = self;
    for (let write = waiting[0]; write !== undefined; write = waiting[0]) {
      await sendUntilAnswered(write, () => running === self);
      if (running !== self) return;
      waiting.shift();
      if (waiting.length > 0 && !isHalted) become({ kind: 'saving' });
    }
    running = null;
    rest();
  };

  const sendUntilAnswered = async (write: QueuedWrite, isWanted: () => boolean): Promise<void> => {
    const key = crypto.randomUUID();
    for (let length = firstPause; ; length = Math.min(length * 2, longestPause)) {
      while (isHalted) await resumed();
      if (!isWanted()) return;
      try {
        await write.send(key);
        if (isWanted()) savedAt = clock();
        return;
      } catch (error) {
        if (!isWanted()) return;
        if (isRefusal(error) && !isWorthAnotherTry(error)) {
          write.refused(error);
          return;
        }
        wait(isSignedOut(refusalCode(error)));
        await Promise.race([pause(pauseAskedFor(error) ?? length), resumed()]);
      }
    }
  };

  return {
    add: (write) => {
      waiting.push(write);
      if (isHalted) wait(true);
      else if (state.kind === 'waiting') wait(state.isForLogin);
      else become({ kind: 'saving' });
      if (running === null) void run();
    },
    hold: (holder, isHolding) => {
      if (holders.has(holder) === isHolding) return;
      if (isHolding) holders.add(holder);
      else holders.delete(holder);
      if (running === null) rest();
    },
    halt: () => {
      isHalted = true;
      if (waiting.length > 0) wait(true);
    },
    resume: () => {
      isHalted = false;
      for (const goOn of resumers) goOn();
      resumers.clear();
    },
    discard: () => {
      running = null;
      waiting.length = 0;
      holders.clear();
      savedAt = null;
      rest();
    },
    pending: () => waiting.length,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function isWorthAnotherTry(error: ApiProblem): boolean {
  return isSignedOut(error.problem.code) || error.problem.status === 429;
}

function pauseAskedFor(error: unknown): number | null {
  if (!(error instanceof ApiProblem) || error.retryAfter === null) return null;
  return error.retryAfter * 1_000;
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
