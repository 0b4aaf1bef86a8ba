import {
  type Borgenstak,
  computeBorgensutrymme,
  type ForecastInput,
  forecastRowKinds,
} from '#domain/borgensutrymme.ts';
import { fromOre, negate, tkr, toPlain, zero } from '#domain/tkr.ts';
import { type Random, seededRandom } from '../server/faults/random.ts';
import {
  computeInFloats,
  type FloatCeiling,
  type FloatScenario,
  sumInFloats,
} from './float-forecast.ts';
import { type Comparison, compare } from './measure.ts';

const scenarioCount = 10;
const openingYear = 2025;
const years = 20;
const ceiling = 800_000;

/** The forecast of ten scenarios of twenty years, exact and in plain floats. */
export function compareForecasts(): Promise<Comparison> {
  const random = seededRandom(1);
  const exact = Array.from({ length: scenarioCount }, () => aScenario(random));
  const floats = exact.map(inFloats);
  const ceilings: Borgenstak[] = [{ validFrom: '2024-01-01', amount: tkr(`${ceiling}`) }];
  const floatCeilings: FloatCeiling[] = [{ validFrom: '2024-01-01', amount: ceiling }];
  assertSame(exact, ceilings, { floats, floatCeilings });
  const title = 'Prognos, 10 scenarier × 20 år × 4 rader';
  return compare({ title, unit: 'µs per gång', rounds: 21 }, [
    {
      name: 'flyttal, bara summorna',
      measure: () => timed(() => floats.map((one) => sumInFloats(one, ceiling))),
    },
    {
      name: 'flyttal, samma steg',
      measure: () => timed(() => floats.map((one) => computeInFloats(one, floatCeilings))),
    },
    {
      name: 'computeBorgensutrymme',
      measure: () => timed(() => exact.map((one) => computeBorgensutrymme(one, ceilings))),
    },
  ]);
}

function aScenario(random: Random): ForecastInput {
  const amount = () => fromOre(BigInt(random.below(1_000_000_000)));
  const rows = Array.from({ length: years }, (_, index) => openingYear + 1 + index).flatMap(
    (year) =>
      forecastRowKinds.map((kind) => {
        const source = 'typed' as const;
        return {
          year,
          kind,
          source,
          amount: kind === 'amortisation' ? negate(amount()) : amount(),
        };
      }),
  );
  return { openingYear, lastYear: openingYear + years, openingDebt: amount(), rows };
}

function inFloats({ openingDebt, rows, ...years }: ForecastInput): FloatScenario {
  return {
    ...years,
    openingDebt: openingDebt === null ? 0 : Number(toPlain(openingDebt)),
    rows: rows.map(({ year, kind, amount }) => ({ year, kind, amount: Number(toPlain(amount)) })),
  };
}

type Floats = {
  readonly floats: readonly FloatScenario[];
  readonly floatCeilings: readonly FloatCeiling[];
};

// Otherwise the two would not be the same sums.
function assertSame(
  exact: readonly ForecastInput[],
  ceilings: readonly Borgenstak[],
  { floats, floatCeilings }: Floats,
): void {
  for (const [index, scenario] of exact.entries()) {
    const { headroom } = computeBorgensutrymme(scenario, ceilings).years.at(-1) ?? {};
    const float = floats[index];
    if (float === undefined) throw new Error('A scenario is missing in floats');
    const outcomes = [
      computeInFloats(float, floatCeilings).years.at(-1)?.headroom,
      sumInFloats(float, ceiling).headroom.at(-1),
    ];
    for (const outcome of outcomes) {
      const difference = Math.abs(Number(toPlain(headroom ?? zero)) - (outcome ?? Number.NaN));
      if (!(difference < 1e-4)) throw new Error(`Flyttalen räknar något annat: ${difference}`);
    }
  }
}

// Kept, so that no compiler finds out that nobody reads what was computed.
let kept: unknown;

function timed(work: () => unknown): number {
  const least = 100;
  const start = performance.now();
  let times = 0;
  for (; performance.now() - start < least; times += 1) kept = work();
  if (kept === undefined) throw new Error('Nothing was computed');
  return ((performance.now() - start) * 1_000) / times;
}
