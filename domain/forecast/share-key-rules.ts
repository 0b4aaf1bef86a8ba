import { isMemberOn, type MemberDays } from '../member.ts';
import { fromMillionths, hundredPercent, parseSignedPercent, percentToPlain } from '../percent.ts';
import type { ShareKey } from './share-key.ts';

/** Why a key cannot be. */
export type ShareKeyRefusal =
  | 'member_not_found'
  | 'share_key_empty'
  | 'share_key_member_outside'
  | 'share_key_member_twice'
  | 'share_key_percent_sum';

/** The most inhabitants that a part can have, in digits: more than any municipality. */
const digitsOfPopulation = 8;

/**
 * A part of a key from plain form: inhabitants as a whole number, or a percentage of 0 to 100 with at
 * most four decimals. Null where the text is none.
 */
export function parseWeight(type: ShareKey['type'], text: string): bigint | null {
  if (type === 'population') {
    return /^\d+$/u.test(text) && text.length <= digitsOfPopulation ? BigInt(text) : null;
  }
  const percent = parseSignedPercent(text);
  const isShare = percent !== null && !text.startsWith('-') && percent <= hundredPercent;
  return isShare ? percent : null;
}

/** A part of a key in the plain form that `parseWeight` reads. */
export function weightToPlain(type: ShareKey['type'], weight: bigint): string {
  return type === 'population' ? weight.toString() : percentToPlain(fromMillionths(weight));
}

/** What the parts of a key come to: inhabitants, or millionths. */
export function totalWeight({ parts }: Pick<ShareKey, 'parts'>): bigint {
  return parts.reduce((total, { weight }) => total + weight, 0n);
}

/**
 * Null where a key can hold: its members are in the organisation on its day, each one once, and its
 * parts can split an amount, percentages as exactly 100.
 */
export function refusalOfShareKey(
  key: ShareKey,
  members: readonly (MemberDays & { readonly memberId: string })[],
): ShareKeyRefusal | null {
  const ids = key.parts.map(({ memberId }) => memberId);
  if (new Set(ids).size < ids.length) return 'share_key_member_twice';
  for (const id of ids) {
    const member = members.find(({ memberId }) => memberId === id);
    if (member === undefined) return 'member_not_found';
    if (!isMemberOn(member, key.validFrom)) return 'share_key_member_outside';
  }
  const total = totalWeight(key);
  if (total === 0n) return 'share_key_empty';
  return key.type === 'percent' && total !== hundredPercent ? 'share_key_percent_sum' : null;
}
