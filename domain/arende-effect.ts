import type { EntryChange } from './arende-entries.ts';
import { budgetsOf, totalAt } from './arende-judgement.ts';
import {
  type Borgenstak,
  computeBorgensutrymme,
  type Forecast,
  type ForecastInput,
  type ForecastRow,
  isForecastYear,
} from './borgensutrymme.ts';
import { type Budgetpost, type BudgetpostKind, inForce } from './budgetpost.ts';
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

/**
 * Debt and headroom with an ärende and without it, from a base scenario.
 *
 * `added` is what the ärende adds to each year's budget. In those years the base scenario's own
 * tilläggsbudget gives way: to the ärende's amount if it is granted, to nothing if it is not. Years
 * outside the scenario, such as the one that money is carried from, change nothing in it.
 */
export function forecastEffect(
  base: ForecastInput,
  added: ReadonlyMap<number, Tkr>,
  ceilings: readonly Borgenstak[],
): ForecastEffect {
  const years = yearsToFollow(base, added);
  const givesWay = ({ kind, year }: ForecastRow): boolean =>
    kind === 'borrowingTillaggsbudget' && years.includes(year);
  const others = base.rows.filter((row) => !givesWay(row));
  const refusedRows = base.rows.map((row) => (givesWay(row) ? { ...row, amount: zero } : row));
  const granted = years.map((year): ForecastRow => {
    const amount = added.get(year) ?? zero;
    return { year, kind: 'borrowingTillaggsbudget', source: 'linked', amount };
  });
  return {
    base: computeBorgensutrymme(base, ceilings),
    bifall: computeBorgensutrymme({ ...base, rows: [...others, ...granted] }, ceilings),
    avslag: computeBorgensutrymme({ ...base, rows: refusedRows }, ceilings),
  };
}

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
