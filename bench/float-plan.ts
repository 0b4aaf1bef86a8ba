import type { AssumptionKind } from '#domain/forecast/assumption-terms.ts';
import {
  type Instalments,
  partsDrawn,
  paymentsIn,
  paymentsMade,
} from '#domain/forecast/instalments.ts';
import { firstDayIn, monthAt, monthOfDay } from '#domain/forecast/month.ts';
import { lastDayOf } from '#domain/year.ts';
import { floatLoanFlows } from './float-loans.ts';
import type { FloatAssumption, FloatPlanInput, FloatRow } from './float-plan-input.ts';

/** The months and years of a scenario in floats; years from the first after the opening year. */
export type FloatPlan = {
  readonly months: {
    readonly [figure in 'closing' | 'headroom' | 'interest' | 'borgensavgift']: Float64Array;
  };
  readonly years: readonly {
    readonly year: number;
    readonly borrowed: number;
    readonly amortisation: number;
    readonly closing: number;
    readonly headroom: number;
    readonly interest: number;
    readonly borgensavgift: number;
  }[];
  /** The first month whose headroom is below zero, from the first month; -1 for none. */
  readonly firstBroken: number;
};

/**
 * The schedule that `computePlan` makes, with the same groups and the same steps, in plain floats as
 * no budget should be held: terms, groups, draws, repayments, loans, months, headroom, costs, years.
 */
export function planInFloats(input: FloatPlanInput): FloatPlan {
  const first = input.openingYear + 1;
  const from = monthAt(first, 1);
  const length = (input.lastYear - input.openingYear) * 12;
  const find = resolve(input.levels);
  const rateShift = find('rateShift', firstDayIn(from), null) ?? 0;
  const loans = floatLoanFlows(input.loans, rateShift, { from, length });
  const drawn = new Float64Array(length);
  const repaid = Float64Array.from(loans.amortisation);
  const kept = new Map<string, { instalments: Instalments; principal: number }>();
  const borrow = (principal: number, instalments: Instalments | null, draw: Draw): void => {
    add(drawn, principal, { start: draw.firstMonth - from, ...drawPattern(draw) });
    if (instalments === null) return;
    const { firstMonth, parts, interval, payments } = instalments;
    const key = `${firstMonth} ${parts} ${interval} ${payments}`;
    const group = kept.get(key);
    if (group === undefined) kept.set(key, { instalments, principal });
    else group.principal += principal;
  };
  borrowAll(input, find, borrow);
  const rest = input.openingDebt - loans.opening;
  const restLife = find('openingLife', firstDayIn(from), null) ?? 0;
  if (restLife > 0 && rest > 0) {
    const instalments = {
      firstMonth: from - 1,
      parts: 1,
      interval: 3,
      payments: paymentsIn(restLife, 3),
    };
    add(repaid, rest, { start: -1, ...repaymentPattern(instalments) });
  }
  for (const { instalments, principal } of kept.values()) {
    add(repaid, principal, {
      start: instalments.firstMonth - from,
      ...repaymentPattern(instalments),
    });
  }
  return monthsOf(input, find, { from, drawn, repaid, loans, rateShift });
}

type Find = (kind: AssumptionKind, day: string, lineId: string | null) => number | null;

type OfKind = {
  readonly general: FloatAssumption[];
  readonly ofLines: Map<string, FloatAssumption[]>;
};

// A line's own value before the general one, the nearest level first, the latest that has begun.
function resolve(levels: FloatPlanInput['levels']): Find {
  const ready = levels.map(levelOf);
  return (kind, day, lineId) => {
    let general: number | null = null;
    for (const kinds of ready) {
      const ofKind = kinds.get(kind);
      if (ofKind === undefined) continue;
      const own = lineId === null ? null : inForce(ofKind.ofLines.get(lineId), day);
      if (own !== null) return own;
      general ??= inForce(ofKind.general, day);
      if (general !== null && lineId === null) return general;
    }
    return general;
  };
}

// As in the domain, what is shared by the scenarios is made ready once.
const levelsReady = new WeakMap<readonly FloatAssumption[], Map<AssumptionKind, OfKind>>();

function levelOf(assumptions: readonly FloatAssumption[]): Map<AssumptionKind, OfKind> {
  const known = levelsReady.get(assumptions);
  if (known !== undefined) return known;
  const kinds = new Map<AssumptionKind, OfKind>();
  for (const assumption of assumptions) {
    const { kind, lineId } = assumption;
    let ofKind = kinds.get(kind);
    if (ofKind === undefined) kinds.set(kind, (ofKind = { general: [], ofLines: new Map() }));
    if (lineId === null) ofKind.general.push(assumption);
    else ofKind.ofLines.set(lineId, [...(ofKind.ofLines.get(lineId) ?? []), assumption]);
  }
  for (const { general } of kinds.values()) {
    general.sort((left, right) => ((left.from ?? '') < (right.from ?? '') ? 1 : -1));
  }
  levelsReady.set(assumptions, kinds);
  return kinds;
}

function inForce(latest: readonly FloatAssumption[] | undefined, day: string): number | null {
  for (const { from, value } of latest ?? []) {
    if (from === null || from <= day) return value;
  }
  return null;
}

type Draw = { readonly firstMonth: number; readonly parts: number };
type Borrow = (principal: number, instalments: Instalments | null, draw: Draw) => void;

function borrowAll(input: FloatPlanInput, find: Find, borrow: Borrow): void {
  const { openingYear, lastYear } = input;
  const groups = groupsOf(input, find);
  const rows = new Map(input.rows.map((row) => [`${row.year} ${row.kind}`, row]));
  let price = 1;
  for (let year = openingYear + 1; year <= lastYear; year += 1) {
    const day = `${year}-01-01`;
    if (year > openingYear + 1) price *= 1 + (find('priceChange', day, null) ?? 0);
    const draw = { firstMonth: monthAt(year, 1), parts: 12 };
    const onTerms = (life: number | null): Instalments | null => {
      if (life === null || life === 0) return null;
      const interval = find('paymentInterval', day, null) ?? 3;
      return { ...draw, interval, payments: paymentsIn(life, interval) };
    };
    const loans: { loan: number; life: number | null }[] = [];
    for (const { lineId, budget } of groups) {
      const share = find('loanShare', day, lineId) ?? Number.NaN;
      const execution = find('executionRate', day, lineId) ?? 1;
      const loan = (budget[year - openingYear - 1] ?? 0) * share * execution * price;
      loans.push({ loan, life: find('life', day, lineId) });
    }
    const typed = (kind: FloatRow['kind']): number => rows.get(`${year} ${kind}`)?.amount ?? 0;
    for (const { loan, life } of loans) borrow(loan, onTerms(life), draw);
    borrow(typed('borrowingTillaggsbudget'), onTerms(find('life', day, null)), draw);
    borrow(typed('borrowingEquityUse'), onTerms(find('equityLife', day, null)), draw);
  }
}

type Group = { readonly lineId: string; readonly budget: Float64Array };

// The benchmark's lines have only lives of their own, that always hold: those are their terms.
function groupsOf({ lines, openingYear, lastYear }: FloatPlanInput, find: Find): Group[] {
  const groups = new Map<number | null, Group>();
  const length = lastYear - openingYear;
  const day = `${openingYear + 1}-01-01`;
  for (const { lineId, budget } of lines) {
    const life = find('life', day, lineId);
    let group = groups.get(life);
    if (group === undefined) {
      group = { lineId, budget: new Float64Array(length) };
      groups.set(life, group);
    }
    const sums = group.budget;
    for (const { year, amount } of budget) {
      const at = year - openingYear - 1;
      if (at >= 0 && at < length) sums[at] = (sums[at] ?? 0) + amount;
    }
  }
  return [...groups.values()];
}

type Pattern = { readonly pieces: number; readonly added: Float64Array };

const patterns = new Map<string, Pattern>();

function drawPattern({ parts }: Draw): Pattern {
  return patternOf(`${parts}`, parts, (month) => partsDrawn({ firstMonth: 0, parts }, month));
}

function repaymentPattern(instalments: Instalments): Pattern {
  const { parts, interval, payments } = instalments;
  const fromZero = { ...instalments, firstMonth: 0 };
  return patternOf(`${parts} ${interval} ${payments}`, parts * payments, (month) =>
    paymentsMade(fromZero, month),
  );
}

function patternOf(key: string, pieces: number, doneBy: (month: number) => number): Pattern {
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const added: number[] = [];
  for (let [month, done] = [0, 0]; done !== pieces; month += 1) {
    const now = doneBy(month);
    added.push(now - done);
    done = now;
  }
  const pattern = { pieces, added: Float64Array.from(added) };
  patterns.set(key, pattern);
  return pattern;
}

function add(sums: Float64Array, amount: number, of: Pattern & { readonly start: number }): void {
  const { start, added, pieces } = of;
  const piece = amount / pieces;
  const end = Math.min(added.length, sums.length - start);
  for (let month = Math.max(0, -start); month < end; month += 1) {
    sums[start + month] = (sums[start + month] ?? 0) + piece * (added[month] ?? 0);
  }
}

type Flows = {
  readonly from: number;
  readonly drawn: Float64Array;
  readonly repaid: Float64Array;
  readonly loans: ReturnType<typeof floatLoanFlows>;
  readonly rateShift: number;
};

function monthsOf(input: FloatPlanInput, find: Find, flows: Flows): FloatPlan {
  const { from, drawn, repaid, loans, rateShift } = flows;
  const { length } = drawn;
  const ceilings = input.ceilings.toSorted((left, right) =>
    left.validFrom < right.validFrom ? -1 : 1,
  );
  const series = () => new Float64Array(length);
  const months = {
    closing: series(),
    headroom: series(),
    interest: series(),
    borgensavgift: series(),
  };
  let debt = input.openingDebt;
  let firstBroken = -1;
  let ceiling = Number.NaN;
  let [next, rate, fee] = [0, 0, 0];
  for (let at = 0; at < length; at += 1) {
    // The benchmark's assumptions change only with the year.
    if (at % 12 === 0) {
      const day = firstDayIn(from + at);
      rate = (find('plannedRate', day, null) ?? Number.NaN) + rateShift;
      fee = find('borgensavgift', day, null) ?? Number.NaN;
    }
    for (; monthOfDay(ceilings[next]?.validFrom ?? '9999-12-31') <= from + at; next += 1) {
      ceiling = ceilings[next]?.amount ?? Number.NaN;
    }
    const planned = debt - (loans.balance[at] ?? 0);
    months.interest[at] = (loans.interest[at] ?? 0) + (planned * rate) / 12;
    months.borgensavgift[at] = (debt * fee) / 12;
    debt += (drawn[at] ?? 0) - (repaid[at] ?? 0);
    months.closing[at] = debt;
    months.headroom[at] = ceiling - debt;
    if (firstBroken === -1 && debt > ceiling) firstBroken = at;
  }
  return { months, years: yearsOf(input, flows, months), firstBroken };
}

function yearsOf(
  { openingYear, lastYear, ceilings }: FloatPlanInput,
  { drawn, repaid }: Flows,
  months: FloatPlan['months'],
): FloatPlan['years'] {
  return Array.from({ length: lastYear - openingYear }, (_, index) => {
    const year = openingYear + 1 + index;
    const day = lastDayOf(year);
    const start = index * 12;
    const closing = months.closing[start + 11] ?? 0;
    const ceiling = ceilings.findLast(({ validFrom }) => validFrom <= day)?.amount ?? Number.NaN;
    return {
      year,
      borrowed: sumOf(drawn, start),
      amortisation: -sumOf(repaid, start),
      closing,
      headroom: ceiling - closing,
      interest: sumOf(months.interest, start),
      borgensavgift: sumOf(months.borgensavgift, start),
    };
  });
}

function sumOf(months: Float64Array, start: number): number {
  let total = 0;
  for (let at = start; at < start + 12; at += 1) total += months[at] ?? 0;
  return total;
}
