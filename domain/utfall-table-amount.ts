import { accepted, type Result, refused } from './result.ts';
import { type AmountProblem, fromKronor, fromMnkr, parsePlain, type Tkr } from './tkr.ts';
import { parseSwedish } from './tkr-swedish.ts';
import { isEmptyCell, plainText, type TableCell } from './utfall-table-cell.ts';

/** The unit that a table's amounts are in, where a cell does not say its own. */
export type TableUnit = 'kr' | 'tkr' | 'mnkr';

/** Why a cell gives no amount. The sentences for people are in `contract/table-texts.ts`. */
export type AmountCellProblem =
  | Exclude<AmountProblem, 'amount_empty'>
  | 'amount_is_a_day'
  | 'amount_is_an_error'
  | 'amount_missing';

/**
 * The amount in a cell, exact; null where the cell is empty or has only a dash, which is not zero.
 *
 * A text is read as `parseSwedish` reads it, in the table's unit unless it says its own, so `1.234`
 * is refused; a number cell is never ambiguous. Parts of an öre are refused and not rounded.
 */
export function readAmountCell(
  cell: TableCell,
  unit: TableUnit,
): Result<Tkr | null, AmountCellProblem> {
  if (hasNoAmount(cell)) return accepted(null);
  switch (cell.kind) {
    case 'text':
      return told(readText(plainText(cell), unit));
    case 'number':
      return told(readNumber(cell.text, unit));
    case 'date':
      return refused('amount_is_a_day');
    case 'boolean':
      return refused('amount_not_a_number');
    case 'error':
      return refused('amount_is_an_error');
    case 'missing':
      return refused('amount_missing');
  }
}

/** True for an empty cell and for one with only a dash: nothing is booked there. */
export function hasNoAmount(cell: TableCell): boolean {
  return isEmptyCell(cell) || (cell.kind === 'text' && /^\s*[-\u2212\u2013]\s*$/u.test(cell.text));
}

function readText(text: string, unit: TableUnit): Result<Tkr, AmountProblem> {
  const hasOwnUnit = /(?:kr|tkr|mnkr|mkr)$/iu.test(text);
  return parseSwedish(hasOwnUnit ? text : `${text} ${unit}`);
}

/** Digits before and after the point that an amount can have at all. */
const longestPart = 40;

function readNumber(plain: string, unit: TableUnit): Result<Tkr, AmountProblem> {
  const [whole = '', decimals = ''] = plain.split('.');
  if (whole.length > longestPart) return refused('amount_too_large');
  if (decimals.length > longestPart) return refused('amount_too_many_decimals');
  if (unit === 'kr') return fromKronor(plain);
  if (unit === 'mnkr') return fromMnkr(plain);
  // Three decimals in a number cell are decimals: the spreadsheet has told them from thousands.
  return parsePlain(decimals.length === 3 ? `${plain}0` : plain);
}

function told(read: Result<Tkr, AmountProblem>): Result<Tkr, AmountCellProblem> {
  if (read.ok) return read;
  return refused(read.refusal === 'amount_empty' ? 'amount_not_a_number' : read.refusal);
}
