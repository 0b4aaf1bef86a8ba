import { allocate } from '../allocate.ts';
import type { ForecastRowKind } from '../borgensutrymme.ts';
import { isZero, negate, subtract, sum, type Tkr, toOre, zero } from '../tkr.ts';
import type { Borrowing } from './borrowings.ts';
import { amortisedUntil } from './instalments.ts';
import { monthAt } from './month.ts';
import type { Plan } from './plan.ts';
import type { BorrowingGroup } from './plan-repayment.ts';

/** A part of a figure that is computed, with the sign of the figure, in Tkr. */
export type PlanPart = {
  /** A loan, planned borrowing for lines, for equity, the opening debt that no loan explains. */
  readonly of: 'loan' | 'lines' | 'equity' | 'openingRest';
  /** The loan, or the lines; none where it is for no line. */
  readonly ids: readonly string[];
  /** The year that it was borrowed in; null for a loan and for the opening debt. */
  readonly borrowedIn: number | null;
  /** What it was borrowed for; null for a loan and for the opening debt. */
  readonly kind: Borrowing['kind'] | null;
  /** True for what is asked about beyond the budget. */
  readonly isExtra: boolean;
  readonly amount: Tkr;
};

/**
 * What a computed or linked figure is the sum of, with what is asked about beyond the budget.
 *
 * The parts sum exactly to what the figure follows and its extra. What is typed has none of its own.
 */
export function partsOf(plan: Plan, kind: ForecastRowKind, year: number): PlanPart[] {
  const parts = kind === 'amortisation' ? repaid(plan, year) : borrowed(plan, kind, year);
  return parts.filter(({ amount }) => !isZero(amount));
}

function borrowed({ borrowings, figures }: Plan, kind: ForecastRowKind, year: number): PlanPart[] {
  const figure = figures.find((one) => one.kind === kind && one.year === year);
  const follows = figure !== undefined && figure.source !== 'typed' && !figure.isOverridden;
  return borrowings
    .filter((one) => one.kind === kind && one.year === year && (one.isExtra || follows))
    .map((one) => partOf(one, one.principal));
}

function partOf(borrowing: Borrowing, amount: Tkr): PlanPart {
  const { kind, year, lineIds, isExtra } = borrowing;
  const of = kind === 'borrowingEquityUse' ? 'equity' : 'lines';
  return { of, ids: lineIds, borrowedIn: year, kind, isExtra, amount };
}

function repaid(plan: Plan, year: number): PlanPart[] {
  const { loans, repayment, years, figures } = plan;
  const start = (year - years.first) * 12;
  const figure = figures.find((one) => one.kind === 'amortisation' && one.year === year);
  const none = { borrowedIn: null, kind: null, isExtra: false } as const;
  const isComputed = figure?.source === 'computed';
  const parts: PlanPart[] = [];
  if (isComputed) {
    for (const { loan, amortisation } of loans.each) {
      const amount = negate(sum(amortisation.slice(start, start + 12)));
      parts.push({ of: 'loan', ids: [loan.loanId], ...none, amount });
    }
    if (repayment.openingRest !== null) {
      const amount = negate(repaidIn(repayment.openingRest, year));
      parts.push({ of: 'openingRest', ids: [], ...none, amount });
    }
  }
  for (const group of repayment.groups) {
    const isExtra = group.borrowings.every((one) => one.isExtra);
    if (isComputed || isExtra) parts.push(...partsOfGroup(group, year));
  }
  return parts;
}

function repaidIn({ principal, instalments }: BorrowingGroup, year: number): Tkr {
  const before = amortisedUntil(principal, instalments, monthAt(year - 1, 12));
  return subtract(amortisedUntil(principal, instalments, monthAt(year, 12)), before);
}

// A group is rounded as a whole, and its borrowings share what it comes to by their principals.
function partsOfGroup(group: BorrowingGroup, year: number): PlanPart[] {
  const amount = negate(repaidIn(group, year));
  const principals = group.borrowings.map(({ principal }) => toOre(principal));
  const weights = principals.map((ore) => (ore < 0n ? -ore : ore));
  const only = group.borrowings[0];
  if (only !== undefined && group.borrowings.length === 1) return [partOf(only, amount)];
  if (weights.every((weight) => weight === 0n)) return [];
  const shares = allocate(amount, weights);
  return group.borrowings.map((one, at) => partOf(one, shares[at] ?? zero));
}
