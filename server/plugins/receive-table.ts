import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { tableRefusalTexts, tableSentence } from '#contract/table-texts.ts';
import { readTable } from '../files/tables/read-table.ts';
import type { TableFile } from '../files/tables/table-file.ts';
import type { Incoming } from './incoming.ts';
import { ProblemError } from './problems.ts';
import type { Uploads } from './uploads.ts';

/** A table (CSV, XLSX) that has been read to its end. */
export type ReceivedTable = {
  readonly table: TableFile;
  readonly sha256: string;
  readonly byteSize: number;
  readonly remove: () => Promise<void>;
};

/** Reads a table that comes in, in a thread of its own, and keeps nothing of it on disk. */
export async function receiveTable(
  incoming: Incoming,
  { query: { fileName } }: { readonly query: { readonly fileName: string } },
  uploads: Uploads,
): Promise<ReceivedTable> {
  incoming.limit(uploads.limits.table);
  const { path, remove } = await uploads.files.make();
  try {
    await pipeline(incoming.chunks(), createWriteStream(path, { mode: 0o600 }));
    const table = await readTable(path, { fileName, signal: incoming.signal });
    incoming.signal.throwIfAborted();
    if (table.ok) return { table: table.value, ...incoming.seen(), remove };
    const { code, details } = table.refusal;
    const { sv, en } = tableSentence(tableRefusalTexts[code], details);
    const fields = [{ path: '/file', code, message: sv, en }];
    throw new ProblemError('table_unreadable', { fields });
  } catch (error) {
    await remove();
    throw error;
  }
}
