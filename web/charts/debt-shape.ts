import { figureOf, lastYearOf } from '#domain/borgensprognos-table.ts';
import { type Borgenstak, borgenstakAt } from '#domain/borgensutrymme.ts';
import { bufferAt } from '#domain/forecast/assumptions.ts';
import { lastDayIn, monthAt, monthOfDay, monthOfYear, yearOf } from '#domain/forecast/month.ts';
import { compare, isNegative, isZero, subtract, type Tkr, zero } from '#domain/tkr.ts';
import { lastDayOf } from '#domain/year.ts';
import { shownMonth } from '../lib/assumption-words.ts';
import type { ScenarioView } from '../lib/borgensprognos.ts';
import type { Texts } from '../texts/sv.ts';
import type { DebtChartProps, DebtSeries } from './debt-chart.tsx';

/** A limit over time besides the decided ceiling: a planned one, or the ceiling less the buffer. */
export type DebtLimit = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'planned' | 'buffer';
  /** By place on the axis, in order; each holds until the next. */
  readonly steps: ReadonlyMap<number, Tkr>;
};

/** A point that is told of: where a ceiling is broken, or where less than the buffer is left. */
export type DebtMark = {
  readonly id: string;
  readonly kind: 'broken' | 'belowBuffer';
  readonly at: number;
  readonly amount: Tkr;
  readonly text: string;
};

/** Where the end of a month is on the axis. */
function placeOfMonth(month: number): number {
  return yearOf(month) - 1 + monthOfYear(month) / 12;
}

/** What the scenarios come to, against what they may. The axis counts years: 2025 is 31/12 2025. */
export function debtShape(
  scenarios: readonly ScenarioView[],
  decided: readonly Borgenstak[],
  texts: Texts,
): DebtChartProps {
  const forecasts = scenarios.map(({ forecast }) => forecast);
  const from = Math.min(...forecasts.map(({ openingYear }) => openingYear));
  const to = Math.max(...forecasts.map(lastYearOf));
  const count = forecasts.length === 0 ? 0 : to - from + 1;
  const years = Array.from({ length: count }, (_, index) => from + index);
  const marks = scenarios.flatMap((view) => marksOf(view, texts));
  return {
    years,
    label: texts.chart.tableLabel,
    lines: scenarios.map((view) => lineOf(view, years)),
    ceilings: stepsOf(decided, years, () => zero),
    limits: limitsOf(scenarios, years, texts),
    marks,
  };
}

// The month in which the ceiling breaks is a point of the line, so that the line is seen to cross it.
function lineOf(
  { scenario, forecast, plan, series }: ScenarioView,
  years: readonly number[],
): DebtSeries {
  const debts = years.flatMap((year): [number, Tkr][] => {
    const debt = figureOf(forecast, 'debt', year);
    return debt === null ? [] : [[year, debt]];
  });
  const broken = plan.months.find(({ month }) => month === plan.firstBrokenMonth);
  if (broken !== undefined) debts.push([placeOfMonth(broken.month), broken.closing]);
  const inOrder = debts.toSorted(([left], [right]) => left - right);
  return { id: scenario.scenarioId, name: scenario.name, series, debts: new Map(inOrder) };
}

function marksOf({ scenario, plan }: ScenarioView, { prognos }: Texts): DebtMark[] {
  const id = scenario.scenarioId;
  const broken = plan.months.find(({ month }) => month === plan.firstBrokenMonth);
  const below = plan.forecast.years.flatMap(({ year, closing, headroom }): DebtMark[] => {
    if (closing === null || headroom === null || isNegative(headroom)) return [];
    const buffer = bufferAt(plan.assumptions, lastDayOf(year), zero);
    if (compare(headroom, buffer) >= 0) return [];
    const text = prognos.chart.belowBuffer;
    return [{ id: `${id} ${year}`, kind: 'belowBuffer', at: year, amount: closing, text }];
  });
  if (broken === undefined) return below;
  const text = prognos.chart.brokenAt(shownMonth(broken.month, prognos));
  const at = placeOfMonth(broken.month);
  return [...below, { id, kind: 'broken', at, amount: broken.closing, text }];
}

function limitsOf(
  scenarios: readonly ScenarioView[],
  years: readonly number[],
  { prognos }: Texts,
): DebtLimit[] {
  const limits: DebtLimit[] = [];
  for (const { scenario, plan } of scenarios) {
    if (plan.assumptions.all('ceiling').length === 0) continue;
    const id = `planerat ${scenario.scenarioId}`;
    const name = prognos.chart.planned(scenario.name);
    limits.push({ id, name, kind: 'planned', steps: stepsOf(plan.ceilings, years, () => zero) });
  }
  const [first] = scenarios.filter(({ plan }) => plan.assumptions.all('buffer').length > 0);
  if (first !== undefined) {
    const { plan } = first;
    const steps = stepsOf(plan.ceilings, years, (day) => bufferAt(plan.assumptions, day, zero));
    const isAny = years.some((year) => !isZero(bufferAt(plan.assumptions, lastDayOf(year), zero)));
    if (isAny) limits.push({ id: 'buffert', name: prognos.chart.buffer, kind: 'buffer', steps });
  }
  return limits;
}

// At the end of each year, and of each month in which the ceiling changes.
function stepsOf(
  ceilings: readonly Borgenstak[],
  years: readonly number[],
  less: (day: string) => Tkr,
): Map<number, Tkr> {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const months = new Set(years.map((year) => monthAt(year, 12)));
  for (const { validFrom } of ceilings) {
    const month = monthOfDay(validFrom);
    if (month > monthAt(first, 12) && month <= monthAt(last, 12)) months.add(month);
  }
  return new Map(
    [...months]
      .toSorted((left, right) => left - right)
      .flatMap((month): [number, Tkr][] => {
        const ceiling = borgenstakAt(ceilings, lastDayIn(month));
        if (ceiling === null) return [];
        return [[placeOfMonth(month), subtract(ceiling, less(lastDayIn(month)))]];
      }),
  );
}
