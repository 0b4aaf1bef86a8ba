/** What the rows of vouchers are summed by. */
export type VoucherSum = {
  readonly account: string | null;
  /** As `toObjectText` writes them. */
  readonly objects: string;
  readonly year: number;
  readonly month: number | null;
};

/** A text of its own for every sum, by which the rows behind a figure are found again. */
export function sumOf({ account, objects, year, month }: VoucherSum): string {
  return JSON.stringify([account, objects, year, month]);
}
