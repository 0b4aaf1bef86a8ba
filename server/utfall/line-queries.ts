import { type Tkr, tkr } from '#domain/tkr.ts';
import type { OrganisationTransaction } from '../db/database.ts';

/** One amount of one line in one year, as its source has it. */
export type LineAmount = {
  readonly sourceId: string;
  readonly month: number | null;
  readonly account: string | null;
  readonly objects: string;
  readonly name: string | null;
  readonly amount: Tkr;
};

/** Every amount of a line in a year from sources that are not undone, in force or not. */
export async function amountsOfLine(
  trx: OrganisationTransaction,
  lineId: string,
  year: number,
): Promise<LineAmount[]> {
  const rows = await trx
    .selectFrom('utfall_amount as amount')
    .innerJoin('utfall_source as source', 'source.source_id', 'amount.source_id')
    .select(['source.source_id', 'month', 'account', 'objects', 'name', 'amount.amount'])
    .where('source.undone_at', 'is', null)
    .where('line_id', '=', lineId)
    .where('year', '=', year)
    .orderBy('source.source_number', 'desc')
    .orderBy('amount_number')
    .execute();
  return rows.map(({ source_id, amount, ...row }) => ({
    ...row,
    sourceId: source_id,
    amount: tkr(amount),
  }));
}
