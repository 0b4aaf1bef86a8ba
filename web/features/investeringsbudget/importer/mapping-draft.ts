import { mostRules } from '#contract/mapping.ts';
import { grouped } from '#domain/grouped.ts';
import { applyMapping, type MappingRule } from '#domain/mapping.ts';
import { add, sum, type Tkr } from '#domain/tkr.ts';
import type { PlacedAmount } from '#domain/utfall.ts';
import { type FileGroup, type FileItem, ruleFor } from './file-groups.ts';

/** Where a rule sends what fits it. */
export type RulePlace = Pick<MappingRule, 'target' | 'lineId' | 'driftrad'>;

/** A group with where its items go, and by which rule or proposal. */
export type MappedGroup = FileGroup & {
  /** Null where no rule fits, or where its items go to different places. */
  readonly place: RulePlace | null;
  /** The number of the rule in the order, from 0; null where none fits, or several do. */
  readonly rule: number | null;
  /** What is proposed where no rule fits. */
  readonly proposal: MappingRule | null;
  /** True where the items of the group go to different places. */
  readonly isSplit: boolean;
  /** The sum of the items that no rule fits. */
  readonly unmapped: Tkr;
  readonly hasUnmapped: boolean;
};

/**
 * The number of the first rule that fits each item, null for none.
 *
 * Asks `applyMapping` itself, with the number of the rule as the place it sends to. A rule that asks
 * for the account alone is asked once an account, and so on: a file has many more items than that.
 */
export function firstRules(
  rules: readonly MappingRule[],
  items: readonly FileItem[],
): (number | null)[] {
  const asking = (kind: ReturnType<typeof asksFor>): MappingRule[] =>
    rules.flatMap((rule, at): MappingRule[] =>
      asksFor(rule) === kind ? [{ ...rule, target: 'line', lineId: `${at}`, driftrad: null }] : [],
    );
  const byAccount = finder(asking('account'), (item) => item.account ?? '');
  const byObjects = finder(asking('object'), (item) => item.objects);
  const byName = finder(asking('name'), (item) => item.name ?? '');
  const bySeveral = severalFinder(asking('several'), items);
  const rest = rules.findIndex((rule) => asksFor(rule) === 'nothing');
  return items.map((item) => {
    const first = Math.min(
      byAccount(item),
      byObjects(item),
      byName(item),
      bySeveral.get(item) ?? none,
      rest === -1 ? none : rest,
    );
    return first === none ? null : first;
  });
}

const none = Number.MAX_SAFE_INTEGER;

function asksFor(rule: MappingRule): 'account' | 'object' | 'name' | 'several' | 'nothing' {
  const asked = [
    ...(rule.accountFrom === null ? [] : (['account'] as const)),
    ...(rule.dimension === null ? [] : (['object'] as const)),
    ...(rule.name === null ? [] : (['name'] as const)),
  ];
  return asked.length > 1 ? 'several' : (asked[0] ?? 'nothing');
}

function numberOf(lineId: string | null): number {
  return lineId === null ? none : parseInt(lineId, 10);
}

// Asks the rules once for every key: what they look at is the same for all items that share it.
function finder(
  rules: readonly MappingRule[],
  keyOf: (item: FileItem) => string,
): (item: FileItem) => number {
  const found = new Map<string, number>();
  return (item) => {
    if (rules.length === 0) return none;
    const key = keyOf(item);
    const known = found.get(key);
    if (known !== undefined) return known;
    const [mapped] = applyMapping(rules, [item]);
    const number = numberOf(mapped?.lineId ?? null);
    found.set(key, number);
    return number;
  };
}

// Rules that ask for one account and more are asked about the items of that account only.
function severalFinder(
  rules: readonly MappingRule[],
  items: readonly FileItem[],
): ReadonlyMap<FileItem, number> {
  const found = new Map<FileItem, number>();
  if (rules.length === 0) return found;
  const isOfOne = (rule: MappingRule): boolean =>
    rule.accountFrom !== null && rule.accountFrom === rule.accountTo;
  const ofOne = grouped(rules.filter(isOfOne), ({ accountFrom }) => sameCode(accountFrom ?? ''));
  const others = rules.filter((rule) => !isOfOne(rule));
  for (const [account, own] of grouped(items, (item) => sameCode(item.account ?? ''))) {
    const asked = [...others, ...(ofOne.get(account) ?? [])].toSorted(
      (left, right) => numberOf(left.lineId) - numberOf(right.lineId),
    );
    for (const [at, { lineId }] of applyMapping(asked, own).entries()) {
      const item = own[at];
      if (item !== undefined) found.set(item, numberOf(lineId));
    }
  }
  return found;
}

// Accounts are the same by number, whatever zeros stand first.
function sameCode(account: string): string {
  return /^\d+$/u.test(account) ? account.replace(/^0+/u, '') : account;
}

/** Rules and proposals, with the number of the first of each that fits every item. */
export type RuleFinding = {
  readonly rules: readonly MappingRule[];
  readonly proposals: readonly MappingRule[];
  readonly byRule: readonly (number | null)[];
  readonly byProposal: readonly (number | null)[];
};

/** Maps groups with the rules, and what those leave with the proposals. */
export function mapGroups(
  groups: readonly FileGroup[],
  { rules, proposals, byRule, byProposal }: RuleFinding,
): MappedGroup[] {
  return groups.map((group) => {
    const found = group.at.map((at) => byRule[at] ?? null);
    const numbers = new Set(found);
    const places = new Set([...numbers].map((one) => placeText(one === null ? null : rules[one])));
    const [first = null] = numbers;
    const unmapped = group.items.filter((_, index) => found[index] === null);
    const proposed = group.at.find((at, index) => {
      return found[index] === null && (byProposal[at] ?? null) !== null;
    });
    const proposal = proposed === undefined ? null : (byProposal[proposed] ?? null);
    return {
      ...group,
      place: places.size === 1 && first !== null ? placeOf(rules[first]) : null,
      rule: numbers.size === 1 ? first : null,
      proposal: proposal === null ? null : (proposals[proposal] ?? null),
      isSplit: places.size > 1,
      unmapped: sum(unmapped.map(({ amount }) => amount)),
      hasUnmapped: unmapped.length > 0,
    };
  });
}

function placeOf(rule: MappingRule | undefined): RulePlace | null {
  if (rule === undefined) return null;
  const { target, lineId, driftrad } = rule;
  return { target, lineId, driftrad };
}

function placeText(
  place: Omit<PlacedAmount, 'year' | 'month' | 'amount'> | null | undefined,
): string {
  if (place === null || place === undefined) return '';
  return `${place.target} ${place.lineId ?? ''} ${place.driftrad ?? ''}`;
}

/** The proposals that some item needs: one that the rules leave, and no earlier proposal takes. */
export function neededProposals({ proposals, byRule, byProposal }: RuleFinding): MappingRule[] {
  const used = new Set(byProposal.filter((_, at) => byRule[at] === null));
  return proposals.filter((_, at) => used.has(at));
}

/** Where the amounts of a file go, by rule: one amount for each place and month. */
export function placedAmounts(
  items: readonly FileItem[],
  { rules, byRule }: Pick<RuleFinding, 'rules' | 'byRule'>,
): PlacedAmount[] {
  const sums = new Map<string, PlacedAmount>();
  for (const [index, { parts }] of items.entries()) {
    const at = byRule[index] ?? null;
    const place = (at === null ? null : placeOf(rules[at])) ?? unmapped;
    const own = placeText(place);
    for (const { year, month, amount } of parts) {
      const key = `${year} ${month ?? ''} ${own}`;
      const known = sums.get(key);
      const total = known === undefined ? amount : add(known.amount, amount);
      sums.set(key, { ...place, year, month, amount: total });
    }
  }
  return [...sums.values()];
}

const unmapped = { target: 'unmapped', lineId: null, driftrad: null } as const;

/**
 * The rules after a person has sent groups somewhere.
 *
 * A rule for exactly the same gives way; the new ones come in before those that ask for less, and in
 * any case before the first that would take an item of the groups from them. Accounts that follow
 * each other in the file become one range. Null where there would be too many rules to save.
 */
export function withPlaces(
  rules: readonly MappingRule[],
  groups: readonly FileGroup[],
  place: RulePlace,
  accounts: readonly string[] = [],
): MappingRule[] | null {
  const made = inRanges(
    groups.map(({ condition }) => ruleFor(condition, place)),
    accounts,
  );
  if (made.length + rules.length > mostRules) return null;
  const items = groups.flatMap((group) => group.items);
  const gone = new Set(made.map(conditionText));
  const same = rules.findIndex((rule) => gone.has(conditionText(rule)));
  const kept = rules.filter((rule) => !gone.has(conditionText(rule)));
  const taker = Math.min(none, ...new Set(firstRules(kept, items).flatMap((at) => at ?? [])));
  const ranks = [...new Set(made.map(rank))].toSorted((left, right) => left - right);
  return ranks.reduce<MappingRule[]>((all, own) => {
    const block = made.filter((rule) => rank(rule) === own);
    const added = all.length - kept.length;
    const byRank = all.findIndex((rule, at) => at >= added && rank(rule) >= own);
    const before = Math.min(taker, same === -1 ? none : same);
    const at = Math.min(
      before === none ? all.length : before + added,
      byRank === -1 ? all.length : byRank,
    );
    return [...all.slice(0, at), ...block, ...all.slice(at)];
  }, kept);
}

// Rules for single accounts, of which no other account of the file stands in between.
function inRanges(made: readonly MappingRule[], accounts: readonly string[]): MappingRule[] {
  const isSingle = (rule: MappingRule): boolean => rank(rule) === 2;
  const single = new Map(
    made.filter(isSingle).map((rule) => [rule.accountFrom ?? '', rule] as const),
  );
  const ranges: MappingRule[] = [];
  let isOpen = false;
  for (const account of accounts) {
    const rule = single.get(account);
    const last = ranges.at(-1);
    if (rule === undefined) isOpen = false;
    else if (isOpen && last !== undefined) {
      ranges[ranges.length - 1] = { ...last, accountTo: account };
    } else {
      ranges.push(rule);
      isOpen = true;
    }
    single.delete(account);
  }
  return [...made.filter((rule) => !isSingle(rule)), ...ranges, ...single.values()];
}

// How much a rule asks for: those that ask for more stand before those that ask for less.
function rank({ accountFrom, accountTo, dimension, name }: MappingRule): number {
  if (accountFrom !== null && dimension !== null) return 0;
  if (name !== null || dimension !== null) return 1;
  if (accountFrom === null) return 4;
  return accountFrom === accountTo ? 2 : 3;
}

function conditionText(rule: MappingRule): string {
  const { accountFrom, accountTo, dimension, objectFrom, objectTo, name } = rule;
  return JSON.stringify([accountFrom, accountTo, dimension, objectFrom, objectTo, name]);
}

/** True for two lists of rules that do the same in the same order. */
export function isSameMapping(
  left: readonly MappingRule[],
  right: readonly MappingRule[],
): boolean {
  return (
    left.length === right.length &&
    left.every((rule, at) => {
      const other = right[at];
      return (
        other !== undefined &&
        conditionText(rule) === conditionText(other) &&
        placeText(rule) === placeText(other)
      );
    })
  );
}
