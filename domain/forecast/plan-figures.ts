import type { ForecastRowKind, ForecastRowSource } from '../borgensutrymme.ts';
import { sum, type Tkr, zero } from '../tkr.ts';
import type { Assumptions } from './assumptions.ts';
import {
  arendePortions,
  type Borrowing,
  type BorrowingKind,
  borrowing,
  budgetedLoans,
  equityBorrowing,
  loanOf,
  type Portion,
  spread,
} from './borrowings.ts';
import { groupLines, type LineGroup } from './line-groups.ts';
import { lineTermsAt } from './line-terms.ts';
import type { PlanInput, PlanRow } from './plan-input.ts';
import { priceFactors } from './price-factor.ts';

/** A figure of a scenario and how it came about, in Tkr. */
export type PlanFigure = {
  readonly kind: ForecastRowKind;
  readonly year: number;
  readonly source: ForecastRowSource;
  /** What counts; null where it cannot be told. */
  readonly amount: Tkr | null;
  /** What a linked or computed figure is by itself, whether or not something is typed over it. */
  readonly followed: Tkr | null;
  readonly isOverridden: boolean;
  /** The part of `amount` that comes from investments asked about beyond the budget. */
  readonly extra: Tkr;
};

/** Why a figure cannot be told: what nobody has said, from which year on, for which lines. */
export type PlanGap = {
  readonly missing: 'life' | 'loanShare' | 'loanRate' | 'openingDebt';
  readonly year: number;
  /** The lines that it is missing for; none where it is missing for all. */
  readonly lineIds: readonly string[];
};

/** The borrowing of a scenario: its figures, what they are borrowed for, and what is missing. */
export type PlannedBorrowing = {
  readonly figures: readonly PlanFigure[];
  readonly borrowings: readonly Borrowing[];
  readonly gaps: readonly PlanGap[];
  /** Years whose figure follows a budget that has no line. */
  readonly yearsWithoutBudget: readonly number[];
};

type Base = { readonly followed: Tkr | null; readonly portions: readonly Portion[] };

/** The figures of what is borrowed, year by year, and the borrowings that they are made of. */
export function planBorrowing(input: PlanInput, assumptions: Assumptions): PlannedBorrowing {
  const years = { first: input.openingYear + 1, last: input.lastYear };
  const groups = groupLines(input.lines, assumptions, years);
  const prices = priceFactors(assumptions, years);
  const figures: PlanFigure[] = [];
  const borrowings: Borrowing[] = [];
  const gaps: PlanGap[] = [];
  const yearsWithoutBudget: number[] = [];
  const rows = rowsByPlace(input.rows);
  const extras = extraLoans(assumptions, prices);
  gaps.push(...extras.gaps);
  for (let year = years.first; year <= years.last; year += 1) {
    const price = prices.get(year) ?? { numerator: 1n, denominator: 1n };
    const budgeted = budgetedLoans(groups, assumptions, { year, at: year - years.first, price });
    const add = (kind: BorrowingKind, base: Base): void => {
      const row = rows.get(`${year} ${kind}`);
      const takesExtra = kind === 'borrowingInvestments';
      const extra = takesExtra ? (extras.byYear.get(year) ?? []) : [];
      const isUnknown = takesExtra && extras.gaps.some((gap) => gap.year === year);
      const figure = figureOf(row, { kind, year, followed: base.followed, extra, isUnknown });
      if (figure === null) return;
      figures.push(figure.shown);
      if (figure.base !== null) {
        borrowings.push(
          ...(kind === 'borrowingEquityUse'
            ? [equityBorrowing(year, figure.base, assumptions)]
            : spread({ kind, year }, figure.base, base.portions, assumptions)),
        );
      }
      borrowings.push(...extra);
    };
    const investments = rows.get(`${year} borrowingInvestments`);
    if (investments?.source === 'linked' && investments.amount === null) {
      if (budgeted.withoutShare.length > 0) {
        gaps.push({ missing: 'loanShare', year, lineIds: budgeted.withoutShare });
      }
      if (hasNoBudget(groups, year - years.first)) yearsWithoutBudget.push(year);
    }
    add('borrowingInvestments', { followed: budgeted.total, portions: budgeted.portions });
    add('borrowingTillaggsbudget', tillaggsbudget(input, rows, { year, assumptions }));
    add('borrowingEquityUse', { followed: null, portions: [] });
  }
  return { figures, borrowings, gaps, yearsWithoutBudget };
}

function rowsByPlace(rows: readonly PlanRow[]): Map<string, PlanRow> {
  return new Map(rows.map((row) => [`${row.year} ${row.kind}`, row]));
}

function hasNoBudget(groups: readonly LineGroup[], at: number): boolean {
  return groups.every(({ budget }) => (budget[at] ?? null) === null);
}

// One ärende where the figure follows one, else all that are decided.
function tillaggsbudget(
  { arenden }: PlanInput,
  rows: ReadonlyMap<string, PlanRow>,
  { year, assumptions }: { readonly year: number; readonly assumptions: Assumptions },
): Base {
  const row = rows.get(`${year} borrowingTillaggsbudget`);
  if (row === undefined) return { followed: null, portions: [] };
  if (row.source === 'linked') {
    const followed = arenden.filter(({ arendeId }) => arendeId === row.arendeId);
    return {
      followed: row.linkedAmount,
      portions: arendePortions(followed, year, assumptions),
    };
  }
  const portions = arendePortions(
    arenden.filter(({ isDecided }) => isDecided),
    year,
    assumptions,
  );
  return { followed: sum(portions.map(({ weight }) => weight)), portions };
}

type Told = {
  readonly kind: BorrowingKind;
  readonly year: number;
  readonly followed: Tkr | null;
  readonly extra: readonly Borrowing[];
  /** True where something that is asked about cannot be told. */
  readonly isUnknown: boolean;
};

// The figure as it counts, and how much of it is spread over lines; null where there is none.
function figureOf(
  row: PlanRow | undefined,
  { kind, year, followed, extra, isUnknown }: Told,
): { readonly shown: PlanFigure; readonly base: Tkr | null } | null {
  const beyond = sum(extra.map(({ principal }) => principal));
  const source = row?.source ?? 'typed';
  const typed = row?.amount ?? null;
  const isAbsent = row === undefined || (source === 'typed' && typed === null);
  if (isAbsent && extra.length === 0 && !isUnknown) return null;
  const own = source === 'typed' ? null : followed;
  const base = isAbsent ? zero : (typed ?? own);
  const amount = base === null || isUnknown ? null : sum([base, beyond]);
  const isOverridden = source !== 'typed' && typed !== null;
  const shown = { kind, year, source, amount, followed: own, isOverridden, extra: beyond };
  return { shown, base: isAbsent ? null : base };
}

// What is asked about beyond the budget, year by year, and what is missing to tell what it borrows.
function extraLoans(
  assumptions: Assumptions,
  prices: ReturnType<typeof priceFactors>,
): { readonly byYear: ReadonlyMap<number, Borrowing[]>; readonly gaps: readonly PlanGap[] } {
  const byYear = new Map<number, Borrowing[]>();
  const gaps: PlanGap[] = [];
  for (const { lineId, year, amount } of extraInvestments(assumptions)) {
    const price = prices.get(year);
    if (price === undefined) continue;
    const terms = lineTermsAt(assumptions, lineId, year);
    const loan = loanOf(amount, terms, price);
    if (loan === null) {
      gaps.push({ missing: 'loanShare', year, lineIds: [lineId] });
      continue;
    }
    const of = { kind: 'borrowingInvestments', year, isExtra: true } as const;
    byYear.set(year, [...(byYear.get(year) ?? []), borrowing(of, loan, terms, [lineId])]);
  }
  return { byYear, gaps };
}

/** An investment on a line in a year that is asked about beyond the budget, in Tkr. */
export type ExtraInvestment = {
  readonly lineId: string;
  readonly year: number;
  readonly amount: Tkr;
};

/** What is asked about beyond the budget: of each line and year what the nearest level says. */
export function extraInvestments(assumptions: Assumptions): ExtraInvestment[] {
  const nearest = new Map<string, ExtraInvestment>();
  for (const { assumption } of assumptions.all('extraInvestment').toReversed()) {
    const { lineId, from, amount } = assumption;
    if (lineId === null || from === null || amount === null) continue;
    nearest.set(`${from} ${lineId}`, { lineId, year: parseInt(from.slice(0, 4), 10), amount });
  }
  return [...nearest.values()];
}
