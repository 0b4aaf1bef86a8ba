import { add, type Tkr, zero } from '../tkr.ts';
import { sumOrNull } from './loan-flows.ts';
import type { Plan, PlanCost } from './plan.ts';

/**
 * What a year costs in interest and fee, in Tkr; null where a rate is not known.
 *
 * An organisation that has said no fee has none to pay.
 */
export function costIn(costs: readonly PlanCost[], year: number): Tkr | null {
  const cost = costs.find((one) => one.year === year);
  if (cost === undefined || cost.interest === null) return null;
  return add(cost.interest, cost.borgensavgift ?? zero);
}

/** What all years of a forecast cost in interest and fee; null where a year's cost is not known. */
export function totalCost({ forecast, costs }: Plan): Tkr | null {
  return sumOrNull(forecast.years.map(({ year }) => costIn(costs, year)));
}
