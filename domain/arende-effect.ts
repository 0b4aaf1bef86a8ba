import { addedByYear, type EntryChange } from './arende-entries.ts';
import { budgetsOf, totalAt } from './arende-judgement.ts';
import { type Forecast, type ForecastInput, isForecastYear } from './borgensutrymme.ts';
import { type Budgetpost, type BudgetpostKind, inForce } from './budgetpost.ts';
import { computePlan } from './forecast/plan.ts';
import type { PlanArende, PlanInput, PlanRow } from './forecast/plan-input.ts';
import { isVoided } from './investeringsbudget.ts';
import { add, isZero, sum, type Tkr, zero } from './tkr.ts';

/** What an ärende does to one line in one year, in Tkr. */
export type LineEffect = {
  /** A line's id, or an entry's for a line that is not there yet. */
  readonly lineId: string;
  readonly year: number;
  readonly before: Tkr;
  readonly after: Tkr;
};

/** The lines and years that an ärende touches, in the order in which its entries do. */
export function lineEffects(
  changes: readonly EntryChange[],
  posts: readonly Budgetpost[],
): LineEffect[] {
  const budget = budgetsOf(posts);
  const places = new Map(changes.map((change) => [`${change.year} ${change.lineId}`, change]));
  return [...places.values()].map(({ lineId, year }) => {
    const before = budget({ lineId, year });
    return { lineId, year, before, after: add(before, totalAt(changes, { lineId, year })) };
  });
}

/** What an ärende does to the whole budget of a year, in Tkr. */
export type YearEffect = {
  readonly year: number;
  readonly before: Tkr;
  readonly added: Tkr;
  readonly after: Tkr;
};

/** The whole budget of a year, before and after. */
export function yearEffect(
  changes: readonly EntryChange[],
  posts: readonly Budgetpost[],
  year: number,
): YearEffect {
  const amountsIn = (parts: readonly { readonly year: number; readonly amount: Tkr }[]) =>
    sum(parts.filter((part) => part.year === year).map(({ amount }) => amount));
  const before = amountsIn(inForce(posts));
  const added = amountsIn(changes);
  return { year, before, added, after: add(before, added) };
}

/** One row of a year's budget as a protocol prints it; `entryId` is null for what stood already. */
export type BudgetRow = {
  readonly lineId: string;
  readonly kind: BudgetpostKind;
  readonly amount: Tkr;
  readonly entryId: string | null;
};

/**
 * The rows of a year's budget with the ärende's own after what stood already, without order.
 *
 * A correction is a row of its own, with what it adds.
 */
export function budgetRows(
  changes: readonly EntryChange[],
  posts: readonly Budgetpost[],
  year: number,
): BudgetRow[] {
  const standing = inForce(posts).filter((post) => post.year === year && !isVoided(post));
  return [
    ...standing.map(({ lineId, kind, amount }) => ({ lineId, kind, amount, entryId: null })),
    ...changes
      .filter((change) => change.year === year)
      .map(({ lineId, kind, amount, entryId }) => ({ lineId, kind, amount, entryId })),
  ];
}

/** A scenario as it is, if the ärende is granted (bifall), and if it is not (avslag). */
export type ForecastEffect = {
  readonly base: Forecast;
  readonly bifall: Forecast;
  readonly avslag: Forecast;
};

/** What an ärende adds to a line in a year, in Tkr; no line for one that it proposes. */
export type AddedPart = PlanArende['entries'][number];

/**
 * Debt and headroom with an ärende and without it, from a base scenario.
 *
 * In the years that the ärende changes, the base scenario's own tilläggsbudget gives way: to what the
 * ärende adds if it is granted, with the amortisation that its lines have, to nothing if it is not.
 * Years outside the scenario, such as the one that money is carried from, change nothing in it.
 */
export function forecastEffect(base: PlanInput, added: readonly AddedPart[]): ForecastEffect {
  const totals = addedByYear(added);
  const years = yearsToFollow(base, totals);
  const givesWay = ({ kind, year }: PlanRow): boolean =>
    kind === 'borrowingTillaggsbudget' && years.includes(year);
  const others = base.rows.filter((row) => !givesWay(row));
  const nothing = { source: 'typed', amount: zero, arendeId: null, linkedAmount: null } as const;
  const refusedRows = base.rows.map((row) => (givesWay(row) ? { ...row, ...nothing } : row));
  const arende = { arendeId: asked, name: '', isDecided: false, entries: added };
  const granted = years.map(
    (year): PlanRow => ({
      year,
      kind: 'borrowingTillaggsbudget',
      source: 'linked',
      amount: null,
      arendeId: asked,
      linkedAmount: totals.get(year) ?? zero,
    }),
  );
  const arenden = [...base.arenden, arende];
  return {
    base: computePlan(base).forecast,
    bifall: computePlan({ ...base, arenden, rows: [...others, ...granted] }).forecast,
    avslag: computePlan({ ...base, rows: refusedRows }).forecast,
  };
}

/** The ärende that is asked about, beside those that the scenario knows. */
const asked = 'asked';

/** The years of a scenario whose tilläggsbudget an ärende would be, in order. */
export function yearsToFollow(
  scenario: Pick<ForecastInput, 'openingYear' | 'lastYear'>,
  added: ReadonlyMap<number, Tkr>,
): number[] {
  return [...added]
    .filter(([year, amount]) => {
      return !isZero(amount) && isForecastYear(scenario, 'borrowingTillaggsbudget', year);
    })
    .map(([year]) => year)
    .toSorted((left, right) => left - right);
}
