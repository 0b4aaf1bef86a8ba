import type { ForecastRowKind } from '#domain/borgensutrymme.ts';
import type { AssumptionKind } from '#domain/forecast/assumption-terms.ts';
import type { LoanForm } from '#domain/forecast/loan-terms.ts';
import type { PlanInput } from '#domain/forecast/plan-input.ts';
import { type Percent, percentToPlain } from '#domain/percent.ts';
import { type Tkr, toPlain } from '#domain/tkr.ts';

/** What a `PlanInput` has that the benchmark's scenarios use, with amounts and rates as floats. */
export type FloatPlanInput = {
  readonly openingYear: number;
  readonly lastYear: number;
  readonly openingDebt: number;
  readonly rows: readonly FloatRow[];
  readonly lines: readonly FloatLine[];
  readonly loans: readonly FloatLoan[];
  readonly levels: readonly (readonly FloatAssumption[])[];
  readonly ceilings: readonly { readonly validFrom: string; readonly amount: number }[];
};

/** See `FloatPlanInput`. */
export type FloatRow = {
  readonly year: number;
  readonly kind: ForecastRowKind;
  /** Null where it follows or is computed. */
  readonly amount: number | null;
};

/** See `FloatPlanInput`. */
export type FloatLine = {
  readonly lineId: string;
  readonly budget: readonly { readonly year: number; readonly amount: number }[];
};

/** A rate is a share of one, as it is in force from a day on. */
export type FloatLoan = {
  readonly principal: number;
  readonly drawnOn: string;
  readonly form: LoanForm;
  readonly paymentsAYear: number;
  readonly firstPaymentOn: string;
  readonly maturesOn: string;
  readonly rates: readonly { readonly from: string; readonly rate: number }[];
};

/** The value is a share of one, or months. */
export type FloatAssumption = {
  readonly kind: AssumptionKind;
  readonly lineId: string | null;
  readonly from: string | null;
  readonly value: number;
};

/** Scenarios in floats; what they share as objects they share here too. */
export function inFloats(inputs: readonly PlanInput[]): FloatPlanInput[] {
  const known = new Map<unknown, unknown>();
  const once = <From extends object, To>(from: From, make: (from: From) => To): To => {
    if (!known.has(from)) known.set(from, make(from));
    return known.get(from) as To;
  };
  return inputs.map((input) => ({
    openingYear: input.openingYear,
    lastYear: input.lastYear,
    openingDebt: floatOf(input.openingDebt.amount),
    rows: input.rows.map(({ year, kind, amount }) => {
      return { year, kind, amount: amount === null ? null : floatOf(amount) };
    }),
    lines: once(input.lines, (lines) =>
      lines.map(({ lineId, budget }) => ({
        lineId,
        budget: budget.map(({ year, amount }) => ({ year, amount: floatOf(amount) })),
      })),
    ),
    loans: once(input.loans, () => loansOf(input)),
    levels: input.levels.map((level) =>
      once(level, () =>
        level.map(({ kind, lineId, from, percent, months }) => {
          return { kind, lineId, from, value: months ?? rateOf(percent) };
        }),
      ),
    ),
    ceilings: once(input.ceilings, (ceilings) =>
      ceilings.map(({ validFrom, amount }) => ({ validFrom, amount: floatOf(amount) })),
    ),
  }));
}

function loansOf({ loans, curves }: PlanInput): FloatLoan[] {
  const [curve] = curves;
  return loans.map(({ principal, ratePeriods, ...loan }) => ({
    ...loan,
    principal: floatOf(principal),
    // The benchmark's only curve has one value.
    rates: ratePeriods.map((period) => ({
      from: period.from,
      rate:
        period.type === 'fixed'
          ? rateOf(period.rate)
          : rateOf(period.margin) + rateOf(curve?.points[0]?.rate ?? null),
    })),
  }));
}

/** An amount in Tkr as a float. */
export function floatOf(amount: Tkr | null): number {
  return amount === null ? Number.NaN : Number(toPlain(amount));
}

function rateOf(percent: Percent | null): number {
  return percent === null ? Number.NaN : Number(percentToPlain(percent)) / 100;
}
