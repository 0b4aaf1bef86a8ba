import type { PlanLine } from '#domain/forecast/plan-input.ts';
import { fromMillionths, type Percent } from '#domain/percent.ts';
import { absolute, isNegative } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { shownPercent } from '../../lib/percent-text.ts';
import type { Texts } from '../../texts/sv.ts';
import type { LeverName, Levers } from './levers.ts';

const minusSigns = /[\u2212\u2013-]/gu;

/** A whole number of months as a person writes it, or null where it is none. */
export function parseMonths(text: string): number | null {
  const tidy = text
    .replaceAll(/\s/gu, '')
    .replace(minusSigns, '-')
    .replace(/^\+|m\u00e5n(ader)?$/gu, '');
  return /^-?\d{1,4}$/u.test(tidy) ? parseInt(tidy, 10) : null;
}

/** A number of months with its sign: `+12`, `−6`, `0`. */
export function shownMonths(months: number): string {
  if (months === 0) return '0';
  return `${months > 0 ? '+' : '\u2212'}${Math.abs(months)}`;
}

/** What a lever that was moved says, in words that follow "Med": "80 % genomförandegrad". */
export function leverWords(
  name: LeverName,
  levers: Levers,
  lines: readonly PlanLine[],
  { tankOm: { what } }: Texts,
): string {
  const { execution, rateShift, lifeShift, priceChange, loanShare, extra } = levers;
  switch (name) {
    case 'execution':
      return execution === null ? '' : what.execution(shownPercent(execution));
    case 'rateShift':
      if (rateShift === null) return '';
      if (rateShift === 0n) return what.rateSame;
      return rateShift > 0n
        ? what.rateHigher(shownPercent(rateShift))
        : what.rateLower(shownPercent(withoutSign(rateShift)));
    case 'lifeShift':
      if (lifeShift === null) return '';
      if (lifeShift === 0) return what.lifeSame;
      return lifeShift > 0 ? what.lifeLonger(lifeShift) : what.lifeShorter(-lifeShift);
    case 'priceChange':
      if (priceChange === null) return '';
      if (priceChange === 0n) return what.pricesSame;
      return priceChange > 0n
        ? what.pricesUp(shownPercent(priceChange))
        : what.pricesDown(shownPercent(withoutSign(priceChange)));
    case 'loanShare':
      return loanShare === null ? '' : what.loanShare(shownPercent(loanShare));
    case 'extra': {
      if (extra === null) return '';
      const { amount, lineId, year } = extra;
      const words = isNegative(amount) ? what.less : what.extra;
      return words(formatSwedish(absolute(amount)), lineName(lines, lineId), year);
    }
  }
}

function withoutSign(percent: Percent): Percent {
  return fromMillionths(percent < 0n ? 0n - percent : percent);
}

/** The name of a line; its id where the scenario no longer has it. */
export function lineName(lines: readonly PlanLine[], lineId: string): string {
  return lines.find((line) => line.lineId === lineId)?.name ?? lineId;
}
