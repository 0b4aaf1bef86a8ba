import type {
  UtfallAnswer,
  UtfallCellAnswer,
  UtfallPlaceAnswer,
  UtfallSourceAnswer,
} from '#contract/utfall.ts';
import type { Budgetpost } from '#domain/budgetpost.ts';
import { compare, isNegative, negate, sum, type Tkr, tkr, zero } from '#domain/tkr.ts';
import { type YearEnd, yearEnds } from '#domain/year-end.ts';

/** A month, 1–12, or null for a year as a whole. */
export type Month = number | null;

/** A cell of which something is known. */
export type KnownCell = UtfallCellAnswer & { readonly amount: string; readonly sourceId: string };

/** What is known of a line: by month, of the year as a whole, and how it stands to the budget. */
export type UtfallRow = {
  readonly lineId: string;
  readonly name: string;
  readonly cells: ReadonlyMap<Month, KnownCell>;
  /** Cells that a later source answers for and has nothing in: what was there before. */
  readonly emptied: ReadonlyMap<Month, UtfallCellAnswer>;
  readonly end: YearEnd;
};

/** A year's outcome as the page shows it: summed here and now from its cells. */
export type UtfallView = {
  readonly year: number;
  readonly years: readonly number[];
  readonly rows: readonly UtfallRow[];
  readonly sources: ReadonlyMap<string, UtfallSourceAnswer>;
  readonly elsewhere: readonly UtfallPlaceAnswer[];
  /** The last month that is known of any line, or null where nothing is. */
  readonly lastMonth: number | null;
  /** The sum of all lines, null where nothing is known. */
  readonly total: Tkr | null;
  /** The budgets of the year, null where it has no entries at all. */
  readonly budget: Tkr | null;
  /** False where the year has no original budget: its deviations say little then. */
  readonly hasBudget: boolean;
  /** The sums of the lines' deviations up and down, both positive. */
  readonly unused: Tkr;
  readonly overrun: Tkr;
  readonly overrunLines: number;
  /** Lines of which nothing is known, and which so have no deviation. */
  readonly unknownLines: number;
};

/** The months of a year in their order. */
export const months: readonly number[] = Array.from({ length: 12 }, (_, at) => at + 1);

/** Sums the answer about a year, and holds it against the entries of the budget. */
export function toUtfallView(answer: UtfallAnswer, posts: readonly Budgetpost[]): UtfallView {
  const { year, lines } = answer;
  const cells = answer.cells.filter(isKnown);
  const known = cells.map(({ lineId, amount }) => ({ lineId, year, amount: tkr(amount) }));
  const ends = yearEnds(
    lines.map(({ lineId }) => lineId),
    posts,
    known,
    year,
  );
  const rows = lines.flatMap(({ lineId, name }, at): UtfallRow[] => {
    const end = ends[at];
    if (end === undefined) return [];
    const own = cells.filter((cell) => cell.lineId === lineId);
    const emptied = answer.cells.filter((cell) => cell.lineId === lineId && !isKnown(cell));
    return [{ lineId, name, cells: byMonth(own), emptied: byMonth(emptied), end }];
  });
  const deviations = rows.flatMap(({ end }) => end.deviation ?? []);
  const overruns = deviations.filter(isNegative);
  const budgets = rows.flatMap(({ end }) => end.budget ?? []);
  return {
    year,
    years: answer.years,
    rows,
    sources: new Map(answer.sources.map((source) => [source.sourceId, source])),
    elsewhere: answer.elsewhere,
    lastMonth: lastMonthOf(answer),
    total: known.length === 0 ? null : sum(known.map(({ amount }) => amount)),
    budget: budgets.length === 0 ? null : sum(budgets),
    hasBudget: posts.some((post) => post.year === year && post.kind === 'ursprunglig'),
    unused: sum(deviations.filter((deviation) => compare(deviation, zero) > 0)),
    overrun: negate(sum(overruns)),
    overrunLines: overruns.length,
    unknownLines: rows.filter(({ end }) => end.outcome === null).length,
  };
}

function isKnown(cell: UtfallCellAnswer): cell is KnownCell {
  return cell.amount !== null && cell.sourceId !== null;
}

function byMonth<Cell extends UtfallCellAnswer>(cells: readonly Cell[]): ReadonlyMap<Month, Cell> {
  return new Map(cells.map((cell) => [cell.month, cell]));
}

// What is known of the year as a whole is known of December too.
function lastMonthOf({ cells: all, known }: UtfallAnswer): number | null {
  const cells = all.filter(isKnown);
  const last = [...cells.map(({ month }) => month ?? 12), ...known.map((one) => one.lastMonth)];
  return last.length === 0 ? null : Math.max(...last);
}

/** The sum of a month over all lines, null where no line has an amount. */
export function sumOfMonth(view: UtfallView, month: Month): Tkr | null {
  const amounts = view.rows.flatMap((row) => row.cells.get(month)?.amount ?? []);
  return amounts.length === 0 ? null : sum(amounts.map(tkr));
}

/** What goes elsewhere than to a line, one sum for each place: rows of the driftbudget in one. */
export function elsewhereSums(
  elsewhere: readonly UtfallPlaceAnswer[],
): { readonly target: 'drift' | 'outside' | 'unmapped'; readonly amount: Tkr }[] {
  return (['drift', 'outside', 'unmapped'] as const).flatMap((target) => {
    const places = elsewhere.filter((place) => place.target === target);
    if (places.length === 0) return [];
    return [{ target, amount: sum(places.map(({ amount }) => tkr(amount))) }];
  });
}

/** Whether a typed amount has taken the place of an imported one. */
export function isCorrected(view: UtfallView, cell: KnownCell): boolean {
  const isTyped = (sourceId: string): boolean => view.sources.get(sourceId)?.kind === 'typed';
  return isTyped(cell.sourceId) && cell.superseded.some(({ sourceId }) => !isTyped(sourceId));
}

/** A wish to write an amount in a cell of a line. */
export type TypedCell = {
  readonly lineId: string;
  readonly month: Month;
  /** Plain form; null takes away what was typed. */
  readonly amount: string | null;
};

/**
 * The cells of a year after one amount was typed, as they will be when it is saved. Taking away what
 * was typed brings back what was imported, and what was typed before it is gone too.
 *
 * An amount for the year as a whole takes the place of the months, and a month that of the year.
 */
export function withTyped(
  cells: readonly UtfallCellAnswer[],
  { lineId, month, amount }: TypedCell,
  isTyped: (sourceId: string) => boolean,
): UtfallCellAnswer[] {
  const isHere = (cell: UtfallCellAnswer): boolean =>
    cell.lineId === lineId && cell.month === month;
  const old = cells.find(isHere);
  const others = cells.filter((cell) => !isHere(cell));
  if (amount === null) {
    const left = (old?.superseded ?? []).filter(({ sourceId }) => !isTyped(sourceId));
    const back = left.findLast((one) => one.month === month);
    if (back === undefined) return others;
    const superseded = left.filter((one) => one !== back);
    return [...others, { lineId, month, amount: back.amount, sourceId: back.sourceId, superseded }];
  }
  const isTaken = (cell: UtfallCellAnswer): boolean =>
    cell.lineId === lineId && (month === null || cell.month === null);
  const taken = [...others.filter(isTaken), ...(old === undefined ? [] : [old])];
  const superseded = taken.flatMap((cell) => [
    ...cell.superseded,
    ...(isKnown(cell) ? [{ sourceId: cell.sourceId, month: cell.month, amount: cell.amount }] : []),
  ]);
  const typed = { lineId, month, amount, sourceId: old?.sourceId ?? unsaved, superseded };
  return [...others.filter((cell) => !isTaken(cell)), typed];
}

/** Stands for the source of an amount that is on its way to the server. */
export const unsaved = 'unsaved';
