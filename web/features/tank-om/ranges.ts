import { type AssumptionAnswer, hasValue } from '#contract/assumptions.ts';
import { type AssumptionRefusal, refusalOfAssumption } from '#domain/forecast/assumption-rules.ts';
import type { Assumption } from '#domain/forecast/assumption-terms.ts';
import type { Plan } from '#domain/forecast/plan.ts';
import type { PlanInput } from '#domain/forecast/plan-input.ts';
import { assumptionOf, withAssumptions } from '#domain/forecast/what-if.ts';
import { type Percent, percentToPlain } from '#domain/percent.ts';
import type { AssumptionChange } from '../../lib/assumption-editor.ts';
import { parseSwedishPercent, shownPercent } from '../../lib/percent-text.ts';
import { yearsOf } from './what-if.ts';

/** What may turn out otherwise within a range. */
export const rangeKinds = ['executionRange', 'priceRange', 'rateRange'] as const;

/** See `rangeKinds`. */
export type RangeKind = (typeof rangeKinds)[number];

/** A range as it is written: from a year, or from the first where `from` is null. */
export type RangeRow = {
  readonly id: string;
  readonly kind: RangeKind;
  readonly from: number | null;
  readonly low: string;
  readonly likely: string;
  readonly high: string;
};

/** What is wrong with a row; a refusal is one of the rules'. */
export type RangeProblem = 'not_percent' | 'same_year' | AssumptionRefusal;

/** The ranges that hold for a scenario, its own and inherited, as rows to write in. */
export function rangeRows({ assumptions, years }: Plan): RangeRow[] {
  return rangeKinds.flatMap((kind) => {
    const rows: RangeRow[] = [];
    let before: Assumption | null = null;
    for (const year of yearsOf(years)) {
      const found = assumptions.find(kind, `${year}-01-01`)?.assumption ?? null;
      if (found === before || found === null) continue;
      before = found;
      const from = year === years.first ? null : year;
      rows.push({
        id: `${kind} ${from ?? ''}`,
        kind,
        from,
        low: textOf(found.low),
        likely: textOf(found.percent),
        high: textOf(found.high),
      });
    }
    return rows;
  });
}

function textOf(percent: Percent | null): string {
  return percent === null ? '' : shownPercent(percent);
}

/** The rows that say something as assumptions, and what is wrong with the others by their id. */
export function readRanges(rows: readonly RangeRow[]): {
  readonly assumptions: readonly Assumption[];
  readonly problems: ReadonlyMap<string, RangeProblem>;
} {
  const assumptions: Assumption[] = [];
  const problems = new Map<string, RangeProblem>();
  const taken = new Set<string>();
  for (const row of rows) {
    const place = `${row.kind} ${row.from ?? ''}`;
    const read = readRow(row);
    if (taken.has(place)) problems.set(row.id, 'same_year');
    else if (typeof read === 'string') problems.set(row.id, read);
    else assumptions.push(read);
    taken.add(place);
  }
  return { assumptions, problems };
}

function readRow({ kind, from, ...row }: RangeRow): Assumption | RangeProblem {
  const [low, percent, high] = [row.low, row.likely, row.high].map(parseSwedishPercent);
  if (low === undefined || percent === undefined || high === undefined) return 'not_percent';
  if (low === null || percent === null || high === null) return 'not_percent';
  const day = from === null ? null : `${from}-01-01`;
  const read = assumptionOf({ kind, from: day, low, percent, high });
  return refusalOfAssumption(read, true) ?? read;
}

/** The kinds whose rows say something else than before. */
export function changedKinds(
  before: readonly RangeRow[],
  after: readonly RangeRow[],
): readonly RangeKind[] {
  const saidOf = (rows: readonly RangeRow[], kind: RangeKind): string =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ from, low, likely, high }) => [from ?? '', low, likely, high].join(' '))
      .toSorted()
      .join(';');
  return rangeKinds.filter((kind) => saidOf(before, kind) !== saidOf(after, kind));
}

/** The input with exactly these ranges, whatever the scenario itself says about them. */
export function withRanges(input: PlanInput, ranges: readonly Assumption[]): PlanInput {
  const isRange = ({ kind }: Assumption): boolean => rangeKinds.some((one) => one === kind);
  const levels = input.levels.map((level) => level.filter((one) => !isRange(one)));
  return withAssumptions({ ...input, levels }, ranges);
}

/**
 * What is to be written for a scenario to have these ranges as its own, of the kinds that were
 * changed: what is said anew, and what it said before and no longer says.
 */
export function rangeChanges(
  scenarioId: string,
  ranges: readonly Assumption[],
  own: readonly AssumptionAnswer[],
  kinds: readonly RangeKind[],
): AssumptionChange[] {
  const isOfKinds = ({ kind }: { readonly kind: string }): boolean =>
    kinds.some((one) => one === kind);
  const before = own.filter((one) => one.scenarioId === scenarioId && isOfKinds(one));
  const wanted = ranges.filter(isOfKinds).map(
    ({ kind, from, low, percent, high }): AssumptionChange => ({
      ...nothing,
      scenarioId,
      kind,
      lineId: null,
      from,
      low: plainOf(low),
      percent: plainOf(percent),
      high: plainOf(high),
      comment: before.find((one) => one.kind === kind && one.from === from)?.comment ?? null,
    }),
  );
  const gone = before
    .filter(hasValue)
    .filter(({ kind, from }) => !wanted.some((one) => one.kind === kind && one.from === from))
    .map(
      ({ kind, from }): AssumptionChange => ({ ...nothing, scenarioId, kind, lineId: null, from }),
    );
  const isSaid = (change: AssumptionChange): boolean =>
    before.some(
      (one) =>
        one.kind === change.kind &&
        one.from === change.from &&
        one.low === change.low &&
        one.percent === change.percent &&
        one.high === change.high,
    );
  return [...wanted.filter((change) => !isSaid(change)), ...gone];
}

function plainOf(percent: Percent | null): string | null {
  return percent === null ? null : percentToPlain(percent);
}

const nothing = {
  percent: null,
  low: null,
  high: null,
  amount: null,
  months: null,
  lastMonth: null,
  comment: null,
} as const;
