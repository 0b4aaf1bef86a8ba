/**
 * What a cell holds: a text, a number that the spreadsheet knows to be one, a day, a truth value, an
 * error such as `#REF!`, or nothing where a formula should have left something (`missing`).
 */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'missing';

/** One cell of a table that somebody handed in; every cell of a CSV file is a text. */
export type TableCell = {
  readonly kind: CellKind;
  /**
   * As written; for a number its exact decimals in plain form (`-1234.5`), for a day `YYYY-MM-DD`,
   * for a truth value `TRUE` or `FALSE`. Empty for an empty cell and a missing value.
   */
  readonly text: string;
};

/** The empty cell. */
export const emptyCell: TableCell = { kind: 'text', text: '' };

/** True where nothing stands in the cell; a missing formula value is not nothing. */
export function isEmptyCell(cell: TableCell): boolean {
  return cell.kind === 'text' && cell.text.trim() === '';
}

/** The cell in a column from 0; empty beyond the end of the row. */
export function cellAt(row: readonly TableCell[], column: number): TableCell {
  return row[column] ?? emptyCell;
}

/** The text of a cell in one line: trimmed, with single plain spaces, composed. */
export function plainText(cell: TableCell): string {
  // Most cells are numbers and short words, which are as they should be.
  if (/^[!-~]*$/u.test(cell.text)) return cell.text;
  return cell.text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
