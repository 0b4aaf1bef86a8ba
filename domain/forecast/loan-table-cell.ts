import { type Percent, parseSignedPercent } from '../percent.ts';
import { accepted, type Result, refused } from '../result.ts';
import { hasNoAmount } from '../utfall-table-amount.ts';
import { plainText, type TableCell } from '../utfall-table-cell.ts';
import { isCalendarDay } from '../year.ts';

/** Why a cell gives no value of any kind. */
type CellFault = 'cell_is_an_error' | 'cell_value_missing';

/** Why a cell gives no day. */
export type DayCellProblem = CellFault | 'day_not_understood';

/** Why a cell gives no rate. */
export type RateCellProblem = CellFault | 'rate_not_understood' | 'rate_out_of_range';

/**
 * The day in a cell, `YYYY-MM-DD`; null where it is empty or has only a dash.
 *
 * A date of a spreadsheet, `2025-03-27`, `2025/03/27`, `2025.03.27`, `20250327`, each with a time
 * behind it or not. `27/3/2025` is refused: nobody knows which is the month. Years are 2000 to 2100.
 */
export function readDayCell(cell: TableCell): Result<string | null, DayCellProblem> {
  if (hasNoAmount(cell)) return accepted(null);
  const fault = faultOf(cell);
  if (fault !== null) return refused(fault);
  const text = plainText(cell);
  const form = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:[ T]\d{2}:\d{2}(?::\d{2})?)?$/u.exec(text);
  const day = form === null ? '' : `${form[1]}-${form[3]}-${form[4]}`;
  return isCalendarDay(day) ? accepted(day) : refused('day_not_understood');
}

/** The longest text that is looked at as a rate. */
const longestRate = 30;

/**
 * The year's rate in a cell, −100 to 100 %; null where it is empty or has only a dash.
 *
 * `3,25`, `3.25`, `3,25 %` and `−0,1` are all percent; a share such as 0,0325 is read as it stands.
 */
export function readRateCell(cell: TableCell): Result<Percent | null, RateCellProblem> {
  if (hasNoAmount(cell)) return accepted(null);
  const fault = faultOf(cell);
  if (fault !== null) return refused(fault);
  const text = plainText(cell);
  if (cell.kind === 'date' || text.length > longestRate) return refused('rate_not_understood');
  const plain = text
    .replace(/\s*(?:%|procent|percent)$/iu, '')
    .replace(/^[\u2212\u2013-]\s*/u, '-')
    .replace(/^\+\s*/u, '')
    .replace(',', '.');
  const percent = parseSignedPercent(plain);
  if (percent === null) return refused('rate_not_understood');
  return isRate(percent) ? accepted(percent) : refused('rate_out_of_range');
}

/** True for a year's rate that can be stored, −100 to 100 %. */
export function isRate(percent: Percent): boolean {
  return percent >= -1_000_000n && percent <= 1_000_000n;
}

/** Why a cell says nothing: an error of the spreadsheet, or a formula without its value. */
export function faultOf({ kind }: TableCell): CellFault | null {
  if (kind === 'missing') return 'cell_value_missing';
  return kind === 'error' || kind === 'boolean' ? 'cell_is_an_error' : null;
}
