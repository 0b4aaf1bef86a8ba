import { type AssumptionAnswer, hasValue } from '#contract/assumptions.ts';
import type { BorgensprognosAnswer } from '#contract/borgensprognos.ts';
import { readLines, toAssumption } from '#contract/prognos-input.ts';
import { resolveAssumptions } from '#domain/forecast/assumptions.ts';
import type { PlanLine } from '#domain/forecast/plan-input.ts';
import { isZero } from '#domain/tkr.ts';
import type { AssumptionPlace } from '../../lib/forecast-cache.ts';

/** What is agreed about the investments of a line, in the order in which it is shown. */
export const termKinds = ['life', 'loanShare', 'drawSpan', 'paymentInterval'] as const;

/** See `termKinds`. */
export type TermKind = (typeof termKinds)[number];

/** Which term: of a line or of all, from a budget year on or from the beginning. */
export type TermPlace = {
  readonly kind: TermKind;
  readonly lineId: string | null;
  readonly year: number | null;
};

/** Where the value of a term comes from; `standard` is what holds where nobody has said anything. */
export type TermSource = 'own' | 'earlier' | 'general' | 'standard' | 'missing';

/** What holds in a place. */
export type HeldTerm = {
  readonly source: TermSource;
  /** The assumption that says it; null for what nobody has said. */
  readonly said: AssumptionAnswer | null;
};

/** The terms of all lines, ready to be asked. */
export type TermsView = {
  readonly lines: readonly PlanLine[];
  /** The budget years that have a column. */
  readonly years: readonly number[];
  readonly held: (place: TermPlace) => HeldTerm;
};

/** Kinds that something holds for without being said, see DESIGN §5. */
const withStandard: readonly TermKind[] = ['drawSpan', 'paymentInterval'];

// Before every budget year.
const beginning = '0001-01-01';

/** The first day that a term of a year holds; null from the beginning. */
export function dayOf(year: number | null): string | null {
  return year === null ? null : `${year}-01-01`;
}

/** Where a term is among the assumptions: all of them are the organisation's. */
export function placeOf({ kind, lineId, year }: TermPlace): AssumptionPlace {
  return { scenarioId: null, kind, lineId, from: dayOf(year) };
}

/** The terms that the organisation holds, for the years of its forecasts and those that are said. */
export function toTermsView({
  basis,
  assumptions,
  scenarios,
}: Pick<BorgensprognosAnswer, 'basis' | 'assumptions' | 'scenarios'>): TermsView {
  const own = assumptions.filter((one) => one.scenarioId === null && hasValue(one));
  const bySame = new Map(own.map((one) => [toAssumption(one), one]));
  const resolved = resolveAssumptions([[...bySame.keys()]]);
  const held = ({ kind, lineId, year }: TermPlace): HeldTerm => {
    const found = resolved.find(kind, dayOf(year) ?? beginning, lineId)?.assumption;
    const said = found === undefined ? null : (bySame.get(found) ?? null);
    if (said === null) {
      return { source: withStandard.includes(kind) ? 'standard' : 'missing', said };
    }
    if (said.lineId !== lineId) return { source: 'general', said };
    return { source: said.from === dayOf(year) ? 'own' : 'earlier', said };
  };
  const isTerm = (one: AssumptionAnswer): boolean => termKinds.some((kind) => kind === one.kind);
  const said = own.flatMap((one) =>
    one.from === null || !isTerm(one) ? [] : [parseInt(one.from.slice(0, 4), 10)],
  );
  const forecast = scenarios.flatMap(({ scenario }) => yearsOf(scenario));
  const years = [...new Set([...said, ...forecast])].toSorted((left, right) => left - right);
  return { lines: readLines(basis.lines), years, held };
}

function yearsOf(scenario: { readonly openingYear: number; readonly lastYear: number }): number[] {
  const { openingYear, lastYear } = scenario;
  return Array.from({ length: lastYear - openingYear }, (_, at) => openingYear + 1 + at);
}

/** A line with a budget in a year that its terms say nothing of. */
export type MissingTerm = { readonly line: PlanLine; readonly year: number };

/** The lines that have a budget in a year and no value, with the first such year of each. */
export function missingTerms({ lines, held }: TermsView, kind: TermKind): MissingTerm[] {
  return lines.flatMap((line) => {
    const missing = line.budget.find(
      ({ year, amount }) =>
        !isZero(amount) && held({ kind, lineId: line.lineId, year }).source === 'missing',
    );
    return missing === undefined ? [] : [{ line, year: missing.year }];
  });
}
