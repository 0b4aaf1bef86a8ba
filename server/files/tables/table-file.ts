import type { TableNote, TableRefusal } from '#contract/table-texts.ts';
import type { TableCell } from '#domain/utfall-table-cell.ts';

/** One sheet of a workbook, or the whole of a CSV file. */
export type TableSheet = {
  /** The sheet's name; empty for CSV. */
  readonly name: string;
  readonly hidden: boolean;
  /**
   * Row by row from the first of the file, so that `rows[0]` is row 1 as Excel numbers it. Empty
   * rows and cells at the ends are cut, so rows differ in length, and a cell beyond the end of its
   * row is empty.
   */
  readonly rows: readonly (readonly TableCell[])[];
};

/** A table as it was read, with what a person should know before it is used. */
export type TableFile = {
  readonly kind: 'csv' | 'xlsx';
  readonly sheets: readonly TableSheet[];
  readonly notes: readonly TableNote[];
};

/**
 * One row on its way between threads: its number from 1, a letter of `kindLetters` for each cell,
 * and each cell's text.
 */
export type SentRow = {
  readonly number: number;
  readonly kinds: string;
  readonly texts: readonly string[];
};

/** What the reading thread tells. Nothing counts before `done`: a refusal can come after rows. */
export type ReadingMessage =
  | { readonly is: 'sheet'; readonly name: string; readonly hidden: boolean }
  | { readonly is: 'rows'; readonly rows: readonly SentRow[] }
  | { readonly is: 'done'; readonly kind: TableFile['kind']; readonly notes: readonly TableNote[] }
  | { readonly is: 'refused'; readonly refusal: TableRefusal };

const letters: Readonly<Record<TableCell['kind'], string>> = {
  text: 't',
  number: 'n',
  date: 'd',
  boolean: 'b',
  error: 'e',
  missing: 'm',
};

const kinds = new Map(
  (Object.keys(letters) as TableCell['kind'][]).map((kind) => [letters[kind], kind]),
);

/** A row as it travels between threads, without its empty end. */
export function toSent(number: number, cells: readonly TableCell[]): SentRow {
  return {
    number,
    kinds: cells.map(({ kind }) => letters[kind]).join(''),
    texts: cells.map(({ text }) => text),
  };
}

/** The cells of a row that has travelled. */
export function fromSent({ kinds: sent, texts }: SentRow, empty: TableCell): TableCell[] {
  return texts.map((text, at) => {
    const kind = kinds.get(sent[at] ?? '') ?? 'text';
    return kind === 'text' && text === '' ? empty : { kind, text };
  });
}
