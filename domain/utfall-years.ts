import { add, type Tkr, zero } from './tkr.ts';
import type { PlacedAmount } from './utfall.ts';
import { isBudgetYear } from './year.ts';

/** What a file has of one calendar year. */
export type YearOfFile = {
  readonly year: number;
  /** Null where no amount has a month. */
  readonly firstMonth: number | null;
  readonly lastMonth: number | null;
  /** True where some amount is of the year as a whole. */
  readonly hasWholeYear: boolean;
  /** How many amounts. */
  readonly amounts: number;
  readonly total: Tkr;
  /** True where the year is taken in unless somebody says otherwise. */
  readonly isProposed: boolean;
};

/**
 * The years that a file has amounts of, the first one first, and which of them to take in.
 *
 * A SIE file also tells what the year before came to, without months: taken in, it would take the
 * place of that year's own months. So years with months are proposed, and where none has any, the
 * newest. Every year of a table was put there by somebody. Source: DOMAIN §4.
 */
export function yearsOfFile(
  amounts: readonly Pick<PlacedAmount, 'year' | 'month' | 'amount'>[],
  kind: 'sie' | 'table',
): YearOfFile[] {
  const years = new Map<number, Omit<YearOfFile, 'isProposed'>>();
  for (const { year, month, amount } of amounts) {
    const known = years.get(year) ?? nothing(year);
    years.set(year, {
      year,
      firstMonth: earlier(known.firstMonth, month),
      lastMonth: later(known.lastMonth, month),
      hasWholeYear: known.hasWholeYear || month === null,
      amounts: known.amounts + 1,
      total: add(known.total, amount),
    });
  }
  const inOrder = [...years.values()].toSorted((left, right) => left.year - right.year);
  const possible = inOrder.filter(({ year }) => isBudgetYear(year));
  const dated = possible.filter(({ firstMonth }) => firstMonth !== null);
  const bySie = dated.length > 0 ? dated : possible.slice(-1);
  const proposed = new Set((kind === 'sie' ? bySie : possible).map(({ year }) => year));
  return inOrder.map((one) => ({ ...one, isProposed: proposed.has(one.year) }));
}

function nothing(year: number): Omit<YearOfFile, 'isProposed'> {
  return {
    year,
    firstMonth: null,
    lastMonth: null,
    hasWholeYear: false,
    amounts: 0,
    total: zero,
  };
}

function earlier(known: number | null, month: number | null): number | null {
  return known === null || month === null ? (known ?? month) : Math.min(known, month);
}

function later(known: number | null, month: number | null): number | null {
  return known === null || month === null ? (known ?? month) : Math.max(known, month);
}
