import { fromOre, type Tkr, toOre } from '../tkr.ts';
import type { Assumptions } from './assumptions.ts';
import type { PlanLine } from './plan-input.ts';

/**
 * Lines with the same terms in every year, and what they have in their budgets together.
 *
 * What is computed from a group is computed once, however many lines it has.
 */
export type LineGroup = {
  readonly lines: readonly PlanLine[];
  /** The lines, and one of them to ask the terms of. */
  readonly lineIds: readonly string[];
  readonly lineId: string;
  /** The budget of the lines together, by years from the first of the forecast; null where none has any. */
  readonly budget: readonly (Tkr | null)[];
};

type Years = { readonly first: number; readonly last: number };

type Grouped = Pick<Assumptions, 'ownTerms'> & {
  readonly years: Years;
  readonly groups: LineGroup[];
};

// Most of what can be changed in a forecast leaves the lines and their terms as they were.
const known = new WeakMap<readonly PlanLine[], Grouped>();

/** Groups lines by their terms, and sums their budgets by year; the same as last time is not redone. */
export function groupLines(
  lines: readonly PlanLine[],
  { ownTerms }: Assumptions,
  years: Years,
): LineGroup[] {
  const last = known.get(lines);
  const isSame = last?.years.first === years.first && last.years.last === years.last;
  if (isSame && last.ownTerms === ownTerms) return last.groups;
  const byTerms = new Map<string, PlanLine[]>();
  for (const line of lines) {
    const terms = ownTerms.get(line.lineId) ?? '';
    const same = byTerms.get(terms);
    if (same === undefined) byTerms.set(terms, [line]);
    else same.push(line);
  }
  const groups = [...byTerms.values()].map((same) => ({
    lines: same,
    lineIds: same.map(({ lineId }) => lineId),
    lineId: same[0]?.lineId ?? '',
    budget: budgetOf(same, years),
  }));
  known.set(lines, { ownTerms, years, groups });
  return groups;
}

function budgetOf(lines: readonly PlanLine[], { first, last }: Years): (Tkr | null)[] {
  const length = last - first + 1;
  const sums: bigint[] = Array.from({ length }, () => 0n);
  const isThere: boolean[] = Array.from({ length }, () => false);
  for (const { budget } of lines) {
    for (const entry of budget) {
      const at = entry.year - first;
      if (at < 0 || at >= length) continue;
      sums[at] = (sums[at] ?? 0n) + toOre(entry.amount);
      isThere[at] = true;
    }
  }
  return sums.map((ore, at) => (isThere[at] === true ? fromOre(ore) : null));
}
