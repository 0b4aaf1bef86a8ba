import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { parseTable } from './parse-table.ts';
import type { ReadingMessage } from './table-file.ts';

const port = parentPort;
if (port === null) throw new Error('table-worker.ts is started by read-table.ts, in a thread');
const { path, fileName } = workerData as { readonly path: string; readonly fileName: string };

// One message at a time, so that what the other thread has not taken yet does not pile up.
async function send(message: ReadingMessage): Promise<void> {
  const taken = once(port as NonNullable<typeof port>, 'message');
  port?.postMessage(message);
  await taken;
}

await parseTable(await readFile(path), fileName, send);
port.close();
