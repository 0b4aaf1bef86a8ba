import { subtract, type Tkr, zero } from '../tkr.ts';
import { type Guaranteed, type MemberShare, memberShares } from './member-shares.ts';
import type { ShareKey } from './share-key.ts';

/**
 * The key when a member has left: the others keep their weights, and so how they stand to each other.
 *
 * Null where nobody who is left has any weight: then there is no key to split by.
 */
export function keyWithout(key: ShareKey, memberId: string): ShareKey | null {
  const parts = key.parts.filter((part) => part.memberId !== memberId);
  return parts.some(({ weight }) => weight > 0n) ? { ...key, parts } : null;
}

/**
 * The key when a member has joined, or has got another weight; the others keep how they stand to each
 * other.
 *
 * By population the weight is its inhabitants. By percent it is its share of the new whole, from 0 to
 * 100 % (1 000 000), and the others share the rest: their weights are then only relative. Throws on a
 * percentage outside that.
 */
export function keyWith(key: ShareKey, memberId: string, weight: bigint): ShareKey {
  const others = key.parts.filter((part) => part.memberId !== memberId);
  if (key.type === 'population') {
    return { ...key, parts: [...others, { memberId, weight }] };
  }
  if (weight < 0n || weight > whole) throw new Error('A share is from 0 to 100 percent');
  const total = others.reduce((added, part) => added + part.weight, 0n);
  if (total === 0n) return { ...key, parts: [...others, { memberId, weight: whole }] };
  const scaled = others.map((part) => ({ ...part, weight: part.weight * (whole - weight) }));
  return { ...key, parts: [...scaled, { memberId, weight: weight * total }] };
}

const whole = 1_000_000n;

/** What a member answers for by one key and by another, in Tkr; zero by a key that it is not in. */
export type MemberChange = {
  readonly memberId: string;
  readonly before: MemberShare;
  readonly after: MemberShare;
  /** After less before: a positive debt is more to answer for. */
  readonly change: { readonly [figure in Figure]: MemberShare[figure] };
};

type Figure = 'debt' | 'borgenstak' | 'headroom';

/**
 * What changes for each member when one key takes the other's place, the amounts being the same.
 *
 * Members stand in the order of the key before, then those that are new. The changes sum to zero.
 */
export function keyChange(before: ShareKey, after: ShareKey, amounts: Guaranteed): MemberChange[] {
  const sharesBefore = memberShares(before, amounts);
  const sharesAfter = memberShares(after, amounts);
  const ids = new Set([...sharesBefore, ...sharesAfter].map(({ memberId }) => memberId));
  return [...ids].map((memberId) => {
    const nothing = nothingFor(memberId, amounts);
    const old = sharesBefore.find((share) => share.memberId === memberId) ?? nothing;
    const now = sharesAfter.find((share) => share.memberId === memberId) ?? nothing;
    return {
      memberId,
      before: old,
      after: now,
      change: {
        debt: subtract(now.debt, old.debt),
        borgenstak: difference(now.borgenstak, old.borgenstak),
        headroom: difference(now.headroom, old.headroom),
      },
    };
  });
}

function nothingFor(memberId: string, { borgenstak }: Guaranteed): MemberShare {
  const none = borgenstak === null ? null : zero;
  return { memberId, debt: zero, borgenstak: none, headroom: none };
}

function difference(left: Tkr | null, right: Tkr | null): Tkr | null {
  return left === null || right === null ? null : subtract(left, right);
}
