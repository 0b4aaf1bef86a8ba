import type { UtfallPlace } from './utfall.ts';
import { fromObjectText, type ObjectCode } from './utfall-objects.ts';
import type { MappingTarget } from './utfall-terms.ts';

/**
 * One rule of a mapping (kontokoppling): what an amount must be, and where it goes.
 *
 * Conditions that are null ask for nothing, and those that are given must all fit; a rule without
 * any takes whatever is left. Accounts and objects are ranges, the last one included.
 */
export type MappingRule = {
  readonly accountFrom: string | null;
  readonly accountTo: string | null;
  readonly dimension: string | null;
  readonly objectFrom: string | null;
  readonly objectTo: string | null;
  /** The name of a row in a table. */
  readonly name: string | null;
  readonly target: MappingTarget;
  readonly lineId: string | null;
  readonly driftrad: string | null;
};

/** What a rule looks at. */
export type Mappable = {
  readonly account: string | null;
  /** As `toObjectText` writes them. */
  readonly objects: string;
  readonly name: string | null;
};

/** Why a rule cannot be used. */
export type MappingRefusal = 'mapping_rule_incomplete' | 'mapping_range_backwards';

const unmapped: UtfallPlace = { target: 'unmapped', lineId: null, driftrad: null };

/**
 * Says where each amount goes: the first rule that fits decides.
 *
 * An amount that no rule fits is `unmapped`: it is shown, and never dropped. Everything else about
 * the amounts stays as it was, and so does their order.
 */
export function applyMapping<Amount extends Mappable>(
  rules: readonly MappingRule[],
  amounts: readonly Amount[],
): (Amount & UtfallPlace)[] {
  const fits = rules.map((rule) => ({ rule, accepts: acceptorOf(rule) }));
  const known = new Map<string, UtfallPlace>();
  return amounts.map((amount) => {
    const key = JSON.stringify([amount.account, amount.objects, amount.name]);
    const place = known.get(key) ?? placeOf(fits, amount);
    known.set(key, place);
    return { ...amount, ...place };
  });
}

type Looked = {
  readonly account: string | null;
  readonly objects: readonly ObjectCode[];
  readonly name: string | null;
};
type Fit = { readonly rule: MappingRule; readonly accepts: (looked: Looked) => boolean };

function placeOf(fits: readonly Fit[], { account, objects, name }: Mappable): UtfallPlace {
  const looked = { account, objects: fromObjectText(objects), name: folded(name ?? '') };
  const first = fits.find(({ accepts }) => accepts(looked));
  if (first === undefined) return unmapped;
  const { target, lineId, driftrad } = first.rule;
  return { target, lineId, driftrad };
}

function acceptorOf(rule: MappingRule): (looked: Looked) => boolean {
  const { accountFrom, accountTo, dimension, objectFrom, objectTo, name } = rule;
  const wanted = name === null ? null : folded(name);
  return (looked) => {
    if (wanted !== null && looked.name !== wanted) return false;
    if (accountFrom !== null && !isWithin(looked.account, accountFrom, accountTo)) return false;
    if (dimension === null) return true;
    return looked.objects.some(
      (object) => object.dimension === dimension && isWithin(object.code, objectFrom, objectTo),
    );
  };
}

function isWithin(code: string | null, from: string | null, to: string | null): boolean {
  if (code === null || from === null || to === null) return false;
  return compareCodes(from, code) <= 0 && compareCodes(code, to) <= 0;
}

/**
 * Orders two codes of accounts or objects: numbers first and by number, the others as texts.
 *
 * Negative, zero or positive as `left` comes before, is, or comes after `right`.
 */
export function compareCodes(left: string, right: string): number {
  if (isDigits(left) !== isDigits(right)) return isDigits(left) ? -1 : 1;
  if (!isDigits(left)) return compareTexts(left, right);
  const [one, other] = [left.replace(/^0+/u, ''), right.replace(/^0+/u, '')];
  return one.length - other.length || compareTexts(one, other);
}

function isDigits(text: string): boolean {
  return /^\d+$/u.test(text);
}

function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

// Names are the same whatever their case and spaces.
function folded(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** Why a rule cannot be used, or null. That its line exists is for the caller to see. */
export function refusalOfRule(rule: MappingRule): MappingRefusal | null {
  const { accountFrom, accountTo, dimension, objectFrom, objectTo } = rule;
  const isHalf =
    (accountFrom === null) !== (accountTo === null) ||
    (dimension === null) !== (objectFrom === null) ||
    (objectFrom === null) !== (objectTo === null) ||
    (rule.target === 'line') !== (rule.lineId !== null) ||
    (rule.driftrad !== null && rule.target !== 'drift');
  if (isHalf) return 'mapping_rule_incomplete';
  const isBackwards = isAfter(accountFrom, accountTo) || isAfter(objectFrom, objectTo);
  return isBackwards ? 'mapping_range_backwards' : null;
}

function isAfter(from: string | null, to: string | null): boolean {
  return from !== null && to !== null && compareCodes(from, to) > 0;
}
