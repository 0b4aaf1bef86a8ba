import { subtract, type Tkr } from './tkr.ts';

/**
 * What is said of a project's total: `beslutad` is what was decided for it over all its years,
 * `beraknad` what it is now thought to come to. Source: RKR R14.
 */
export const totalutgiftKinds = ['beslutad', 'beraknad'] as const;

/** See `totalutgiftKinds`. */
export type TotalutgiftKind = (typeof totalutgiftKinds)[number];

/** One dated total of a project, in Tkr; never changed, only followed by a later one. */
export type Totalutgift = {
  readonly lineId: string;
  readonly kind: TotalutgiftKind;
  /** The day it holds from, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly amount: Tkr;
};

/** The totals of a project on a day; `deviation` is beslutad − beräknad, negative where it is dearer. */
export type ProjectTotals = {
  readonly beslutad: Tkr | null;
  readonly beraknad: Tkr | null;
  readonly deviation: Tkr | null;
};

/**
 * The totals of a line in force on a day: of each kind the latest, and of several with the same day
 * the one entered last. `totals` are in the order in which they were entered, of any line.
 */
export function projectTotals(
  totals: readonly Totalutgift[],
  lineId: string,
  day: string,
): ProjectTotals {
  const beslutad = latest(totals, lineId, 'beslutad', day);
  const beraknad = latest(totals, lineId, 'beraknad', day);
  const deviation = beslutad === null || beraknad === null ? null : subtract(beslutad, beraknad);
  return { beslutad, beraknad, deviation };
}

function latest(
  totals: readonly Totalutgift[],
  lineId: string,
  kind: TotalutgiftKind,
  day: string,
): Tkr | null {
  let found: Totalutgift | null = null;
  for (const total of totals) {
    if (total.lineId !== lineId || total.kind !== kind || total.asOf > day) continue;
    if (found === null || total.asOf >= found.asOf) found = total;
  }
  return found?.amount ?? null;
}
