import { hasNoAmount } from './utfall-table-amount.ts';
import { cellAt, isEmptyCell, plainText, type TableCell } from './utfall-table-cell.ts';
import { type Layout, textAt } from './utfall-table-layout.ts';

type Row = readonly TableCell[];

/** Why a row is left out on purpose. The sentences are in `contract/table-texts.ts`. */
export type SkipReason = 'before_header' | 'header' | 'empty' | 'sum' | 'no_amount';

/** Longest text that is taken for a sum's label. */
const longestLabel = 200;

const sumWords =
  /^(?:s:a|summa|summering|delsumma|totalsumma|slutsumma|totalt|subtotal|sub-total|grand total|sum)(?![\p{L}\d])|^total(?: sum)?\s*:?$|\s(?:summa|totalt|total)\s*:?$/u;

/** The header row of a table and its number, from 1. */
export type HeaderRow = { readonly number: number; readonly cells: Row };

/**
 * Why a row gives no amounts and is no fault: it stands before the header, is a header (also one that
 * is repeated on each page), is empty, is a sum, or has texts only. Null for a row to be read.
 */
export function whySkipped(
  row: Row,
  number: number,
  header: HeaderRow | null,
  layout: Layout,
): SkipReason | null {
  if (header !== null && number < header.number) return 'before_header';
  if (row.every(isEmptyCell)) return 'empty';
  if (header !== null && (number === header.number || isSame(row, header.cells))) return 'header';
  if (isSum(row, layout)) return 'sum';
  const isWithout = layout.amounts.every(({ column }) => hasNoAmount(cellAt(row, column)));
  return isWithout ? 'no_amount' : null;
}

function isSame(row: Row, header: Row): boolean {
  for (let at = 0; at < Math.max(row.length, header.length); at += 1) {
    if (plainText(cellAt(row, at)) !== plainText(cellAt(header, at))) return false;
  }
  return true;
}

function isSum(row: Row, layout: Layout): boolean {
  const label = textAt(row, layout.name) ?? textAt(row, layout.account) ?? firstText(row, layout);
  return label !== null && isSumLabel(label);
}

/** True for what heads a row of sums, such as `Summa lån` or `Totalt`. */
export function isSumLabel(label: string): boolean {
  return label.length <= longestLabel && sumWords.test(label.toLowerCase());
}

// Where neither name nor account says anything, the word can stand in a column that is not read.
function firstText(row: Row, layout: Layout): string | null {
  const amountColumns = layout.amounts.map(({ column }) => column);
  const at = row.findIndex((cell, column) => !isEmptyCell(cell) && !amountColumns.includes(column));
  return at === -1 ? null : textAt(row, at);
}
