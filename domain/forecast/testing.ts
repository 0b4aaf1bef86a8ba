import fc from 'fast-check';
import { percentOf } from '../percent.ts';
import { fromOre, tkr } from '../tkr.ts';
import type { Assumption } from './assumption-terms.ts';
import type { PlanInput, PlanRow } from './plan-input.ts';
import { assumptionOf } from './what-if.ts';

/** A figure that follows or is computed, or has an amount typed, in tests. */
export function row(
  year: number,
  kind: PlanRow['kind'],
  source: PlanRow['source'],
  given: Partial<PlanRow> = {},
): PlanRow {
  return { year, kind, source, amount: null, arendeId: null, linkedAmount: null, ...given };
}

/** All borrowing from the budget and all amortisation computed, for every year. */
export function followingRows(first: number, last: number): PlanRow[] {
  const rows: PlanRow[] = [];
  for (let year = first; year <= last; year += 1) {
    rows.push(row(year, 'borrowingInvestments', 'linked'), row(year, 'amortisation', 'computed'));
  }
  return rows;
}

/** Terms for all lines: all of it financed by loans, over so many months. */
export function terms(life: number): Assumption[] {
  return [
    assumptionOf({ kind: 'loanShare', percent: percentOf('100') }),
    assumptionOf({ kind: 'life', months: life }),
  ];
}

/** A scenario of the years 2025–2028 in which nothing is borrowed, changed as said. */
export function planInput(change: Partial<PlanInput> = {}): PlanInput {
  return {
    openingYear: 2024,
    lastYear: 2028,
    openingDebt: { source: 'typed', amount: tkr('0') },
    rows: followingRows(2025, change.lastYear ?? 2028),
    lines: [],
    arenden: [],
    loans: [],
    curves: [],
    levels: [[], terms(36)],
    ceilings: [{ validFrom: '2020-01-01', amount: tkr('80000') }],
    ...change,
  };
}

/** A line with a budget in some years. */
export function line(lineId: string, budget: { readonly [year: number]: string }) {
  return {
    lineId,
    name: lineId,
    budget: Object.entries(budget).map(([year, amount]) => ({
      year: parseInt(year, 10),
      amount: tkr(amount),
    })),
  };
}

const lineIds = ['klienter', 'servrar', 'nät'];
const years = [2025, 2026, 2027, 2028];
const ore = fc.bigInt({ min: 0n, max: 10n ** 12n }).map(fromOre);
const percent = (max: number) => fc.integer({ min: 0, max }).map((whole) => percentOf(`${whole}`));

const anyAssumption = fc
  .record({
    kind: fc.constantFrom('life', 'executionRate', 'drawSpan', 'paymentInterval', 'loanShare'),
    lineId: fc.option(fc.constantFrom(...lineIds)),
    from: fc.option(fc.constantFrom(...years.map((year) => `${year}-01-01`))),
    life: fc.integer({ min: 1, max: 130 }),
    first: fc.integer({ min: 1, max: 12 }),
    length: fc.integer({ min: 0, max: 11 }),
    interval: fc.constantFrom(1, 3, 6, 12),
    percent: percent(150),
  })
  .map(({ kind, lineId, from, life, first, length, interval, percent: said }) => {
    const place = { kind, lineId, from } as const;
    if (kind === 'life') return assumptionOf({ ...place, kind, months: life });
    if (kind === 'paymentInterval') return assumptionOf({ ...place, kind, months: interval });
    if (kind === 'executionRate') return assumptionOf({ ...place, kind, percent: said });
    if (kind === 'loanShare') {
      const share = said > percentOf('100') ? percentOf('100') : said;
      return assumptionOf({ ...place, kind, percent: share });
    }
    const lastMonth = Math.min(12, first + length);
    return assumptionOf({ ...place, kind: 'drawSpan', months: first, lastMonth });
  });

const anyLine = (lineId: string) =>
  fc.array(fc.option(ore), { minLength: years.length, maxLength: years.length }).map((amounts) => ({
    lineId,
    name: lineId,
    budget: amounts.flatMap((amount, at) => (amount === null ? [] : [{ year: 2025 + at, amount }])),
  }));

const anyRow = (year: number, kind: PlanRow['kind'], follows: PlanRow['source']) =>
  fc
    .option(fc.record({ isTyped: fc.boolean(), amount: fc.option(ore) }))
    .map((drawn): PlanRow[] => {
      if (drawn === null) return [];
      const sign = kind === 'amortisation' ? -1n : 1n;
      const amount = drawn.amount === null ? null : fromOre(drawn.amount * sign);
      const source = drawn.isTyped || kind === 'borrowingEquityUse' ? 'typed' : follows;
      return [row(year, kind, source, { amount })];
    });

/** Any scenario of 2025–2028 whose terms are all known: typed, linked, computed and typed over. */
export const anyPlanInput: fc.Arbitrary<PlanInput> = fc
  .record({
    lines: fc.tuple(...lineIds.map(anyLine)),
    rows: fc.tuple(
      ...years.flatMap((year) => [
        anyRow(year, 'borrowingInvestments', 'linked'),
        anyRow(year, 'borrowingTillaggsbudget', 'computed'),
        anyRow(year, 'borrowingEquityUse', 'typed'),
        anyRow(year, 'amortisation', 'computed'),
      ]),
    ),
    own: fc.array(anyAssumption, { maxLength: 6 }),
    inherited: fc.array(anyAssumption, { maxLength: 6 }),
    equityLife: fc.integer({ min: 0, max: 60 }),
    openingLife: fc.integer({ min: 0, max: 60 }),
    opening: ore,
    added: ore,
  })
  .map(({ lines, rows, own, inherited, equityLife, openingLife, opening, added }) =>
    planInput({
      openingDebt: { source: 'typed', amount: opening },
      lines,
      rows: rows.flat(),
      arenden: [
        {
          arendeId: '2025/17',
          name: '2025/17',
          isDecided: true,
          entries: [{ lineId: 'klienter', year: 2026, amount: added }],
        },
      ],
      levels: [
        onePerPlace(own),
        onePerPlace(inherited),
        [
          ...terms(48),
          assumptionOf({ kind: 'equityLife', months: equityLife }),
          assumptionOf({ kind: 'openingLife', months: openingLife }),
          assumptionOf({ kind: 'plannedRate', percent: percentOf('3') }),
        ],
      ],
    }),
  );

function onePerPlace(assumptions: readonly Assumption[]): Assumption[] {
  const places = new Map(assumptions.map((one) => [`${one.kind} ${one.lineId} ${one.from}`, one]));
  return [...places.values()];
}
