import { sql } from 'kysely';
import { type Tkr, tkr } from '#domain/tkr.ts';
import {
  type MonthSpan,
  type PlacedAmount,
  type UtfallSource,
  utfallInForce,
} from '#domain/utfall.ts';
import type { OrganisationTransaction } from '../db/database.ts';

/** The outcome in force of a line in a month, or in a year as a whole, and where it comes from. */
export type LineOutcome = {
  readonly lineId: string;
  readonly year: number;
  /** 1–12, or null for what is only known of the year as a whole. */
  readonly month: number | null;
  readonly amount: Tkr;
  readonly sourceId: string;
};

/**
 * The outcome in force on the investment lines, in Tkr, expenditure positive: of certain years, or
 * of all. A line without a row has no known outcome, which is not zero.
 */
export async function utfallInForceOf(
  trx: OrganisationTransaction,
  years: readonly number[] | null = null,
): Promise<LineOutcome[]> {
  const { inForce } = utfallInForce(await sourcesInForce(trx, years));
  return inForce.flatMap(({ lineId, year, month, amount, sourceId }) =>
    lineId === null ? [] : [{ lineId, year, month, amount, sourceId }],
  );
}

/**
 * The sources that are not undone, in order, with their amounts of certain years or of all, summed
 * by place and month.
 */
export async function sourcesInForce(
  trx: OrganisationTransaction,
  years: readonly number[] | null = null,
): Promise<UtfallSource[]> {
  if (years?.length === 0) return [];
  const amounts = trx
    .selectFrom('utfall_amount as amount')
    .innerJoin('utfall_source as source', 'source.source_id', 'amount.source_id')
    .where('source.undone_at', 'is', null)
    .$if(years !== null, (query) => query.where('amount.year', 'in', years ?? []));
  const rows = await amounts
    .select([
      'source.source_id',
      'source.source_number',
      'source.kind',
      'target',
      'line_id',
      'driftrad',
      'year',
      'month',
      sql<string>`sum(amount.amount)`.as('total'),
    ])
    .groupBy(['source.source_id', 'source.source_number', 'source.kind'])
    .groupBy(['target', 'line_id', 'driftrad', 'year', 'month'])
    .orderBy('source.source_number')
    .orderBy('year')
    .orderBy('month')
    .orderBy('target')
    .orderBy('line_id')
    .execute();
  const spans = await amounts
    .where('source.kind', 'in', ['sie4', 'sie5'])
    .select([
      'source.source_id',
      'year',
      sql<number>`min(coalesce(month, 1))`.as('first_month'),
      sql<number>`max(coalesce(month, 12))`.as('last_month'),
    ])
    .groupBy(['source.source_id', 'year'])
    .execute();
  const sources = new Map<string, { spans: MonthSpan[]; amounts: PlacedAmount[] }>();
  for (const { source_id, target, line_id, driftrad, year, month, total } of rows) {
    const source = sources.get(source_id) ?? { spans: [], amounts: [] };
    const amount = tkr(total);
    source.amounts.push({ target, lineId: line_id, driftrad, year, month, amount });
    sources.set(source_id, source);
  }
  for (const { source_id, year, first_month, last_month } of spans) {
    const span = { year, firstMonth: first_month, lastMonth: last_month };
    sources.get(source_id)?.spans.push(span);
  }
  return [...sources].map(([sourceId, source]) => ({ sourceId, isUndone: false, ...source }));
}
