import { add, isZero, negate, subtract, sum, type Tkr, zero } from '../tkr.ts';
import type { Assumptions } from './assumptions.ts';
import type { Borrowing } from './borrowings.ts';
import { type Instalments, partOf, paymentsIn } from './instalments.ts';
import { generalInterval, ownTermsAt } from './line-terms.ts';
import type { LoanFlows, PlanYears } from './loan-flows.ts';
import { monthAt, yearOf } from './month.ts';
import { addRepayments, emptySums, totalsOf } from './month-sums.ts';
import type { PlanFigure, PlanGap } from './plan-figures.ts';
import type { PlanRow } from './plan-input.ts';

/** Borrowings with the same draws, life and interval, as one principal. Source: DESIGN §5. */
export type BorrowingGroup = {
  readonly instalments: Instalments;
  readonly principal: Tkr;
  readonly borrowings: readonly Borrowing[];
};

/** Groups borrowings that are repaid; what has no life or is never repaid is in none. */
export function groupBorrowings(borrowings: readonly Borrowing[]): BorrowingGroup[] {
  const groups = new Map<string, { instalments: Instalments; borrowings: Borrowing[] }>();
  for (const borrowing of borrowings) {
    const { instalments } = borrowing;
    if (instalments === null) continue;
    const { firstMonth, parts, interval, payments } = instalments;
    const key = `${firstMonth} ${parts} ${interval} ${payments}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { instalments, borrowings: [borrowing] });
    else group.borrowings.push(borrowing);
  }
  return [...groups.values()].map(({ instalments, borrowings: same }) => ({
    instalments,
    principal: sum(same.map(({ principal }) => principal)),
    borrowings: same,
  }));
}

/** What is computed of repayment, month by month, without sign. */
export type ComputedRepayment = {
  /** Of the loans, the planned borrowing, the equity and the opening debt that no loan explains. */
  readonly months: readonly Tkr[];
  /** Of what is asked about beyond the budget. */
  readonly extra: readonly Tkr[];
  readonly groups: readonly BorrowingGroup[];
  readonly openingRest: BorrowingGroup | null;
  /** The first year from which it is not known. */
  readonly unknownFrom: number | null;
  readonly gaps: readonly PlanGap[];
};

/** What the repayment is computed from. */
export type RepaymentInput = {
  readonly borrowings: readonly Borrowing[];
  readonly loans: LoanFlows;
  /** The part of the opening debt that no loan explains, in Tkr. */
  readonly unexplained: Tkr;
  readonly assumptions: Assumptions;
  readonly years: PlanYears;
};

/** What is repaid each month by the terms of everything that is borrowed. */
export function computeRepayment(input: RepaymentInput): ComputedRepayment {
  const { borrowings, loans, years } = input;
  const from = monthAt(years.first, 1);
  const length = (years.last - years.first + 1) * 12;
  const planned = emptySums(from, length);
  const extra = emptySums(from, length);
  const groups = groupBorrowings(borrowings.filter(({ isExtra }) => !isExtra));
  const extraGroups = groupBorrowings(borrowings.filter(({ isExtra }) => isExtra));
  const openingRest = restOf(input);
  for (const { principal, instalments } of groups) addRepayments(planned, principal, instalments);
  for (const group of extraGroups) addRepayments(extra, group.principal, group.instalments);
  if (openingRest !== null) {
    addRepayments(planned, openingRest.principal, openingRest.instalments);
  }
  const gaps = gapsOf(input);
  return {
    months: totalsOf(planned).map((amount, at) => add(amount, loans.amortisation[at] ?? zero)),
    extra: totalsOf(extra),
    groups: [...groups, ...extraGroups],
    openingRest,
    unknownFrom: gaps.length === 0 ? null : Math.min(...gaps.map(({ year }) => year)),
    gaps,
  };
}

// All of it stood drawn on the opening day, at the end of December.
function restOf({ unexplained, assumptions, years }: RepaymentInput): BorrowingGroup | null {
  const terms = ownTermsAt(assumptions, 'opening', `${years.first}-01-01`);
  if (terms === null || isZero(unexplained)) return null;
  const { life, interval } = terms;
  const instalments = {
    firstMonth: monthAt(years.first - 1, 12),
    parts: 1,
    interval,
    payments: paymentsIn(life, interval),
  };
  return { instalments, principal: unexplained, borrowings: [] };
}

function gapsOf({ borrowings, loans }: RepaymentInput): PlanGap[] {
  const gaps: PlanGap[] = borrowings
    .filter(({ lacksLife }) => lacksLife)
    .map(({ year, lineIds }) => ({ missing: 'life', year, lineIds }));
  if (loans.unknownFrom !== null) {
    gaps.push({ missing: 'loanRate', year: yearOf(loans.unknownFrom), lineIds: [] });
  }
  return gaps;
}

/** The figure of a year's amortisation, and how it falls on the months of the year, both negative. */
export type YearAmortisation = {
  readonly figure: PlanFigure | null;
  readonly months: readonly Tkr[];
};

/** What is written of a year's amortisation. */
export type AmortisationOf = {
  readonly row: PlanRow | undefined;
  readonly year: number;
  readonly years: PlanYears;
  readonly assumptions: Assumptions;
};

/** A year's amortisation: computed, or typed and then spread over the months that have payments. */
export function amortisationOf(
  { row, year, years, assumptions }: AmortisationOf,
  computed: ComputedRepayment,
): YearAmortisation {
  const start = (year - years.first) * 12;
  const ofYear = computed.months.slice(start, start + 12).map(negate);
  const extraMonths = computed.extra.slice(start, start + 12).map(negate);
  const extra = sum(extraMonths);
  const isKnown = computed.unknownFrom === null || year < computed.unknownFrom;
  const source = row?.source ?? 'typed';
  const typed = row?.amount ?? null;
  const followed = source === 'computed' && isKnown ? sum(ofYear) : null;
  const isAbsent = row === undefined || (source === 'typed' && typed === null);
  if (isAbsent && isZero(extra)) return { figure: null, months: ofYear.map(() => zero) };
  const base = isAbsent ? zero : (typed ?? followed);
  const isOverridden = source === 'computed' && typed !== null;
  const amount = base === null ? null : add(base, extra);
  const spreadOut = typed ?? (isAbsent ? zero : null);
  const months =
    spreadOut === null ? ofYear : spreadOverYear(spreadOut, generalInterval(assumptions, year));
  return {
    figure: { kind: 'amortisation', year, source, amount, followed, isOverridden, extra },
    months: months.map((month, at) => add(month, extraMonths[at] ?? zero)),
  };
}

/** A year's amount in equal parts at the end of every interval of the year, rounded cumulatively. */
export function spreadOverYear(amount: Tkr, interval: number): Tkr[] {
  const payments = 12 / interval;
  return Array.from({ length: 12 }, (_, at) => {
    const month = at + 1;
    if (month % interval !== 0) return zero;
    const made = month / interval;
    return subtract(partOf(amount, made, payments), partOf(amount, made - 1, payments));
  });
}
