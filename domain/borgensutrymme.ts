import { roundingDifference } from './rounding.ts';
import { compare, isNegative, subtract, sum, type Tkr, zero } from './tkr.ts';
import { lastDayOf } from './year.ts';

/**
 * The rows that change the debt during a year, in the order of the printed table.
 *
 * Borrowing for planned investments, for the supplementary budget (tilläggsbudget), for the use of
 * equity (nyttjande av eget kapital), and amortisation, which is shown and stored negative.
 */
export const forecastRowKinds = [
  'borrowingInvestments',
  'borrowingTillaggsbudget',
  'borrowingEquityUse',
  'amortisation',
] as const;

/** See `forecastRowKinds`. */
export type ForecastRowKind = (typeof forecastRowKinds)[number];

/** How a row's figure came about: typed by a person, linked to another figure, or computed. */
export type ForecastRowSource = 'typed' | 'linked' | 'computed';

/** One figure of a scenario, in Tkr. A row that the scenario does not have is absent, not zero. */
export type ForecastRow = {
  readonly year: number;
  readonly kind: ForecastRowKind;
  readonly source: ForecastRowSource;
  readonly amount: Tkr;
};

/** What a forecast is computed from. */
export type ForecastInput = {
  /** The year whose last day the given debt stands on. */
  readonly openingYear: number;
  /** The last year of the forecast, at most twenty years after `openingYear`. */
  readonly lastYear: number;
  readonly openingDebt: Tkr | null;
  readonly rows: readonly ForecastRow[];
  /** Years with a figure that cannot be told, which is no empty one: their debt is unknown. */
  readonly unknownYears?: ReadonlySet<number>;
};

/** A decided ceiling (borgenstak), in force from its day until the next one. */
export type Borgenstak = { readonly validFrom: string; readonly amount: Tkr };

/** Why a year has no closing debt or no headroom. */
export type ForecastGap = 'no_opening_debt' | 'no_rows' | 'no_terms' | 'no_borgenstak';

/** One year of a forecast, in Tkr; null where the figure cannot be told, with the reason in `gap`. */
export type ForecastYear = {
  readonly year: number;
  readonly opening: Tkr | null;
  readonly flows: { readonly [kind in ForecastRowKind]: Tkr | null };
  readonly closing: Tkr | null;
  readonly borgenstak: Tkr | null;
  readonly headroom: Tkr | null;
  readonly gap: ForecastGap | null;
  /** Shown closing debt less the sum of its shown parts; zero where they agree. */
  readonly roundingDifference: Tkr;
};

/** A scenario's forecast: debt and headroom (kvar av borgensutrymme) by year. */
export type Forecast = {
  readonly openingYear: number;
  readonly openingDebt: Tkr | null;
  readonly years: readonly ForecastYear[];
  /** The first year whose headroom is below zero. */
  readonly firstNegativeYear: number | null;
};

/** The longest forecast, in years. */
export const longestForecast = 20;

/**
 * The forecast of debt and borgensutrymme, year by year.
 *
 * closing(y) = opening(y) + the year's rows; headroom(y) = ceiling in force at 31/12 y − closing(y).
 * A year without any row has no closing debt, nor has one with a figure that cannot be told, and then
 * no later year has one. Source: DESIGN §5.
 */
export function computeBorgensutrymme(
  input: ForecastInput,
  ceilings: readonly Borgenstak[],
): Forecast {
  const rowsByYear = groupByYear(input.rows);
  const years: ForecastYear[] = [];
  let opening = input.openingDebt;
  for (let year = input.openingYear + 1; year <= input.lastYear; year += 1) {
    const isUnknown = input.unknownYears?.has(year) ?? false;
    const rows = rowsByYear.get(year) ?? [];
    const result = computeYear({ year, opening, rows, isUnknown }, ceilings);
    years.push(result);
    opening = result.closing;
  }
  return {
    openingYear: input.openingYear,
    openingDebt: input.openingDebt,
    years,
    firstNegativeYear:
      years.find(({ headroom }) => headroom !== null && isNegative(headroom))?.year ?? null,
  };
}

function groupByYear(rows: readonly ForecastRow[]): Map<number, ForecastRow[]> {
  const byYear = new Map<number, ForecastRow[]>();
  for (const row of rows) {
    const ofYear = byYear.get(row.year);
    if (ofYear === undefined) byYear.set(row.year, [row]);
    else ofYear.push(row);
  }
  return byYear;
}

type YearInput = {
  readonly year: number;
  readonly opening: Tkr | null;
  readonly rows: readonly ForecastRow[];
  readonly isUnknown: boolean;
};

function computeYear(input: YearInput, ceilings: readonly Borgenstak[]): ForecastYear {
  const { year, opening, rows } = input;
  const amounts = rows.map((row) => row.amount);
  const isKnown = opening !== null && rows.length > 0 && !input.isUnknown;
  const closing = isKnown ? sum([opening, ...amounts]) : null;
  const borgenstak = borgenstakAt(ceilings, lastDayOf(year));
  const headroom = closing === null || borgenstak === null ? null : subtract(borgenstak, closing);
  return {
    year,
    opening,
    flows: flowsOf(rows),
    closing,
    borgenstak,
    headroom,
    gap: gapOf(input, borgenstak),
    roundingDifference:
      closing === null || opening === null
        ? zero
        : roundingDifference([opening, ...amounts], closing),
  };
}

function gapOf(input: YearInput, borgenstak: Tkr | null): ForecastGap | null {
  if (input.isUnknown) return 'no_terms';
  if (input.rows.length === 0) return 'no_rows';
  if (input.opening === null) return 'no_opening_debt';
  return borgenstak === null ? 'no_borgenstak' : null;
}

function flowsOf(rows: readonly ForecastRow[]): ForecastYear['flows'] {
  const amountOf = (kind: ForecastRowKind): Tkr | null =>
    rows.find((row) => row.kind === kind)?.amount ?? null;
  return {
    borrowingInvestments: amountOf('borrowingInvestments'),
    borrowingTillaggsbudget: amountOf('borrowingTillaggsbudget'),
    borrowingEquityUse: amountOf('borrowingEquityUse'),
    amortisation: amountOf('amortisation'),
  };
}

/** The ceiling in force on a day (`YYYY-MM-DD`), or null before the first one: never a default. */
export function borgenstakAt(ceilings: readonly Borgenstak[], day: string): Tkr | null {
  let inForce: Borgenstak | null = null;
  for (const ceiling of ceilings) {
    const begun = ceiling.validFrom <= day;
    if (begun && (inForce === null || ceiling.validFrom > inForce.validFrom)) inForce = ceiling;
  }
  return inForce?.amount ?? null;
}

/** True for a forecast of one to twenty years after the year of the given debt. */
export function isForecastLength(openingYear: number, lastYear: number): boolean {
  return lastYear > openingYear && lastYear <= openingYear + longestForecast;
}

/** True for a year in which a scenario has a place for a figure: the opening debt has only its own. */
export function isForecastYear(
  years: { readonly openingYear: number; readonly lastYear: number },
  kind: ForecastRowKind | 'openingDebt',
  year: number,
): boolean {
  if (kind === 'openingDebt') return year === years.openingYear;
  return year > years.openingYear && year <= years.lastYear;
}

/** Why an amount does not fit its row. */
export type ForecastRowRefusal = 'amortisation_positive';

/**
 * Holds an amount against the sign that its row is shown with.
 *
 * Amortisation is negative; a positive one is asked about and never flipped. Source: DESIGN §5.
 */
export function checkForecastRow(kind: ForecastRowKind, amount: Tkr): ForecastRowRefusal | null {
  return kind === 'amortisation' && compare(amount, zero) > 0 ? 'amortisation_positive' : null;
}
