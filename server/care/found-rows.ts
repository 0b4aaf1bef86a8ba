import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from '../db/schema.ts';
import { type Finding, namedRows } from './finding.ts';

type Found = { readonly place: string; readonly total: string };

/** What a query finds: it gives the places, one a row; no more of them are fetched than are named. */
export async function foundRows(
  trx: Transaction<Tables>,
  query: RawBuilder<unknown>,
  describe: (place: string) => Omit<Finding, 'where'>,
): Promise<Finding[]> {
  const { rows } = await sql<Found>`
    SELECT place, count(*) OVER ()::text AS total FROM (${query}) AS q (place)
    ORDER BY 1 LIMIT ${sql.lit(namedRows)}`.execute(trx);
  const named = rows.map(({ place }) => ({ ...describe(place), where: place }));
  const more = BigInt(rows[0]?.total ?? '0') - BigInt(rows.length);
  const [first] = named;
  if (more === 0n || first === undefined) return named;
  return [...named, { check: first.check, message: `… och ${more} till av samma slag.` }];
}
