import type { PlanYears } from '#domain/forecast/loan-flows.ts';
import { lastDayIn, type Month } from '#domain/forecast/month.ts';
import type { Plan } from '#domain/forecast/plan.ts';
import { costIn, totalCost } from '#domain/forecast/plan-cost.ts';
import { subtract, type Tkr } from '#domain/tkr.ts';

/** A figure as it is tried and as the scenario has it, in Tkr; null where it cannot be told. */
export type Compared = {
  readonly now: Tkr | null;
  readonly tried: Tkr | null;
  /** What is tried less what is. */
  readonly change: Tkr | null;
};

/** One year of a comparison. */
export type ComparedYear = {
  readonly year: number;
  readonly debt: Compared;
  readonly headroom: Compared;
  /** Interest, and the fee to the members where there is one. */
  readonly cost: Compared;
};

/** What is tried against the scenario as it stands. */
export type Comparison = {
  readonly years: readonly ComparedYear[];
  /** The last year whose debt is known in what is tried; null where none is. */
  readonly last: ComparedYear | null;
  /** Over all years. */
  readonly cost: Compared;
  readonly brokenNow: Month | null;
  readonly brokenTried: Month | null;
};

/** Holds what is tried against the scenario as it stands, year by year. */
export function compareWith(now: Plan, tried: Plan): Comparison {
  const years = tried.forecast.years.map((one): ComparedYear => {
    const { year } = one;
    const before = now.forecast.years.find((other) => other.year === year);
    return {
      year,
      debt: compared(before?.closing ?? null, one.closing),
      headroom: compared(before?.headroom ?? null, one.headroom),
      cost: compared(costIn(now.costs, year), costIn(tried.costs, year)),
    };
  });
  return {
    years,
    last: years.findLast(({ debt }) => debt.tried !== null) ?? null,
    cost: compared(totalCost(now), totalCost(tried)),
    brokenNow: now.firstBrokenMonth,
    brokenTried: tried.firstBrokenMonth,
  };
}

function compared(now: Tkr | null, tried: Tkr | null): Compared {
  return {
    now,
    tried,
    change: now === null || tried === null ? null : subtract(tried, now),
  };
}

/** The years of a forecast, from the first to the last. */
export function yearsOf({ first, last }: PlanYears): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** A month as a day that words can name it by: `2027-07`. */
export function monthText(month: Month): string {
  return lastDayIn(month).slice(0, 7);
}
