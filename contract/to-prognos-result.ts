import type { ForecastRowKind } from '#domain/borgensutrymme.ts';
import { capitalCosts } from '#domain/forecast/capital-cost.ts';
import type { Plan } from '#domain/forecast/plan.ts';
import type { PlanInput } from '#domain/forecast/plan-input.ts';
import type { PlanMonth } from '#domain/forecast/plan-months.ts';
import { partsOf } from '#domain/forecast/plan-parts.ts';
import type { ShareKey } from '#domain/forecast/share-key.ts';
import { sum, toPlain } from '#domain/tkr.ts';
import { monthToPlain, plainOrNull } from './prognos-plain.ts';
import type { PrognosResult } from './prognos-result.ts';
import { loansOf, portfolioOf } from './prognos-result-loans.ts';
import { borgensavgiftOf, membersOf } from './prognos-result-members.ts';

/** What a forecast was computed from besides its input: its name, and by what the members answer. */
export type ResultOf = { readonly name: string | null; readonly keys: readonly ShareKey[] };

/** A computed forecast in the form that `tkr prognos` prints, every amount in plain form. */
export function toPrognosResult(
  input: PlanInput,
  plan: Plan,
  { name, keys }: ResultOf,
): PrognosResult {
  const { forecast, gaps, firstBrokenMonth } = plan;
  return {
    name,
    openingYear: input.openingYear,
    lastYear: input.lastYear,
    openingDebt: plainOrNull(forecast.openingDebt),
    unexplained: plainOrNull(plan.unexplained),
    gaps: gaps.map((gap) => ({ ...gap, lineIds: [...gap.lineIds] })),
    firstNegativeYear: forecast.firstNegativeYear,
    firstBroken: firstBrokenMonth === null ? null : monthToPlain(firstBrokenMonth),
    ...yearsAndLines(input, plan),
    months: plan.months.map(monthOf),
    figures: figuresOf(plan),
    loans: loansOf(input, plan),
    ...portfolioOf(input),
    members: membersOf(plan, keys),
    ...borgensavgiftOf(plan.months, keys),
  };
}

// A line without a life has no depreciation that could be told, from the year of its investment on.
function yearsAndLines(input: PlanInput, { forecast, costs }: Plan) {
  const capital = capitalCosts(input);
  const unknownFrom = Math.min(...capital.gaps.map(({ year }) => year));
  const years = forecast.years.map(({ year, flows, ...rest }) => {
    const cost = costs.find((one) => one.year === year);
    const wear = year < unknownFrom ? capital.years.find((one) => one.year === year) : undefined;
    return {
      year,
      opening: plainOrNull(rest.opening),
      borrowingInvestments: plainOrNull(flows.borrowingInvestments),
      borrowingTillaggsbudget: plainOrNull(flows.borrowingTillaggsbudget),
      borrowingEquityUse: plainOrNull(flows.borrowingEquityUse),
      amortisation: plainOrNull(flows.amortisation),
      closing: plainOrNull(rest.closing),
      borgenstak: plainOrNull(rest.borgenstak),
      headroom: plainOrNull(rest.headroom),
      gap: rest.gap,
      interest: plainOrNull(cost?.interest ?? null),
      borgensavgift: plainOrNull(cost?.borgensavgift ?? null),
      depreciation: plainOrNull(wear?.depreciation ?? null),
      internranta: plainOrNull(wear?.internranta ?? null),
    };
  });
  const lines = capital.lines.map(({ lineId, years: ofLine }) => ({
    lineId,
    years: ofLine.map(({ year, depreciation, internranta }) => ({
      year,
      depreciation: toPlain(depreciation),
      internranta: plainOrNull(internranta),
    })),
  }));
  return { years, lines };
}

function monthOf(month: PlanMonth): PrognosResult['months'][number] {
  const { borrowingInvestments, borrowingTillaggsbudget, borrowingEquityUse } = month;
  return {
    month: monthToPlain(month.month),
    opening: toPlain(month.opening),
    borrowingInvestments: toPlain(borrowingInvestments),
    borrowingTillaggsbudget: toPlain(borrowingTillaggsbudget),
    borrowingEquityUse: toPlain(borrowingEquityUse),
    drawn: toPlain(sum([borrowingInvestments, borrowingTillaggsbudget, borrowingEquityUse])),
    amortisation: toPlain(month.amortisation),
    debt: toPlain(month.closing),
    borgenstak: plainOrNull(month.borgenstak),
    headroom: plainOrNull(month.headroom),
    interest: plainOrNull(month.interest),
    borgensavgift: plainOrNull(month.borgensavgift),
  };
}

function figuresOf(plan: Plan): PrognosResult['figures'] {
  return plan.figures.map(({ year, kind, source, amount, followed, isOverridden, extra }) => ({
    year,
    kind,
    source,
    amount: plainOrNull(amount),
    followed: plainOrNull(followed),
    isOverridden,
    extra: toPlain(extra),
    parts: plainParts(plan, kind, year),
  }));
}

function plainParts(plan: Plan, kind: ForecastRowKind, year: number) {
  return partsOf(plan, kind, year).map(({ of, ids, borrowedIn, isExtra, amount }) => ({
    of,
    ids: [...ids],
    borrowedIn,
    isExtra,
    amount: toPlain(amount),
  }));
}
