import type { Plan } from '#domain/forecast/plan.ts';
import {
  type Lever,
  outcomeOf,
  type PlanOutcome,
  type Sensitivity,
} from '#domain/forecast/sensitivity.ts';
import { addPercent, fromMillionths, type Percent, zeroPercent } from '#domain/percent.ts';
import { absolute, compare, isNegative, isZero, subtract, type Tkr, zero } from '#domain/tkr.ts';
import type { TornadoBar, TornadoSide } from '../../charts/tornado-chart.tsx';
import { shown } from '../../lib/format.ts';
import { shownPercent, shownPercentWithSign } from '../../lib/percent-text.ts';
import type { Texts } from '../../texts/sv.ts';
import { shownMonths } from './lever-words.ts';
import { leverStarts } from './levers.ts';

/** What the bars can be measured in. */
export const measures = ['debt', 'headroom', 'cost'] as const;

/** See `measures`. */
export type Measure = (typeof measures)[number];

/** How much each lever changes a measure, the one that changes it most at the top. */
export function tornadoBars(
  rows: readonly Sensitivity[],
  plan: Plan,
  measure: Measure,
  texts: Texts,
): TornadoBar[] {
  const base = outcomeOf(plan);
  const starts = leverStarts(plan);
  const words = texts.tankOm.tornado;
  const labelOf: { readonly [lever in Lever]: (set: Sensitivity['low']['set']) => string } = {
    rate: ({ percent }) => words.points(changeOf(percent, starts.rateShift.value)),
    life: ({ months }) => words.months(shownMonths((months ?? 0) - starts.lifeShift.value)),
    execution: ({ percent }) => words.percent(shownPercent(percent ?? zeroPercent)),
    price: ({ percent }) => words.points(changeOf(percent, starts.priceChange.value)),
  };
  return rows
    .map(({ lever, low, high }): TornadoBar => {
      const side = ({ set, outcome }: Sensitivity['low']): TornadoSide => ({
        label: labelOf[lever](set),
        change: changeIn(base, outcome, measure),
      });
      return { id: lever, name: words.levers[lever], low: side(low), high: side(high) };
    })
    .toSorted((left, right) => compare(reachOf(right), reachOf(left)));
}

function changeOf(percent: Percent | null, start: Percent): string {
  return shownPercentWithSign(addPercent(percent ?? zeroPercent, fromMillionths(0n - start)));
}

function changeIn(base: PlanOutcome, outcome: PlanOutcome, measure: Measure): Tkr | null {
  const [before, after] = [base[measure], outcome[measure]];
  return before === null || after === null ? null : subtract(after, before);
}

function reachOf({ low, high }: TornadoBar): Tkr {
  const [left, right] = [low, high].map(({ change }) => absolute(change ?? zero));
  return compare(left ?? zero, right ?? zero) > 0 ? (left ?? zero) : (right ?? zero);
}

/** The conclusion over the bars: what matters most and how much, or why nothing can be said. */
export function tornadoConclusion(
  bars: readonly TornadoBar[],
  measure: Measure,
  { tankOm: { tornado: words } }: Texts,
): string {
  const sides = bars.flatMap(({ name, low, high }) => [
    { name, ...low },
    { name, ...high },
  ]);
  if (sides.every(({ change }) => change === null)) {
    return measure === 'cost' ? words.unknownCost : words.unknown;
  }
  const [most] = sides.toSorted((left, right) =>
    compare(absolute(right.change ?? zero), absolute(left.change ?? zero)),
  );
  if (most === undefined || most.change === null || isZero(most.change)) return words.nothing;
  const { name, label, change } = most;
  const changed = words.changed(measure, !isNegative(change), shown(absolute(change)));
  return words.most(name, label, changed);
}
