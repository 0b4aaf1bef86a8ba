import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { readTable } from '../files/tables/read-table.ts';
import type { Incoming } from '../plugins/incoming.ts';
import { ProblemError } from '../plugins/problems.ts';
import type { Uploads } from '../plugins/uploads.ts';
import type { FileReading } from './file-reading.ts';
import { startReading } from './read-thread.ts';
import { readingOfTable } from './table-reading.ts';
import { refuseSie, refuseTable } from './warnings.ts';

/** A file that has been read to its end. */
export type ReceivedFile = {
  readonly reading: FileReading;
  readonly sha256: string;
  readonly byteSize: number;
  /** Where the file is, compressed, for as long as the request lasts; null where none is kept. */
  readonly compressedPath: string | null;
  readonly remove: () => Promise<void>;
};

/** How a file is to be received. */
export type Reception = {
  readonly fileName: string;
  /** How a table is read; see `tableChoice`. */
  readonly columns?: string | undefined;
  /** True where the file itself is wanted afterwards. */
  readonly isKept: boolean;
};

/**
 * Reads a file while it comes, SIE in a thread and tables from disk, and refuses what cannot be read.
 *
 * The sender is never faster than the reader, so that how far the upload has come is how far the
 * reading has. Nothing is left behind where it throws.
 */
export async function receiveFile(
  incoming: Incoming,
  reception: Reception,
  uploads: Uploads,
): Promise<ReceivedFile> {
  const file = await uploads.files.make();
  try {
    const bytes = incoming.chunks()[Symbol.asyncIterator]();
    const start = await startOf(bytes);
    const chunks = withStart(start, bytes);
    const read = isSie(start, reception.fileName) ? receiveSie : receiveTable;
    const reading = await read(chunks, { incoming, reception, uploads, path: file.path });
    incoming.signal.throwIfAborted();
    const compressedPath = reception.isKept ? file.path : null;
    return { reading, ...incoming.seen(), compressedPath, remove: file.remove };
  } catch (error) {
    await file.remove();
    throw error;
  }
}

/** How much of a file is looked at to tell what it is, in bytes. */
const lookedAt = 4_096;

async function startOf(bytes: AsyncIterator<Buffer>): Promise<Buffer> {
  let start = Buffer.alloc(0);
  while (start.length < lookedAt) {
    const next = await bytes.next();
    if (next.done === true) break;
    start = Buffer.concat([start, next.value]);
  }
  return start;
}

async function* withStart(start: Buffer, bytes: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (start.length > 0) yield start;
  for (;;) {
    const next = await bytes.next();
    if (next.done === true) return;
    yield next.value;
  }
}

// By what stands in it; its name decides only where that says nothing, so that the right reader
// tells what is wrong.
function isSie(start: Buffer, fileName: string): boolean {
  const text = start
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/u, '')
    .trimStart();
  if (text.startsWith('#') || text.includes('//www.sie.se/sie5')) return true;
  return /\.(?:se|si|sie)$/iu.test(fileName.trim()) && !text.startsWith('PK');
}

type Receiving = {
  readonly incoming: Incoming;
  readonly reception: Reception;
  readonly uploads: Uploads;
  readonly path: string;
};

async function receiveSie(
  chunks: AsyncIterable<Buffer>,
  { incoming, reception, path }: Receiving,
): Promise<FileReading> {
  const thread = startReading<FileReading>({ is: 'read' });
  const stop = (): void => void thread.stop();
  incoming.signal.addEventListener('abort', stop, { once: true });
  const kept = reception.isKept ? compressTo(path) : null;
  try {
    for await (const chunk of chunks) {
      const [isMoreWanted] = await Promise.all([thread.push(chunk), kept?.write(chunk)]);
      if (!isMoreWanted) break;
    }
    incoming.signal.throwIfAborted();
    const [answer] = await Promise.all([thread.finish(), kept?.end()]);
    return answer.ok ? answer.value : refuseSie(answer.refusal);
  } finally {
    incoming.signal.removeEventListener('abort', stop);
    await thread.stop();
    await kept?.close();
  }
}

async function receiveTable(
  chunks: AsyncIterable<Buffer>,
  { incoming, reception, uploads, path }: Receiving,
): Promise<FileReading> {
  incoming.limit(uploads.limits.table);
  const plain = await uploads.files.make();
  const kept = reception.isKept ? compressTo(path) : null;
  const whole = writeTo(plain.path);
  try {
    for await (const chunk of chunks) {
      await Promise.all([whole.write(chunk), kept?.write(chunk)]);
    }
    await Promise.all([whole.end(), kept?.end()]);
    const { fileName, columns } = reception;
    const table = await readTable(plain.path, { fileName, signal: incoming.signal });
    if (!table.ok) return refuseTable(table.refusal);
    const reading = readingOfTable(table.value, columns);
    if (reading.ok) return reading.value;
    throw new ProblemError(reading.refusal);
  } finally {
    await whole.close();
    await kept?.close();
    await plain.remove();
  }
}

/** A file that is being written; there is room for another piece when the promise is kept. */
type Written = {
  readonly write: (chunk: Buffer) => Promise<void>;
  readonly end: () => Promise<void>;
  /** Closes it, whether it is whole or not. */
  readonly close: () => Promise<void>;
};

function writeTo(path: string): Written {
  const out = createWriteStream(path, { mode: 0o600 });
  return written(out, out);
}

/** Bytes that wait to be compressed, and that are compressed at once. */
const atOnce = 512 * 1024;

const compression = { level: 1, chunkSize: atOnce, highWaterMark: atOnce };

// Little effort: the file comes as fast as it is compressed, and a ledger is a tenth all the same.
function compressTo(path: string): Written {
  const gzip = createGzip(compression);
  const out = createWriteStream(path, { mode: 0o600 });
  gzip.pipe(out);
  gzip.once('error', (error) => out.destroy(error));
  out.once('error', (error) => gzip.destroy(error));
  return written(gzip, out);
}

type In = ReturnType<typeof createGzip> | ReturnType<typeof createWriteStream>;

function written(into: In, out: ReturnType<typeof createWriteStream>): Written {
  const done = finished(out);
  done.catch(() => undefined);
  return {
    write: async (chunk) => {
      if (!into.write(chunk)) await Promise.race([once(into, 'drain'), done]);
    },
    end: () => {
      into.end();
      return done;
    },
    close: async () => {
      into.destroy();
      out.destroy();
      await done.catch(() => undefined);
    },
  };
}
