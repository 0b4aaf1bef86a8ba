import { sum, type Tkr, toOre, zero } from '../tkr.ts';
import { resolveAssumptions } from './assumptions.ts';
import { type Assets, assetsOf, shared } from './capital-assets.ts';
import { wornIn } from './capital-cost.ts';
import { type Month, monthAt } from './month.ts';
import type { PlanInput } from './plan-input.ts';

/** What is depreciated in a year of what was bought on a line in one year, in Tkr. */
export type DepreciationPart = {
  /** When it is bought: in equal parts at the end of each month from the first to the last. */
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  /** All that was bought of it. */
  readonly invested: Tkr;
  /** The months that it lasts. */
  readonly life: number;
  /** How many parts of a month's wear fall in the year, of `pieces` in all. */
  readonly worn: number;
  readonly pieces: number;
  readonly depreciation: Tkr;
};

/**
 * What a line's depreciation in a year is made of, by when it was bought and how long it lasts; the
 * parts sum exactly to the line's figure of `capitalCosts`.
 *
 * Each part is what was invested × worn / pieces, which is rounded once for all lines that were bought
 * and last alike, and shared among them.
 */
export function depreciationParts(
  input: PlanInput,
  lineId: string,
  year: number,
): DepreciationPart[] {
  const years = { first: input.openingYear + 1, last: input.lastYear };
  const { assets } = assetsOf(input, resolveAssumptions(input.levels), years);
  return assets.flatMap((group) => {
    const invested = ofLine(
      group,
      lineId,
      group.parts.map(({ amount }) => amount),
    );
    const amounts = group.parts.map(({ amount }) => toOre(amount));
    const depreciation = ofLine(group, lineId, shared(wornIn(group, year), amounts));
    if (depreciation === zero) return [];
    const { firstMonth, parts, payments: life } = group.wear;
    return {
      firstMonth,
      lastMonth: firstMonth + parts - 1,
      invested,
      life,
      worn: wornPieces(group, year),
      pieces: parts * life,
      depreciation,
    };
  });
}

function ofLine({ parts }: Assets, lineId: string, amounts: readonly Tkr[]): Tkr {
  return sum(amounts.filter((_, at) => parts[at]?.lineId === lineId));
}

// Each of the parts is worn one piece a month, from the month after it is bought.
function wornPieces({ wear: { firstMonth, parts, payments } }: Assets, year: number): number {
  let worn = 0;
  for (let part = 0; part < parts; part += 1) {
    const first = firstMonth + part + 1;
    const last = first + payments - 1;
    const within = Math.min(last, monthAt(year, 12)) - Math.max(first, monthAt(year, 1)) + 1;
    worn += Math.max(0, within);
  }
  return worn;
}
