import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { letTakeTime } from './connections.ts';
import { ProblemError } from './problems.ts';

/** A file on its way in. */
export type Incoming = {
  /**
   * Its bytes as they come, once. Nothing is taken from the sender while nobody asks for more.
   *
   * Throws `ProblemError` where the file is too large or stops coming, and where the sender leaves.
   */
  readonly chunks: () => AsyncIterable<Buffer>;
  /** What has come so far; the hash only when all has. */
  readonly seen: () => { readonly byteSize: number; readonly sha256: string };
  /** Gives up on a file that is larger than this, in bytes, as soon as that shows. */
  readonly limit: (mostBytes: number) => void;
  /** Ends work that nobody waits for any more. */
  readonly signal: AbortSignal;
};

/** What a file on its way in may cost: bytes in all, and milliseconds of silence. */
export type IncomingLimits = { readonly mostBytes: number; readonly silence: number };

/** How long a sender whose file was refused may go on sending, in milliseconds, to hear why. */
const lingering = 30_000;

/** Takes charge of the body of a request. It is then no longer cut off for being slow. */
export function openIncoming(
  request: IncomingMessage,
  response: ServerResponse,
  { mostBytes, silence }: IncomingLimits,
): Incoming {
  letTakeTime(request);
  const left = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) left.abort(new ProblemError('upload_aborted'));
  });
  // A refused file is let in for a while and thrown away: a connection that is reset at once would
  // never show its sender the answer.
  response.once('finish', () => {
    if (request.complete) return;
    request.on('error', () => undefined);
    // As long as somebody reads it piece by piece, it does not flow away by itself.
    void Promise.resolve(bytes?.return?.()).finally(() => request.resume());
    const cut = setTimeout(() => request.destroy(), lingering).unref();
    request.once('close', () => clearTimeout(cut));
  });
  const hash = createHash('sha256');
  const declared = /^\d{1,15}$/u.exec(request.headers['content-length'] ?? '')?.[0];
  let most = mostBytes;
  let byteSize = 0;
  let bytes: AsyncIterator<unknown> | null = null;
  const check = (bytes: number): void => {
    if (bytes > most) throw new ProblemError('upload_too_large');
  };
  return {
    signal: left.signal,
    seen: () => ({ byteSize, sha256: hash.copy().digest('hex') }),
    limit: (bytes) => {
      most = Math.min(most, bytes);
      check(Math.max(byteSize, parseInt(declared ?? '0', 10)));
    },
    chunks: async function* () {
      check(parseInt(declared ?? '0', 10));
      // A reader that stops early leaves the connection as it is, or nobody could be answered.
      const pieces = request.iterator({ destroyOnReturn: false });
      bytes = pieces;
      for (;;) {
        const next = await nextOf(pieces, silence);
        if (next.done === true) return;
        const chunk = next.value as Buffer;
        byteSize += chunk.byteLength;
        check(byteSize);
        hash.update(chunk);
        yield chunk;
      }
    },
  };
}

async function nextOf(
  bytes: AsyncIterator<unknown>,
  silence: number,
): Promise<IteratorResult<unknown>> {
  const arrived = new AbortController();
  const silent = sleep(silence, undefined, { signal: arrived.signal, ref: false }).then(
    () => {
      throw new ProblemError('request_too_slow');
    },
    () => null,
  );
  try {
    const next = await Promise.race([bytes.next(), silent]);
    if (next === null) throw new ProblemError('upload_aborted');
    return next;
  } catch (error) {
    // Whatever ends a body before its end is the sender's leaving.
    throw error instanceof ProblemError ? error : new ProblemError('upload_aborted');
  } finally {
    arrived.abort();
  }
}
