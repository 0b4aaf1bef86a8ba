import { toPlain } from '#domain/tkr.ts';
import { parseSwedish } from '#domain/tkr-swedish.ts';
import type { Texts } from '../../texts/sv.ts';

/** What is sent for a typed amount; what is no amount goes as typed, so that its field says why. */
export function plainAmount(typed: string): string {
  const parsed = parseSwedish(typed);
  return parsed.ok ? toPlain(parsed.value) : typed;
}

/** The fields of a new decision, in the order of the form. */
export function beslutLabels({ budget }: Texts) {
  return {
    'beslut.title': budget.beslutTitle,
    'beslut.organ': budget.organ,
    'beslut.date': budget.date,
    'beslut.paragraph': budget.paragraph,
    'beslut.dnr': budget.dnr,
  };
}
