import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { listVouchers } from '#contract/utfall.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import { sum, type Tkr, tkr, toPlain } from '#domain/tkr.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { ReadContext, Refusal } from '../plugins/context.ts';
import { ProblemError } from '../plugins/problems.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { filePart } from './file-queries.ts';
import { type FoundVouchers, startReading } from './read-thread.ts';
import { amountsOf, sourceById } from './source-queries.ts';
import { sumOf } from './voucher-sum.ts';
import { refuseSie } from './warnings.ts';

/** What is looked for in which file. */
export type VoucherPlan = {
  /** The file; null where it has no vouchers, as a table. */
  readonly sha256: string | null;
  /** The sums whose rows are looked for; see `sumOf`. */
  readonly sums: readonly string[];
  /** What they come to. */
  readonly figure: Tkr;
};

/** Finds out what lies behind a figure: which accounts, objects and months of which file. */
export async function planVouchers(
  { trx }: ReadContext,
  { params, query }: Asked<typeof listVouchers>,
): Promise<Result<VoucherPlan, Refusal>> {
  const source = await sourceById(trx, params.sourceId);
  if (source === null) return refused({ code: 'utfall_source_not_found' });
  if (source.kind === 'typed') return refused({ code: 'utfall_source_is_typed' });
  if (source.undoneAt !== null) return refused({ code: 'utfall_source_undone' });
  const month = query.month === undefined ? null : parseInt(query.month, 10);
  const amounts = (await amountsOf(trx, source.sourceId)).filter(
    (amount) =>
      amount.year === query.year &&
      (month === null || amount.month === month) &&
      (query.lineId === undefined || amount.lineId === query.lineId) &&
      (query.account === undefined || amount.account === query.account),
  );
  const isSie = source.kind === 'sie4' || source.kind === 'sie5';
  return accepted({
    sha256: isSie ? source.sha256 : null,
    sums: amounts.map(sumOf),
    figure: sum(amounts.map(({ amount }) => amount)),
  });
}

/** Rows that are shown, and rows that are looked at for their sum. */
const shownRows = 1_000;
const summedRows = 50_000;

type LookUp = <Value>(look: (trx: OrganisationTransaction) => Promise<Value>) => Promise<Value>;

/** Reads the kept file again for the voucher rows behind a figure. */
export async function readVouchers(
  { sha256, sums, figure }: VoucherPlan,
  lookUp: LookUp,
  signal: AbortSignal,
): Promise<Outcome<typeof listVouchers>> {
  const found =
    sha256 === null || sums.length === 0
      ? { rows: [], count: 0 }
      : await rowsIn(partsOf(sha256, lookUp), sums, signal);
  const isAll = found.count === found.rows.length;
  return accepted({
    rows: found.rows.slice(0, shownRows),
    rowCount: found.count,
    rowTotal: isAll ? toPlain(sum(found.rows.map(({ amount }) => tkr(amount)))) : null,
    figure: toPlain(figure),
  });
}

async function* partsOf(sha256: string, lookUp: LookUp): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part += 1) {
    const bytes = await lookUp((trx) => filePart(trx, sha256, part));
    // It can have been undone meanwhile.
    if (bytes === null && part === 0) throw new ProblemError('utfall_file_missing');
    if (bytes === null) return;
    yield bytes;
  }
}

async function rowsIn(
  parts: AsyncIterable<Uint8Array>,
  sums: readonly string[],
  signal: AbortSignal,
): Promise<FoundVouchers> {
  const thread = startReading<FoundVouchers>({ is: 'vouchers', sums, limit: summedRows });
  const stop = (): void => void thread.stop();
  signal.addEventListener('abort', stop, { once: true });
  const packed = Readable.from(parts, { objectMode: true });
  const plain = packed.pipe(createGunzip());
  packed.once('error', (error) => plain.destroy(error));
  try {
    for await (const chunk of plain) {
      if (!(await thread.push(chunk as Buffer))) break;
    }
    const answer = await thread.finish();
    return answer.ok ? answer.value : refuseSie(answer.refusal);
  } finally {
    signal.removeEventListener('abort', stop);
    packed.destroy();
    plain.destroy();
    await thread.stop();
  }
}
