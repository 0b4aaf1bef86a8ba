import type { SimulationReply, SimulationRequest } from './simulation-messages.ts';

/** The part of a worker that is used. */
export type SimulationPort = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** A question without its number. */
export type SimulationQuestion = Omit<SimulationRequest, 'id'>;

/** What is known: the last answer stays until there is a newer one. */
export type SimulationState = {
  readonly isRunning: boolean;
  readonly hasFailed: boolean;
  /** The last answer, and the question that it answers. */
  readonly last: {
    readonly question: SimulationQuestion;
    readonly reply: Extract<SimulationReply, { readonly type: 'done' }>;
  } | null;
};

/** Before anything is asked. */
export const idle: SimulationState = { isRunning: false, hasFailed: false, last: null };

/** Asks a worker, and gives up what nobody wants to know any more. */
export type SimulationRunner = {
  readonly ask: (question: SimulationQuestion) => void;
  readonly stop: () => void;
};

/**
 * Makes a runner. A new question ends the worker that is still at an older one, and is asked of a
 * worker of its own, so that it never waits; one that has answered is asked again.
 */
export function createRunner(
  open: () => SimulationPort,
  tell: (state: SimulationState) => void,
): SimulationRunner {
  let port: SimulationPort | null = null;
  let asked: SimulationRequest | null = null;
  let count = 0;
  let state = idle;

  const become = (change: Partial<SimulationState>): void => {
    state = { ...state, ...change };
    tell(state);
  };
  const close = (): void => {
    port?.terminate();
    port = null;
    asked = null;
  };
  const hear = (reply: SimulationReply): void => {
    // An older worker's last words may come after it was ended.
    if (asked === null || reply.id !== asked.id) return;
    const { id: _, ...question } = asked;
    asked = null;
    if (reply.type === 'failed') become({ isRunning: false, hasFailed: true });
    else become({ isRunning: false, hasFailed: false, last: { question, reply } });
  };
  const opened = (): SimulationPort => {
    const made = open();
    made.addEventListener('message', ({ data }: MessageEvent<SimulationReply>) => hear(data));
    made.addEventListener('error', () => {
      if (made !== port) return;
      close();
      become({ isRunning: false, hasFailed: true });
    });
    return made;
  };

  return {
    ask: (question) => {
      if (asked !== null) close();
      port ??= opened();
      count += 1;
      asked = { id: count, ...question };
      become({ isRunning: true, hasFailed: false });
      port.postMessage(asked);
    },
    stop: close,
  };
}
