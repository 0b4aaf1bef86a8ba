import type { Details, TableNote, TableNoteCode } from '#contract/table-texts.ts';
import { isEmptyCell, type TableCell } from '#domain/utfall-table-cell.ts';
import { maxCellCharacters, maxCells, maxCharacters, maxColumns, maxRows } from './limits.ts';
import { TableRefused } from './refused.ts';
import { type ReadingMessage, type SentRow, toSent } from './table-file.ts';

/** Takes one message onward; the promise is kept when there is room for more. */
export type Send = (message: ReadingMessage) => Promise<void>;

/** Where the readers of CSV and XLSX put what they find; it counts, cuts and sends on. */
export type RowsOut = {
  /** Begins a sheet; its rows follow. */
  sheet(name: string, hidden: boolean): Promise<void>;
  /** One row, numbered from 1 and after the one before. Throws where a limit is passed. */
  row(number: number, cells: readonly TableCell[]): void;
  note(code: TableNoteCode, details?: Details): void;
  /** Sends what has gathered; called between pieces of the file, so that nothing piles up. */
  drain(): Promise<void>;
  /** Everything is read. Throws where the file had no rows at all. */
  done(kind: 'csv' | 'xlsx'): Promise<void>;
};

/** Rows in one message: enough to be quick, few enough that the other thread stays responsive. */
const rowsAtOnce = 500;

/** Makes a place for the rows of one file. */
export function rowsOut(send: Send): RowsOut {
  const notes: TableNote[] = [];
  let sheetName = '';
  let gathered: SentRow[] = [];
  let rows = 0;
  let cellCount = 0;
  let characters = 0;

  async function drain(): Promise<void> {
    const ready = gathered;
    gathered = [];
    for (let from = 0; from < ready.length; from += rowsAtOnce) {
      await send({ is: 'rows', rows: ready.slice(from, from + rowsAtOnce) });
    }
  }

  function count(number: number, cells: readonly TableCell[]): void {
    const sheet = sheetName;
    if (number > maxRows) throw new TableRefused('too_many_rows', { sheet });
    if (cells.length > maxColumns) throw new TableRefused('too_many_columns', { row: `${number}` });
    for (const cell of cells) {
      if (isEmptyCell(cell)) continue;
      cellCount += 1;
      characters += cell.text.length;
      if (cell.text.length > maxCellCharacters) {
        throw new TableRefused('cell_too_long', { row: `${number}` });
      }
    }
    if (cellCount > maxCells) throw new TableRefused('too_many_cells');
    if (characters > maxCharacters) throw new TableRefused('too_much_text');
  }

  return {
    async sheet(name, hidden) {
      await drain();
      sheetName = name;
      await send({ is: 'sheet', name, hidden });
    },
    row(number, cells) {
      const last = cells.findLastIndex((cell) => !isEmptyCell(cell));
      if (last === -1) return;
      const kept = cells.slice(0, last + 1);
      count(number, kept);
      rows += 1;
      gathered.push(toSent(number, kept));
    },
    note(code, details = {}) {
      notes.push({ code, details });
    },
    drain,
    async done(kind) {
      await drain();
      if (rows === 0) throw new TableRefused('table_empty');
      await send({ is: 'done', kind, notes });
    },
  };
}
