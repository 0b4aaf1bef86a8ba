import {
  absolute,
  compare,
  isZero,
  roundForDisplay,
  type ShownDecimals,
  subtract,
  type Tkr,
  tkr,
  toOre,
} from './tkr.ts';

/** Where a printed figure stands: in a table, or quoted in running text. */
export type PrintedIn = 'table' | 'text';

/** How a printed figure stands to the computed one. */
export type Verdict = 'agrees' | 'rounding' | 'error';

/** A printed figure beside what it should be. */
export type PrintedFigure = {
  /** As printed, in Tkr. */
  readonly printed: Tkr;
  /** Exact, in Tkr; null where the figures give none. */
  readonly computed: Tkr | null;
  /** How many rows the printed figure adds together; 0 for one that is only copied. */
  readonly addedRows: number;
  readonly printedIn: PrintedIn;
  /** Decimals of the printed unit in Tkr: 0 for whole Tkr. */
  readonly decimals: ShownDecimals;
};

/** The outcome for one figure. `difference` is printed less computed as shown, in Tkr. */
export type Reconciliation = { readonly verdict: Verdict; readonly difference: Tkr | null };

/**
 * Holds one printed figure against the computed one (avstämning).
 *
 * A table's sum of n rows may differ by at most 0,5 × (n + 1) printed units, which rounding can
 * explain. A figure quoted in running text must equal the table's, so any difference is an error.
 * Source: DOMAIN §3.
 */
export function reconcile(figure: PrintedFigure): Reconciliation {
  const { printed, computed, addedRows, printedIn, decimals } = figure;
  if (computed === null) return { verdict: 'error', difference: null };
  const difference = subtract(printed, roundForDisplay(computed, decimals));
  if (isZero(difference)) return { verdict: 'agrees', difference };
  const canBeRounding =
    printedIn === 'table' &&
    addedRows > 0 &&
    isWithin(subtract(printed, computed), addedRows, decimals);
  return { verdict: canBeRounding ? 'rounding' : 'error', difference };
}

// Twice the difference against (n + 1) units, so that nothing is divided.
function isWithin(difference: Tkr, addedRows: number, decimals: ShownDecimals): boolean {
  const unit = toOre(tkr('1')) / 10n ** BigInt(decimals);
  return toOre(absolute(difference)) * 2n <= BigInt(addedRows + 1) * unit;
}

/** One printed closing balance of a chain in which each one opens the next. */
export type ChainLink = {
  readonly year: number;
  /** Printed closing balance at the end of the year, in Tkr. */
  readonly printed: Tkr;
  /** Exact closing balance, in Tkr. */
  readonly computed: Tkr;
};

/**
 * The year in which a difference between printed and computed balances began, for a given year.
 *
 * A printed table goes on from its own printed balances, so one difference follows into every later
 * year. Null where the year agrees. Links must be in order of year.
 */
export function differenceBeganIn(
  chain: readonly ChainLink[],
  year: number,
  decimals: ShownDecimals = 0,
): number | null {
  const upTo = chain.filter((link) => link.year <= year).toReversed();
  const [last] = upTo;
  if (last?.year !== year) return null;
  const carried = shownDifference(last, decimals);
  if (isZero(carried)) return null;
  let began = year;
  for (const link of upTo) {
    if (compare(shownDifference(link, decimals), carried) !== 0) break;
    began = link.year;
  }
  return began;
}

function shownDifference(link: ChainLink, decimals: ShownDecimals): Tkr {
  return subtract(link.printed, roundForDisplay(link.computed, decimals));
}
