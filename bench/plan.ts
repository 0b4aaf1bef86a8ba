import { monthAt } from '#domain/forecast/month.ts';
import { computePlan, type Plan } from '#domain/forecast/plan.ts';
import { simulate } from '#domain/forecast/simulation.ts';
import { assumptionOf, withAssumptions } from '#domain/forecast/what-if.ts';
import { fromMillionths, percentOf } from '#domain/percent.ts';
import type { Tkr } from '#domain/tkr.ts';
import { type FloatPlan, planInFloats } from './float-plan.ts';
import { floatOf, inFloats } from './float-plan-input.ts';
import { type Comparison, compare } from './measure.ts';
import { anew, planScenarios } from './plan-scenarios.ts';

/** The computed forecast of ten scenarios, exact and in plain floats, and many runs of one of them. */
export async function comparePlans(): Promise<Comparison[]> {
  const exact = planScenarios();
  const floats = inFloats(exact);
  for (const [index, input] of exact.entries()) {
    const float = floats[index];
    if (float === undefined) throw new Error('A scenario is missing in floats');
    assertSame(computePlan(input), planInFloats(float));
  }
  const rounds = 41;
  const title = 'Räknad prognos, 10 scenarier × 1 000 rader × 20 år, månad för månad';
  const plans = await compare({ title, unit: 'ms per gång', rounds }, [
    {
      name: 'flyttal, samma steg',
      measure: () => timed(anew(floats), (all) => all.map(planInFloats)),
    },
    {
      name: 'computePlan, allt på nytt',
      measure: () => timed(anew(exact), (all) => all.map(computePlan)),
    },
    {
      name: 'computePlan, ett antagande ändrat',
      measure: () => timed(exact.map(atAnotherRate), (all) => all.map(computePlan)),
    },
  ]);
  return [plans, await compareSimulation()];
}

let rate = 0;

// What is dragged is never where it was.
function atAnotherRate(input: ReturnType<typeof planScenarios>[number]) {
  rate = (rate + 1) % 100_000;
  const percent = fromMillionths(BigInt(800_000 + rate));
  return withAssumptions(input, [assumptionOf({ kind: 'executionRate', percent })]);
}

function compareSimulation(): Promise<Comparison> {
  const [scenario] = planScenarios();
  if (scenario === undefined) throw new Error('There is a scenario');
  const range = (kind: 'executionRange' | 'priceRange' | 'rateRange', ends: readonly string[]) => {
    const [low, percent, high] = ends.map(percentOf);
    return assumptionOf({ kind, low: low ?? null, percent: percent ?? null, high: high ?? null });
  };
  const input = withAssumptions(scenario, [
    range('executionRange', ['70', '85', '100']),
    range('priceRange', ['1', '2', '5']),
    range('rateRange', ['-1', '0', '2']),
  ]);
  const title = 'Simulerade utfall, 1 000 rader × 20 år';
  return compare({ title, unit: 'ms per gång', rounds: 5 }, [
    {
      name: '100 körningar',
      measure: () => timed(input, (one) => simulate(one, { seed: 1, runs: 100 })),
    },
    {
      name: '10 000 körningar',
      measure: () => timed(input, (one) => simulate(one, { seed: 1, runs: 10_000 })),
    },
  ]);
}

/** What rounding to the öre every month may add up to over twenty years of ten loans, in Tkr: one krona. */
const closeEnough = 0.001;

// Otherwise the two would not be the same schedule.
function assertSame(plan: Plan, floats: FloatPlan): void {
  const assertClose = (exact: Tkr | null, float: number | undefined): void => {
    const difference = Math.abs(floatOf(exact) - (float ?? Number.NaN));
    if (!(difference < closeEnough)) throw new Error(`Flyttalen räknar något annat: ${difference}`);
  };
  for (const [at, month] of plan.months.entries()) {
    assertClose(month.closing, floats.months.closing[at]);
    assertClose(month.headroom, floats.months.headroom[at]);
    assertClose(month.interest, floats.months.interest[at]);
    assertClose(month.borgensavgift, floats.months.borgensavgift[at]);
  }
  for (const [at, { flows, closing, headroom }] of plan.forecast.years.entries()) {
    const year = floats.years[at];
    assertClose(flows.amortisation, year?.amortisation);
    assertClose(closing, year?.closing);
    assertClose(headroom, year?.headroom);
    assertClose(plan.costs[at]?.interest ?? null, year?.interest);
  }
  const first = monthAt(plan.years.first, 1);
  const broken = plan.firstBrokenMonth === null ? -1 : plan.firstBrokenMonth - first;
  if (plan.months.length !== 240 || broken !== floats.firstBroken) {
    throw new Error('Flyttalen bryter taket en annan månad');
  }
}

// Kept, so that no compiler finds out that nobody reads what was computed.
let kept: unknown;

/** Milliseconds of a piece of work; what it works on is made before the time is taken. */
function timed<Of>(of: Of, work: (of: Of) => unknown): number {
  const start = performance.now();
  kept = work(of);
  const taken = performance.now() - start;
  if (kept === undefined) throw new Error('Nothing was computed');
  return taken;
}
