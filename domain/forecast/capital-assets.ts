import { allocate } from '../allocate.ts';
import { isZero, multiply, sum, type Tkr, toOre, zero } from '../tkr.ts';
import type { Assumptions } from './assumptions.ts';
import type { Instalments } from './instalments.ts';
import { groupLines } from './line-groups.ts';
import { type LineTerms, lineTermsAt } from './line-terms.ts';
import type { PlanYears } from './loan-flows.ts';
import { monthAt } from './month.ts';
import { extraInvestments, type PlanGap } from './plan-figures.ts';
import type { PlanArende, PlanInput } from './plan-input.ts';
import { priceFactors } from './price-factor.ts';

/** Investments made in the same months and worn over the same life, and whose they are. */
export type Assets = {
  readonly wear: Instalments;
  readonly principal: Tkr;
  readonly parts: readonly { readonly lineId: string; readonly amount: Tkr }[];
};

/** What is invested in the years of a forecast, as assets, and what has no life to be worn over. */
export function assetsOf(
  input: PlanInput,
  assumptions: Assumptions,
  years: PlanYears,
): { readonly assets: readonly Assets[]; readonly gaps: readonly PlanGap[] } {
  const gaps: PlanGap[] = [];
  const groups = new Map<string, { wear: Instalments; parts: Assets['parts'][number][] }>();
  for (const { lineIds, year, amount, parts } of investmentsOf(input, assumptions, years)) {
    const terms = lineTermsAt(assumptions, lineIds[0] ?? null, year);
    if (isZero(amount)) continue;
    if (terms.life === null) {
      gaps.push({ missing: 'life', year, lineIds });
      continue;
    }
    const wear = wearOf(year, terms, terms.life);
    const key = `${wear.firstMonth} ${wear.parts} ${wear.payments}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { wear, parts: [...parts] });
    else group.parts.push(...parts);
  }
  const assets = [...groups.values()].map(({ wear, parts }): Assets => {
    return { wear, parts, principal: sum(parts.map(({ amount }) => amount)) };
  });
  return { assets, gaps };
}

function wearOf(year: number, { firstMonth, lastMonth }: LineTerms, life: number): Instalments {
  const parts = lastMonth - firstMonth + 1;
  return { firstMonth: monthAt(year, firstMonth), parts, interval: 1, payments: life };
}

type Investment = {
  readonly lineIds: readonly string[];
  readonly year: number;
  readonly amount: Tkr;
  readonly parts: readonly { readonly lineId: string; readonly amount: Tkr }[];
};

const whole = 1_000_000n;

// What is done of the budgets in the prices of the year, what the scenario's ärenden add, and what is
// asked about beyond that.
function* investmentsOf(
  input: PlanInput,
  assumptions: Assumptions,
  years: PlanYears,
): Generator<Investment> {
  const prices = priceFactors(assumptions, years);
  const done = (lineId: string, year: number, budget: Tkr): Tkr => {
    const { executionRate } = lineTermsAt(assumptions, lineId, year);
    const { numerator, denominator } = prices.get(year) ?? { numerator: 1n, denominator: 1n };
    return multiply(budget, {
      numerator: executionRate * numerator,
      denominator: whole * denominator,
    });
  };
  for (const { lines, lineId, budget } of groupLines(input.lines, assumptions, years)) {
    for (const [at, ofYear] of budget.entries()) {
      if (ofYear === null || isZero(ofYear)) continue;
      const year = years.first + at;
      const amount = done(lineId, year, ofYear);
      const weights = lines.map((line) => budgetIn(line.budget, year));
      const parts = shared(amount, weights);
      const lineIds = lines.filter((_, one) => weights[one] !== 0n).map((line) => line.lineId);
      yield {
        lineIds,
        year,
        amount,
        parts: lines.map((line, one) => ({ lineId: line.lineId, amount: parts[one] ?? zero })),
      };
    }
  }
  for (let year = years.first; year <= years.last; year += 1) {
    for (const { entries } of arendenOf(input, year)) {
      for (const { lineId, amount, year: ofYear } of entries) {
        if (ofYear === year && lineId !== null) yield single(lineId, year, amount);
      }
    }
  }
  for (const { lineId, year, amount } of extraInvestments(assumptions)) {
    if (year >= years.first && year <= years.last) {
      yield single(lineId, year, done(lineId, year, amount));
    }
  }
}

function single(lineId: string, year: number, amount: Tkr): Investment {
  return { lineIds: [lineId], year, amount, parts: [{ lineId, amount }] };
}

function budgetIn(budget: PlanInput['lines'][number]['budget'], year: number): bigint {
  return budget.reduce((total, one) => total + (one.year === year ? toOre(one.amount) : 0n), 0n);
}

/** The ärenden whose additions a scenario counts in a year: the linked one, or all that are decided. */
function arendenOf({ rows, arenden }: PlanInput, year: number): PlanArende[] {
  const row = rows.find((one) => one.year === year && one.kind === 'borrowingTillaggsbudget');
  if (row === undefined || row.source === 'typed') return [];
  return arenden.filter(({ arendeId, isDecided }) =>
    row.source === 'linked' ? arendeId === row.arendeId : isDecided,
  );
}

/**
 * Shares an amount exactly, by what each has; a line whose budget is below zero has no part where
 * others are above.
 */
export function shared(amount: Tkr, weights: readonly bigint[]): Tkr[] {
  const above = weights.map((weight) => (weight > 0n ? weight : 0n));
  if (above.some((weight) => weight > 0n)) return allocate(amount, above);
  return allocate(
    amount,
    weights.map((weight) => -weight),
  );
}
