import { allocate } from '../allocate.ts';
import type { Percent } from '../percent.ts';
import { add, isZero, subtract, sum, type Tkr, toOre, zero } from '../tkr.ts';
import { type Assumptions, knownPercentAt, resolveAssumptions } from './assumptions.ts';
import { type Assets, assetsOf, shared } from './capital-assets.ts';
import { amortisedUntil, drawnUntil } from './instalments.ts';
import { monthlyInterest } from './loan-rate.ts';
import { firstDayIn, type Month, monthAt } from './month.ts';
import type { PlanGap } from './plan-figures.ts';
import type { PlanInput } from './plan-input.ts';

/** What assets cost in a year, in Tkr; internränta is null where no rate is said. */
export type CapitalCost = {
  readonly year: number;
  readonly depreciation: Tkr;
  readonly internranta: Tkr | null;
  readonly cost: Tkr | null;
};

/** The capital cost of a scenario's investments, in all and by line; the lines sum to the whole. */
export type CapitalCosts = {
  readonly years: readonly CapitalCost[];
  readonly lines: readonly { readonly lineId: string; readonly years: readonly CapitalCost[] }[];
  /** Lines with investments that have no life, and so no depreciation. */
  readonly gaps: readonly PlanGap[];
};

/**
 * Depreciation and internränta of what is invested in a forecast's years, by line and year.
 *
 * An investment is taken into use as it is drawn and worn straight over its life, month by month from
 * the next month; all of it, however it is financed. Internränta is a twelfth of the year's rate on
 * the book value at each month's start. What was invested before is not in it. Source: DOMAIN §2.
 */
export function capitalCosts(input: PlanInput): CapitalCosts {
  const years = { first: input.openingYear + 1, last: input.lastYear };
  const assumptions = resolveAssumptions(input.levels);
  const { assets, gaps } = assetsOf(input, assumptions, years);
  const costs: CapitalCost[] = [];
  const byLine = new Map(input.lines.map(({ lineId }) => [lineId, [] as CapitalCost[]]));
  for (let year = years.first; year <= years.last; year += 1) {
    const { total, lines } = costOfYear(year, assets, assumptions);
    costs.push(total);
    for (const [lineId, ofLine] of byLine) {
      ofLine.push(lines.get(lineId) ?? nothing(year, total));
    }
  }
  return {
    years: costs,
    lines: [...byLine].map(([lineId, ofLine]) => ({ lineId, years: ofLine })),
    gaps,
  };
}

function nothing(year: number, { internranta }: CapitalCost): CapitalCost {
  const known = internranta === null ? null : zero;
  return { year, depreciation: zero, internranta: known, cost: known };
}

/** What is invested in the years of a forecast, by when it is bought and how long it lasts. */
export function costOfYear(year: number, assets: readonly Assets[], assumptions: Assumptions) {
  const worn = assets.map((group) => wornIn(group, year));
  const rates = monthsOf(year).map((month) => {
    return knownPercentAt(assumptions, 'internranta', firstDayIn(month));
  });
  const weights = assets.map((group) => interestWeight(group, year, rates));
  const internranta = internrantaOf(year, assets, rates);
  const depreciation = sum(worn);
  const cost = internranta === null ? null : add(depreciation, internranta);
  const interestParts =
    internranta !== null && weights.some((weight) => weight > 0n)
      ? allocate(internranta, weights)
      : assets.map(() => zero);
  const lines = new Map<string, CapitalCost>();
  for (const [at, group] of assets.entries()) {
    const amounts = group.parts.map((part) => toOre(part.amount));
    const wear = shared(worn[at] ?? zero, amounts);
    const interest = shared(interestParts[at] ?? zero, amounts);
    for (const [one, { lineId }] of group.parts.entries()) {
      const before = lines.get(lineId) ?? { depreciation: zero, internranta: zero };
      const ofLine = {
        depreciation: add(before.depreciation, wear[one] ?? zero),
        internranta: add(before.internranta ?? zero, interest[one] ?? zero),
      };
      lines.set(lineId, {
        year,
        depreciation: ofLine.depreciation,
        internranta: internranta === null ? null : ofLine.internranta,
        cost: internranta === null ? null : add(ofLine.depreciation, ofLine.internranta),
      });
    }
  }
  return { total: { year, depreciation, internranta, cost }, lines };
}

function monthsOf(year: number): Month[] {
  return Array.from({ length: 12 }, (_, at) => monthAt(year, at + 1));
}

/** What investments are worn in a year, in Tkr. */
export function wornIn({ principal, wear }: Assets, year: number): Tkr {
  const until = (month: Month): Tkr => amortisedUntil(principal, wear, month);
  return subtract(until(monthAt(year, 12)), until(monthAt(year - 1, 12)));
}

function bookValue({ principal, wear }: Assets, endOf: Month): Tkr {
  return subtract(drawnUntil(principal, wear, endOf), amortisedUntil(principal, wear, endOf));
}

function internrantaOf(
  year: number,
  assets: readonly Assets[],
  rates: readonly (Percent | null)[],
): Tkr | null {
  const months: Tkr[] = [];
  for (const [at, month] of monthsOf(year).entries()) {
    const value = sum(assets.map((group) => bookValue(group, month - 1)));
    const rate = rates[at] ?? null;
    if (rate === null && !isZero(value)) return null;
    months.push(rate === null ? zero : monthlyInterest(value, rate));
  }
  return sum(months);
}

// Book value times rate over the year's months: what the internränta is shared by.
function interestWeight(group: Assets, year: number, rates: readonly (Percent | null)[]): bigint {
  let weight = 0n;
  for (const [at, month] of monthsOf(year).entries()) {
    const rate = rates[at] ?? null;
    const value = toOre(bookValue(group, month - 1));
    if (rate !== null && rate > 0n && value > 0n) weight += value * rate;
  }
  return weight;
}
