import { allocate } from '../allocate.ts';
import { type Tkr, toOre, zero } from '../tkr.ts';
import type { PlanLine } from './plan-input.ts';
import type { PlanPart } from './plan-parts.ts';

/** A part of a figure by line, in Tkr; no line where it is for none that is there. */
export type LineShare = { readonly lineId: string | null; readonly amount: Tkr };

/**
 * Splits what several lines with the same terms come to over the lines, by their budgets of the year
 * that it was borrowed in; exactly, and a line without a budget that year has no share.
 */
export function lineShares(
  { ids, amount, borrowedIn }: Pick<PlanPart, 'ids' | 'amount' | 'borrowedIn'>,
  lines: readonly PlanLine[],
): LineShare[] {
  const [only = null] = ids;
  if (ids.length < 2) return [{ lineId: only, amount }];
  const weights = ids.map((id) => budgetIn(lines, id, borrowedIn));
  const above = weights.map((weight) => (weight > 0n ? weight : 0n));
  // Where all take away, they do so by what each takes.
  const used = above.some((weight) => weight > 0n) ? above : weights.map((weight) => -weight);
  if (used.every((weight) => weight === 0n)) return [{ lineId: null, amount }];
  const amounts = allocate(amount, used);
  return ids.flatMap((lineId, at) => {
    const share = amounts[at] ?? zero;
    return share === zero ? [] : [{ lineId, amount: share }];
  });
}

function budgetIn(lines: readonly PlanLine[], lineId: string, year: number | null): bigint {
  const budget = lines.find((line) => line.lineId === lineId)?.budget ?? [];
  return budget.reduce((total, one) => total + (one.year === year ? toOre(one.amount) : 0n), 0n);
}
