import { type Percent, zeroPercent } from '../percent.ts';
import type { LoanRow } from './loan-table-row.ts';
import type { LoanTableCode, LoanTableNote } from './loan-table-terms.ts';
import type { RateCurve, RatePeriod } from './loan-terms.ts';
import { lastDayIn, monthOfDay } from './month.ts';

/** The curves that a table can name. */
export type NamedCurve = Pick<RateCurve, 'curveId' | 'name'>;

/** The rates of a loan as its rows say them, and what does not hold, by the rows' numbers. */
export type TableRates = {
  readonly periods: readonly RatePeriod[];
  readonly problems: readonly { readonly row: number; readonly code: LoanTableCode }[];
  readonly notes: readonly LoanTableNote[];
};

/** When the loan is drawn and matures, `YYYY-MM-DD`; null where no row says it. */
type Days = { readonly drawnOn: string | null; readonly maturesOn: string | null };

/** A rate below this, 0,1 %, is rather a share that was meant to be a percentage. */
const veryLow = 1_000n;

/**
 * The rate periods of a loan, one a row.
 *
 * Without a day of its own a rate holds from the drawing. Where a fixed rate is bound until a day
 * before maturity and nothing is said of what follows, the same rate begins a new period that day:
 * the binding ends there, and the rate is kept until somebody knows another.
 */
export function ratesOfRows(
  rows: readonly LoanRow[],
  { drawnOn, maturesOn }: Days,
  curves: readonly NamedCurve[],
): TableRates {
  const problems: { row: number; code: LoanTableCode }[] = [];
  const notes = new Set<LoanTableNote>();
  const read: { row: LoanRow; period: RatePeriod }[] = [];
  for (const row of rows) {
    const period = periodOf(row, row.rateFrom ?? drawnOn ?? '', curves);
    if (typeof period === 'string') problems.push({ row: row.row, code: period });
    else read.push({ row, period });
  }
  const sorted = read.toSorted((left, right) => byText(left.period.from, right.period.from));
  const periods = sorted.flatMap(({ row, period }, at): RatePeriod[] => {
    if (period.type === 'fixed' && isVeryLow(period.rate)) notes.add('rate_very_low');
    const { boundUntil } = row;
    if (boundUntil === null) return [period];
    if (period.type === 'reference') {
      notes.add('binding_not_used');
      return [period];
    }
    const next = sorted[at + 1]?.period.from;
    if (next !== undefined) {
      if (!isSameEnd(boundUntil, next)) problems.push({ row: row.row, code: 'binding_differs' });
      return [period];
    }
    if (boundUntil <= period.from) problems.push({ row: row.row, code: 'binding_before_rate' });
    if (boundUntil <= period.from || boundUntil >= (maturesOn ?? '')) return [period];
    notes.add('rate_kept_after_binding');
    return [period, { ...period, from: boundUntil }];
  });
  return { periods, problems, notes: [...notes] };
}

function periodOf(
  { rate, curve, margin }: LoanRow,
  from: string,
  curves: readonly NamedCurve[],
): RatePeriod | LoanTableCode {
  if (curve !== null) {
    if (rate !== null) return 'rate_and_curve';
    const named = curves.find(({ name }) => name.toLowerCase() === curve.toLowerCase());
    if (named === undefined) return 'curve_unknown';
    return { from, type: 'reference', curveId: named.curveId, margin: margin ?? zeroPercent };
  }
  if (margin !== null) return 'curve_missing';
  return rate === null ? 'rate_missing' : { from, type: 'fixed', rate };
}

function isVeryLow(rate: Percent): boolean {
  return rate !== 0n && rate < veryLow && rate > -veryLow;
}

// A binding ends the day that the next rate begins, or the day before it.
function isSameEnd(end: string, next: string): boolean {
  return end === next || end === dayBefore(next);
}

function dayBefore(day: string): string {
  if (day.endsWith('-01')) return lastDayIn(monthOfDay(day) - 1);
  const dayOfMonth = parseInt(day.slice(8), 10) - 1;
  return `${day.slice(0, 8)}${`${dayOfMonth}`.padStart(2, '0')}`;
}

function byText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
