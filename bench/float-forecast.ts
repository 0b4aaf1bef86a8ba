import type { ForecastGap, ForecastRowKind } from '#domain/borgensutrymme.ts';
import { lastDayOf } from '#domain/year.ts';

/** A scenario in plain floats, as no budget should be held. */
export type FloatScenario = {
  readonly openingYear: number;
  readonly lastYear: number;
  readonly openingDebt: number;
  readonly rows: readonly FloatRow[];
};

/** See `FloatScenario`. */
export type FloatRow = {
  readonly year: number;
  readonly kind: ForecastRowKind;
  readonly amount: number;
};

/** See `FloatScenario`. */
export type FloatCeiling = { readonly validFrom: string; readonly amount: number };

type FloatYear = {
  readonly year: number;
  readonly opening: number | null;
  readonly flows: { readonly [kind in ForecastRowKind]: number | null };
  readonly closing: number | null;
  readonly borgenstak: number | null;
  readonly headroom: number | null;
  readonly gap: ForecastGap | null;
  readonly roundingDifference: number;
};

/** Debt and headroom of each year in plain floats, and not a step beyond the sums: the very least. */
export function sumInFloats(
  { openingYear, lastYear, openingDebt, rows }: FloatScenario,
  ceiling: number,
): { readonly closing: Float64Array; readonly headroom: Float64Array } {
  const length = lastYear - openingYear + 1;
  const closing = new Float64Array(length);
  const headroom = new Float64Array(length);
  closing[0] = openingDebt;
  for (const { year, amount } of rows) {
    const at = year - openingYear;
    closing[at] = (closing[at] ?? 0) + amount;
  }
  for (let at = 1; at < length; at += 1) {
    const debt = (closing[at] ?? 0) + (closing[at - 1] ?? 0);
    closing[at] = debt;
    headroom[at] = ceiling - debt;
  }
  return { closing, headroom };
}

/** All that `computeBorgensutrymme` does, step by step the same, in plain floats. */
export function computeInFloats(
  { openingYear, lastYear, openingDebt, rows }: FloatScenario,
  ceilings: readonly FloatCeiling[],
) {
  const rowsByYear = Map.groupBy(rows, ({ year }) => year);
  const years: FloatYear[] = [];
  let opening: number | null = openingDebt;
  for (let year = openingYear + 1; year <= lastYear; year += 1) {
    const result = computeYear({ year, opening, rows: rowsByYear.get(year) ?? [] }, ceilings);
    years.push(result);
    opening = result.closing;
  }
  const firstNegativeYear =
    years.find(({ headroom }) => headroom !== null && headroom < 0)?.year ?? null;
  return { openingYear, openingDebt, years, firstNegativeYear };
}

type YearInput = {
  readonly year: number;
  readonly opening: number | null;
  readonly rows: readonly FloatRow[];
};

function computeYear(
  { year, opening, rows }: YearInput,
  ceilings: readonly FloatCeiling[],
): FloatYear {
  const amounts = rows.map((row) => row.amount);
  const isKnown = opening !== null && rows.length > 0;
  const closing = isKnown ? sum([opening, ...amounts]) : null;
  const borgenstak = ceilingAt(ceilings, lastDayOf(year));
  const headroom = closing === null || borgenstak === null ? null : borgenstak - closing;
  const roundingDifference =
    closing === null || opening === null ? 0 : roundedDifference([opening, ...amounts], closing);
  const flows = flowsOf(rows);
  const gap = gapOf({ year, opening, rows }, borgenstak);
  return { year, opening, flows, closing, borgenstak, headroom, gap, roundingDifference };
}

function roundedDifference(parts: readonly number[], total: number): number {
  let shown = 0;
  for (const part of parts) shown += Math.round(part);
  return Math.round(total) - shown;
}

function gapOf({ rows, opening }: YearInput, borgenstak: number | null): ForecastGap | null {
  if (rows.length === 0) return 'no_rows';
  if (opening === null) return 'no_opening_debt';
  return borgenstak === null ? 'no_borgenstak' : null;
}

function flowsOf(rows: readonly FloatRow[]): FloatYear['flows'] {
  const amountOf = (kind: ForecastRowKind): number | null =>
    rows.find((row) => row.kind === kind)?.amount ?? null;
  return {
    borrowingInvestments: amountOf('borrowingInvestments'),
    borrowingTillaggsbudget: amountOf('borrowingTillaggsbudget'),
    borrowingEquityUse: amountOf('borrowingEquityUse'),
    amortisation: amountOf('amortisation'),
  };
}

function ceilingAt(ceilings: readonly FloatCeiling[], day: string): number | null {
  let inForce: FloatCeiling | null = null;
  for (const ceiling of ceilings) {
    const begun = ceiling.validFrom <= day;
    if (begun && (inForce === null || ceiling.validFrom > inForce.validFrom)) inForce = ceiling;
  }
  return inForce?.amount ?? null;
}

function sum(amounts: readonly number[]): number {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}
