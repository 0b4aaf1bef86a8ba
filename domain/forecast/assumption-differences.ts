import { lastDayOf } from '../year.ts';
import { isOfYears } from './assumption-rules.ts';
import {
  type Assumption,
  type AssumptionKind,
  type AssumptionValue,
  assumptionKinds,
} from './assumption-terms.ts';
import type { Assumptions } from './assumptions.ts';

/** What two scenarios assume differently, over years in a row. */
export type AssumptionDifference = {
  readonly kind: AssumptionKind;
  readonly lineId: string | null;
  readonly firstYear: number;
  readonly lastYear: number;
  /** What each assumes; null where it says nothing. */
  readonly left: Assumption | null;
  readonly right: Assumption | null;
};

/** Over which years and lines two scenarios are held against each other. */
export type ComparedOver = {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly lineIds: readonly string[];
};

/**
 * Everything that two scenarios assume differently, kind by kind, first for all lines and then for
 * each line that has a value of its own in either.
 */
export function assumptionDifferences(
  left: Assumptions,
  right: Assumptions,
  over: ComparedOver,
): AssumptionDifference[] {
  const ownLines = over.lineIds.filter((id) => left.ownTerms.has(id) || right.ownTerms.has(id));
  return assumptionKinds.flatMap((kind) => {
    const lines = kind === 'extraInvestment' ? over.lineIds : [null, ...ownLines];
    return lines.flatMap((lineId) => {
      const general = lineId === null ? [] : differences({ left, right, kind, lineId: null }, over);
      return differences({ left, right, kind, lineId }, over).filter(
        // What differs for all lines is said once.
        (one) => !general.some((all) => isSameDifference(all, one)),
      );
    });
  });
}

type Compared = {
  readonly left: Assumptions;
  readonly right: Assumptions;
  readonly kind: AssumptionKind;
  readonly lineId: string | null;
};

function differences(compared: Compared, over: ComparedOver): AssumptionDifference[] {
  const { kind, lineId } = compared;
  const found: AssumptionDifference[] = [];
  for (let year = over.firstYear; year <= over.lastYear; year += 1) {
    const left = heldIn(compared.left, compared, year);
    const right = heldIn(compared.right, compared, year);
    if (isSameValue(left, right)) continue;
    const before = found.at(-1);
    const goesOn =
      before?.lastYear === year - 1 &&
      isSameValue(before.left, left) &&
      isSameValue(before.right, right);
    if (before !== undefined && goesOn) found.splice(-1, 1, { ...before, lastYear: year });
    else found.push({ kind, lineId, firstYear: year, lastYear: year, left, right });
  }
  return found;
}

// What follows budget years is asked of the year's first day, and other values of its last.
function heldIn(
  assumptions: Assumptions,
  { kind, lineId }: Compared,
  year: number,
): Assumption | null {
  const day = isOfYears(kind) ? `${year}-01-01` : lastDayOf(year);
  if (kind !== 'extraInvestment') return assumptions.find(kind, day, lineId)?.assumption ?? null;
  // An investment that is asked about is for its own year only; the nearest level comes first.
  const asked = assumptions.all(kind).find(({ assumption }) => {
    return assumption.lineId === lineId && assumption.from === day;
  });
  return asked?.assumption ?? null;
}

function isSameDifference(left: AssumptionDifference, right: AssumptionDifference): boolean {
  return (
    left.firstYear === right.firstYear &&
    left.lastYear === right.lastYear &&
    isSameValue(left.left, right.left) &&
    isSameValue(left.right, right.right)
  );
}

function isSameValue(left: AssumptionValue | null, right: AssumptionValue | null): boolean {
  if (left === null || right === null) return left === right;
  return (
    left.percent === right.percent &&
    left.low === right.low &&
    left.high === right.high &&
    left.amount === right.amount &&
    left.months === right.months &&
    left.lastMonth === right.lastMonth
  );
}
