import { fromMillionths, hundredPercent, type Percent, zeroPercent } from '../percent.ts';
import { fromOre, type Tkr } from '../tkr.ts';
import type { AssumptionKind } from './assumption-terms.ts';
import { percentAt } from './assumptions.ts';
import { computePlan } from './plan.ts';
import type { PlanInput } from './plan-input.ts';
import { randomNumbers, type SeededRandom, seededRandom } from './seeded-random.ts';
import { type Response, responseOf } from './simulation-response.ts';

/** What a measure turns out to be in 5, 25, 50, 75 and 95 of a hundred runs or fewer, in Tkr. */
export type Percentiles = {
  readonly p5: Tkr;
  readonly p25: Tkr;
  readonly p50: Tkr;
  readonly p75: Tkr;
  readonly p95: Tkr;
};

/** One year of many runs. */
export type SimulatedYear = {
  readonly year: number;
  readonly debt: Percentiles;
  /** Null before the first ceiling. */
  readonly headroom: Percentiles | null;
  /** Interest of the year; null where a rate is not known. */
  readonly cost: Percentiles | null;
  /** In how many runs the debt at the year's end is within the ceiling. */
  readonly held: number;
};

/** Many runs of a scenario, with what may turn out otherwise drawn within its ranges. */
export type Simulation = {
  readonly runs: number;
  readonly years: readonly SimulatedYear[];
  /** In how many runs the ceiling is held at the end of every year. */
  readonly heldInAll: number;
};

/** How many runs, and the seed that they are drawn from: the same seed gives the same answer. */
export type SimulationOf = { readonly seed: number; readonly runs: number };

/**
 * Runs a scenario many times with execution rate, price change and interest drawn within their dated
 * ranges; null where no range is said, or where the scenario's debt is not known.
 *
 * Each range is one draw a run, held until the next range of its kind: triangular, most often near
 * what is likely. The debt follows what is invested exactly in proportion, so that each year's part is
 * computed once by `computePlan` and scaled; of the interest the answer to one percentage point is
 * scaled, which for annuities is close and not exact. Source: `docs/decisions/`.
 */
export function simulate(input: PlanInput, { seed, runs }: SimulationOf): Simulation | null {
  const ranges = rangesOf(input);
  const response = ranges.length === 0 ? null : responseOf(input);
  if (response === null) return null;
  const years = turningOf(input, response, ranges);
  const random = seededRandom(seed);
  const debts = years.map(() => new BigInt64Array(runs));
  const costs = years.map(() => new BigInt64Array(runs));
  const held = years.map(() => 0);
  let heldInAll = 0;
  for (let run = 0; run < runs; run += 1) {
    const drawn = ranges.map((range) => drawWithin(range, random));
    const factors = factorsOf(years, drawn);
    let holds = true;
    for (const [at, year] of years.entries()) {
      const shift = shiftIn(year, drawn);
      const debt = debtOf(response, at, { factors, shift });
      const ofYear = debts[at];
      if (ofYear !== undefined) ofYear[run] = debt;
      const ofCost = costs[at];
      if (ofCost !== undefined) ofCost[run] = costOf(response, at, { factors, shift });
      const ceiling = response.ceilings[at] ?? null;
      if (ceiling === null || debt <= ceiling) held[at] = (held[at] ?? 0) + 1;
      else holds = false;
    }
    if (holds) heldInAll += 1;
  }
  return {
    runs,
    heldInAll,
    years: years.map(({ year }, at) =>
      yearOf(response, at, {
        year,
        debts: debts[at] ?? new BigInt64Array(),
        costs: costs[at] ?? new BigInt64Array(),
        held: held[at] ?? 0,
      }),
    ),
  };
}

type Gathered = {
  readonly year: number;
  readonly debts: BigInt64Array;
  readonly costs: BigInt64Array;
  readonly held: number;
};

function yearOf(
  response: Response,
  at: number,
  { year, debts, costs, held }: Gathered,
): SimulatedYear {
  const ceiling = response.ceilings[at] ?? null;
  const debt = percentilesOf(debts);
  return {
    year,
    debt,
    headroom: ceiling === null ? null : roomUnder(ceiling, debt),
    cost: response.knowsCost ? percentilesOf(costs) : null,
    held,
  };
}

// The most debt leaves the least room.
function roomUnder(ceiling: bigint, debt: Percentiles): Percentiles {
  const room = (amount: Tkr): Tkr => fromOre(ceiling - amount);
  return {
    p5: room(debt.p95),
    p25: room(debt.p75),
    p50: room(debt.p50),
    p75: room(debt.p25),
    p95: room(debt.p5),
  };
}

function percentilesOf(amounts: BigInt64Array): Percentiles {
  const sorted = amounts.toSorted();
  // The nearest rank: the smallest amount that so many of a hundred runs do not exceed.
  const at = (percent: number): Tkr =>
    fromOre(sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0n);
  return { p5: at(5), p25: at(25), p50: at(50), p75: at(75), p95: at(95) };
}

type RangeKind = Extract<AssumptionKind, 'executionRange' | 'priceRange' | 'rateRange'>;

const rangeKinds: readonly RangeKind[] = ['executionRange', 'priceRange', 'rateRange'];

/** A range, and the years in which it is the one in force. */
type Range = {
  readonly kind: RangeKind;
  readonly years: ReadonlySet<number>;
  readonly low: Percent;
  readonly likely: Percent;
  readonly high: Percent;
};

function rangesOf(input: PlanInput): Range[] {
  const { assumptions } = computePlan({ ...input, lines: [], loans: [] });
  return rangeKinds.flatMap((kind) => {
    const byRange = new Map<unknown, Range & { readonly years: Set<number> }>();
    for (let year = input.openingYear + 1; year <= input.lastYear; year += 1) {
      const found = assumptions.find(kind, `${year}-01-01`)?.assumption;
      if (found === undefined) continue;
      const { percent: likely, low, high } = found;
      if (likely === null || low === null || high === null) continue;
      const known = byRange.get(found);
      if (known === undefined) {
        byRange.set(found, { kind, years: new Set([year]), low, likely, high });
      } else known.years.add(year);
    }
    return [...byRange.values()];
  });
}

/** What can turn out otherwise in a year: what the scenario says of it, and which draw counts instead. */
type Turning = {
  readonly year: number;
  /** True where the year's prices differ from those of the year before. */
  readonly hasChange: boolean;
  readonly priceChange: Percent;
  readonly rateShift: Percent;
  /** The place of the range in force among the draws of a run; -1 where there is none. */
  readonly drawOf: { readonly [kind in RangeKind]: number };
};

function turningOf(input: PlanInput, response: Response, ranges: readonly Range[]): Turning[] {
  const { assumptions, years } = response;
  return years.map((year) => {
    const drawOf = (kind: RangeKind): number =>
      ranges.findIndex((range) => range.kind === kind && range.years.has(year));
    return {
      year,
      hasChange: year > input.openingYear + 1,
      priceChange: percentAt(assumptions, 'priceChange', `${year}-01-01`),
      rateShift: percentAt(assumptions, 'rateShift', `${years[0]}-01-01`),
      drawOf: {
        executionRange: drawOf('executionRange'),
        priceRange: drawOf('priceRange'),
        rateRange: drawOf('rateRange'),
      },
    };
  });
}

/**
 * A triangular draw in whole millionths: which side of the likely value by the sides' lengths, and
 * how near it by the larger or the smaller of two even draws.
 */
export function drawWithin(
  { low, likely, high }: Pick<Range, 'low' | 'likely' | 'high'>,
  random: SeededRandom,
): Percent {
  const side = BigInt(random());
  const first = BigInt(random());
  const second = BigInt(random());
  const isBelow = side * (high - low) < (likely - low) * randomNumbers;
  if (isBelow) {
    const larger = first > second ? first : second;
    return fromMillionths(low + ((likely - low) * larger) / randomNumbers);
  }
  const smaller = first < second ? first : second;
  return fromMillionths(likely + ((high - likely) * smaller) / randomNumbers);
}

/** One as the parts of a factor: execution rate times prices, in billionths. */
const one = 10n ** 9n;
const millionth = 1_000_000n;

// What is invested each year against what its part was computed from, in the prices of the first year.
function factorsOf(years: readonly Turning[], drawn: readonly Percent[]): bigint[] {
  let price = one;
  return years.map(({ hasChange, priceChange, drawOf }) => {
    const execution = drawn[drawOf.executionRange] ?? hundredPercent;
    const change = drawn[drawOf.priceRange] ?? priceChange;
    if (hasChange) price = (price * (millionth + change)) / millionth;
    return (price * execution) / millionth;
  });
}

// How far the rates are from what the scenario says, in millionths.
function shiftIn({ rateShift, drawOf }: Turning, drawn: readonly Percent[]): bigint {
  return (drawn[drawOf.rateRange] ?? rateShift) - rateShift;
}

type Turned = { readonly factors: readonly bigint[]; readonly shift: bigint };

function debtOf(response: Response, at: number, { factors, shift }: Turned): bigint {
  let scaled = 0n;
  const parts = response.debtOfYear[at] ?? [];
  for (let from = 0; from <= at; from += 1) scaled += (parts[from] ?? 0n) * (factors[from] ?? 0n);
  const byRate = ((response.debtByPoint[at] ?? 0n) * shift) / (hundredPercent / 100n);
  return (response.fixedDebt[at] ?? 0n) + scaled / one + byRate;
}

function costOf(response: Response, at: number, { factors, shift }: Turned): bigint {
  let scaled = 0n;
  let byPoint = (response.costByPoint[at] ?? 0n) * one;
  const parts = response.costOfYear[at] ?? [];
  const pointParts = response.costOfYearByPoint[at] ?? [];
  for (let from = 0; from <= at; from += 1) {
    const factor = factors[from] ?? 0n;
    scaled += (parts[from] ?? 0n) * factor;
    byPoint += (pointParts[from] ?? 0n) * factor;
  }
  const byRate = shift === zeroPercent ? 0n : (byPoint * shift) / (hundredPercent / 100n);
  return (response.fixedCost[at] ?? 0n) + (scaled + byRate) / one;
}
