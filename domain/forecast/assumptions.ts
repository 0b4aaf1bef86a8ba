import { hundredPercent, type Percent, zeroPercent } from '../percent.ts';
import type { Tkr } from '../tkr.ts';
import type { Assumption, AssumptionKind } from './assumption-terms.ts';

/** An assumption in force, and how far up it was found: 0 is the scenario's own. */
export type FoundAssumption = { readonly assumption: Assumption; readonly level: number };

/** The assumptions of a scenario with all that it inherits, ready to be asked. */
export type Assumptions = {
  /** What holds on a day, for a line or for all of them; null where nothing does. */
  readonly find: (
    kind: AssumptionKind,
    day: string,
    lineId?: string | null,
  ) => FoundAssumption | null;
  /** All that is said of one kind in force for the scenario, whatever its day or line. */
  readonly all: (kind: AssumptionKind) => readonly FoundAssumption[];
  /** One text for each line that has assumptions of its own; equal texts mean equal terms. */
  readonly ownTerms: ReadonlyMap<string, string>;
};

/** What one level says of one kind: of all lines, and of each line, the latest first. */
type OfKind = { readonly general: Assumption[]; readonly ofLines: Map<string, Assumption[]> };

/** One level's assumptions, ready to be asked; equal texts mean equal terms. */
type Level = {
  readonly kinds: Map<AssumptionKind, OfKind>;
  readonly ownTerms: Map<string, string>;
};

/**
 * Makes a scenario's assumptions ready to be asked; `levels` has the scenario's own first.
 *
 * What is said of a line goes before what is said of all; then the nearest level that has a value in
 * force; and within a level the latest that has begun. Source: DESIGN §5, `docs/decisions/`.
 */
export function resolveAssumptions(levels: readonly (readonly Assumption[])[]): Assumptions {
  const ready = levels.map(levelOf);
  return {
    find: (kind, day, lineId = null) => findIn(ready, { kind, day, lineId }),
    all: (kind) => allOf(ready, kind),
    ownTerms: ownTermsOf(ready),
  };
}

type Asked = {
  readonly kind: AssumptionKind;
  readonly day: string;
  readonly lineId: string | null;
};

function findIn(levels: readonly Level[], { kind, day, lineId }: Asked): FoundAssumption | null {
  let general: FoundAssumption | null = null;
  for (let level = 0; level < levels.length; level += 1) {
    const ofKind = levels[level]?.kinds.get(kind);
    if (ofKind === undefined) continue;
    const own = lineId === null ? null : inForce(ofKind.ofLines.get(lineId), day);
    if (own !== null) return { assumption: own, level };
    if (general === null) {
      const assumption = inForce(ofKind.general, day);
      if (assumption !== null) general = { assumption, level };
    }
    if (general !== null && lineId === null) return general;
  }
  return general;
}

// While one level is changed step by step the others stay, also those with a value for every line.
const known = new WeakMap<readonly Assumption[], Level>();

function levelOf(assumptions: readonly Assumption[]): Level {
  const found = known.get(assumptions);
  if (found !== undefined) return found;
  const level: Level = { kinds: new Map(), ownTerms: new Map() };
  const { kinds, ownTerms } = level;
  for (const assumption of assumptions) {
    const { kind, lineId } = assumption;
    let ofKind = kinds.get(kind);
    if (ofKind === undefined) kinds.set(kind, (ofKind = { general: [], ofLines: new Map() }));
    if (lineId === null) {
      ofKind.general.push(assumption);
      continue;
    }
    const ofLine = ofKind.ofLines.get(lineId);
    if (ofLine === undefined) ofKind.ofLines.set(lineId, [assumption]);
    else ofLine.push(assumption);
    if (kind !== 'extraInvestment') {
      ownTerms.set(lineId, `${ownTerms.get(lineId) ?? ''}${termsOf(assumption)};`);
    }
  }
  for (const { general, ofLines } of kinds.values()) {
    latestFirst(general);
    ofLines.forEach(latestFirst);
  }
  known.set(assumptions, level);
  return level;
}

function latestFirst(assumptions: Assumption[]): void {
  if (assumptions.length > 1) assumptions.sort((left, right) => compareDays(right.from, left.from));
}

function allOf(levels: readonly Level[], kind: AssumptionKind): FoundAssumption[] {
  const ofLevels = levels.map(({ kinds }) => kinds.get(kind));
  const lineIds = new Set(ofLevels.flatMap((one) => [...(one?.ofLines.keys() ?? [])]));
  const found: FoundAssumption[] = [];
  for (const lineId of [null, ...lineIds]) {
    for (const [level, one] of ofLevels.entries()) {
      const same = lineId === null ? one?.general : one?.ofLines.get(lineId);
      for (const assumption of same ?? []) found.push({ assumption, level });
    }
  }
  return found;
}

const noTerms: ReadonlyMap<string, string> = new Map();

// The level with the most keeps its texts; those of the others are added with the level's number.
function ownTermsOf(levels: readonly Level[]): ReadonlyMap<string, string> {
  const [first, ...others] = levels
    .map(({ ownTerms }, level) => ({ ownTerms, level }))
    .filter(({ ownTerms }) => ownTerms.size > 0)
    .toSorted((left, right) => right.ownTerms.size - left.ownTerms.size);
  if (first === undefined || others.length === 0) return first?.ownTerms ?? noTerms;
  const all = new Map(first.ownTerms);
  for (const { ownTerms, level } of others) {
    for (const [lineId, terms] of ownTerms) {
      all.set(lineId, `${all.get(lineId) ?? ''}${level} ${terms}`);
    }
  }
  return all;
}

// What has always held comes before every day.
function compareDays(left: string | null, right: string | null): number {
  if (left === right) return 0;
  if (left === null || right === null) return left === null ? -1 : 1;
  return left < right ? -1 : 1;
}

function inForce(latest: readonly Assumption[] | undefined, day: string): Assumption | null {
  if (latest === undefined) return null;
  for (const assumption of latest) {
    if (assumption.from === null || assumption.from <= day) return assumption;
  }
  return null;
}

function termsOf({ kind, from, percent, months, lastMonth }: Assumption): string {
  return `${kind} ${from ?? ''} ${percent ?? ''} ${months ?? ''} ${lastMonth ?? ''}`;
}

/** What holds where nobody has said: nothing is changed, and DESIGN §5's draws and payments. */
const defaults = {
  executionRate: hundredPercent,
  priceChange: zeroPercent,
  rateShift: zeroPercent,
  refinancedShare: zeroPercent,
} as const;

/** Kinds whose value is a percentage and that something holds for without being said. */
export type DefaultedPercent = keyof typeof defaults;

/** A percentage in force on a day; where nobody has said, the one that changes nothing. */
export function percentAt(
  assumptions: Assumptions,
  kind: DefaultedPercent,
  day: string,
  lineId: string | null = null,
): Percent {
  return assumptions.find(kind, day, lineId)?.assumption.percent ?? defaults[kind];
}

/** A percentage in force on a day, or null where nobody has said: never a default. */
export function knownPercentAt(
  assumptions: Assumptions,
  kind: 'loanShare' | 'plannedRate' | 'internranta' | 'borgensavgift',
  day: string,
  lineId: string | null = null,
): Percent | null {
  return assumptions.find(kind, day, lineId)?.assumption.percent ?? null;
}

/** A number of months in force on a day, or null where nobody has said. */
export function monthsAt(
  assumptions: Assumptions,
  kind: AssumptionKind,
  day: string,
  lineId: string | null = null,
): number | null {
  return assumptions.find(kind, day, lineId)?.assumption.months ?? null;
}

/** The headroom that is to be kept on a day, in Tkr; zero where nobody has said. */
export function bufferAt(assumptions: Assumptions, day: string, none: Tkr): Tkr {
  return assumptions.find('buffer', day)?.assumption.amount ?? none;
}
