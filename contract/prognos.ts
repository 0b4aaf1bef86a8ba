import { forecastRowKinds, isForecastYear } from '#domain/borgensutrymme.ts';
import { assumptionKinds } from '#domain/forecast/assumption-terms.ts';
import type { PlanInput, PlanRow } from '#domain/forecast/plan-input.ts';
import { tkr } from '#domain/tkr.ts';
import { canonicalJson } from './canonical-json.ts';
import { endpoint } from './endpoint.ts';
import { noQuery } from './organisations.ts';
import type { PrognosAssumption, PrognosFile } from './prognos-file.ts';
import {
  planInputOf,
  readArenden,
  readCeilings,
  readCurves,
  readLines,
  readLoans,
  readOnce,
  toAssumption,
} from './prognos-input.ts';
import { levelsOf, type PrognosScenario, type PrognosSource } from './prognos-levels.ts';
import {
  type ForecastFigure,
  type ScenarioAnswer,
  scenarioParams,
  typedAmount,
} from './scenarios.ts';

export const exportPrognosJson = endpoint({
  operationId: 'exportPrognosJson',
  method: 'GET',
  path: '/api/organisations/:organisationId/scenarios/:scenarioId/prognos',
  summary: 'Allt som ett scenario räknas ur, som prognosfil (se docs/prognos.md)',
  access: 'exportFigures',
  params: scenarioParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: 'json',
});

/**
 * Everything that a scenario's forecast is computed from, as the rules take it.
 *
 * Quick enough for every keystroke: what the scenarios share is read once, as long as the answer
 * holds the same objects. A frozen scenario is computed from what it keeps; one that was frozen
 * before there was anything to keep, from its figures alone.
 */
export function toPlanInput(source: PrognosSource, entry: PrognosScenario): PlanInput {
  const { scenario, figures, kept } = entry;
  if (kept !== null) return planInputOf(kept);
  const ceilings = readCeilings(source.borgenstak);
  const opening = openingOf(figures);
  const own = {
    openingYear: scenario.openingYear,
    lastYear: scenario.lastYear,
    openingDebt: { source: opening.source, amount: tkrOrNull(opening.amount) },
    rows: rowsOf(entry).map(toPlanRow),
    ceilings,
  };
  if (isTypedOnly(entry)) {
    return { ...own, lines: [], arenden: [], loans: [], curves: [], levels: [] };
  }
  const { basis } = source;
  return {
    ...own,
    lines: readLines(basis.lines),
    arenden: readArenden(basis.arenden),
    loans: readLoans(basis.loans),
    curves: readCurves(basis.curves),
    levels: levelsOf(source, scenario.scenarioId).map(({ assumptions }) =>
      assumptions.map(readAssumption),
    ),
  };
}

const readAssumption = readOnce(toAssumption);

function toPlanRow(figure: FileRow): PlanRow {
  const { year, kind, source, arendeId, amount, linkedAmount } = figure;
  return {
    year,
    kind,
    source,
    amount: tkrOrNull(amount),
    arendeId,
    linkedAmount: tkrOrNull(linkedAmount),
  };
}

function tkrOrNull(plain: string | null) {
  return plain === null ? null : tkr(plain);
}

type FileRow = PrognosFile['rows'][number];

// A figure that is typed and empty is no row at all.
function rowsOf({ scenario, figures }: PrognosScenario): FileRow[] {
  return figures
    .flatMap((figure): FileRow[] => {
      const { year, kind, source, arendeId, linkedAmount, comment } = figure;
      const amount = typedAmount(figure);
      if (kind === 'openingDebt' || !isForecastYear(scenario, kind, year)) return [];
      if (source === 'typed' && amount === null) return [];
      return [{ year, kind, source, amount, arendeId, linkedAmount, comment }];
    })
    .toSorted(
      (left, right) =>
        left.year - right.year ||
        forecastRowKinds.indexOf(left.kind) - forecastRowKinds.indexOf(right.kind),
    );
}

function openingOf(figures: readonly ForecastFigure[]): PrognosFile['openingDebt'] {
  const figure = figures.find(({ kind }) => kind === 'openingDebt');
  const source = figure?.source === 'computed' ? 'computed' : 'typed';
  return { source, amount: typedAmount(figure) };
}

// Scenarios were frozen before there was anything but typed figures to compute from.
function isTypedOnly({ scenario, kept }: PrognosScenario): boolean {
  return scenario.status === 'faststalld' && kept === null;
}

/** A scenario as a prognosfil: what it keeps where it is frozen, otherwise all that it is computed from. */
export function toPrognosFile(source: PrognosSource, entry: PrognosScenario): PrognosFile {
  const { scenario, figures, kept } = entry;
  if (kept !== null) return kept;
  const rows = rowsOf(entry);
  return {
    format: 'tkr-prognos-1',
    name: scenario.name,
    openingYear: scenario.openingYear,
    lastYear: scenario.lastYear,
    openingDebt: openingOf(figures),
    rows,
    ceilings: source.borgenstak.map(({ validFrom, amount }) => ({ validFrom, amount })),
    ...(isTypedOnly(entry) ? nothingShared : sharedOf(source, scenario, rows)),
  };
}

type Shared = Pick<
  PrognosFile,
  'lines' | 'arenden' | 'loans' | 'curves' | 'levels' | 'members' | 'keys'
>;

const nothingShared: Shared = {
  lines: [],
  arenden: [],
  loans: [],
  curves: [],
  levels: [],
  members: [],
  keys: [],
};

function sharedOf(source: PrognosSource, scenario: ScenarioAnswer, rows: FileRow[]): Shared {
  const { basis } = source;
  const followed = new Set(rows.map(({ arendeId }) => arendeId));
  const isWithin = ({ year }: { readonly year: number }): boolean =>
    year > scenario.openingYear && year <= scenario.lastYear;
  return {
    ...basis,
    lines: basis.lines.map((line) => ({ ...line, budget: line.budget.filter(isWithin) })),
    // What is not decided concerns only the scenario that follows it.
    arenden: basis.arenden
      .filter(({ arendeId, isDecided }) => isDecided || followed.has(arendeId))
      .map((arende) => ({ ...arende, entries: arende.entries.filter(isWithin) })),
    levels: levelsOf(source, scenario.scenarioId).map(({ name, assumptions }) => ({
      name,
      assumptions: assumptions.map(toFileAssumption).toSorted(byPlace),
    })),
  };
}

/** The one text of a prognosfil, that its SHA-256 is of: keys in order, no spaces. */
export function prognosText(file: PrognosFile): string {
  return canonicalJson(file);
}

function toFileAssumption(one: PrognosAssumption): PrognosAssumption {
  const { kind, lineId, from, percent, low, high, amount, months, lastMonth, comment } = one;
  return { kind, lineId, from, percent, low, high, amount, months, lastMonth, comment };
}

function byPlace(left: PrognosAssumption, right: PrognosAssumption): number {
  return (
    assumptionKinds.indexOf(left.kind) - assumptionKinds.indexOf(right.kind) ||
    compareTexts(left.lineId ?? '', right.lineId ?? '') ||
    compareTexts(left.from ?? '', right.from ?? '')
  );
}

function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
