import { allocate } from '../allocate.ts';
import { add, compare, fromOre, type Tkr, zero } from '../tkr.ts';
import { lastDayOf } from '../year.ts';
import { bufferAt } from './assumptions.ts';
import { lastDayIn, type Month } from './month.ts';
import { computePlan, type Plan } from './plan.ts';
import type { PlanInput } from './plan-input.ts';
import { type Extra, withExtra } from './what-if.ts';

/** Where more is to be invested: in one year, on one line or spread over lines by weights. */
export type AskedInvestment = {
  readonly year: number;
  readonly lines: readonly { readonly lineId: string; readonly weight: bigint }[];
};

/** How much more can be invested, in Tkr. */
export type HowMuchMore =
  /** So much and not an öre more, because of the headroom at the end of `limitedBy`. */
  | { readonly type: 'amount'; readonly amount: Tkr; readonly limitedBy: number }
  /** Nothing: the headroom is below the buffer at the end of `year` already. */
  | { readonly type: 'none'; readonly year: number }
  /** As much as one likes: nothing of it is financed by loans, or there is no ceiling. */
  | { readonly type: 'unlimited' }
  /** Nobody can tell: something is missing, see `gaps` of the plan. */
  | { readonly type: 'unknown' };

/** More than any municipality invests: 10¹¹ Tkr, in öre. */
const beyondReason = 10n ** 16n;

/**
 * How much more can be invested before the headroom at the end of any year falls below the buffer.
 *
 * The answer is feasible and one öre more is not, by the same computation that a scenario with that
 * investment has. Source: DESIGN §5.
 */
export function howMuchMore(input: PlanInput, asked: AskedInvestment): HowMuchMore {
  const base = computePlan(input);
  if (base.forecast.years.some(({ closing }) => closing === null)) return { type: 'unknown' };
  const below = yearBelowBuffer(base);
  if (below !== null) return { type: 'none', year: below };
  const breaks = (ore: bigint): number | null | 'unknown' => {
    const plan = computePlan(withExtra(input, spreadOver(asked, fromOre(ore))));
    if (plan.forecast.years.some(({ closing }) => closing === null)) return 'unknown';
    return yearBelowBuffer(plan);
  };
  let feasible = 0n;
  let tooMuch = 100_000n;
  for (;;) {
    const year = breaks(tooMuch);
    if (year === 'unknown') return { type: 'unknown' };
    if (year !== null) break;
    feasible = tooMuch;
    tooMuch *= 8n;
    if (tooMuch > beyondReason) return { type: 'unlimited' };
  }
  while (tooMuch - feasible > 1n) {
    const middle = (feasible + tooMuch) / 2n;
    if (breaks(middle) === null) feasible = middle;
    else tooMuch = middle;
  }
  const limitedBy = breaks(tooMuch);
  if (typeof limitedBy !== 'number') throw new Error('What is too much breaks in some year');
  return { type: 'amount', amount: fromOre(feasible), limitedBy };
}

/** An investment spread over the lines that are asked about, exactly. */
export function spreadOver({ year, lines }: AskedInvestment, amount: Tkr): Extra[] {
  const parts = allocate(
    amount,
    lines.map(({ weight }) => weight),
  );
  return lines.map(({ lineId }, at) => ({ lineId, year, amount: parts[at] ?? zero }));
}

/** The first year whose headroom at its end is below the buffer, or null. */
export function yearBelowBuffer({ forecast, assumptions }: Plan): number | null {
  const below = forecast.years.find(
    ({ year, headroom }) =>
      headroom !== null && compare(headroom, bufferAt(assumptions, lastDayOf(year), zero)) < 0,
  );
  return below?.year ?? null;
}

/** The lowest ceiling that a plan keeps its buffer under in every month, and the month that needs it. */
export type NeededCeiling = { readonly amount: Tkr; readonly month: Month };

/** The ceiling that a plan needs: its largest debt with the buffer; null where no debt is known. */
export function neededCeiling({ months, assumptions }: Plan): NeededCeiling | null {
  let needed: NeededCeiling | null = null;
  for (const { month, closing } of months) {
    const amount = add(closing, bufferAt(assumptions, lastDayIn(month), zero));
    if (needed === null || compare(amount, needed.amount) > 0) needed = { amount, month };
  }
  return needed;
}
