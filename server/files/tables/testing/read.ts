import type { TableNote, TableRefusal } from '#contract/table-texts.ts';
import { emptyCell, type TableCell } from '#domain/utfall-table-cell.ts';
import { parseTable } from '../parse-table.ts';
import { fromSent } from '../table-file.ts';

/** What reading gave, without a thread between. */
export type TestReading = {
  readonly refusal: TableRefusal | null;
  readonly notes: readonly TableNote[];
  /** The sheets by name, each row by its number. */
  readonly sheets: ReadonlyMap<string, ReadonlyMap<number, readonly TableCell[]>>;
};

/** Reads a table in this thread, for tests of what is read; `read-table.test.ts` tests the thread. */
export async function readHere(bytes: Buffer | string, fileName: string): Promise<TestReading> {
  const sheets = new Map<string, Map<number, TableCell[]>>();
  let refusal: TableRefusal | null = null;
  let notes: readonly TableNote[] = [];
  let ends = 0;
  let rows = new Map<number, TableCell[]>();
  await parseTable(Buffer.from(bytes), fileName, async (message) => {
    if (message.is === 'sheet') {
      rows = new Map();
      sheets.set(message.name, rows);
    } else if (message.is === 'rows') {
      for (const row of message.rows) rows.set(row.number, fromSent(row, emptyCell));
    } else {
      ends += 1;
      if (message.is === 'done') notes = message.notes;
      else refusal = message.refusal;
    }
  });
  if (ends !== 1) throw new Error(`Reading ended ${ends} times`);
  return { refusal, notes, sheets };
}

/** The code of the refusal; null where the table was read. */
export async function refusalOf(bytes: Buffer | string, fileName: string): Promise<string | null> {
  return (await readHere(bytes, fileName)).refusal?.code ?? null;
}

/** The rows of the only sheet as texts. */
export async function textsOf(bytes: Buffer | string, fileName: string): Promise<string[][]> {
  const { sheets, refusal } = await readHere(bytes, fileName);
  if (refusal !== null) throw new Error(`Refused: ${refusal.code}`);
  const [rows] = sheets.values();
  return [...(rows?.values() ?? [])].map((cells) => cells.map(({ text }) => text));
}
