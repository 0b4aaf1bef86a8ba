import { add, type Tkr, zero } from '../tkr.ts';
import type { Assumption, AssumptionPlace, AssumptionValue } from './assumption-terms.ts';
import { resolveAssumptions } from './assumptions.ts';
import { extraInvestments } from './plan-figures.ts';
import type { PlanInput } from './plan-input.ts';

const noValue: AssumptionValue = {
  percent: null,
  low: null,
  high: null,
  amount: null,
  months: null,
  lastMonth: null,
};

/** An assumption of all lines, always, unless it says otherwise. */
export function assumptionOf(
  given: Pick<AssumptionPlace, 'kind'> & Partial<Assumption>,
): Assumption {
  return { lineId: null, from: null, ...noValue, ...given };
}

/**
 * The input as a scenario that inherits from this one and says these assumptions itself.
 *
 * So what is asked and what is then saved as a scenario of its own are computed alike.
 */
export function withAssumptions(input: PlanInput, assumptions: readonly Assumption[]): PlanInput {
  return assumptions.length === 0 ? input : { ...input, levels: [assumptions, ...input.levels] };
}

/** An investment beyond the budget, in Tkr. */
export type Extra = { readonly lineId: string; readonly year: number; readonly amount: Tkr };

/** The assumptions that ask about investments beyond the budget and beyond what is asked about already. */
export function extraAssumptions(input: PlanInput, extras: readonly Extra[]): Assumption[] {
  const asked = extraInvestments(resolveAssumptions(input.levels));
  return extras.map(({ lineId, year, amount }) => {
    const before = asked.find((one) => one.lineId === lineId && one.year === year)?.amount ?? zero;
    const from = `${year}-01-01`;
    return assumptionOf({ kind: 'extraInvestment', lineId, from, amount: add(before, amount) });
  });
}

/** The input with investments beyond the budget, added to those that are asked about already. */
export function withExtra(input: PlanInput, extras: readonly Extra[]): PlanInput {
  return withAssumptions(input, extraAssumptions(input, extras));
}
