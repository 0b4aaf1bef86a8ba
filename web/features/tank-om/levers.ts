import type { Assumption, AssumptionKind } from '#domain/forecast/assumption-terms.ts';
import { type Assumptions, monthsAt, percentAt } from '#domain/forecast/assumptions.ts';
import { type Plan } from '#domain/forecast/plan.ts';
import { extraInvestments } from '#domain/forecast/plan-figures.ts';
import type { PlanInput } from '#domain/forecast/plan-input.ts';
import { assumptionOf } from '#domain/forecast/what-if.ts';
import type { Percent } from '#domain/percent.ts';
import { type Tkr, zero } from '#domain/tkr.ts';

/** An investment beyond the budget: on one line, in one year, in Tkr. */
export type ExtraLever = { readonly lineId: string; readonly year: number; readonly amount: Tkr };

/** What is tried; null for a lever that nobody has moved, where the scenario holds. */
export type Levers = {
  readonly execution: Percent | null;
  readonly rateShift: Percent | null;
  /** Months. */
  readonly lifeShift: number | null;
  readonly priceChange: Percent | null;
  readonly loanShare: Percent | null;
  readonly extra: ExtraLever | null;
};

/** The name of a lever. */
export type LeverName = keyof Levers;

/** The levers in the order in which they are shown and named. */
export const leverNames = [
  'execution',
  'rateShift',
  'lifeShift',
  'priceChange',
  'loanShare',
  'extra',
] as const satisfies readonly LeverName[];

/** Nothing is tried: the scenario as it stands. */
export const untouched: Levers = {
  execution: null,
  rateShift: null,
  lifeShift: null,
  priceChange: null,
  loanShare: null,
  extra: null,
};

/** The levers that somebody has moved. */
export function movedLevers(levers: Levers): LeverName[] {
  return leverNames.filter((name) => levers[name] !== null);
}

/** What the scenario itself holds, and whether that differs between lines or years. */
export type LeverStart<Value> = { readonly value: Value; readonly varies: boolean };

/** Where the levers stand before anybody moves them. */
export type LeverStarts = {
  readonly execution: LeverStart<Percent>;
  readonly rateShift: LeverStart<Percent>;
  readonly lifeShift: LeverStart<number>;
  readonly priceChange: LeverStart<Percent>;
  /** Null where nobody has said a share. */
  readonly loanShare: LeverStart<Percent | null>;
};

/** Where the levers stand before anybody moves them: at what holds in the forecast's first year. */
export function leverStarts({ assumptions, years }: Plan): LeverStarts {
  const all = Array.from({ length: years.last - years.first + 1 }, (_, at) => years.first + at);
  const startOf = <Value>(
    kind: AssumptionKind,
    valueIn: (day: string) => Value,
    from: number = years.first,
  ): LeverStart<Value> => {
    const values = all
      .filter((year) => year >= from || years.last < from)
      .map((year) => valueIn(`${year}-01-01`));
    const [value = valueIn(`${years.first}-01-01`)] = values;
    const isOfLines = linesWithOwn(assumptions, kind).length > 0;
    return { value, varies: isOfLines || values.some((one) => one !== value) };
  };
  return {
    execution: startOf('executionRate', (day) => percentAt(assumptions, 'executionRate', day)),
    rateShift: startOf('rateShift', (day) => percentAt(assumptions, 'rateShift', day)),
    lifeShift: startOf('lifeShift', (day) => monthsAt(assumptions, 'lifeShift', day) ?? 0),
    // Prices are those of the first year: what is said of it changes nothing.
    priceChange: startOf(
      'priceChange',
      (day) => percentAt(assumptions, 'priceChange', day),
      years.first + 1,
    ),
    loanShare: startOf(
      'loanShare',
      (day) => assumptions.find('loanShare', day)?.assumption.percent ?? null,
    ),
  };
}

/** What the scenario asks for already on a line in a year beyond the budget, in Tkr. */
export function extraAlready({ assumptions }: Plan, lineId: string, year: number): Tkr {
  const found = extraInvestments(assumptions).find(
    (one) => one.lineId === lineId && one.year === year,
  );
  return found?.amount ?? zero;
}

/**
 * The levers as the assumptions of a scenario that inherits from this one: what is tried and what is
 * then saved are the same.
 *
 * A lever is of all lines and years; a line that has a value of its own gets the lever's too, since
 * what is said of a line goes before what is said of all.
 */
export function leverAssumptions(levers: Levers, { assumptions }: Plan): Assumption[] {
  const { execution, rateShift, lifeShift, priceChange, loanShare, extra } = levers;
  const ofAllLines = (kind: 'executionRate' | 'loanShare', percent: Percent | null) =>
    percent === null
      ? []
      : [null, ...linesWithOwn(assumptions, kind)].map((lineId) =>
          assumptionOf({ kind, lineId, percent }),
        );
  return [
    ...ofAllLines('executionRate', execution),
    ...(rateShift === null ? [] : [assumptionOf({ kind: 'rateShift', percent: rateShift })]),
    ...(lifeShift === null ? [] : [assumptionOf({ kind: 'lifeShift', months: lifeShift })]),
    ...(priceChange === null ? [] : [assumptionOf({ kind: 'priceChange', percent: priceChange })]),
    ...ofAllLines('loanShare', loanShare),
    ...(extra === null ? [] : [extraAssumption(extra)]),
  ];
}

function extraAssumption({ lineId, year, amount }: ExtraLever): Assumption {
  return assumptionOf({ kind: 'extraInvestment', lineId, from: `${year}-01-01`, amount });
}

function linesWithOwn(assumptions: Assumptions, kind: AssumptionKind): string[] {
  const lineIds = assumptions
    .all(kind)
    .flatMap(({ assumption: { lineId } }) => (lineId === null ? [] : [lineId]));
  return [...new Set(lineIds)];
}

/** Assumptions in one level: of two about the same kind, line and day the later one is kept. */
export function joined(...lists: readonly (readonly Assumption[])[]): Assumption[] {
  const byPlace = lists.flat().map((one) => [placeOf(one), one] as const);
  return [...new Map(byPlace).values()];
}

function placeOf({ kind, lineId, from }: Assumption): string {
  return `${kind} ${lineId ?? ''} ${from ?? ''}`;
}

/**
 * True where a scenario has anything that execution, prices and the share financed by loans act on:
 * borrowing that follows the investeringsbudget.
 */
export function followsBudget({ rows }: PlanInput): boolean {
  return rows.some(
    ({ kind, source, amount, arendeId }) =>
      kind === 'borrowingInvestments' &&
      source === 'linked' &&
      arendeId === null &&
      amount === null,
  );
}
