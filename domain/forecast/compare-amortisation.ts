import { absolute, compare, negate, subtract, sum, type Tkr } from '../tkr.ts';
import type { Assumptions } from './assumptions.ts';
import { borrowing } from './borrowings.ts';
import { amortisedUntil, paymentsMade } from './instalments.ts';
import { type LineTerms, lineTermsAt } from './line-terms.ts';
import { monthAt } from './month.ts';
import { type BorrowingGroup, groupBorrowings } from './plan-repayment.ts';

/** What is added to a line in a year, in Tkr; the line is null where it is only proposed. */
export type AddedInvestment = {
  readonly lineId: string | null;
  readonly year: number;
  readonly amount: Tkr;
};

/** How much more one scenario amortises than another in a year, in Tkr, without sign. */
export type AmortisationDifference = { readonly year: number; readonly amount: Tkr };

/** Which life each line has: its own of the year, the one it had the year before, or one for all. */
export type AssumedLives = 'own' | 'before' | { readonly months: number };

/** One set of assumptions: drawn evenly from a month to December, and paid at an interval. */
export type AssumedTerms = {
  /** The first month of the draw, 1 to 12. */
  readonly firstMonth: number;
  /** Months between payments. */
  readonly interval: number;
  readonly lives: AssumedLives;
};

/** What is amortised in a year of what has the same draws, life and interval: principal × paid / pieces. */
export type ComparedPart = {
  /** The lines that it is for; none for a line that is only proposed. */
  readonly lineIds: readonly string[];
  readonly principal: Tkr;
  /** How many of the equal payments, over all draws, fall in the year, of `pieces` in all. */
  readonly paid: number;
  readonly pieces: number;
  readonly amount: Tkr;
};

/** What the added investments amortise in a year by some assumptions, and what that leaves over. */
export type ComparedYear = AmortisationDifference & {
  readonly parts: readonly ComparedPart[];
  readonly computed: Tkr;
  /** The difference less what was computed: negative where too much was computed. */
  readonly unexplained: Tkr;
};

/** One set of assumptions with what it computes, and how far off it is in all years together, in Tkr. */
export type ComparedCase<Terms> = {
  readonly terms: Terms;
  readonly years: readonly ComparedYear[];
  readonly distance: Tkr;
};

/** What is compared. */
export type AmortisationComparisonInput = {
  readonly added: readonly AddedInvestment[];
  readonly differences: readonly AmortisationDifference[];
  readonly assumptions: Assumptions;
};

/** How far what an ärende adds explains that one scenario amortises more than another. */
export type AmortisationComparison = {
  /** By the assumptions in force; null where a line has no life. */
  readonly own: ComparedCase<null> | null;
  /** By every other set that was tried, the closest first; those that lack a life are left out. */
  readonly tried: readonly ComparedCase<AssumedTerms>[];
};

const intervals = [1, 3, 6, 12] as const;
const monthsOfYear = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const commonLives = [24, 30, 36, 48, 60] as const;
const choicesOfLives: readonly AssumedLives[] = [
  'own',
  'before',
  ...commonLives.map((months) => ({ months })),
];

/** What is tried: every combination, with all of the investment financed by loans. */
export const triedAssumptions: readonly AssumedTerms[] = choicesOfLives.flatMap((lives) =>
  monthsOfYear.flatMap((firstMonth) =>
    intervals.map((interval) => ({ firstMonth, interval, lives })),
  ),
);

/**
 * Computes what added investments amortise, by the assumptions in force and by every set of
 * `triedAssumptions`, and puts it beside a difference that is known.
 *
 * The distance is the sum of what each year leaves over, without sign. Nothing is fitted: the closest
 * set is only the closest of those that were tried. Source: DESIGN §5.
 */
export function compareAmortisation(input: AmortisationComparisonInput): AmortisationComparison {
  const { assumptions } = input;
  const own = compared(input, null, (lineId, year) => lineTermsAt(assumptions, lineId, year));
  const tried = triedAssumptions.flatMap(
    (terms) =>
      compared(input, terms, (lineId, year) => withTerms(assumptions, terms, lineId, year)) ?? [],
  );
  return { own, tried: tried.toSorted((left, right) => compare(left.distance, right.distance)) };
}

function withTerms(
  assumptions: Assumptions,
  { firstMonth, interval, lives }: AssumedTerms,
  lineId: string | null,
  year: number,
): LineTerms {
  const own = lineTermsAt(assumptions, lineId, year);
  return { ...own, firstMonth, lastMonth: 12, interval, life: lifeOf() };

  function lifeOf(): number | null {
    if (lives === 'own') return own.life;
    if (lives === 'before') return lineTermsAt(assumptions, lineId, year - 1).life;
    return lives.months;
  }
}

type TermsOf = (lineId: string | null, year: number) => LineTerms;

function compared<Terms>(
  { added, differences }: AmortisationComparisonInput,
  terms: Terms,
  termsOf: TermsOf,
): ComparedCase<Terms> | null {
  const borrowings = added.map(({ lineId, year, amount }) =>
    borrowing(
      { kind: 'borrowingTillaggsbudget', year },
      amount,
      termsOf(lineId, year),
      lineId === null ? [] : [lineId],
    ),
  );
  if (borrowings.some(({ lacksLife }) => lacksLife)) return null;
  const groups = groupBorrowings(borrowings);
  const years = differences.map(({ year, amount }): ComparedYear => {
    const parts = groups.map((group) => partIn(group, year));
    const computed = sum(parts.map((part) => part.amount));
    return { year, amount, parts, computed, unexplained: subtract(amount, computed) };
  });
  return { terms, years, distance: sum(years.map(({ unexplained }) => absolute(unexplained))) };
}

function partIn(
  { principal, instalments, borrowings }: BorrowingGroup,
  year: number,
): ComparedPart {
  const [before, end] = [monthAt(year - 1, 12), monthAt(year, 12)];
  return {
    lineIds: [...new Set(borrowings.flatMap(({ lineIds }) => lineIds))],
    principal,
    paid: paymentsMade(instalments, end) - paymentsMade(instalments, before),
    pieces: instalments.parts * instalments.payments,
    amount: subtract(
      amortisedUntil(principal, instalments, end),
      amortisedUntil(principal, instalments, before),
    ),
  };
}

/** A year's amortisation as a scenario has it, negative; null where it has none. */
export type YearAmortised = { readonly year: number; readonly amount: Tkr | null };

/** How much more `more` amortises than `less`, for the years that both know. */
export function amortisationDifferences(
  more: readonly YearAmortised[],
  less: readonly YearAmortised[],
): AmortisationDifference[] {
  return more.flatMap(({ year, amount }) => {
    const other = less.find((one) => one.year === year)?.amount ?? null;
    return amount === null || other === null
      ? []
      : [{ year, amount: negate(subtract(amount, other)) }];
  });
}
