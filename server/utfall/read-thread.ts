import { Worker } from 'node:worker_threads';
import type { VoucherRowAnswer } from '#contract/utfall-file.ts';
import type { Result } from '#domain/result.ts';
import type { FileReading } from './file-reading.ts';
import type { SieReadingRefusal } from './sie-reading.ts';

/** What a thread is started for: all of a SIE file, or the voucher rows behind certain sums of it. */
export type ReadingJob =
  | { readonly is: 'read' }
  | { readonly is: 'vouchers'; readonly sums: readonly string[]; readonly limit: number };

/** The first rows that were looked for, and how many there were. */
export type FoundVouchers = {
  readonly rows: readonly VoucherRowAnswer[];
  readonly count: number;
};

/** What a thread answers with. */
export type ThreadAnswer = Result<FileReading | FoundVouchers, SieReadingRefusal>;

/** Why a thread gave no answer: it took too much memory, it was too slow, or it died. */
export type ThreadRefusal = 'reading_too_heavy' | 'reading_too_slow' | 'reading_failed';

type Ended<Value> = Result<Value, SieReadingRefusal | ThreadRefusal>;

/** A thread that reads a SIE file, piece by piece. */
export type ReadingThread<Value> = {
  /** Hands over a piece and waits until there is room for another; false where no more is wanted. */
  readonly push: (chunk: Uint8Array) => Promise<boolean>;
  /** Says that this was all, and waits for the answer. */
  readonly finish: () => Promise<Ended<Value>>;
  /** Ends the thread, wherever it is. */
  readonly stop: () => Promise<void>;
};

/** Pieces that may wait in the thread: enough that it is never idle, and little memory. */
const mostWaiting = 16;

/** How long a thread may be silent about a piece or its answer, in milliseconds. */
const longestSilence = 60_000;

/**
 * The heap of the thread, in MiB. The limits of `domain/sie/limits.ts` keep it below: a thread that
 * reaches its limit with one large allocation takes the whole process with it.
 */
const heapMegabytes = 1_024;

/** Starts a thread for a job. What goes wrong in it is an answer, and never reaches the process. */
export function startReading<Value extends FileReading | FoundVouchers>(
  job: ReadingJob,
  { megabytes = heapMegabytes, silence = longestSilence } = {},
): ReadingThread<Value> {
  // Nothing of this process goes along: no environment, no flags, no output.
  const worker = new Worker(new URL('read-worker.ts', import.meta.url), {
    workerData: job,
    env: {},
    execArgv: [],
    stdin: false,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  let waiting = 0;
  let isEnded = false;
  let wake = (): void => undefined;
  let end = (_answer: Ended<Value>): void => undefined;
  const answer = new Promise<Ended<Value>>((resolve) => {
    end = (told) => {
      isEnded = true;
      resolve(told);
      wake();
    };
  });
  const late = setTimeout(() => end({ ok: false, refusal: 'reading_too_slow' }), silence).unref();
  worker.on('message', (message: 'taken' | Ended<Value>) => {
    late.refresh();
    if (message !== 'taken') return end(message);
    waiting -= 1;
    return wake();
  });
  worker.on('error', (error) => end({ ok: false, refusal: refusalOf(error) }));
  worker.on('exit', () => end({ ok: false, refusal: 'reading_failed' }));
  return {
    push: async (chunk) => {
      // A copy of its own can be moved to the thread; the piece may be part of something larger.
      const moved = new Uint8Array(chunk);
      late.refresh();
      worker.postMessage(moved, [moved.buffer]);
      waiting += 1;
      while (waiting >= mostWaiting && !isEnded) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return !isEnded;
    },
    finish: () => {
      late.refresh();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- not a window
      worker.postMessage('end');
      return answer;
    },
    stop: async () => {
      clearTimeout(late);
      isEnded = true;
      wake();
      await worker.terminate();
    },
  };
}

function refusalOf(error: unknown): ThreadRefusal {
  const isMemory =
    error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? 'reading_too_heavy' : 'reading_failed';
}
