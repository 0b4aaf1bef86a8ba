import { borgenstakAt } from '#domain/borgensutrymme.ts';
import { bufferAt } from '#domain/forecast/assumptions.ts';
import { lastDayIn, type Month } from '#domain/forecast/month.ts';
import { computePlan, type Plan } from '#domain/forecast/plan.ts';
import type { PlanInput } from '#domain/forecast/plan-input.ts';
import {
  type AskedInvestment,
  type HowMuchMore,
  howMuchMore,
  spreadOver,
  yearBelowBuffer,
} from '#domain/forecast/questions.ts';
import { withExtra } from '#domain/forecast/what-if.ts';
import { add, compare, fromOre, isNegative, subtract, type Tkr, toOre, zero } from '#domain/tkr.ts';
import { lastDayOf } from '#domain/year.ts';

/** The lines that an investment is asked about for: one, or all by their budgets that year. */
export function askedLines(
  { lines }: PlanInput,
  year: number,
  lineId: string | null,
): AskedInvestment['lines'] {
  if (lineId !== null) return [{ lineId, weight: 1n }];
  return lines.flatMap((line) => {
    const budget = line.budget.find((one) => one.year === year)?.amount ?? zero;
    return compare(budget, zero) > 0 ? [{ lineId: line.lineId, weight: toOre(budget) }] : [];
  });
}

/** How much more can be invested, and what is left with it, computed as a scenario with it would be. */
export type MoreAnswer =
  | Exclude<HowMuchMore, { readonly type: 'amount' }>
  | (Extract<HowMuchMore, { readonly type: 'amount' }> & {
      /** The headroom at the end of the year that limits it, in Tkr. */
      readonly kept: Tkr;
      /** True where one öre more was tried and falls below the buffer. */
      readonly isMost: boolean;
    });

/** Answers how much more can be invested. */
export function answerMore(input: PlanInput, asked: AskedInvestment): MoreAnswer {
  const answer = howMuchMore(input, asked);
  if (answer.type !== 'amount') return answer;
  const planWith = (amount: Tkr): Plan => computePlan(withExtra(input, spreadOver(asked, amount)));
  const year = planWith(answer.amount).forecast.years.find((one) => one.year === answer.limitedBy);
  const beyond = planWith(add(answer.amount, fromOre(1n)));
  return { ...answer, kept: year?.headroom ?? zero, isMost: yearBelowBuffer(beyond) !== null };
}

/** The buffer to keep on a day, in Tkr; null where there is none. */
export function bufferOn({ assumptions }: Plan, day: string): Tkr | null {
  const buffer = bufferAt(assumptions, day, zero);
  return compare(buffer, zero) > 0 ? buffer : null;
}

/** The buffer to keep at the end of a year, in Tkr; null where there is none. */
export function bufferAtEndOf(plan: Plan, year: number): Tkr | null {
  return bufferOn(plan, lastDayOf(year));
}

/** The month with least to spare under the ceiling, with the buffer; null before any ceiling. */
export type Tightest = {
  readonly month: Month;
  readonly borgenstak: Tkr;
  /** What is to spare in Tkr; negative where the ceiling is too low. */
  readonly spare: Tkr;
};

/** Finds the month with least to spare. */
export function tightestMonth(plan: Plan, withBuffer: boolean): Tightest | null {
  let tightest: Tightest | null = null;
  for (const { month, closing } of plan.months) {
    const day = lastDayIn(month);
    const borgenstak = borgenstakAt(plan.ceilings, day);
    if (borgenstak === null) continue;
    const buffer = withBuffer ? (bufferOn(plan, day) ?? zero) : zero;
    const spare = subtract(subtract(borgenstak, closing), buffer);
    if (tightest === null || compare(spare, tightest.spare) < 0) {
      tightest = { month, borgenstak, spare };
    }
  }
  return tightest;
}

/** The months in which the ceiling is broken, from the first on. */
export type Broken = {
  readonly first: Month;
  readonly over: Tkr;
  /** The last of the months in a row from the first. */
  readonly last: Month;
  /** True where the forecast ends with it. */
  readonly toTheEnd: boolean;
};

/** When the ceiling is broken, and for how long; null where it never is. */
export function brokenMonths({ months }: Plan): Broken | null {
  const isBroken = ({ headroom }: Plan['months'][number]): boolean =>
    headroom !== null && isNegative(headroom);
  const at = months.findIndex(isBroken);
  const first = months[at];
  if (first === undefined || first.headroom === null) return null;
  const healed = months.findIndex((one, index) => index > at && !isBroken(one));
  const last = healed === -1 ? months.at(-1) : months[healed - 1];
  return {
    first: first.month,
    over: subtract(zero, first.headroom),
    last: last?.month ?? first.month,
    toTheEnd: healed === -1,
  };
}
