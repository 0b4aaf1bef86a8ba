import { cellAt, plainText, type TableCell } from './utfall-table-cell.ts';
import type { Column, ColumnChoice } from './utfall-table-columns.ts';

type AmountColumn = Extract<Column, { readonly is: 'amount' }>;

/** Which columns are what, by their numbers from 0; null for none. */
export type Layout = {
  readonly name: number | null;
  readonly account: number | null;
  readonly year: number | null;
  readonly period: number | null;
  readonly amounts: readonly { readonly column: number; readonly is: AmountColumn }[];
};

/** The columns of a choice by what they are; the leftmost where several are the same. */
export function layoutOf({ columns }: ColumnChoice): Layout {
  const first = (is: Column['is']): number | null => {
    const at = columns.findIndex((column) => column.is === is);
    return at === -1 ? null : at;
  };
  return {
    name: first('name'),
    account: first('account'),
    year: first('year'),
    period: first('period'),
    amounts: columns.flatMap((is, column) => (is.is === 'amount' ? [{ column, is }] : [])),
  };
}

/** The text in a column of a row; null where there is none, or no such column. */
export function textAt(row: readonly TableCell[], column: number | null): string | null {
  if (column === null) return null;
  const text = plainText(cellAt(row, column));
  return text === '' ? null : text;
}
