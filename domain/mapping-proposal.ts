import { compareCodes, type MappingRule } from './mapping.ts';

/** An investment line that amounts can go to. */
export type NamedLine = { readonly lineId: string; readonly name: string };

/** An account as a file tells of it; the type is the file's own word, null where it has none. */
export type NamedAccount = {
  readonly number: string;
  readonly name: string;
  readonly type: 'T' | 'S' | 'K' | 'I' | null;
};

/** An object of a dimension, such as a project. */
export type NamedObject = {
  readonly dimension: string;
  readonly code: string;
  readonly name: string;
};

/** What a proposal is made from; `names` are those of the rows of a table. */
export type ProposalBasis = {
  readonly lines: readonly NamedLine[];
  readonly accounts: readonly NamedAccount[];
  readonly objects: readonly NamedObject[];
  readonly names: readonly string[];
};

const nothing = {
  accountFrom: null,
  accountTo: null,
  dimension: null,
  objectFrom: null,
  objectTo: null,
  name: null,
  lineId: null,
  driftrad: null,
} as const;

/**
 * A mapping to begin with: objects, accounts and table rows whose names are like a line's go to that
 * line; of the rest, costs and income go to drift, and assets and debts outside.
 *
 * What an account is comes from the file's own #KTYP, never from its number: the kommun-BAS and BAS
 * number accounts differently. An account without a type stays unmapped. Source: DOMAIN §2.
 */
export function proposeMapping({ lines, accounts, objects, names }: ProposalBasis): MappingRule[] {
  const toLine = (lineId: string) => ({ ...nothing, target: 'line', lineId }) as const;
  const byObject = objects.flatMap(({ dimension, code, name }) => {
    const lineId = likeliestLine(name, lines);
    return lineId === null
      ? []
      : [{ ...toLine(lineId), dimension, objectFrom: code, objectTo: code }];
  });
  const byAccount = accounts.flatMap(({ number, name }) => {
    const lineId = likeliestLine(name, lines);
    return lineId === null ? [] : [{ ...toLine(lineId), accountFrom: number, accountTo: number }];
  });
  const byName = names.flatMap((name) => {
    const lineId = likeliestLine(name, lines);
    return lineId === null ? [] : [{ ...toLine(lineId), name }];
  });
  return [...byName, ...byObject, ...byAccount, ...byType(accounts)];
}

// One rule for each run of accounts of the same kind: a range never reaches across an account of
// another kind, or of none.
function byType(accounts: readonly NamedAccount[]): MappingRule[] {
  const rules: MappingRule[] = [];
  let before: 'drift' | 'outside' | null = null;
  for (const { number, type } of inOrder(accounts)) {
    const target = targetOf(type);
    const last = rules.at(-1);
    if (target !== null && target === before && last !== undefined) {
      rules[rules.length - 1] = { ...last, accountTo: number };
    } else if (target !== null) {
      rules.push({ ...nothing, target, accountFrom: number, accountTo: number });
    }
    before = target;
  }
  return rules;
}

function inOrder(accounts: readonly NamedAccount[]): NamedAccount[] {
  return accounts.toSorted((left, right) => compareCodes(left.number, right.number));
}

function targetOf(type: NamedAccount['type']): 'drift' | 'outside' | null {
  if (type === null) return null;
  return type === 'K' || type === 'I' ? 'drift' : 'outside';
}

/**
 * The line whose name is like another name: all words of the shorter one stand in the longer one, in
 * any form that only differs in its ending. Null for none, and where two lines are equally like it.
 */
export function likeliestLine(name: string, lines: readonly NamedLine[]): string | null {
  const words = wordsOf(name);
  const scored = lines
    .map(({ lineId, name: lineName }) => ({ lineId, likeness: likeness(words, wordsOf(lineName)) }))
    .filter((one) => one.likeness > 0)
    .toSorted((left, right) => right.likeness - left.likeness);
  const [best, next] = scored;
  if (best === undefined || best.likeness === next?.likeness) return null;
  return best.lineId;
}

const smallWords = new Set(['och', 'för', 'med', 'inkl', 'samt', 'till', 'övrigt', 'övriga']);

function wordsOf(name: string): string[] {
  const words =
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return words.filter((word) => word.length > 2 && !smallWords.has(word));
}

// How many words they share, and among equals the one with fewer others: 0 for not alike.
function likeness(left: readonly string[], right: readonly string[]): number {
  const [fewer, more] = left.length <= right.length ? [left, right] : [right, left];
  if (fewer.length === 0) return 0;
  const isAlike = fewer.every((word) => more.some((other) => isSameWord(word, other)));
  return isAlike ? fewer.length + 1 / (1 + more.length - fewer.length) / 2 : 0;
}

const shortestStem = 4;
const longestEnding = 3;

function isSameWord(left: string, right: string): boolean {
  if (left === right) return true;
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
  const isStem = shorter.length >= shortestStem && longer.startsWith(shorter);
  return isStem && longer.length - shorter.length <= longestEnding;
}
