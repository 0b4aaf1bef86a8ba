import type { UtfallFacts, UtfallFileAmount } from '#contract/utfall-file.ts';
import type { MappingRule } from '#domain/mapping.ts';
import { compareCodes } from '#domain/mapping.ts';
import { absolute, add, compare, type Tkr, tkr } from '#domain/tkr.ts';
import { fromObjectText, type ObjectCode } from '#domain/utfall-objects.ts';

/** What amounts of a file have in common: one account, the same objects, or one row of a table. */
export type FileItem = {
  readonly account: string | null;
  /** As the file's amounts have them, and taken apart. */
  readonly objects: string;
  readonly codes: readonly ObjectCode[];
  readonly name: string | null;
  readonly amount: Tkr;
  /** What the amount is made of. */
  readonly parts: readonly FilePart[];
};

/** What an item has in a month, or in a year without months. */
export type FilePart = {
  readonly year: number;
  readonly month: number | null;
  readonly amount: Tkr;
};

/** Items that are mapped together, by what the rule for them asks. */
export type FileGroup = {
  readonly key: string;
  readonly condition: GroupCondition;
  readonly items: readonly FileItem[];
  /** The places of the items in the list of all. */
  readonly at: readonly number[];
  readonly amount: Tkr;
};

/** What a rule that is made for a group asks: nothing else than this. */
export type GroupCondition = {
  readonly account: string | null;
  readonly object: ObjectCode | null;
  readonly name: string | null;
};

/**
 * How items are put together: a row for each project and for each account without one, for each
 * account, for each account with its object, or for each object of a dimension.
 */
export type Grouping =
  | { readonly by: 'likeliest' | 'account' | 'both' }
  | { readonly by: 'dimension'; readonly dimension: string };

/** The dimension that projects have in every SIE file. Source: SIE 4B § 11. */
const projects = '6';

/** The items of the amounts of some years, each with its sum. */
export function itemsOf(
  amounts: readonly UtfallFileAmount[],
  years: readonly number[],
): FileItem[] {
  const items = new Map<string, FileItem & { amount: Tkr; readonly parts: FilePart[] }>();
  const codesOf = new Map<string, readonly ObjectCode[]>();
  for (const { account, objects, name, year, month, amount: plain } of amounts) {
    if (!years.includes(year)) continue;
    // Nothing in a file has this character, and null is told from empty.
    const key = [account ?? '\u0001', objects, name ?? '\u0001'].join('\u0000');
    const amount = tkr(plain);
    const known = items.get(key);
    if (known !== undefined) {
      known.amount = add(known.amount, amount);
      known.parts.push({ year, month, amount });
      continue;
    }
    const codes = codesOf.get(objects) ?? fromObjectText(objects);
    codesOf.set(objects, codes);
    items.set(key, { account, objects, codes, name, amount, parts: [{ year, month, amount }] });
  }
  return [...items.values()];
}

/** Puts items together, rows of a table and objects first, then by code. */
export function groupItems(items: readonly FileItem[], grouping: Grouping): FileGroup[] {
  type Growing = { condition: GroupCondition; items: FileItem[]; at: number[]; amount: Tkr };
  const groups = new Map<string, Growing>();
  for (const [at, item] of items.entries()) {
    const condition = conditionOf(item, grouping);
    const { account, object, name } = condition;
    const key = [name ?? '', object?.dimension ?? '', object?.code ?? '', account ?? ''].join(
      '\u0000',
    );
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { condition, items: [item], at: [at], amount: item.amount });
    } else {
      group.items.push(item);
      group.at.push(at);
      group.amount = add(group.amount, item.amount);
    }
  }
  return [...groups]
    .map(([key, group]) => ({ key, ...group }))
    .toSorted((left, right) => compareConditions(left.condition, right.condition));
}

function conditionOf({ account, codes: all, name }: FileItem, grouping: Grouping): GroupCondition {
  if (name !== null) return { account: null, object: null, name };
  const inDimension = (dimension: string): ObjectCode | null =>
    all.find((object) => object.dimension === dimension) ?? null;
  const object = ((): ObjectCode | null => {
    if (grouping.by === 'account') return null;
    if (grouping.by === 'dimension') return inDimension(grouping.dimension);
    const project = inDimension(projects);
    return grouping.by === 'both' ? (project ?? all[0] ?? null) : project;
  })();
  return { account: object === null || grouping.by === 'both' ? account : null, object, name };
}

function compareConditions(left: GroupCondition, right: GroupCondition): number {
  if ((left.name === null) !== (right.name === null)) return left.name === null ? 1 : -1;
  if (left.name !== null && right.name !== null) return left.name.localeCompare(right.name, 'sv');
  if ((left.object === null) !== (right.object === null)) return left.object === null ? 1 : -1;
  if (left.object !== null && right.object !== null) {
    const order =
      compareCodes(left.object.dimension, right.object.dimension) ||
      compareCodes(left.object.code, right.object.code);
    if (order !== 0) return order;
  }
  return compareCodes(left.account ?? '', right.account ?? '');
}

/** The rule that sends a group somewhere. */
export function ruleFor(
  { account, object, name }: GroupCondition,
  place: Pick<MappingRule, 'target' | 'lineId' | 'driftrad'>,
): MappingRule {
  return {
    accountFrom: account,
    accountTo: account,
    dimension: object?.dimension ?? null,
    objectFrom: object?.code ?? null,
    objectTo: object?.code ?? null,
    name,
    ...place,
  };
}

/** The dimensions that the amounts of a file use, by number. */
export function dimensionsOf(
  items: readonly FileItem[],
  facts: UtfallFacts,
): { readonly dimension: string; readonly name: string }[] {
  const used = new Set<string>();
  for (const { codes } of items) for (const { dimension } of codes) used.add(dimension);
  const names = new Map(facts.objects.map((one) => [one.dimension, one.dimensionName]));
  return [...used]
    .toSorted(compareCodes)
    .map((dimension) => ({ dimension, name: names.get(dimension) ?? dimension }));
}

/** The accounts of a file in their order, once each. */
export function accountsOf(items: readonly FileItem[]): string[] {
  return [...new Set(items.flatMap(({ account }) => account ?? []))].toSorted(compareCodes);
}

/** The largest amounts first, whichever way they go. */
export function byAmount(left: FileGroup, right: FileGroup): number {
  return compare(absolute(right.amount), absolute(left.amount));
}
