import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './schema.ts';

/** How far a transaction had come: before its work, in it, or past it. */
type Stage = 'opening' | 'working' | 'committing';

/** A transaction whose connection to the database was lost. */
export class ConnectionLost extends Error {
  readonly stage: Stage;

  constructor(stage: Stage, cause: unknown) {
    super(`The connection to the database was lost while ${stage}`, { cause });
    this.stage = stage;
  }

  /** False where COMMIT was on its way: the database may have saved everything, or nothing. */
  get isNothingSaved(): boolean {
    return this.stage !== 'committing';
  }
}

/** What a transaction consists of. */
export type Steps<Opened, Value> = {
  /** What comes before the work; it may be done again on another connection. */
  readonly open: (trx: Transaction<Tables>) => Promise<Opened>;
  readonly work: (trx: Transaction<Tables>, opened: Opened) => Promise<Value>;
  /** True where the work changes nothing, and so may be done once more. */
  readonly onlyReads: boolean;
};

/**
 * For how long a transaction is begun again, in milliseconds. A PostgreSQL that is restarted is back
 * before then, and no pool holds so many dead connections that they last as long.
 */
const patience = 5_000;

/**
 * Runs a transaction, and begins again on another connection where the first one was lost before
 * its work began. Throws `ConnectionLost` where it was lost later.
 */
export async function runTransaction<Opened, Value>(
  kysely: Kysely<Tables>,
  steps: Steps<Opened, Value>,
): Promise<Value> {
  const begun = performance.now();
  let mayRepeat = steps.onlyReads;
  for (let tries = 0; ; tries += 1) {
    try {
      return await runOnce(kysely, steps);
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      const isBegun = error.stage !== 'opening';
      const isAgain = isBegun ? mayRepeat : performance.now() - begun < patience;
      if (!isAgain) throw error;
      if (isBegun) mayRepeat = false;
      await pause(Math.min(5 * 2 ** tries, 250));
    }
  }
}

async function runOnce<Opened, Value>(
  kysely: Kysely<Tables>,
  { open, work }: Steps<Opened, Value>,
): Promise<Value> {
  const progress: { stage: Stage; failure?: { readonly error: unknown } } = { stage: 'opening' };
  try {
    return await kysely.transaction().execute(async (trx) => {
      try {
        const opened = await open(trx);
        progress.stage = 'working';
        const value = await work(trx, opened);
        progress.stage = 'committing';
        return value;
      } catch (error) {
        progress.failure = { error };
        throw error;
      }
    });
  } catch (error) {
    // The ROLLBACK of a dead connection fails too, and would hide why the work gave up: a refusal
    // is still that refusal, since a transaction that is never committed leaves nothing.
    const cause = progress.failure === undefined ? error : progress.failure.error;
    throw isConnectionLost(cause) ? new ConnectionLost(progress.stage, cause) : cause;
  }
}

// 08: connection exceptions. 57P01–57P05: shut down, crashed, starting, dropped, idle for too long.
// 25P03 and 25P04: a transaction for too long. 53300: no connection is free.
const lostStates = /^(?:08\w{3}|57P0[1-5]|25P0[34]|53300)$/u;

const lostSockets = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
]);

// What the driver says without a code.
const lostSentences = [
  'Client has encountered a connection error',
  'Client was closed',
  'Connection terminated',
  'Postgres connection has been discarded',
  'timeout exceeded when trying to connect',
  'timeout expired',
];

/** True for an error that says that the connection to a PostgreSQL is no more, or never came to be. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (lostStates.test(code) || lostSockets.has(code)) return true;
  return lostSentences.some((sentence) => error.message.startsWith(sentence));
}
