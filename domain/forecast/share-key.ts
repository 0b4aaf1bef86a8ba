/**
 * A key by which the members answer for the guarantee from a day on: inhabitants, or hundredths of a
 * percent of a percent (12,3456 % = 123 456).
 */
export type ShareKey = {
  readonly validFrom: string;
  readonly type: 'population' | 'percent';
  readonly parts: readonly { readonly memberId: string; readonly weight: bigint }[];
};
