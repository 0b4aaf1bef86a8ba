import {
  type Borgenstak,
  computeBorgensutrymme,
  type Forecast,
  type ForecastRow,
} from '../borgensutrymme.ts';
import { isNegative, subtract, type Tkr, zero } from '../tkr.ts';
import { type Assumptions, resolveAssumptions } from './assumptions.ts';
import type { Borrowing } from './borrowings.ts';
import { type LoanFlows, loanFlows, type PlanYears, sumOrNull } from './loan-flows.ts';
import { type Month, yearOf } from './month.ts';
import { type PlanFigure, type PlanGap, planBorrowing } from './plan-figures.ts';
import type { PlanInput } from './plan-input.ts';
import { type PlanMonth, planMonths } from './plan-months.ts';
import { amortisationOf, type ComputedRepayment, computeRepayment } from './plan-repayment.ts';

/** What a year of a forecast costs, in Tkr; null where a rate or a fee is not known. */
export type PlanCost = {
  readonly year: number;
  readonly interest: Tkr | null;
  readonly borgensavgift: Tkr | null;
};

/** A scenario's forecast, by year and by month, and what it rests on. */
export type Plan = {
  /** What it was computed from. */
  readonly input: PlanInput;
  readonly years: PlanYears;
  /** Debt and headroom at the end of each year. */
  readonly forecast: Forecast;
  readonly figures: readonly PlanFigure[];
  /** Every month of the years whose debt is known. */
  readonly months: readonly PlanMonth[];
  readonly costs: readonly PlanCost[];
  /** The first month at whose end the debt is above the ceiling. */
  readonly firstBrokenMonth: Month | null;
  /** What is missing for a figure that is computed; empty where everything can be told. */
  readonly gaps: readonly PlanGap[];
  /** The decided ceilings with the planned ones of the scenario. */
  readonly ceilings: readonly Borgenstak[];
  readonly assumptions: Assumptions;
  readonly borrowings: readonly Borrowing[];
  readonly repayment: ComputedRepayment;
  readonly loans: LoanFlows;
  /** The opening debt less the loans that were drawn by then, in Tkr. */
  readonly unexplained: Tkr | null;
  /** Years whose borrowing follows a budget that has no line. */
  readonly yearsWithoutBudget: readonly number[];
};

/**
 * The forecast of a scenario: its rows typed, linked or computed, months underneath, years from them.
 *
 * The years' figures are the sums of their months, and closing(m) = opening(m) + what is borrowed +
 * amortisation, which is negative. Nothing is read and nothing is rounded but to the öre, once, so
 * that the same input gives the same plan everywhere. Source: DESIGN §5, `docs/decisions/`.
 */
export function computePlan(input: PlanInput): Plan {
  const years = { first: input.openingYear + 1, last: input.lastYear };
  const assumptions = resolveAssumptions(input.levels);
  const loans = loanFlows(input, assumptions, years);
  const openingDebt = openingDebtOf(input, loans);
  const unexplained = openingDebt === null ? null : subtract(openingDebt, loans.opening);
  const { figures: borrowed, borrowings, ...planned } = planBorrowing(input, assumptions);
  const rest = unexplained === null || isNegative(unexplained) ? zero : unexplained;
  const repayment = computeRepayment({
    borrowings,
    loans,
    unexplained: rest,
    assumptions,
    years,
  });
  const { figures: repaid, months: amortisation } = amortisations(input, {
    years,
    assumptions,
    repayment,
  });
  const figures = [...borrowed, ...repaid];
  const ceilings = ceilingsWith(input.ceilings, assumptions);
  const forecast = forecastOf(input, { openingDebt, figures, ceilings });
  const lastKnown = forecast.years.findLast(({ closing }) => closing !== null)?.year ?? 0;
  const months = planMonths({
    years,
    lastKnown,
    openingDebt: openingDebt ?? zero,
    borrowings,
    amortisation,
    loans,
    ceilings,
    assumptions,
  });
  return {
    input,
    years,
    forecast,
    figures,
    months,
    costs: costsOf(months),
    firstBrokenMonth:
      months.find(({ headroom }) => headroom !== null && isNegative(headroom))?.month ?? null,
    gaps: [...planned.gaps, ...gapsInUse(repayment, figures)],
    ceilings,
    assumptions,
    borrowings,
    repayment,
    loans,
    unexplained,
    yearsWithoutBudget: planned.yearsWithoutBudget,
  };
}

function openingDebtOf({ openingDebt, loans }: PlanInput, { opening }: LoanFlows): Tkr | null {
  if (openingDebt.amount !== null) return openingDebt.amount;
  return openingDebt.source === 'computed' && loans.length > 0 ? opening : null;
}

type Repaid = {
  readonly years: PlanYears;
  readonly assumptions: Assumptions;
  readonly repayment: ComputedRepayment;
};

function amortisations({ rows }: PlanInput, { years, assumptions, repayment }: Repaid) {
  const byYear = new Map(
    rows.filter(({ kind }) => kind === 'amortisation').map((row) => [row.year, row]),
  );
  const figures: PlanFigure[] = [];
  const months: Tkr[] = [];
  for (let year = years.first; year <= years.last; year += 1) {
    const row = byYear.get(year);
    const ofYear = amortisationOf({ row, year, years, assumptions }, repayment);
    if (ofYear.figure !== null) figures.push(ofYear.figure);
    months.push(...ofYear.months);
  }
  return { figures, months };
}

// What is missing matters only from the first year whose amortisation is computed and not typed over.
function gapsInUse({ gaps }: ComputedRepayment, figures: readonly PlanFigure[]): PlanGap[] {
  const unknown = figures.filter(({ kind, amount }) => kind === 'amortisation' && amount === null);
  return unknown.length === 0 ? [] : [...gaps];
}

/** The decided ceilings with the planned ones, which take the place of a decided one of the same day. */
export function ceilingsWith(
  decided: readonly Borgenstak[],
  assumptions: Assumptions,
): Borgenstak[] {
  const byDay = new Map(decided.map((ceiling) => [ceiling.validFrom, ceiling]));
  for (const { assumption } of assumptions.all('ceiling').toReversed()) {
    const { from, amount } = assumption;
    if (from !== null && amount !== null) byDay.set(from, { validFrom: from, amount });
  }
  return [...byDay.values()].toSorted((left, right) => (left.validFrom < right.validFrom ? -1 : 1));
}

type Figured = {
  readonly openingDebt: Tkr | null;
  readonly figures: readonly PlanFigure[];
  readonly ceilings: readonly Borgenstak[];
};

function forecastOf(
  { openingYear, lastYear }: PlanInput,
  { openingDebt, figures, ceilings }: Figured,
): Forecast {
  const rows: ForecastRow[] = [];
  const unknownYears = new Set<number>();
  for (const { year, kind, source, amount } of figures) {
    if (amount === null) unknownYears.add(year);
    else rows.push({ year, kind, source, amount });
  }
  const input = { openingYear, lastYear, openingDebt, rows, unknownYears };
  return computeBorgensutrymme(input, ceilings);
}

function costsOf(months: readonly PlanMonth[]): PlanCost[] {
  const costs: PlanCost[] = [];
  for (let at = 0; at < months.length; at += 12) {
    const ofYear = months.slice(at, at + 12);
    costs.push({
      year: yearOf(ofYear[0]?.month ?? 0),
      interest: sumOrNull(ofYear.map(({ interest }) => interest)),
      borgensavgift: sumOrNull(ofYear.map(({ borgensavgift }) => borgensavgift)),
    });
  }
  return costs;
}
