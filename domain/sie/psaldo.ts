import { shapeOf } from './objects.ts';
import type { SieObject } from './types.ts';

/** What an account changed by in a month (202401), in öre, as one #PSALDO row says it. */
export type PeriodRow = {
  readonly month: number;
  readonly objects: readonly SieObject[];
  readonly ore: bigint;
};

/** The rows of one account and year; `expected` is what they should sum to, null where nothing tells. */
export type PeriodAccount = {
  readonly account: string;
  readonly rows: readonly PeriodRow[];
  readonly expected: bigint | null;
};

/**
 * How rows with and without objects belong together: `total` where the `{}` row holds all, `rest`
 * where it holds what has no object.
 */
export type Dialect = 'total' | 'rest';

/** The rows of an account such that their sum is its true total, counted once. */
export type SettledAccount = {
  readonly account: string;
  readonly rows: readonly PeriodRow[];
  /** Null where the account has no objects. */
  readonly dialect: Dialect | null;
  /** True for an account with `{}` rows and rows with objects. */
  readonly hasBoth: boolean;
  /** False where neither what is expected nor the other accounts told the reading. */
  readonly isClear: boolean;
  /** The sum of the `{}` rows, of all rows, and of the ones that were counted. */
  readonly total: bigint;
  readonly sum: bigint;
  readonly counted: bigint;
};

type Months = ReadonlyMap<number, bigint>;

/** One way to read an account: the object rows that count, and what the months sum to. */
type Reading = {
  readonly dialect: Dialect;
  readonly rows: readonly PeriodRow[];
  readonly months: Months;
};

type Opened = {
  readonly account: string;
  readonly expected: bigint | null;
  readonly all: readonly PeriodRow[];
  readonly plain: readonly PeriodRow[];
  /** In order of preference: dimension 6 (projekt) first, then what covers most. */
  readonly shapes: readonly (readonly PeriodRow[])[];
  readonly readings: readonly Reading[];
};

/**
 * Settles the two dialects of #PSALDO, account by account.
 *
 * The reading that meets what is expected is taken. Where several do, or none, the reading that most
 * other accounts of the file need is; where those do not tell either, the account is not clear.
 * Rows of several sets of dimensions that each describe the same money count once: one set is taken,
 * and what it does not cover stands in a row without objects.
 */
export function settlePeriods(accounts: readonly PeriodAccount[]): SettledAccount[] {
  const opened = accounts.map(openAccount);
  const evidence = { total: 0, rest: 0 };
  for (const one of opened) {
    const [told, ...others] = dialectsThatMeet(one);
    if (told !== undefined && others.length === 0 && one.readings.length > 1) evidence[told] += 1;
  }
  const usual = evidence.rest > evidence.total ? 'rest' : 'total';
  const hasEvidence = evidence.total !== evidence.rest;
  return opened.map((one) => settle(one, usual, hasEvidence));
}

function openAccount({ account, rows, expected }: PeriodAccount): Opened {
  const plain = rows.filter(({ objects }) => objects.length === 0);
  const shapes = [...groupByShape(rows).values()].toSorted(preferred(monthsOf(plain)));
  const opened = { account, expected, all: rows, plain, shapes };
  return { ...opened, readings: readingsOf(opened) };
}

function groupByShape(rows: readonly PeriodRow[]): Map<string, PeriodRow[]> {
  const groups = new Map<string, PeriodRow[]>();
  for (const row of rows) {
    if (row.objects.length === 0) continue;
    const shape = shapeOf(row.objects);
    const group = groups.get(shape);
    if (group === undefined) groups.set(shape, [row]);
    else group.push(row);
  }
  return groups;
}

// Different in what the months sum to, the likeliest first.
function readingsOf({ all, plain, shapes, expected }: Omit<Opened, 'readings'>): Reading[] {
  const found: Reading[] = [];
  const add = (dialect: Dialect, rows: readonly PeriodRow[], months: Months): void => {
    if (!found.some((one) => areSame(one.months, months))) found.push({ dialect, rows, months });
  };
  if (plain.length > 0 || shapes.length === 0) {
    add('total', coveringRows(plain, shapes), monthsOf(plain));
  }
  const overlapping = shapes.map((rows) => ({ rows, months: monthsOf([...plain, ...rows]) }));
  // Without `{}` rows, sets of dimensions that all say the same are the same money.
  const [first] = overlapping;
  const areOne =
    plain.length === 0 && overlapping.every(({ months }) => areSame(months, first?.months));
  if (areOne && first !== undefined) {
    add('rest', first.rows, first.months);
    if (expected === null) return found;
  }
  if (shapes.length > 0) add('rest', shapes.flat(), monthsOf(all));
  for (const { rows, months } of overlapping) add('rest', rows, months);
  return found;
}

// Which object rows are kept beside a `{}` row that holds all: every one where they are parts of it.
function coveringRows(
  plain: readonly PeriodRow[],
  shapes: readonly (readonly PeriodRow[])[],
): readonly PeriodRow[] {
  const total = monthsOf(plain);
  const all = shapes.flat();
  const areParts =
    areSame(monthsOf(all), total) && !shapes.some((rows) => areSame(monthsOf(rows), total));
  return areParts ? all : (shapes[0] ?? []);
}

function dialectsThatMeet({ readings, expected }: Opened): Dialect[] {
  const meet = readings.filter(({ months }) => sumOf(months) === expected);
  return [...new Set(meet.map(({ dialect }) => dialect))];
}

function settle(one: Opened, usual: Dialect, hasEvidence: boolean): SettledAccount {
  const { account, expected, readings, plain, all } = one;
  const meet = readings.filter(({ months }) => sumOf(months) === expected);
  const candidates = meet.length > 0 ? meet : readings;
  const usualOnes = candidates.filter(({ dialect }) => dialect === usual);
  const taken = usualOnes[0] ?? candidates[0];
  const isTold =
    candidates.length <= 1 || (meet.length > 0 && hasEvidence && usualOnes.length === 1);
  const months = taken?.months ?? new Map<number, bigint>();
  return {
    account,
    rows: withRest(taken?.rows ?? [], months),
    dialect: one.shapes.length === 0 ? null : (taken?.dialect ?? null),
    hasBoth: one.shapes.length > 0 && plain.length > 0,
    isClear: isTold,
    total: sumOf(monthsOf(plain)),
    sum: sumOf(monthsOf(all)),
    counted: sumOf(months),
  };
}

// The object rows, and in each month a row without objects for what they do not cover.
function withRest(rows: readonly PeriodRow[], months: Months): PeriodRow[] {
  const covered = monthsOf(rows);
  const settled = [...rows];
  for (const [month, ore] of months) {
    const rest = ore - (covered.get(month) ?? 0n);
    if (rest !== 0n || !covered.has(month)) settled.push({ month, objects: [], ore: rest });
  }
  for (const [month, ore] of covered) {
    if (!months.has(month) && ore !== 0n) settled.push({ month, objects: [], ore: -ore });
  }
  return settled;
}

function preferred(total: Months) {
  const rank = (rows: readonly PeriodRow[]) => {
    const objects = rows[0]?.objects ?? [];
    const months = monthsOf(rows);
    let uncovered = 0n;
    for (const month of new Set([...total.keys(), ...months.keys()])) {
      const difference = (total.get(month) ?? 0n) - (months.get(month) ?? 0n);
      uncovered += difference < 0n ? -difference : difference;
    }
    const hasProject = objects.some(({ dimension }) => dimension === '6');
    return { hasProject, uncovered, dimensions: objects.length };
  };
  return (left: readonly PeriodRow[], right: readonly PeriodRow[]): number => {
    const [one, other] = [rank(left), rank(right)];
    if (one.hasProject !== other.hasProject) return one.hasProject ? -1 : 1;
    if (one.uncovered !== other.uncovered) return one.uncovered < other.uncovered ? -1 : 1;
    return other.dimensions - one.dimensions;
  };
}

function monthsOf(rows: readonly PeriodRow[]): Map<number, bigint> {
  const months = new Map<number, bigint>();
  for (const { month, ore } of rows) months.set(month, (months.get(month) ?? 0n) + ore);
  return months;
}

function sumOf(months: Months): bigint {
  let sum = 0n;
  for (const ore of months.values()) sum += ore;
  return sum;
}

// A month that is not there says zero.
function areSame(left: Months, right: Months | undefined): boolean {
  if (right === undefined) return false;
  for (const month of new Set([...left.keys(), ...right.keys()])) {
    if ((left.get(month) ?? 0n) !== (right.get(month) ?? 0n)) return false;
  }
  return true;
}
