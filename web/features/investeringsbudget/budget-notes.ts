import { isZero, tkr } from '#domain/tkr.ts';
import { shown, shownWithSign } from '../../lib/format.ts';
import type { Texts } from '../../texts/sv.ts';
import type { BudgetView } from './budget.ts';

/** What the reader must know under the table: print that differs, and rows that do not add up. */
export function budgetNotes(view: BudgetView, showsPrinted: boolean, texts: Texts): string[] {
  const isRounded =
    !isZero(view.summary.roundingDifference) ||
    view.summary.rows.some(({ roundingDifference }) => !isZero(roundingDifference));
  return [
    ...(showsPrinted ? printedNotes(view, texts) : []),
    ...(isRounded ? [texts.budget.noteRounding] : []),
  ];
}

function printedNotes({ printed, year }: BudgetView, { budget: words }: Texts): string[] {
  if (printed.length === 0) return [words.noPrinted(year)];
  const notes = printed.map((figure) => {
    const [as, is] = [shown(tkr(figure.printed)), shown(figure.computed)];
    if (figure.verdict === 'agrees') return words.notePrintedAgrees(as, figure.source);
    const difference = figure.difference === null ? '' : shownWithSign(tkr(figure.difference));
    return figure.figure === 'total'
      ? words.notePrintedTotal(as, is, difference, figure.source)
      : words.notePrintedError(as, is, difference, figure.source);
  });
  // The same figure in a table and in text agrees with one sentence.
  return [...new Set(notes)];
}
