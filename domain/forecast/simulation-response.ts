import { addPercent, hundredPercent, percentOf, zeroPercent } from '../percent.ts';
import { toOre } from '../tkr.ts';
import type { Assumption } from './assumption-terms.ts';
import { type Assumptions, percentAt } from './assumptions.ts';
import { computePlan, type Plan } from './plan.ts';
import type { PlanInput } from './plan-input.ts';
import { assumptionOf, withAssumptions } from './what-if.ts';

/**
 * How debt and interest at each year's end answer to what is invested in each year and to the rate,
 * in öre: what is fixed, what comes of a year's budget, and what one percentage point adds. A year's
 * budget is all done where the execution rate is drawn, and as the scenario says where it is not.
 */
export type Response = {
  readonly years: readonly number[];
  readonly assumptions: Assumptions;
  readonly ceilings: readonly (bigint | null)[];
  readonly fixedDebt: readonly bigint[];
  /** By year of the debt, then by year of the investment. */
  readonly debtOfYear: readonly (readonly bigint[])[];
  readonly debtByPoint: readonly bigint[];
  /** False where a rate is missing, and then every cost is zero. */
  readonly knowsCost: boolean;
  readonly fixedCost: readonly bigint[];
  readonly costOfYear: readonly (readonly bigint[])[];
  readonly costByPoint: readonly bigint[];
  readonly costOfYearByPoint: readonly (readonly bigint[])[];
};

/** The answer of a scenario; null where its debt is not known. */
export function responseOf(input: PlanInput): Response | null {
  const plan = computePlan(input);
  if (plan.forecast.years.some(({ closing }) => closing === null)) return null;
  const years = plan.forecast.years.map(({ year }) => year);
  const day = `${input.openingYear + 1}-01-01`;
  const point = addPercent(percentAt(plan.assumptions, 'rateShift', day), percentOf('1'));
  const shifted = assumptionOf({ kind: 'rateShift', percent: point });
  // The factor of a run has the prices, and the execution rate where it is drawn.
  const plain = withAssumptions(drawnForAll(input, plan.assumptions), [
    assumptionOf({ kind: 'priceChange', percent: zeroPercent }),
  ]);
  const run = (year: number | null): { readonly same: Path; readonly shifted: Path } => {
    const only = onlyInvestedIn(year, plain);
    return {
      same: pathOf(computePlan(only)),
      shifted: pathOf(computePlan(withAssumptions(only, [shifted]))),
    };
  };
  const { same: fixed, shifted: fixedByPoint } = run(null);
  const ofYears = years.map(run);
  const knowsCost = [
    fixed,
    fixedByPoint,
    ...ofYears.flatMap((one) => [one.same, one.shifted]),
  ].every(({ costs }) => costs !== null);
  const costs = (path: Path, at: number): bigint => (knowsCost ? (path.costs?.[at] ?? 0n) : 0n);
  const debts = (path: Path, at: number): bigint => path.debts[at] ?? 0n;
  return {
    years,
    assumptions: plan.assumptions,
    ceilings: plan.forecast.years.map(({ borgenstak }) =>
      borgenstak === null ? null : toOre(borgenstak),
    ),
    fixedDebt: years.map((_, at) => debts(fixed, at)),
    debtOfYear: years.map((_, at) => ofYears.map(({ same }) => debts(same, at) - debts(fixed, at))),
    debtByPoint: years.map((_, at) => debts(fixedByPoint, at) - debts(fixed, at)),
    knowsCost,
    fixedCost: years.map((_, at) => costs(fixed, at)),
    costOfYear: years.map((_, at) => ofYears.map(({ same }) => costs(same, at) - costs(fixed, at))),
    costByPoint: years.map((_, at) => costs(fixedByPoint, at) - costs(fixed, at)),
    costOfYearByPoint: years.map((_, at) =>
      ofYears.map(
        (one) =>
          costs(one.shifted, at) -
          costs(one.same, at) -
          (costs(fixedByPoint, at) - costs(fixed, at)),
      ),
    ),
  };
}

type Path = { readonly debts: readonly bigint[]; readonly costs: readonly bigint[] | null };

function pathOf({ forecast, costs }: Plan): Path {
  const interest = costs.flatMap((year) => (year.interest === null ? [] : [toOre(year.interest)]));
  return {
    debts: forecast.years.map(({ closing }) => (closing === null ? 0n : toOre(closing))),
    costs: interest.length === forecast.years.length ? interest : null,
  };
}

// What follows the budget, or is asked about beyond it, is left in one year only; what is typed or
// decided stays in all of them.
function onlyInvestedIn(year: number | null, input: PlanInput): PlanInput {
  const following = new Set(
    input.rows
      .filter(({ kind, source }) => kind === 'borrowingInvestments' && source === 'linked')
      .filter(({ amount }) => amount === null)
      .map((row) => row.year),
  );
  const stays = (other: number): boolean => other === year || !following.has(other);
  return {
    ...input,
    lines: input.lines.map((line) => ({
      ...line,
      budget: line.budget.filter((entry) => stays(entry.year)),
    })),
    levels: input.levels.map((level) => withoutOtherExtras(level, year)),
  };
}

// A level that asks about nothing stays the list that it is, and what is known of it is used again.
function withoutOtherExtras(
  level: readonly Assumption[],
  year: number | null,
): readonly Assumption[] {
  const isOther = ({ kind, from }: Assumption): boolean =>
    kind === 'extraInvestment' && from !== `${year}-01-01`;
  return level.some(isOther) ? level.filter((one) => !isOther(one)) : level;
}

// Where the execution rate is drawn it is drawn for all lines, also those with one of their own.
function drawnForAll(input: PlanInput, assumptions: Assumptions): PlanInput {
  const rates: Assumption[] = [];
  const from = input.openingYear + 1;
  const withOwn = assumptions.all('executionRate').map(({ assumption }) => assumption.lineId);
  const places = new Set([null, ...withOwn]);
  for (let year = from; year <= input.lastYear; year += 1) {
    if (!isDrawn(assumptions, year)) continue;
    const all = { kind: 'executionRate', percent: hundredPercent, from: `${year}-01-01` } as const;
    for (const lineId of places) {
      rates.push(assumptionOf({ ...all, lineId }));
    }
  }
  return withAssumptions(input, rates);
}

/** True for a year whose execution rate is drawn. */
export function isDrawn(assumptions: Assumptions, year: number): boolean {
  return assumptions.find('executionRange', `${year}-01-01`) !== null;
}
