import { addPercent, fromMillionths, type Percent, percentOf } from '../percent.ts';
import type { Tkr } from '../tkr.ts';
import type { Assumption } from './assumption-terms.ts';
import { monthsAt, percentAt } from './assumptions.ts';
import { computePlan, type Plan } from './plan.ts';
import { totalCost } from './plan-cost.ts';
import type { PlanInput } from './plan-input.ts';
import { assumptionOf, withAssumptions } from './what-if.ts';

/** What is changed to see how much it matters. */
export const levers = ['rate', 'life', 'execution', 'price'] as const;

/** See `levers`. */
export type Lever = (typeof levers)[number];

/** What a plan comes to, in Tkr; null where it cannot be told. */
export type PlanOutcome = {
  /** The debt and the headroom at the end of the last year. */
  readonly debt: Tkr | null;
  readonly headroom: Tkr | null;
  /** Interest and fee over all years. */
  readonly cost: Tkr | null;
};

/** One lever, pulled either way. */
export type Sensitivity = {
  readonly lever: Lever;
  /** The assumption that was changed, in words a value: −1, −12, 80. */
  readonly low: { readonly set: Assumption; readonly outcome: PlanOutcome };
  readonly high: { readonly set: Assumption; readonly outcome: PlanOutcome };
};

/** A year of life, a percentage point of interest, and so on: how far each lever is pulled. */
const steps = {
  rate: percentOf('1'),
  lifeInMonths: 12,
  lowExecution: percentOf('80'),
  highExecution: percentOf('120'),
  price: percentOf('2'),
} as const;

/** What a plan comes to. */
export function outcomeOf(plan: Plan): PlanOutcome {
  const last = plan.forecast.years.at(-1);
  return {
    debt: last?.closing ?? null,
    headroom: last?.headroom ?? null,
    cost: totalCost(plan),
  };
}

/**
 * How much debt, headroom and cost change with interest ±1 %, life ±1 year, execution 80 and 120 %,
 * and prices ±2 % a year: each changed alone, for all years, the others as they are.
 */
export function sensitivity(input: PlanInput): Sensitivity[] {
  const { assumptions } = computePlan(input);
  const day = `${input.openingYear + 1}-01-01`;
  const rate = percentAt(assumptions, 'rateShift', day);
  const life = monthsAt(assumptions, 'lifeShift', day) ?? 0;
  const price = percentAt(assumptions, 'priceChange', day);
  const outcome = (set: Assumption) => ({
    set,
    outcome: outcomeOf(computePlan(withAssumptions(input, [set]))),
  });
  const ofPercent = (kind: Assumption['kind'], percent: Percent) =>
    outcome(assumptionOf({ kind, percent }));
  const ofMonths = (months: number) => outcome(assumptionOf({ kind: 'lifeShift', months }));
  return [
    {
      lever: 'rate',
      low: ofPercent('rateShift', addPercent(rate, negative(steps.rate))),
      high: ofPercent('rateShift', addPercent(rate, steps.rate)),
    },
    {
      lever: 'life',
      low: ofMonths(life - steps.lifeInMonths),
      high: ofMonths(life + steps.lifeInMonths),
    },
    {
      lever: 'execution',
      low: ofPercent('executionRate', steps.lowExecution),
      high: ofPercent('executionRate', steps.highExecution),
    },
    {
      lever: 'price',
      low: ofPercent('priceChange', addPercent(price, negative(steps.price))),
      high: ofPercent('priceChange', addPercent(price, steps.price)),
    },
  ];
}

function negative(percent: Percent): Percent {
  return fromMillionths(0n - percent);
}
