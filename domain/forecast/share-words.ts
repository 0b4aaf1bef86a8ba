import { allocate } from '../allocate.ts';
import { fromMillionths, type Percent, percentToPlain } from '../percent.ts';
import { fromOre, toOre } from '../tkr.ts';
import type { ShareKey } from './share-key.ts';
import { weightToPlain } from './share-key-rules.ts';

/** A part of a key in Swedish form: `5 512`, or `57,8 %`. */
export function formatWeight(type: ShareKey['type'], weight: bigint): string {
  const plain = weightToPlain(type, weight);
  if (type === 'percent') return `${plain.replace('.', ',')}\u00a0%`;
  return plain.replace(/\B(?=(\d{3})+$)/gu, '\u00a0');
}

/** Hundredths of a percent in a whole, and what one is in millionths. */
const hundredths = 10_000n;
const millionthsOfOne = 100n;
const millionths = hundredths * millionthsOfOne;

/** A member's share of the whole, to two decimals of a percent. */
export type PercentShare = { readonly memberId: string; readonly percent: Percent };

/**
 * Every member's share in percent as it is shown, with two decimals, in the key's order: they sum to
 * exactly 100 %. Amounts are split by the weights themselves, not by these. Throws where no member has
 * any weight.
 */
export function percentShares({ parts }: Pick<ShareKey, 'parts'>): PercentShare[] {
  const weights = parts.map(({ weight }) => weight);
  return allocate(fromOre(hundredths), weights).map((part, at) => ({
    memberId: parts[at]?.memberId ?? '',
    percent: fromMillionths(toOre(part) * millionthsOfOne),
  }));
}

/**
 * A key by percentages that sum to exactly 100, each to four decimals, that splits as nearly as it can
 * like one whose weights only stand to each other. A key by population is the same. Throws where no
 * member has any weight.
 */
export function wholeKey(key: ShareKey): ShareKey {
  if (key.type === 'population') return key;
  const weights = key.parts.map(({ weight }) => weight);
  const parts = allocate(fromOre(millionths), weights).map((part, at) => ({
    memberId: key.parts[at]?.memberId ?? '',
    weight: toOre(part),
  }));
  return { ...key, parts };
}

/** A percentage of two decimals in Swedish form: `28,65 %`. */
export function formatShare(percent: Percent): string {
  const [whole = '', decimals = ''] = percentToPlain(percent).split('.');
  return `${whole},${decimals.padEnd(2, '0')}\u00a0%`;
}
