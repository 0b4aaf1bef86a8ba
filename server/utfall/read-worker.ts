import { parentPort, workerData } from 'node:worker_threads';
import { toPlain } from '#domain/tkr.ts';
import { toObjectText } from '#domain/utfall-objects.ts';
import { readSie, readVoucherRows } from '../sie/read-sie.ts';
import { storable } from './file-reading.ts';
import type { FoundVouchers, ReadingJob, ThreadAnswer } from './read-thread.ts';
import { readingOfSie } from './sie-reading.ts';
import { sumOf } from './voucher-sum.ts';

const port = parentPort;
if (port === null) throw new Error('read-worker.ts is started by read-thread.ts, in a thread');
const job = workerData as ReadingJob;
const waiting: Uint8Array[] = [];
let isAll = false;
let wake = (): void => undefined;

port.on('message', (message: Uint8Array | 'end') => {
  if (message === 'end') isAll = true;
  else waiting.push(message);
  wake();
});

// Each piece is told of when it is taken, so that no more come than are read.
async function* chunks(): AsyncGenerator<Uint8Array> {
  for (;;) {
    const next = waiting.shift();
    if (next !== undefined) {
      port?.postMessage('taken');
      yield next;
    } else if (isAll) return;
    else {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
}

async function vouchers(keys: readonly string[], limit: number): Promise<FoundVouchers> {
  const wanted = new Set(keys);
  const found = await readVoucherRows(
    chunks(),
    ({ account, year, month, objects }) =>
      wanted.has(
        sumOf({
          account: storable(account),
          objects: storable(toObjectText(objects)),
          year,
          month,
        }),
      ),
    limit,
  );
  const rows = found.rows.map(({ objects, amount, ...row }) => ({
    ...row,
    objects: toObjectText(objects),
    amount: toPlain(amount),
  }));
  return { rows, count: found.count };
}

const answer: ThreadAnswer =
  job.is === 'vouchers'
    ? { ok: true, value: await vouchers(job.sums, job.limit) }
    : readingOfSie(await readSie(chunks()));
port.postMessage(answer);
port.close();
