import { add, type Tkr, zero } from './tkr.ts';
import type { SourcedAmount, UtfallInForce } from './utfall.ts';

/** An amount that a later source has taken the place of. */
export type SupersededCell = {
  readonly sourceId: string;
  readonly month: number | null;
  readonly amount: Tkr;
};

/**
 * What is known of a line in a month, or in the year as a whole where the month is null.
 *
 * `amount` and `sourceId` are null where a later source answers for the cell and has nothing in it.
 */
export type UtfallCell = {
  readonly lineId: string;
  readonly month: number | null;
  readonly amount: Tkr | null;
  readonly sourceId: string | null;
  /** What earlier sources had here, the first one first. */
  readonly superseded: readonly SupersededCell[];
};

/** A year's outcome of one line. Null is not known, which is not zero. */
export type UtfallRow = {
  readonly lineId: string;
  /** January to December. */
  readonly months: readonly (Tkr | null)[];
  /** What has no month. */
  readonly wholeYear: Tkr | null;
  readonly total: Tkr | null;
};

/** The cells of one year, by line and month; those of the year as a whole come last. */
export function utfallCells({ inForce, superseded }: UtfallInForce, year: number): UtfallCell[] {
  const cells = new Map<string, UtfallCell & { superseded: SupersededCell[] }>();
  const cellOf = ({ lineId, month }: SourcedAmount) => {
    const key = `${lineId} ${month}`;
    const cell = cells.get(key) ?? {
      lineId: lineId ?? '',
      month,
      amount: null,
      sourceId: null,
      superseded: [],
    };
    cells.set(key, cell);
    return cell;
  };
  const isMeant = (one: SourcedAmount): boolean => one.lineId !== null && one.year === year;
  for (const one of inForce.filter(isMeant)) {
    const cell = cellOf(one);
    const amount = add(cell.amount ?? zero, one.amount);
    cells.set(`${one.lineId} ${one.month}`, { ...cell, amount, sourceId: one.sourceId });
  }
  for (const one of superseded.filter(isMeant)) {
    const before = cellOf(one).superseded;
    const { sourceId, month, amount } = one;
    const same = before.findIndex((other) => other.sourceId === sourceId);
    if (same === -1) before.push({ sourceId, month, amount });
    else before[same] = { sourceId, month, amount: add(before[same]?.amount ?? zero, amount) };
  }
  return [...cells.values()].toSorted(
    (left, right) =>
      compareTexts(left.lineId, right.lineId) || (left.month ?? 13) - (right.month ?? 13),
  );
}

function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The outcome of each line over the year, in the order of `lineIds`. */
export function utfallRows(cells: readonly UtfallCell[], lineIds: readonly string[]): UtfallRow[] {
  return lineIds.map((lineId) => {
    const own = cells.filter((cell) => cell.lineId === lineId);
    return { lineId, ...sumsOf(own) };
  });
}

/** What all lines come to together. */
export function utfallTotals(cells: readonly UtfallCell[]): Omit<UtfallRow, 'lineId'> {
  return sumsOf(cells);
}

const twelve = Array.from({ length: 12 }, (_, at) => at + 1);

function sumsOf(cells: readonly UtfallCell[]): Omit<UtfallRow, 'lineId'> {
  const sumWhere = (isMeant: (month: number | null) => boolean): Tkr | null => {
    const amounts = cells
      .filter(({ month }) => isMeant(month))
      .flatMap(({ amount }) => amount ?? []);
    return amounts.length === 0 ? null : amounts.reduce(add);
  };
  return {
    months: twelve.map((month) => sumWhere((one) => one === month)),
    wholeYear: sumWhere((one) => one === null),
    total: sumWhere(() => true),
  };
}
