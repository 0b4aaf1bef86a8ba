import { refusalTexts } from '#contract/refusal-texts.ts';
import { figureTerms } from '#contract/terms.ts';
import { figureOf, type TableRow } from '#domain/borgensprognos-table.ts';
import { bufferAt } from '#domain/forecast/assumptions.ts';
import { compare, isNegative, isZero, subtract, type Tkr, zero } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { lastDayOf } from '#domain/year.ts';
import { findFigure, findPlanFigure, type ScenarioView } from '../../lib/borgensprognos.ts';
import { keyOf } from '../../lib/forecast-cache.ts';
import type { RefusedFigure } from '../../lib/forecast-editor.ts';
import { shareForMeter, shown } from '../../lib/format.ts';
import type { Language } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import type { GridCell, GridRow } from '../../ui/grid/grid-types.ts';
import { isSameCell } from '../../ui/grid/same-row.ts';
import { Mark } from '../../ui/mark.tsx';
import { Meter } from '../../ui/meter.tsx';
import { insteadText, placeOf, rowId, rowName } from './figures.ts';

/** What every cell is made from, besides its scenario. */
export type CellsInput = {
  readonly refused: readonly RefusedFigure[];
  readonly showsPrinted: boolean;
  /** Whether the person may change a draft at all. */
  readonly mayEdit: boolean;
  /** The names of the ärenden, by their id. */
  readonly arenden: ReadonlyMap<string, string>;
  readonly texts: Texts;
  readonly language: Language;
};

/** The cell of a row and a scenario; the same object for as long as nothing about it has changed. */
export type CellMaker = (row: TableRow, view: ScenarioView) => GridCell;

/** Makes the cells, and each only once for as long as it would be drawn alike. */
export function cellMaker(input: CellsInput): CellMaker {
  const made = new WeakMap<ScenarioView, Map<string, GridCell>>();
  // By scenario and row, whatever the scenario has become: most of its cells stay as they were.
  const latest = new Map<string, { readonly cell: GridCell; readonly drawn: string }>();
  return (row, view) => {
    const ofView = made.get(view) ?? new Map<string, GridCell>();
    made.set(view, ofView);
    const id = rowId(row);
    const known = ofView.get(id);
    if (known !== undefined) return known;
    const fresh = { cell: gridCell(row, view, input), drawn: drawnIn(row, view, input) };
    const key = `${view.scenario.scenarioId} ${id}`;
    const before = latest.get(key);
    const kept = before !== undefined && isSameDrawn(before, fresh) ? before : fresh;
    latest.set(key, kept);
    ofView.set(id, kept.cell);
    return kept.cell;
  };
}

type Drawn = { readonly cell: GridCell; readonly drawn: string };

// What is drawn beside the words of a cell is told by one text, and not by the elements.
function isSameDrawn(before: Drawn, after: Drawn): boolean {
  const { marks: _, below: __, ...left } = before.cell;
  const { marks: ___, below: ____, ...right } = after.cell;
  return before.drawn === after.drawn && isSameCell(left, right);
}

function drawnIn(row: TableRow, view: ScenarioView, input: CellsInput): string {
  const printed = input.showsPrinted ? printedIn(row, view) : undefined;
  const buffer = row.figure === 'headroom' ? bufferBelow(view, row.year) : null;
  return `${printed?.printed ?? ''} ${buffer ?? ''} ${shareOf(row, view) ?? ''}`;
}

/** What the rows are made from. */
export type RowsInput = {
  readonly table: readonly TableRow[];
  readonly views: readonly ScenarioView[];
  readonly cellAt: CellMaker;
  readonly texts: Texts;
  readonly language: Language;
};

/** The rows of the forecast as the grid shows them, with a heading before each year. */
export function forecastGridRows(input: RowsInput): GridRow[] {
  const first = input.table[0]?.year;
  let heading = first;
  return input.table.flatMap((row) => {
    const made = gridRow(row, input);
    if (row.year === heading) return [made];
    heading = row.year;
    return [{ id: `year ${row.year}`, kind: 'group' as const, name: `${row.year}` }, made];
  });
}

function gridRow(row: TableRow, input: RowsInput): GridRow {
  const { texts, language, table, views, cellAt } = input;
  const isOpening = row.figure === 'debt' && row.year === table[0]?.year;
  const isBalance = row.figure === 'debt' || row.figure === 'headroom';
  const cells = views.map((view) => [view.scenario.scenarioId, cellAt(row, view)] as const);
  return {
    id: rowId(row),
    kind: isOpening ? 'data' : row.figure === 'debt' ? 'sum' : isBalance ? 'highlight' : 'data',
    name: isBalance ? rowName(row, texts, language) : figureTerms[row.figure][language],
    ...(isBalance ? {} : { groupName: `${row.year}` }),
    cells: Object.fromEntries(cells),
  };
}

function gridCell(row: TableRow, view: ScenarioView, input: CellsInput): GridCell {
  const { texts } = input;
  const amount = figureOf(view.forecast, row.figure, row.year);
  const place = placeOf(row, view);
  const isEditable = input.mayEdit && place !== null && view.scenario.status === 'utkast';
  return {
    ...(amount === null ? missingCell(row, view, texts) : shownCell(row, view, amount)),
    ...(isEditable ? { editable: true } : {}),
    ...descriptionOf(row, view, input),
    ...originOf(row, view),
    ...marksOf(row, view, input),
    ...meterOf(row, view, amount),
    ...refusalOf(row, view, input),
  };
}

// What is asked about beyond the budget is in the figure, and not in what was typed.
function shownCell(row: TableRow, view: ScenarioView, amount: Tkr): GridCell {
  const place = placeOf(row, view);
  const extra =
    place === null ? zero : (findPlanFigure(view, place.kind, place.year)?.extra ?? zero);
  return { text: shown(amount), editText: formatSwedish(subtract(amount, extra)) };
}

// A year that the scenario says nothing about has a dash, as in print; a row that it lacks is blank.
function missingCell(row: TableRow, view: ScenarioView, texts: Texts): GridCell {
  const { figures } = view.plan;
  const isUnknown = figures.some((one) => one.year === row.year && one.kind === row.figure);
  const knowsYear = figures.some(({ year }) => year === row.year);
  const isBlank = knowsYear && !isUnknown && row.figure !== 'headroom' && row.figure !== 'debt';
  const accessibleName = texts.common.missing;
  return { text: isBlank ? '' : '–', editText: '', copyText: '', accessibleName, tone: 'none' };
}

function descriptionOf(
  row: TableRow,
  view: ScenarioView,
  { texts, arenden }: CellsInput,
): Partial<GridCell> {
  const place = placeOf(row, view);
  if (place === null) return {};
  const words = texts.prognos.source;
  const figure = findFigure(view, place.kind, place.year);
  const planned = findPlanFigure(view, place.kind, place.year);
  const parts: string[] = [];
  if (figure !== undefined && figure.isOverridden) {
    parts.push(`${insteadText(view, place, figure, words)}.`);
  } else if (figure?.source === 'linked') {
    const { arendeId } = figure;
    if (arendeId === null) parts.push(words.budgetCell);
    else if (arenden.has(arendeId)) parts.push(words.arendeCell(arenden.get(arendeId) ?? ''));
  }
  if (planned !== undefined && planned.amount !== null && !isZero(planned.extra)) {
    const base = subtract(planned.amount, planned.extra);
    parts.push(words.extraCell(shown(base), shown(planned.extra)));
  }
  const comment = figure?.comment ?? null;
  if (comment !== null) parts.push(comment);
  if (view.scenario.status === 'faststalld') parts.push(texts.borgensutrymme.frozenCell);
  return parts.length === 0 ? {} : { description: parts.join(' ') };
}

function originOf(row: TableRow, view: ScenarioView): Partial<GridCell> {
  const place = placeOf(row, view);
  const figure = place === null ? undefined : findFigure(view, place.kind, place.year);
  if (figure === undefined || figure.source === 'typed') return {};
  if (figure.isOverridden) return { overridden: true };
  return figure.source === 'linked' ? { linked: true } : { computed: true };
}

function marksOf(row: TableRow, view: ScenarioView, input: CellsInput): Partial<GridCell> {
  const printed = input.showsPrinted ? printedMark(row, view, input.texts) : null;
  const buffer = bufferMark(row, view, input.texts);
  if (printed === null && buffer === null) return {};
  return {
    marks: (
      <>
        {buffer}
        {buffer === null || printed === null ? null : ' '}
        {printed}
      </>
    ),
  };
}

function printedMark(row: TableRow, view: ScenarioView, texts: Texts) {
  const printed = printedIn(row, view);
  if (printed === undefined) return null;
  return <Mark>{texts.common.printedAs(shown(printed.printed))}</Mark>;
}

function printedIn(row: TableRow, view: ScenarioView) {
  return view.printed.find(
    ({ figure, year, verdict }) =>
      figure === row.figure && year === row.year && verdict !== 'agrees',
  );
}

function bufferMark(row: TableRow, view: ScenarioView, texts: Texts) {
  if (row.figure !== 'headroom') return null;
  const buffer = bufferBelow(view, row.year);
  return buffer === null ? null : <Mark>{texts.prognos.belowBuffer(shown(buffer))}</Mark>;
}

/** The buffer that the headroom of a year is below without being below zero; else null. */
export function bufferBelow({ plan }: ScenarioView, year: number): Tkr | null {
  const headroom = figureOf(plan.forecast, 'headroom', year);
  if (headroom === null || isNegative(headroom)) return null;
  const buffer = bufferAt(plan.assumptions, lastDayOf(year), zero);
  return compare(headroom, buffer) < 0 ? buffer : null;
}

function meterOf(row: TableRow, view: ScenarioView, headroom: Tkr | null): Partial<GridCell> {
  const share = shareOf(row, view);
  if (share === null || headroom === null) return {};
  return { below: <Meter share={share} />, ...(isNegative(headroom) ? { tone: 'warn' } : {}) };
}

/** How much of the ceiling is used, for the meter; null where there is none. */
function shareOf(row: TableRow, { forecast }: ScenarioView): number | null {
  if (row.figure !== 'headroom') return null;
  const { borgenstak = null, headroom = null } =
    forecast.years.find((candidate) => candidate.year === row.year) ?? {};
  if (borgenstak === null || headroom === null || isZero(borgenstak)) return null;
  return shareForMeter(subtract(borgenstak, headroom), borgenstak);
}

function refusalOf(row: TableRow, view: ScenarioView, input: CellsInput): Partial<GridCell> {
  const place = placeOf(row, view);
  if (place === null) return {};
  const refused = input.refused.find((one) => keyOf(one) === keyOf(place));
  if (refused === undefined) return {};
  const known = Object.entries(refusalTexts).find(([code]) => code === refused.code);
  const reason = input.language === 'sv' ? refused.detail : (known?.[1].en ?? refused.detail);
  return { invalid: { text: refused.typed, reason } };
}
