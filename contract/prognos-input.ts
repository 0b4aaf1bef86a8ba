import type { z } from 'zod';
import type { Assumption } from '#domain/forecast/assumption-terms.ts';
import type { Loan, RateCurve } from '#domain/forecast/loan-terms.ts';
import type { PlanArende, PlanInput, PlanLine } from '#domain/forecast/plan-input.ts';
import type { ShareKey } from '#domain/forecast/share-key.ts';
import { parseWeight } from '#domain/forecast/share-key-rules.ts';
import { type Percent, percentOf } from '#domain/percent.ts';
import { type Tkr, tkr } from '#domain/tkr.ts';
import type {
  PrognosAssumption,
  PrognosFile,
  prognosArende,
  prognosCurve,
  prognosKey,
  prognosLine,
  prognosLoan,
} from './prognos-file.ts';

/** Makes a reading that is done once for each object: reading 20 000 amounts again takes a while. */
export function readOnce<From extends object, To>(read: (from: From) => To): (from: From) => To {
  const known = new WeakMap<From, To>();
  return (from) => {
    const found = known.get(from);
    if (found !== undefined) return found;
    const made = read(from);
    known.set(from, made);
    return made;
  };
}

/**
 * What a prognosfil says, as the forecast takes it. The same file is read once.
 *
 * The file is one that holds: its schema has parsed it.
 */
export const planInputOf = readOnce((file: PrognosFile): PlanInput => {
  const { openingYear, lastYear, openingDebt } = file;
  return {
    openingYear,
    lastYear,
    openingDebt: { source: openingDebt.source, amount: amountOrNull(openingDebt.amount) },
    rows: file.rows.map(({ year, kind, source, amount, arendeId, linkedAmount }) => ({
      year,
      kind,
      source,
      amount: amountOrNull(amount),
      arendeId,
      linkedAmount: amountOrNull(linkedAmount),
    })),
    lines: readLines(file.lines),
    arenden: readArenden(file.arenden),
    loans: readLoans(file.loans),
    curves: readCurves(file.curves),
    levels: file.levels.map(({ assumptions }) => assumptions.map(toAssumption)),
    ceilings: readCeilings(file.ceilings),
  };
});

/** The keys by which the members answer, as the rules take them. */
export const readKeys = readOnce((keys: readonly z.output<typeof prognosKey>[]): ShareKey[] =>
  keys.map(({ validFrom, type, parts }) => ({
    validFrom,
    type,
    parts: parts.map(({ memberId, weight }) => ({ memberId, weight: weightOf(type, weight) })),
  })),
);

function weightOf(type: ShareKey['type'], text: string): bigint {
  const weight = parseWeight(type, text);
  if (weight === null) throw new Error(`Not a weight: ${text}`);
  return weight;
}

/** The lines of the budget, as the forecast takes them. */
export const readLines = readOnce((lines: readonly z.output<typeof prognosLine>[]): PlanLine[] =>
  lines.map(({ lineId, name, budget }) => ({
    lineId,
    name,
    budget: budget.map(({ year, amount }) => ({ year, amount: tkr(amount) })),
  })),
);

/** What ärenden add, as the forecast takes it. */
export const readArenden = readOnce(
  (arenden: readonly z.output<typeof prognosArende>[]): PlanArende[] =>
    arenden.map(({ entries, ...arende }) => ({
      ...arende,
      entries: entries.map(({ lineId, year, amount }) => ({ lineId, year, amount: tkr(amount) })),
    })),
);

/** The loans, as the rules take them. */
export const readLoans = readOnce((loans: readonly z.output<typeof prognosLoan>[]): Loan[] =>
  loans.map(({ principal, ratePeriods, ...loan }) => ({
    ...loan,
    principal: tkr(principal),
    ratePeriods: ratePeriods.map((period) =>
      period.type === 'fixed'
        ? { ...period, rate: percentOf(period.rate) }
        : { ...period, margin: percentOf(period.margin) },
    ),
  })),
);

/** The reference rates, as the rules take them. */
export const readCurves = readOnce(
  (curves: readonly z.output<typeof prognosCurve>[]): RateCurve[] =>
    curves.map(({ curveId, name, points }) => ({
      curveId,
      name,
      points: points.map(({ from, rate }) => ({ from, rate: percentOf(rate) })),
    })),
);

/** Decided ceilings, as the forecast takes them. */
export const readCeilings = readOnce(
  (ceilings: readonly { readonly validFrom: string; readonly amount: string }[]) =>
    ceilings.map(({ validFrom, amount }) => ({ validFrom, amount: tkr(amount) })),
);

/** An assumption in plain form, as the rules take it. */
export function toAssumption(plain: Omit<PrognosAssumption, 'comment'>): Assumption {
  const { kind, lineId, from, percent, low, high, amount, months, lastMonth } = plain;
  return {
    kind,
    lineId,
    from,
    percent: percentOrNull(percent),
    low: percentOrNull(low),
    high: percentOrNull(high),
    amount: amountOrNull(amount),
    months,
    lastMonth,
  };
}

function amountOrNull(plain: string | null): Tkr | null {
  return plain === null ? null : tkr(plain);
}

function percentOrNull(plain: string | null): Percent | null {
  return plain === null ? null : percentOf(plain);
}
