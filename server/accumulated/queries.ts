import { sum } from '#domain/tkr.ts';
import { utfallInForce } from '#domain/utfall.ts';
import { type LineUtfall, withKnownZeros } from '#domain/year-end.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { sourcesInForce } from '../utfall/queries.ts';

/**
 * What is known to have been spent on each line in each year, in Tkr, for `yearEnds`: one amount a
 * line and year. A line that an imported ledger has nothing for has zero; of others nothing is
 * known, and they are not there. `years` are those asked for, or all.
 */
export async function lineUtfallOf(
  trx: OrganisationTransaction,
  lineIds: readonly string[],
  years: readonly number[] | null = null,
): Promise<LineUtfall[]> {
  const sources = await sourcesInForce(trx, years);
  const amounts = new Map<string, { lineId: string; year: number; amounts: LineUtfall[] }>();
  for (const { lineId, year, amount } of utfallInForce(sources).inForce) {
    if (lineId === null) continue;
    const key = `${year} ${lineId}`;
    const cell = amounts.get(key) ?? { lineId, year, amounts: [] };
    cell.amounts.push({ lineId, year, amount });
    amounts.set(key, cell);
  }
  const known = [...amounts.values()].map(({ amounts: parts, ...cell }) => ({
    ...cell,
    amount: sum(parts.map(({ amount }) => amount)),
  }));
  const imported = sources.flatMap(({ spans }) => spans.map(({ year }) => year));
  return withKnownZeros(lineIds, known, [...new Set(imported)]);
}
