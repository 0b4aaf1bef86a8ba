import type { PopulationRow } from './scb-population.ts';

/** A member as a table of inhabitants may name it. */
export type NamedMember = {
  readonly memberId: string;
  readonly name: string;
  readonly kommunkod: string | null;
};

/** A member's inhabitants in a table, and by what it was found there. */
export type MatchedPopulation = {
  readonly memberId: string;
  readonly region: string;
  readonly by: 'kommunkod' | 'name';
  readonly population: bigint;
};

/** The members' inhabitants at one time, and the members that the table does not have. */
export type PopulationMatch = {
  readonly period: string;
  readonly matched: readonly MatchedPopulation[];
  readonly missing: readonly string[];
};

/**
 * The members' inhabitants at every time of a table, the earliest first.
 *
 * A member is found by its kommunkod, and by its name where the member or the row has no code.
 */
export function matchPopulation(
  rows: readonly PopulationRow[],
  members: readonly NamedMember[],
): PopulationMatch[] {
  const periods = [...new Set(rows.map(({ period }) => period))].toSorted();
  return periods.map((period) => {
    const own = rows.filter((row) => row.period === period);
    const matched = members.flatMap((member): MatchedPopulation[] => {
      const found = findRow(own, member);
      if (found === null) return [];
      const { row, by } = found;
      const { region, population } = row;
      return [{ memberId: member.memberId, region, by, population }];
    });
    const ids = new Set(matched.map(({ memberId }) => memberId));
    const missing = members.map(({ memberId }) => memberId).filter((id) => !ids.has(id));
    return { period, matched, missing };
  });
}

/** The regions of a table that no member is, each once. */
export function unmatchedRegions(
  rows: readonly PopulationRow[],
  matches: readonly PopulationMatch[],
): string[] {
  const taken = new Set(matches.flatMap(({ matched }) => matched.map(({ region }) => region)));
  return [...new Set(rows.map(({ region }) => region))].filter((region) => !taken.has(region));
}

function findRow(
  rows: readonly PopulationRow[],
  { name, kommunkod }: NamedMember,
): { readonly row: PopulationRow; readonly by: MatchedPopulation['by'] } | null {
  const coded = rows.find((row) => row.kommunkod !== null && row.kommunkod === kommunkod);
  if (coded !== undefined) return { row: coded, by: 'kommunkod' };
  const called = formsOf(name);
  const named = rows.find(
    (row) =>
      (row.kommunkod === null || kommunkod === null) &&
      formsOf(row.name).some((form) => called.includes(form)),
  );
  return named === undefined ? null : { row: named, by: 'name' };
}

// "Boxholms kommun" is Boxholm, and "Borås Stad" is Borås.
function formsOf(name: string): string[] {
  const whole = name.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
  const bare = whole.replace(/ (?:kommun|stad)$/u, '');
  return bare === whole ? [whole] : [whole, bare, bare.replace(/s$/u, '')];
}
