import { type Percent, percentOfAmount, zeroPercent } from '../percent.ts';
import { add, subtract, sum, type Tkr, zero } from '../tkr.ts';
import { type Assumptions, percentAt } from './assumptions.ts';
import { loanMonths } from './loan-schedule.ts';
import type { Loan, RateCurve } from './loan-terms.ts';
import { firstDayIn, type Month, monthAt, monthOfDay } from './month.ts';

/** The loans that a forecast begins with, together, month by month, in Tkr. */
export type LoanFlows = {
  /** What is owed on them on the day of the opening debt. */
  readonly opening: Tkr;
  /** What is owed on them at the start of each month. */
  readonly balance: readonly Tkr[];
  /** What is repaid each month, without sign, and without what is borrowed again the same day. */
  readonly amortisation: readonly Tkr[];
  /** Their interest each month; null where a rate is not known. */
  readonly interest: readonly (Tkr | null)[];
  /** The first month from which a repayment is not known. */
  readonly unknownFrom: Month | null;
  /** Loans drawn after the opening day: planned borrowing stands for them. */
  readonly later: readonly Loan[];
  /** What each loan repays each month, counted as in `amortisation`. */
  readonly each: readonly { readonly loan: Loan; readonly amortisation: readonly Tkr[] }[];
};

/** The years of a forecast. */
export type PlanYears = { readonly first: number; readonly last: number };

/** What the loans are counted in: their curves, which months, and what changes their terms. */
type Question = {
  readonly curves: readonly RateCurve[];
  readonly rateShift: Percent;
  readonly from: Month;
  readonly to: Month;
  /** The share that is borrowed again of each loan that is repaid at maturity, by its month. */
  readonly refinanced: ReadonlyMap<Month, Percent>;
};

type Counted = {
  readonly curves: readonly RateCurve[];
  readonly byQuestion: Map<string, LoanFlows>;
};

// Most scenarios count the same loans in the same way, and again whenever something else is changed.
const known = new WeakMap<readonly Loan[], Counted>();

/** How many different ways of counting the same loans are remembered, as when a rate is dragged. */
const remembered = 32;

/**
 * The loans drawn by the opening day, over the years of a forecast.
 *
 * What a loan that is repaid at maturity repays is borrowed again by the share that is refinanced.
 */
export function loanFlows(
  { loans, curves }: { readonly loans: readonly Loan[]; readonly curves: readonly RateCurve[] },
  assumptions: Assumptions,
  years: PlanYears,
): LoanFlows {
  const from = monthAt(years.first, 1);
  const to = monthAt(years.last, 12);
  const rateShift = percentAt(assumptions, 'rateShift', firstDayIn(from));
  const refinanced = refinancedShares(loans, assumptions);
  const question = [rateShift, from, to, ...refinanced.values()].join(' ');
  let counted = known.get(loans);
  if (counted?.curves !== curves) {
    counted = { curves, byQuestion: new Map() };
    known.set(loans, counted);
  }
  const { byQuestion } = counted;
  const before = byQuestion.get(question);
  if (before !== undefined) return before;
  if (byQuestion.size >= remembered) byQuestion.clear();
  const flows = flowsOf(loans, { curves, rateShift, from, to, refinanced });
  byQuestion.set(question, flows);
  return flows;
}

function refinancedShares(
  loans: readonly Loan[],
  assumptions: Assumptions,
): ReadonlyMap<Month, Percent> {
  const shares = new Map<Month, Percent>();
  for (const { form, maturesOn } of loans) {
    const month = monthOfDay(maturesOn);
    if (form !== 'atMaturity' || shares.has(month)) continue;
    shares.set(month, percentAt(assumptions, 'refinancedShare', firstDayIn(month)));
  }
  return shares;
}

function flowsOf(
  loans: readonly Loan[],
  { curves, rateShift, from, to, refinanced }: Question,
): LoanFlows {
  const drawn = loans.filter(({ drawnOn }) => monthOfDay(drawnOn) < from);
  const borrowedAgain = (loan: Loan, repaid: Tkr, month: Month): Tkr =>
    loan.form === 'atMaturity' && repaid !== zero
      ? percentOfAmount(repaid, refinanced.get(month) ?? zeroPercent)
      : zero;
  const each = drawn.map((loan) => {
    const months = loanMonths(loan, curves, { rateShift, from, to });
    const amortisation = months.amortisation.map((repaid, at) =>
      subtract(repaid, borrowedAgain(loan, repaid, from + at)),
    );
    return { loan, months, amortisation };
  });
  const months = Array.from({ length: to - from + 1 }, (_, at) => at);
  const unknown = each.flatMap(({ months: { unknownFrom } }) => unknownFrom ?? []);
  return {
    opening: sum(each.map(({ months: { opening } }) => opening[0] ?? zero)),
    balance: months.map((at) => sum(each.map((one) => one.months.opening[at] ?? zero))),
    amortisation: months.map((at) => sum(each.map((one) => one.amortisation[at] ?? zero))),
    interest: months.map((at) => sumOrNull(each.map((one) => one.months.interest[at] ?? null))),
    unknownFrom: unknown.length === 0 ? null : Math.min(...unknown),
    later: loans.filter((loan) => !drawn.includes(loan)),
    each: each.map(({ loan, amortisation }) => ({ loan, amortisation })),
  };
}

/** The sum of amounts, or null where one of them is not known. */
export function sumOrNull(amounts: Iterable<Tkr | null>): Tkr | null {
  let total = zero;
  for (const amount of amounts) {
    if (amount === null) return null;
    total = add(total, amount);
  }
  return total;
}
