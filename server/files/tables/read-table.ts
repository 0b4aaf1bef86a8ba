import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { TableRefusal, TableRefusalCode } from '#contract/table-texts.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { emptyCell, type TableCell } from '#domain/utfall-table-cell.ts';
import { maxFileBytes, maxHeapMegabytes, maxMilliseconds } from './limits.ts';
import { fromSent, type ReadingMessage, type TableFile, type TableSheet } from './table-file.ts';
import { inTurn } from './turns.ts';

/** How a file is read. */
export type ReadOptions = {
  /** The name that the person's file has; only its ending is looked at. */
  readonly fileName: string;
  /** Ends the reading at once; what was read is thrown away. */
  readonly signal: AbortSignal;
  /** For tests; `limits.ts` says what holds. */
  readonly milliseconds?: number;
  readonly heapMegabytes?: number;
};

/**
 * Reads a CSV or XLSX file from disk, in a thread of its own, two at a time.
 *
 * All or nothing: the table whole, or why there is none. Nothing in the file is run, nothing outside
 * it is fetched, and nothing is written. A thread that dies, takes too long or is told to stop is a
 * refusal too; `details.cause` is then for the log. Rejects only where the file cannot be opened.
 */
export async function readTable(
  path: string,
  options: ReadOptions,
): Promise<Result<TableFile, TableRefusal>> {
  const { size } = await stat(path);
  if (size > maxFileBytes) return refusal('file_too_large');
  return inTurn(async () =>
    options.signal.aborted ? refusal('reading_stopped') : readInThread(path, options),
  );
}

function refusal(code: TableRefusalCode, cause?: string): Result<TableFile, TableRefusal> {
  return refused({ code, details: cause === undefined ? {} : { cause } });
}

async function readInThread(
  path: string,
  { fileName, signal, ...limits }: ReadOptions,
): Promise<Result<TableFile, TableRefusal>> {
  // Nothing of this process goes along: no environment, no flags, no output.
  const worker = new Worker(new URL('table-worker.ts', import.meta.url), {
    workerData: { path, fileName },
    env: {},
    execArgv: [],
    stdin: false,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes ?? maxHeapMegabytes },
  });
  const stop = new AbortController();
  try {
    return await new Promise((resolve) => {
      const collected = collect();
      const late = setTimeout(
        () => resolve(refusal('reading_too_slow')),
        limits.milliseconds ?? maxMilliseconds,
      );
      stop.signal.addEventListener('abort', () => clearTimeout(late));
      signal.addEventListener('abort', () => resolve(refusal('reading_stopped')), {
        signal: stop.signal,
      });
      worker.on('message', (message: ReadingMessage) => {
        const end = collected.take(message);
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- not a window
        if (end === null) worker.postMessage('taken');
        else resolve(end);
      });
      worker.on('error', (error) => resolve(died(error)));
      worker.on('exit', (code) => resolve(refusal('reading_failed', `exit ${code}`)));
    });
  } finally {
    stop.abort();
    await worker.terminate();
  }
}

function died(error: unknown): Result<TableFile, TableRefusal> {
  const isMemory =
    error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? refusal('reading_too_heavy') : refusal('reading_failed', String(error));
}

type Collected = {
  /** Null until the last message, which says how it went. */
  take(message: ReadingMessage): Result<TableFile, TableRefusal> | null;
};

function collect(): Collected {
  const noCells: readonly TableCell[] = [];
  const sheets: (TableSheet & { readonly rows: (readonly TableCell[])[] })[] = [];
  return {
    take(message) {
      switch (message.is) {
        case 'sheet':
          sheets.push({ name: message.name, hidden: message.hidden, rows: [] });
          return null;
        case 'rows': {
          const rows = sheets.at(-1)?.rows ?? [];
          for (const row of message.rows) {
            while (rows.length < row.number - 1) rows.push(noCells);
            rows.push(fromSent(row, emptyCell));
          }
          return null;
        }
        case 'done':
          return accepted({ kind: message.kind, sheets, notes: message.notes });
        case 'refused':
          return refused(message.refusal);
      }
    },
  };
}
