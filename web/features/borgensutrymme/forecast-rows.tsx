import { refusalTexts } from '#contract/refusal-texts.ts';
import { figureTerms } from '#contract/terms.ts';
import type { TableRow } from '#domain/borgensprognos-table.ts';
import { isNegative, isZero, subtract, type Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { findFigure, type ScenarioView } from '../../lib/borgensprognos.ts';
import { keyOf, type RefusedFigure } from '../../lib/forecast-editor.ts';
import { shareForMeter, shown } from '../../lib/format.ts';
import type { Language } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import type { GridCell, GridRow } from '../../ui/grid/grid-types.ts';
import { Mark } from '../../ui/mark.tsx';
import { Meter } from '../../ui/meter.tsx';
import { placeOf, rowId, rowName } from './figures.ts';

/** What the rows are made from. */
export type RowsInput = {
  readonly table: readonly TableRow[];
  readonly views: readonly ScenarioView[];
  readonly refused: readonly RefusedFigure[];
  readonly showsPrinted: boolean;
  /** Whether the person may change a draft at all. */
  readonly mayEdit: boolean;
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
  const { texts, language, table, views } = input;
  const isOpening = row.figure === 'debt' && row.year === table[0]?.year;
  const isBalance = row.figure === 'debt' || row.figure === 'headroom';
  const cells = views.map((view, column) => {
    const amount = row.amounts[column] ?? null;
    return [view.scenario.scenarioId, gridCell(row, view, amount, input)] as const;
  });
  return {
    id: rowId(row),
    kind: isOpening ? 'data' : row.figure === 'debt' ? 'sum' : isBalance ? 'highlight' : 'data',
    name: isBalance ? rowName(row, texts, language) : figureTerms[row.figure][language],
    ...(isBalance ? {} : { groupName: `${row.year}` }),
    cells: Object.fromEntries(cells),
  };
}

function gridCell(
  row: TableRow,
  view: ScenarioView,
  amount: Tkr | null,
  input: RowsInput,
): GridCell {
  const { texts } = input;
  const place = placeOf(row, view);
  const isEditable = input.mayEdit && place !== null && view.scenario.status === 'utkast';
  return {
    ...(amount === null ? missingCell(row, view, texts) : shownCell(amount)),
    ...(isEditable ? { editable: true } : {}),
    ...descriptionOf(row, view, input),
    ...linkOf(row, view),
    ...markOf(row, view, input),
    ...meterOf(row, view, amount),
    ...refusalOf(row, view, input),
  };
}

function shownCell(amount: Tkr): GridCell {
  return { text: shown(amount), editText: formatSwedish(amount) };
}

// A year that the scenario says nothing about has a dash, as in print; a row that it lacks is blank.
function missingCell(row: TableRow, view: ScenarioView, texts: Texts): GridCell {
  const knowsYear = view.figures.some(({ year, amount }) => year === row.year && amount !== null);
  const text = knowsYear && row.figure !== 'headroom' ? '' : '–';
  const accessibleName = texts.common.missing;
  return { text, editText: '', copyText: '', accessibleName, tone: 'none' };
}

function descriptionOf(row: TableRow, view: ScenarioView, { texts }: RowsInput): Partial<GridCell> {
  const place = placeOf(row, view);
  if (place === null) return {};
  if (view.scenario.status === 'faststalld') {
    return { description: texts.borgensutrymme.frozenCell };
  }
  const comment = findFigure(view, place.kind, place.year)?.comment ?? null;
  return comment === null ? {} : { description: comment };
}

// What was typed over a linked figure is shown without its dot, and the passport says both.
function linkOf(row: TableRow, view: ScenarioView): Partial<GridCell> {
  const place = placeOf(row, view);
  const figure = place === null ? undefined : findFigure(view, place.kind, place.year);
  return figure?.source === 'linked' && !figure.isOverridden ? { linked: true } : {};
}

function markOf(row: TableRow, view: ScenarioView, input: RowsInput): Partial<GridCell> {
  if (!input.showsPrinted) return {};
  const printed = view.printed.find(
    ({ figure, year, verdict }) =>
      figure === row.figure && year === row.year && verdict !== 'agrees',
  );
  if (printed === undefined) return {};
  return { marks: <Mark>{input.texts.common.printedAs(shown(printed.printed))}</Mark> };
}

function meterOf(row: TableRow, view: ScenarioView, headroom: Tkr | null): Partial<GridCell> {
  if (row.figure !== 'headroom' || headroom === null) return {};
  const year = view.forecast.years.find((candidate) => candidate.year === row.year);
  const ceiling = year?.borgenstak ?? null;
  if (ceiling === null || isZero(ceiling)) return {};
  const share = shareForMeter(subtract(ceiling, headroom), ceiling);
  return { below: <Meter share={share} />, ...(isNegative(headroom) ? { tone: 'warn' } : {}) };
}

function refusalOf(row: TableRow, view: ScenarioView, input: RowsInput): Partial<GridCell> {
  const place = placeOf(row, view);
  if (place === null) return {};
  const refused = input.refused.find((one) => keyOf(one) === keyOf(place));
  if (refused === undefined) return {};
  const known = Object.entries(refusalTexts).find(([code]) => code === refused.code);
  const reason = input.language === 'sv' ? refused.detail : (known?.[1].en ?? refused.detail);
  return { invalid: { text: refused.typed, reason } };
}
