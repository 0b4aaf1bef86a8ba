import type { ShareKeyAnswer } from '#contract/borgen.ts';
import type { Member } from '#contract/settings.ts';
import type { ShareKey } from '#domain/forecast/share-key.ts';
import { parseWeight, weightToPlain } from '#domain/forecast/share-key-rules.ts';
import { fromMillionths, hundredPercent, percentToPlain } from '#domain/percent.ts';

/** A key on its way in, as it is typed. */
export type KeyDraft = {
  readonly validFrom: string;
  readonly type: ShareKey['type'];
  readonly source: string;
  /** What is typed for each member; a member without an entry has nothing. */
  readonly weights: { readonly [memberId: string]: string };
};

/** A key of which nothing is known yet. */
export const emptyKey: KeyDraft = { validFrom: '', type: 'population', source: '', weights: {} };

/** A stored key as a draft to change. */
export function draftOf({ validFrom, type, source, parts }: ShareKeyAnswer): KeyDraft {
  return {
    validFrom,
    type,
    source,
    weights: Object.fromEntries(parts.map((part) => [part.memberId, asTyped(part.weight)])),
  };
}

/** A key that was computed, as a draft to keep. */
export function draftOfKey({ validFrom, type, parts }: ShareKey, source: string): KeyDraft {
  const weights = parts.map(
    (part) => [part.memberId, asTyped(weightToPlain(type, part.weight))] as const,
  );
  return { validFrom, type, source, weights: Object.fromEntries(weights) };
}

function asTyped(plain: string): string {
  return plain.replace('.', ',');
}

/** What is sent for a weight: `5 512` is `5512`, `57,8 %` is `57.8`; what is no number goes as typed. */
export function plainWeight(typed: string): string {
  return typed.replace(/[\s\u00a0\u2009\u202f%]/gu, '').replace(',', '.');
}

/** The body of a key: the members with something typed, in their order. */
export function bodyOf({ validFrom, type, source, weights }: KeyDraft, members: readonly Member[]) {
  const parts = members.flatMap(({ memberId }) => {
    const weight = plainWeight(weights[memberId] ?? '');
    return weight === '' ? [] : [{ memberId, weight }];
  });
  return { validFrom, type, source, parts };
}

/** How far the typed percentages are from a whole; positive where something is left. */
export type PercentSum = { readonly is: 'whole' | 'less' | 'more'; readonly by: string };

/** See `PercentSum`; what cannot be read counts as nothing. */
export function percentSum({ weights }: KeyDraft): PercentSum {
  const left = hundredPercent - sumOf('percent', weights);
  if (left === 0n) return { is: 'whole', by: '0' };
  const by = asTyped(percentToPlain(fromMillionths(left < 0n ? -left : left)));
  return { is: left > 0n ? 'less' : 'more', by };
}

/** The typed inhabitants together. */
export function peopleSum({ weights }: KeyDraft): bigint {
  return sumOf('population', weights);
}

function sumOf(type: ShareKey['type'], weights: KeyDraft['weights']): bigint {
  return Object.values(weights).reduce(
    (total, typed) => total + (parseWeight(type, plainWeight(typed)) ?? 0n),
    0n,
  );
}
