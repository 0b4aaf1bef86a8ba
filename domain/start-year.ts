/** What is known of the years of a budget. */
export type KnownYears = {
  /** Years with anything at all, such as those of a plan. */
  readonly years: readonly number[];
  /** Years that somebody has worked on since their original budget. */
  readonly workedOn: readonly number[];
};

/**
 * The year to show where none is asked for: the newest that was worked on, else the newest up to this
 * year, else the oldest, and this year where nothing is known. A plan for years ahead changes nothing.
 */
export function startYear({ years, workedOn }: KnownYears, thisYear: number): number {
  if (workedOn.length > 0) return Math.max(...workedOn);
  const begun = years.filter((year) => year <= thisYear);
  if (begun.length > 0) return Math.max(...begun);
  return years.length === 0 ? thisYear : Math.min(...years);
}
