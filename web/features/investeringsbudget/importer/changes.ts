import type { UtfallAnswer, UtfallSourceAnswer } from '#contract/utfall.ts';
import { add, subtract, type Tkr, tkr, zero } from '#domain/tkr.ts';
import {
  type PlacedAmount,
  type SourcedAmount,
  spansOf,
  type UtfallSource,
  utfallInForce,
} from '#domain/utfall.ts';
import type { UtfallKind, UtfallTarget } from '#domain/utfall-terms.ts';

/** What a line, or everything that goes elsewhere, comes to in a year before and after. */
export type Change = {
  readonly target: UtfallTarget;
  readonly lineId: string | null;
  readonly year: number;
  /** Null where nothing is known. */
  readonly before: Tkr | null;
  readonly after: Tkr | null;
};

/** What would change, and which amounts would no longer count. */
export type Changes = {
  readonly changes: readonly Change[];
  /** In force before and not after, oldest source first. */
  readonly superseded: readonly SourcedAmount[];
  /** Not in force before, and in force after, of sources that were there already. */
  readonly restored: readonly SourcedAmount[];
  /** True where every cell has the same amount as before, from whatever source. */
  readonly isSame: boolean;
};

/** A source that is there, with what can be told about it. */
export type KnownSource = UtfallSource & { readonly told: UtfallSourceAnswer };

/** An import with all its amounts, as they were mapped. */
export type ImportAmounts = {
  readonly source: UtfallSourceAnswer;
  readonly amounts: readonly StoredAmount[];
};

type StoredAmount = Omit<PlacedAmount, 'amount'> & { readonly amount: string };

/** A source as the rules take it; a whole ledger answers for its months, also where it has nothing. */
export function sourceOf(
  sourceId: string,
  kind: UtfallKind,
  amounts: readonly PlacedAmount[],
): UtfallSource {
  return { sourceId, isUndone: false, spans: spansOf(kind, amounts), amounts };
}

/** Amounts as the server gives them, one for each place and month. */
export function placedOf(amounts: readonly StoredAmount[]): PlacedAmount[] {
  const sums = new Map<string, PlacedAmount>();
  for (const { target, lineId, driftrad, year, month, amount } of amounts) {
    const key = `${year} ${month ?? ''} ${target} ${lineId ?? ''} ${driftrad ?? ''}`;
    const known = sums.get(key)?.amount ?? zero;
    sums.set(key, { target, lineId, driftrad, year, month, amount: add(known, tkr(amount)) });
  }
  return [...sums.values()];
}

/** The sources behind some years, in their order: imports whole, and what was typed from the cells. */
export function knownSources(
  years: readonly UtfallAnswer[],
  imports: readonly ImportAmounts[],
): KnownSource[] {
  const known = new Map<string, KnownSource>();
  for (const { source, amounts } of imports) {
    known.set(source.sourceId, {
      ...sourceOf(source.sourceId, source.kind, placedOf(amounts)),
      told: source,
    });
  }
  for (const { year, cells, sources } of years) {
    const toldOf = new Map(sources.map((source) => [source.sourceId, source]));
    for (const { lineId, month, amount, sourceId, superseded } of cells) {
      const own = amount === null || sourceId === null ? [] : [{ sourceId, month, amount }];
      for (const one of [...own, ...superseded]) {
        const told = toldOf.get(one.sourceId);
        if (told?.kind !== 'typed' || known.has(one.sourceId)) continue;
        const typed = { target: 'line', lineId, driftrad: null, year, ...one } as const;
        known.set(one.sourceId, { ...sourceOf(one.sourceId, 'typed', placedOf([typed])), told });
      }
    }
  }
  return [...known.values()].toSorted(byNumber);
}

// The numbers are digits of any length: a longer one is larger.
function byNumber({ told: left }: KnownSource, { told: right }: KnownSource): number {
  const [one, other] = [left.sourceNumber, right.sourceNumber];
  return one.length - other.length || (one < other ? -1 : 1);
}

/** Holds what counts of some sources against what would count of others, in certain years. */
export function changesBetween(
  before: readonly UtfallSource[],
  after: readonly UtfallSource[],
  years: readonly number[],
): Changes {
  const inYears = ({ year }: SourcedAmount): boolean => years.includes(year);
  const then = utfallInForce(before).inForce.filter(inYears);
  const now = utfallInForce(after).inForce.filter(inYears);
  const sums = new Map<string, Change>();
  const count = (amount: SourcedAmount, side: 'before' | 'after'): void => {
    const { target, lineId, year } = amount;
    const key = `${year} ${target} ${lineId ?? ''}`;
    const old = sums.get(key) ?? { target, lineId, year, before: null, after: null };
    sums.set(key, { ...old, [side]: add(old[side] ?? zero, amount.amount) });
  };
  for (const amount of then) count(amount, 'before');
  for (const amount of now) count(amount, 'after');
  const beforeKeys = new Set(then.map(keyOf));
  const afterKeys = new Set(now.map(keyOf));
  const there = new Set(before.map(({ sourceId }) => sourceId));
  return {
    changes: [...sums.values()],
    superseded: then.filter((amount) => !afterKeys.has(keyOf(amount))),
    restored: now.filter((amount) => there.has(amount.sourceId) && !beforeKeys.has(keyOf(amount))),
    isSame: isSameInEveryCell(cellSums(then), cellSums(now)),
  };
}

// A cell that nothing is known of is another thing than one with zero.
function isSameInEveryCell(
  before: ReadonlyMap<string, Tkr>,
  after: ReadonlyMap<string, Tkr>,
): boolean {
  return (
    before.size === after.size && [...before].every(([cell, amount]) => after.get(cell) === amount)
  );
}

function cellSums(amounts: readonly SourcedAmount[]): Map<string, Tkr> {
  const sums = new Map<string, Tkr>();
  for (const amount of amounts) {
    const cell = keyOf({ ...amount, sourceId: '' });
    sums.set(cell, add(sums.get(cell) ?? zero, amount.amount));
  }
  return sums;
}

function keyOf({ sourceId, target, lineId, driftrad, year, month }: SourcedAmount): string {
  return JSON.stringify([sourceId, target, lineId, driftrad, year, month]);
}

/** What a change adds: null on both sides is no change, and on one side counts as nothing. */
export function differenceOf({ before, after }: Pick<Change, 'before' | 'after'>): Tkr {
  return subtract(after ?? zero, before ?? zero);
}

/** The changes of a year: lines in their order, and what goes elsewhere. */
export function changesOfYear(
  { changes }: Changes,
  year: number,
  lineIds: readonly string[],
): Change[] {
  const ofYear = changes.filter((change) => change.year === year);
  const lines = lineIds.flatMap(
    (lineId) => ofYear.find((change) => change.lineId === lineId) ?? [],
  );
  const elsewhere = (['drift', 'outside', 'unmapped'] as const).flatMap(
    (target) => ofYear.find((change) => change.target === target) ?? [],
  );
  return [...lines, ...elsewhere];
}

/** The sums of some changes: null where no side of any is known. */
export function totalOf(changes: readonly Change[]): Pick<Change, 'before' | 'after'> {
  const sumOf = (side: 'before' | 'after'): Tkr | null =>
    changes.reduce<Tkr | null>(
      (total, change) => (change[side] === null ? total : add(total ?? zero, change[side])),
      null,
    );
  return { before: sumOf('before'), after: sumOf('after') };
}

/** The changes without what is told of the source that they are about. */
export function withoutSource(changes: Changes, sourceId: string): Changes {
  const isOther = (amount: SourcedAmount): boolean => amount.sourceId !== sourceId;
  return {
    ...changes,
    superseded: changes.superseded.filter(isOther),
    restored: changes.restored.filter(isOther),
  };
}
