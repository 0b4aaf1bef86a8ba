import { add, compare, subtract, sum, type Tkr, zero } from '#domain/tkr.ts';
import type { EntryView } from './arende-view.ts';

/** What is known of a line: what it left unused, and what it needs against what it has. Tkr. */
export type LineFacts = {
  readonly lineId: string;
  readonly name: string;
  /** What of the from-year's unused is left to carry; null where no outcome is known. */
  readonly left: Tkr | null;
  readonly need: Tkr | null;
  readonly budget: Tkr | null;
  /** Need − budget; null where nothing was said to be needed. */
  readonly gap: Tkr | null;
};

/** A line with what could be proposed for it, after what is proposed already; zero for nothing. */
export type Suggestion = LineFacts & {
  /** What is unused, up to the gap. */
  readonly carry: Tkr;
  /** The part of the gap that nothing unused can fill. */
  readonly request: Tkr;
};

/** From which year to which money would be carried. */
export type Years = { readonly from: number; readonly to: number };

/** The lines that have something unused or lack something, with what could be proposed for each. */
export function suggest(
  lines: readonly LineFacts[],
  entries: readonly EntryView[],
  { from, to }: Years,
): Suggestion[] {
  return lines
    .filter(({ left, gap }) => isMore(left) || isMore(gap))
    .map((line) => {
      const here = entries.filter(({ lineId, year }) => lineId === line.lineId && year === to);
      const carriers = here.filter(
        ({ kind, fromYear }) => kind === 'aterbudgetering' && fromYear === from,
      );
      const missing = atLeastZero(subtract(line.gap ?? zero, totalOf(here)));
      const free = atLeastZero(subtract(line.left ?? zero, totalOf(carriers)));
      const carry = compare(free, missing) < 0 ? free : missing;
      return { ...line, carry, request: subtract(missing, carry) };
    });
}

/** The year's outcome left unused over all lines, and what is missing over all lines. */
export function suggestionTotals(lines: readonly Suggestion[]): {
  readonly left: Tkr;
  readonly gap: Tkr;
} {
  const positive = (amounts: readonly (Tkr | null)[]): Tkr =>
    amounts.reduce<Tkr>(
      (total, amount) => (isMore(amount) ? add(total, amount ?? zero) : total),
      zero,
    );
  return {
    left: positive(lines.map(({ left }) => left)),
    gap: positive(lines.map(({ gap }) => gap)),
  };
}

function totalOf(entries: readonly EntryView[]): Tkr {
  return sum(entries.map(({ adds }) => adds));
}

function isMore(amount: Tkr | null): boolean {
  return amount !== null && compare(amount, zero) > 0;
}

function atLeastZero(amount: Tkr): Tkr {
  return compare(amount, zero) < 0 ? zero : amount;
}
