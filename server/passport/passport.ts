import type { Sentence } from '#contract/field-texts.ts';
import type { PassportAnswer, PassportPart } from '#contract/passport.ts';
import { type FigureReference, formatFigureReference } from '#domain/figure-reference.ts';
import { type Tkr, toPlain } from '#domain/tkr.ts';

/** What is known of a figure; what is left out is empty. */
type Known = { readonly title: Sentence; readonly amount: Tkr | null } & Partial<
  Omit<PassportAnswer, 'figure' | 'title' | 'amount'>
>;

/** A passport with what is known of a figure, and nothing of the rest. */
export function passportOf(figure: FigureReference, { amount, ...known }: Known): PassportAnswer {
  return {
    figure: formatFigureReference(figure),
    amount: amount === null ? null : toPlain(amount),
    formula: null,
    parts: [],
    basis: [],
    posts: [],
    beslut: [],
    arenden: [],
    sources: [],
    facts: [],
    people: [],
    printed: [],
    ...known,
  };
}

/** A part of a figure, which leads to its own passport. */
export function partOf(
  title: Sentence,
  amount: Tkr | null,
  figure: FigureReference | null,
): PassportPart {
  return {
    title,
    amount: amount === null ? null : toPlain(amount),
    figure: figure === null ? null : formatFigureReference(figure),
  };
}
