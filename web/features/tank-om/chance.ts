import { tkr } from '#domain/tkr.ts';
import { shown } from '../../lib/format.ts';
import type { Texts } from '../../texts/sv.ts';

/**
 * How likely something is, in whole percent. What happened in some runs and not in all is never
 * "0 %" or "100 %": it is less than one or more than ninety-nine.
 */
export function chanceWords(held: number, runs: number, { tankOm: { fan } }: Texts): string {
  const rounded = Math.round((held * 100) / runs);
  if (held < runs && rounded === 100) return fan.moreThan('99');
  if (held > 0 && rounded === 0) return fan.lessThan('1');
  return fan.percent(`${rounded}`);
}

/** So many of so many, in Swedish form: "8 712 av 10 000". */
export function countWords(held: number, runs: number, { tankOm: { fan } }: Texts): string {
  return fan.chanceDetail(shown(tkr(`${held}`)), shown(tkr(`${runs}`)));
}
