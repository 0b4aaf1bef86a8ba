import { add, type Tkr, zero } from './tkr.ts';
import type { UtfallKind, UtfallTarget } from './utfall-terms.ts';

/** Where an amount went: an investment line, a row of the driftbudget, outside, or nowhere yet. */
export type UtfallPlace = {
  readonly target: UtfallTarget;
  /** The line, where the target is one. */
  readonly lineId: string | null;
  /** The name of the row in the driftbudget, where it was told. */
  readonly driftrad: string | null;
};

/**
 * What was booked on a place in a month, 1–12, or in a year as a whole where the month is null.
 *
 * In Tkr; expenditure positive (debit), income negative (credit).
 */
export type PlacedAmount = UtfallPlace & {
  readonly year: number;
  readonly month: number | null;
  readonly amount: Tkr;
};

/** Months of a year, the first and the last of them too. */
export type MonthSpan = {
  readonly year: number;
  readonly firstMonth: number;
  readonly lastMonth: number;
};

/** A source of outcome: an import, or one amount that was typed. */
export type UtfallSource = {
  readonly sourceId: string;
  readonly isUndone: boolean;
  /** The months that it answers for on every place; see `spansOf`. */
  readonly spans: readonly MonthSpan[];
  readonly amounts: readonly PlacedAmount[];
};

/** An amount and the source that it comes from. */
export type SourcedAmount = PlacedAmount & { readonly sourceId: string };

/** What counts, and what later sources have taken the place of. */
export type UtfallInForce = {
  readonly inForce: readonly SourcedAmount[];
  readonly superseded: readonly SourcedAmount[];
};

/**
 * What counts of all sources, which come in the order in which they were entered.
 *
 * A later source takes the place of earlier ones in the months that it answers for, on all places,
 * and in the cells that it has amounts in. The year as a whole is known better as soon as any month
 * of it is known, and an amount for the whole year is about all its months. A source never takes
 * the place of its own amounts, and one that is undone never was. Source: DOMAIN §4.
 */
export function utfallInForce(sources: readonly UtfallSource[]): UtfallInForce {
  const taken = takenMonths();
  const inForce: SourcedAmount[][] = [];
  const superseded: SourcedAmount[][] = [];
  for (const { sourceId, isUndone, spans, amounts } of sources.toReversed()) {
    if (isUndone) continue;
    const sourced = amounts.map((amount) => ({ ...amount, sourceId }));
    const isTaken = sourced.map((amount) => taken.has(amount));
    inForce.push(sourced.filter((_, at) => isTaken[at] === false));
    superseded.push(sourced.filter((_, at) => isTaken[at] === true));
    taken.add(spans, amounts);
  }
  return { inForce: inForce.toReversed().flat(), superseded: superseded.toReversed().flat() };
}

const wholeYear = 0xfff;

// Months as bits, January the lowest: by year for all places, and by place and year.
function takenMonths() {
  const everywhere = new Map<number, number>();
  const onPlace = new Map<string, number>();
  const cellOf = (amount: PlacedAmount): string => `${placeKey(amount)} ${amount.year}`;
  return {
    has: (amount: PlacedAmount): boolean => {
      const taken = (everywhere.get(amount.year) ?? 0) | (onPlace.get(cellOf(amount)) ?? 0);
      return (taken & bitsOf(amount.month)) !== 0;
    },
    add: (spans: readonly MonthSpan[], amounts: readonly PlacedAmount[]): void => {
      for (const { year, firstMonth, lastMonth } of spans) {
        const bits = wholeYear & (2 ** lastMonth - 1) & ~(2 ** (firstMonth - 1) - 1);
        everywhere.set(year, (everywhere.get(year) ?? 0) | bits);
      }
      for (const amount of amounts) {
        const cell = cellOf(amount);
        onPlace.set(cell, (onPlace.get(cell) ?? 0) | bitsOf(amount.month));
      }
    },
  };
}

function bitsOf(month: number | null): number {
  return month === null ? wholeYear : 2 ** (month - 1);
}

/** A text of its own for every place; rows of the driftbudget are told apart by name. */
export function placeKey({ target, lineId, driftrad }: UtfallPlace): string {
  return `${target} ${lineId ?? ''} ${driftrad ?? ''}`;
}

/**
 * The months that a source answers for on every place, also where it has no amount.
 *
 * A SIE file is the whole ledger: from its first to its last month with amounts in each year, and
 * the whole year where an amount has no month. What is typed, and a table, tells of its own cells
 * alone: they have no spans. All amounts of the source count, wherever they went.
 */
export function spansOf(
  kind: UtfallKind,
  amounts: readonly Pick<PlacedAmount, 'year' | 'month'>[],
): MonthSpan[] {
  if (kind !== 'sie4' && kind !== 'sie5') return [];
  const spans = new Map<number, MonthSpan>();
  for (const { year, month } of amounts) {
    const known = spans.get(year);
    const first = month ?? 1;
    const last = month ?? 12;
    spans.set(year, {
      year,
      firstMonth: Math.min(known?.firstMonth ?? first, first),
      lastMonth: Math.max(known?.lastMonth ?? last, last),
    });
  }
  return [...spans.values()].toSorted((left, right) => left.year - right.year);
}

/** What a place comes to in a year, before and after; null where nothing is known. */
export type PlaceChange = UtfallPlace & {
  readonly year: number;
  readonly before: Tkr | null;
  readonly after: Tkr | null;
};

/**
 * What a new source would change: each place and year that has amounts before or after.
 *
 * `inForce` is everything that counts now, in the years that the new source touches.
 */
export function previewUtfall(
  inForce: readonly PlacedAmount[],
  next: Pick<UtfallSource, 'spans' | 'amounts'>,
): PlaceChange[] {
  const now = { sourceId: 'now', isUndone: false, spans: [], amounts: inForce };
  const then = { ...next, sourceId: 'then', isUndone: false };
  const before = sumsByPlace(inForce);
  const after = sumsByPlace(utfallInForce([now, then]).inForce);
  return [...new Map([...before, ...after])].map(([key, { target, lineId, driftrad, year }]) => ({
    target,
    lineId,
    driftrad,
    year,
    before: before.get(key)?.amount ?? null,
    after: after.get(key)?.amount ?? null,
  }));
}

/** What places come to, by year: one sum for each place and year that has amounts, in their order. */
export function sumByPlace(amounts: readonly PlacedAmount[]): Omit<PlacedAmount, 'month'>[] {
  return [...sumsByPlace(amounts).values()];
}

function sumsByPlace(amounts: readonly PlacedAmount[]) {
  const sums = new Map<string, Omit<PlacedAmount, 'month'>>();
  for (const { target, lineId, driftrad, year, amount } of amounts) {
    const place = { target, lineId, driftrad, year };
    const key = `${placeKey(place)} ${year}`;
    sums.set(key, { ...place, amount: add(sums.get(key)?.amount ?? zero, amount) });
  }
  return sums;
}
