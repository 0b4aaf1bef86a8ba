import { grouped } from './grouped.ts';
import { subtract, sum, type Tkr, zero } from './tkr.ts';
import { costOf, type Volume } from './volume.ts';
import { lastDayOf } from './year.ts';

/** What one unit of an article costs from a day on (styckpris), in Tkr; never changed, only added. */
export type ArticlePrice = {
  readonly id: string;
  readonly articleId: string;
  /** `YYYY-MM-DD`. */
  readonly validFrom: string;
  readonly amount: Tkr;
};

/**
 * One item of what is needed (behov): a volume of an article, on a line and a year.
 *
 * `unitPrice` is the price that the item was calculated with; a newer price does not change it.
 */
export type BehovItem = {
  readonly id: string;
  readonly lineId: string;
  readonly year: number;
  readonly volume: Volume;
  readonly unitPrice: Tkr;
};

/** What an item comes to (inköpsvärde), in Tkr: volume × price, rounded once, to the öre. */
export function valueOf(item: Pick<BehovItem, 'volume' | 'unitPrice'>): Tkr {
  return costOf(item.volume, item.unitPrice);
}

/**
 * What a line needs in a year against what it has, in Tkr.
 *
 * `need` is the exact sum of the items' values and null without items; `gap` is need − budget, a
 * line without budget has none to set against it. Null where nothing was said to be needed.
 */
export type LineNeed = {
  readonly lineId: string;
  readonly need: Tkr | null;
  readonly budget: Tkr | null;
  readonly gap: Tkr | null;
};

/** Need, budget and gap of each line, in the order of `lineIds`, for the items of one year. */
export function lineNeeds(
  lineIds: readonly string[],
  items: readonly Pick<BehovItem, 'lineId' | 'volume' | 'unitPrice'>[],
  budgetOf: ReadonlyMap<string, Tkr>,
): LineNeed[] {
  const itemsOf = grouped(items, ({ lineId }) => lineId);
  return lineIds.map((lineId) => {
    const values = itemsOf.get(lineId)?.map(valueOf);
    const need = values === undefined ? null : sum(values);
    const budget = budgetOf.get(lineId) ?? null;
    return { lineId, need, budget, gap: need === null ? null : subtract(need, budget ?? zero) };
  });
}

/**
 * The price of an article in force on a day: the latest that is valid from it or before, and of
 * several with that day the one entered last. Null where there is none yet.
 *
 * `prices` are of one article, in the order in which they were entered.
 */
export function priceAt<Price extends Pick<ArticlePrice, 'validFrom'>>(
  prices: readonly Price[],
  day: string,
): Price | null {
  let found: Price | null = null;
  for (const price of prices) {
    if (price.validFrom > day) continue;
    if (found === null || price.validFrom >= found.validFrom) found = price;
  }
  return found;
}

/** The price that a need of that year is calculated with: the one in force on its last day. */
export function priceOfYear<Price extends Pick<ArticlePrice, 'validFrom'>>(
  prices: readonly Price[],
  year: number,
): Price | null {
  return priceAt(prices, lastDayOf(year));
}
