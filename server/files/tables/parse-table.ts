import { contentOf } from './content.ts';
import { readCsv } from './csv.ts';
import { TableRefused } from './refused.ts';
import { rowsOut, type Send } from './rows-out.ts';
import { readXlsx } from './xlsx.ts';

/**
 * Reads a table whose bytes are all here and sends what it finds, with `done` or `refused` last.
 *
 * Runs in a thread of its own: it takes seconds for the largest tables.
 */
export async function parseTable(bytes: Buffer, fileName: string, send: Send): Promise<void> {
  try {
    const out = rowsOut(send);
    const kind = contentOf(bytes);
    if (kind === 'csv') await readCsv(bytes, fileName, out);
    else await readXlsx(bytes, fileName, out);
    await out.done(kind);
  } catch (error) {
    if (!(error instanceof TableRefused)) throw error;
    await send({ is: 'refused', refusal: error.refusal });
  }
}
