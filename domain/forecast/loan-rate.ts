import { addPercent, type Percent } from '../percent.ts';
import { multiply, type Tkr } from '../tkr.ts';
import type { Loan, RateCurve, RatePeriod } from './loan-terms.ts';
import { type Month, monthOfDay } from './month.ts';

/** A year's rate of a loan from a day on until the next step; null where no curve has a value. */
export type RateStep = { readonly from: string; readonly rate: Percent | null };

/**
 * The rates of a loan over time, by their days, each another than the one before.
 *
 * A reference rate is the curve's value in force plus the margin, so that it moves with the curve;
 * before the curve's first value it is unknown. `rateShift` is added to every rate.
 */
export function rateSteps(
  loan: Loan,
  curves: readonly RateCurve[],
  rateShift: Percent,
): RateStep[] {
  const periods = byDay(loan.ratePeriods);
  const steps = periods.flatMap((period, index) => {
    const until = periods[index + 1]?.from ?? null;
    return stepsOf(period, until, curves).map(({ from, rate }) => ({
      from,
      rate: rate === null ? null : addPercent(rate, rateShift),
    }));
  });
  return steps.filter(({ rate }, index) => index === 0 || rate !== steps[index - 1]?.rate);
}

function stepsOf(
  period: RatePeriod,
  until: string | null,
  curves: readonly RateCurve[],
): readonly RateStep[] {
  if (period.type === 'fixed') return [period];
  const points = byDay(curves.find(({ curveId }) => curveId === period.curveId)?.points ?? []);
  const atStart = points.findLast(({ from }) => from <= period.from)?.rate ?? null;
  const later = points.filter(({ from }) => from > period.from && (until === null || from < until));
  return [{ from: period.from, rate: atStart }, ...later].map(({ from, rate }) => ({
    from,
    rate: rate === null ? null : addPercent(rate, period.margin),
  }));
}

function byDay<Dated extends { readonly from: string }>(dated: readonly Dated[]): Dated[] {
  return dated.toSorted((left, right) =>
    left.from === right.from ? 0 : left.from < right.from ? -1 : 1,
  );
}

/** The rate in force on a day; null before the first step and where it is unknown. */
export function rateOn(steps: readonly RateStep[], day: string): Percent | null {
  return steps.findLast(({ from }) => from <= day)?.rate ?? null;
}

/** The first month on whose first day what is in force from a day on is in force. */
export function firstWholeMonth(day: string): Month {
  return day.endsWith('-01') ? monthOfDay(day) : monthOfDay(day) + 1;
}

/** One month's interest on a balance: a twelfth of the year's, rounded to the öre. */
export function monthlyInterest(balance: Tkr, rate: Percent): Tkr {
  return multiply(balance, { numerator: rate, denominator: 12_000_000n });
}
