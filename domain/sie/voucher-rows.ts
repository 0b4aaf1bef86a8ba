import type { SieVoucherRow } from './types.ts';
import type { VoucherWatch } from './vouchers.ts';

/** Rows of vouchers that somebody looked for: the first ones, and how many there were. */
export type FoundRows = { readonly rows: readonly SieVoucherRow[]; readonly count: number };

/** Gathers the voucher rows that match, at most `limit` of them, as a reader meets them. */
export function collectVoucherRows(
  matches: VoucherWatch['matches'],
  limit: number,
): { readonly watch: VoucherWatch; readonly found: () => FoundRows } {
  const rows: SieVoucherRow[] = [];
  let count = 0;
  const take = (row: SieVoucherRow): void => {
    count += 1;
    if (rows.length < limit) rows.push(row);
  };
  return { watch: { matches, take }, found: () => ({ rows, count }) };
}
