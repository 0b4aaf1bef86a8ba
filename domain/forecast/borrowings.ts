import { allocate } from '../allocate.ts';
import { isZero, multiply, type Ratio, sum, type Tkr, toOre } from '../tkr.ts';
import type { Assumptions } from './assumptions.ts';
import type { Draw, Instalments } from './instalments.ts';
import type { LineGroup } from './line-groups.ts';
import { instalmentsOf, type LineTerms, lineTermsAt, ownTermsAt } from './line-terms.ts';
import { monthAt } from './month.ts';
import type { PlanArende } from './plan-input.ts';

/** What is borrowed for: see `forecastRowKinds`. */
export type BorrowingKind =
  | 'borrowingInvestments'
  | 'borrowingTillaggsbudget'
  | 'borrowingEquityUse';

/** Something that is borrowed in one year and repaid on terms of its own. */
export type Borrowing = {
  readonly kind: BorrowingKind;
  readonly year: number;
  readonly principal: Tkr;
  /** In how many parts, one at the end of each month from the first, it is drawn. */
  readonly draw: Draw;
  /** How it is repaid; null where it is not, or where nobody knows over which life. */
  readonly instalments: Instalments | null;
  /** True for what has no life although it should. */
  readonly lacksLife: boolean;
  /** The lines that it is for, by their budgets; empty where it is for no line. */
  readonly lineIds: readonly string[];
  /** True for an investment that is asked about, beyond the budget. */
  readonly isExtra: boolean;
};

/** A part of what is borrowed, before it is known how much: whose terms it has, and its weight. */
export type Portion = {
  readonly lineIds: readonly string[];
  readonly terms: LineTerms;
  readonly weight: Tkr;
};

/** What the scenario's words come to when a borrowing is made: its kind, its year, and if it is asked about. */
export type BorrowingOf = {
  readonly kind: BorrowingKind;
  readonly year: number;
  readonly isExtra?: boolean;
};

/**
 * Spreads a borrowed amount over portions by their weights, exactly; all of it on the general terms
 * where none has any weight.
 */
export function spread(
  of: BorrowingOf,
  amount: Tkr,
  portions: readonly Portion[],
  assumptions: Assumptions,
): Borrowing[] {
  const weighty = portions.filter(({ weight }) => weight > 0n);
  if (weighty.length === 0) {
    return [borrowing(of, amount, lineTermsAt(assumptions, null, of.year), [])];
  }
  const parts =
    sum(weighty.map(({ weight }) => weight)) === amount
      ? weighty.map(({ weight }) => weight)
      : allocate(
          amount,
          weighty.map(({ weight }) => toOre(weight)),
        );
  return weighty.map(({ terms, lineIds }, at) => {
    const part = parts[at];
    if (part === undefined) throw new Error('Every portion has a part');
    return borrowing(of, part, terms, lineIds);
  });
}

/** One borrowing on the terms of its lines. */
export function borrowing(
  { kind, year, isExtra = false }: BorrowingOf,
  principal: Tkr,
  terms: LineTerms,
  lineIds: readonly string[],
): Borrowing {
  const instalments = instalmentsOf(year, terms);
  return {
    kind,
    year,
    principal,
    draw: drawOf(year, terms),
    instalments,
    lacksLife: instalments === null && !isZero(principal),
    lineIds,
    isExtra,
  };
}

function drawOf(year: number, { firstMonth, lastMonth }: LineTerms): Draw {
  return { firstMonth: monthAt(year, firstMonth), parts: lastMonth - firstMonth + 1 };
}

/** What is borrowed for the use of equity: drawn as other borrowing, repaid on its own terms or not at all. */
export function equityBorrowing(year: number, principal: Tkr, assumptions: Assumptions): Borrowing {
  const general = lineTermsAt(assumptions, null, year);
  const own = ownTermsAt(assumptions, 'equity', `${year}-01-01`);
  return {
    kind: 'borrowingEquityUse',
    year,
    principal,
    draw: drawOf(year, general),
    instalments: own === null ? null : instalmentsOf(year, { ...general, ...own }),
    lacksLife: false,
    lineIds: [],
    isExtra: false,
  };
}

/** What the budgets of a year's lines would borrow; the weight is the loan, or the budget where no share is known. */
export type BudgetedLoans = {
  readonly portions: readonly Portion[];
  /** The sum of the loans; null where a line with a budget has no share financed by loans. */
  readonly total: Tkr | null;
  /** The lines that lack a share. */
  readonly withoutShare: readonly string[];
};

/** What the budget of a year borrows: budget × share financed by loans × execution rate × prices. */
export function budgetedLoans(
  groups: readonly LineGroup[],
  assumptions: Assumptions,
  { year, at, price }: { readonly year: number; readonly at: number; readonly price: Ratio },
): BudgetedLoans {
  const withBudget = groups.flatMap((group) => {
    const budget = group.budget[at] ?? null;
    if (budget === null || isZero(budget)) return [];
    const terms = lineTermsAt(assumptions, group.lineId, year);
    const { lineIds } = group;
    return [{ lineIds, terms, budget, loan: loanOf(budget, terms, price) }];
  });
  const withoutShare = withBudget.flatMap(({ loan, lineIds }) => (loan === null ? lineIds : []));
  const isKnown = withoutShare.length === 0;
  return {
    portions: withBudget.map(({ lineIds, terms, budget, loan }) => ({
      lineIds,
      terms,
      weight: isKnown && loan !== null ? loan : budget,
    })),
    total: isKnown ? sum(withBudget.flatMap(({ loan }) => (loan === null ? [] : [loan]))) : null,
    withoutShare,
  };
}

const whole = 1_000_000n;

/** What is borrowed of a budget, rounded once, to the öre; null where no share is known. */
export function loanOf(budget: Tkr, terms: LineTerms, price: Ratio): Tkr | null {
  if (terms.loanShare === null) return null;
  return multiply(budget, {
    numerator: terms.loanShare * terms.executionRate * price.numerator,
    denominator: whole * whole * price.denominator,
  });
}

/** What ärenden add in a year, by line: a line that is only proposed has the general terms. */
export function arendePortions(
  arenden: readonly PlanArende[],
  year: number,
  assumptions: Assumptions,
): Portion[] {
  const byLine = new Map<string | null, Tkr[]>();
  for (const { entries } of arenden) {
    for (const { lineId, year: ofYear, amount } of entries) {
      if (ofYear === year) byLine.set(lineId, [...(byLine.get(lineId) ?? []), amount]);
    }
  }
  return [...byLine].map(([lineId, amounts]) => ({
    lineIds: lineId === null ? [] : [lineId],
    terms: lineTermsAt(assumptions, lineId, year),
    weight: sum(amounts),
  }));
}
