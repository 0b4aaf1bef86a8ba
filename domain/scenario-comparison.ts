import type { Forecast } from './borgensutrymme.ts';
import { subtract, type Tkr } from './tkr.ts';

/** A scenario with its forecast. */
export type NamedForecast = { readonly name: string; readonly forecast: Forecast };

/** What the conclusion above the forecast says, as facts; the sentence is put together in words. */
export type BorgensprognosConclusion = {
  /** The first scenario, its headroom at the end of its last known year, and the ceiling then. */
  readonly main: { readonly name: string; readonly headroom: Tkr };
  readonly year: number;
  readonly borgenstak: Tkr;
  /** The next scenario that knows the same year, and how much more headroom `main` has. */
  readonly compared: { readonly name: string; readonly difference: Tkr } | null;
  /** The scenarios that break the ceiling in some year, each with the first such year. */
  readonly broken: readonly { readonly name: string; readonly year: number }[];
  /** How many scenarios were looked at, and how many of them know no year at all. */
  readonly scenarios: number;
  readonly unknown: number;
};

/**
 * The facts of the one-sentence conclusion, or null where the first scenario knows no headroom.
 *
 * The main year is the last one for which the first scenario has a headroom.
 */
export function concludeBorgensprognos(
  scenarios: readonly NamedForecast[],
): BorgensprognosConclusion | null {
  const [main, ...others] = scenarios;
  const at = main?.forecast.years.findLast(({ headroom }) => headroom !== null);
  if (main === undefined || !at || at.headroom === null || at.borgenstak === null) return null;
  return {
    main: { name: main.name, headroom: at.headroom },
    year: at.year,
    borgenstak: at.borgenstak,
    compared: firstComparable(others, at.year, at.headroom),
    broken: scenarios.flatMap(({ name, forecast }) =>
      forecast.firstNegativeYear === null ? [] : [{ name, year: forecast.firstNegativeYear }],
    ),
    scenarios: scenarios.length,
    unknown: scenarios.filter(({ forecast }) => !knowsHeadroom(forecast)).length,
  };
}

function firstComparable(
  others: readonly NamedForecast[],
  year: number,
  headroom: Tkr,
): BorgensprognosConclusion['compared'] {
  for (const { name, forecast } of others) {
    const theirs = forecast.years.find((candidate) => candidate.year === year)?.headroom ?? null;
    if (theirs !== null) return { name, difference: subtract(headroom, theirs) };
  }
  return null;
}

function knowsHeadroom(forecast: Forecast): boolean {
  return forecast.years.some(({ headroom }) => headroom !== null);
}
