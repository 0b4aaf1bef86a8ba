import type { YearEndAnswer } from '#contract/accumulated.ts';
import { formatFigureReference } from '#domain/figure-reference.ts';
import { isZero, tkr } from '#domain/tkr.ts';
import type { Figure } from './accumulated.ts';

/**
 * The reference of a line's figure in a year, for its passport; null where it has none of its own: a
 * budget here does not take off what was carried out, and the budget of the ledger does.
 */
export function referenceOf(
  figure: Figure,
  { year, carriedOut }: Pick<YearEndAnswer, 'year' | 'carriedOut'>,
  lineId: string,
): string | null {
  if (figure === 'budget') {
    if (!isZero(tkr(carriedOut))) return null;
    return formatFigureReference({ kind: 'budget', year, lineId, postKind: null });
  }
  if (figure === 'outcome') {
    return formatFigureReference({ kind: 'utfall', year, lineId, month: null });
  }
  return formatFigureReference({ kind: 'yearEnd', year, lineId, figure });
}
