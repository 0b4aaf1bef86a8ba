import { isNegative, isZero, subtract, sum, type Tkr, tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { shown, shownWithSign } from '../../../lib/format.ts';
import type { Texts } from '../../../texts/sv.ts';
import type { GridCell, GridColumn, GridRow } from '../../../ui/grid/grid-types.ts';
import { Mark } from '../../../ui/mark.tsx';
import {
  isCorrected,
  type KnownCell,
  type Month,
  months,
  sumOfMonth,
  type UtfallView,
} from './utfall-view.ts';

/** What the columns that are no month are called. */
export const totalColumn = 'total';
export const budgetColumn = 'budget';
export const deviationColumn = 'deviation';
const yearColumn = 'year';

/** The row with the sums of all lines. */
export const sumRow = 'sum';

/** The month of a column, null for the year as a whole; undefined for one that is computed. */
export function monthOfColumn(columnId: string): Month | undefined {
  if (columnId === yearColumn) return null;
  return months.find((month) => columnId === `${month}`);
}

/** The computed columns first, and then what is typed and imported: month by month, and the year. */
export function utfallColumns(texts: Texts, showsMonths: boolean): GridColumn[] {
  const words = texts.utfall;
  return [
    { id: totalColumn, name: words.outcome },
    { id: budgetColumn, name: words.budget },
    { id: deviationColumn, name: words.deviation },
    ...(showsMonths
      ? months.map((month) => ({ id: `${month}`, name: words.months[month - 1] ?? '' }))
      : []),
    { id: yearColumn, name: words.wholeYear },
  ];
}

/** What the rows are made from. */
export type UtfallRowsInput = {
  readonly view: UtfallView;
  readonly texts: Texts;
  readonly mayEdit: boolean;
};

/** A row a line, and the sum. */
export function utfallRows({ view, texts, mayEdit }: UtfallRowsInput): GridRow[] {
  const cellIn = (cell: KnownCell | undefined): GridCell => {
    if (cell === undefined) return { ...amountCell(null), editable: mayEdit };
    const corrected = isCorrected(view, cell);
    return {
      ...amountCell(tkr(cell.amount)),
      editable: mayEdit,
      linked: isImported(view, cell),
      description: sourceOf(view, cell, texts),
      ...(corrected ? { marks: <Mark tone="plain">{texts.utfall.corrected}</Mark> } : {}),
    };
  };
  const lines = view.rows.map(
    ({ lineId, name, cells, end }): GridRow => ({
      id: lineId,
      kind: 'data',
      name,
      cells: {
        ...Object.fromEntries(months.map((month) => [`${month}`, cellIn(cells.get(month))])),
        [yearColumn]: cellIn(cells.get(null)),
        [totalColumn]: amountCell(end.outcome),
        [budgetColumn]: amountCell(end.budget),
        [deviationColumn]: deviationCell(end.deviation, texts),
      },
    }),
  );
  return [...lines, sumOfAll(view, texts)];
}

function sumOfAll(view: UtfallView, texts: Texts): GridRow {
  const monthSums = months.map(
    (month) => [`${month}`, amountCell(sumOfMonth(view, month))] as const,
  );
  return {
    id: sumRow,
    kind: 'sum',
    name: texts.common.sum,
    cells: {
      ...Object.fromEntries(monthSums),
      [yearColumn]: amountCell(sumOfMonth(view, null)),
      [totalColumn]: amountCell(view.total),
      [budgetColumn]: amountCell(view.budget),
      [deviationColumn]: deviationCell(netDeviation(view), texts),
    },
  };
}

/** What all lines together deviate, null where no line's outcome is known. */
export function netDeviation(view: UtfallView): Tkr | null {
  const isKnown = view.rows.some(({ end }) => end.deviation !== null);
  return isKnown ? subtract(view.unused, view.overrun) : null;
}

function amountCell(amount: Tkr | null): GridCell {
  if (amount === null) return { text: '', editText: '', copyText: '', tone: 'none' };
  return { text: shown(amount), editText: formatSwedish(amount) };
}

/** The sign, and the word that says the same. */
function deviationCell(deviation: Tkr | null, texts: Texts): GridCell {
  if (deviation === null) return amountCell(null);
  const isOver = isNegative(deviation);
  const word = deviationWord(deviation, texts);
  return {
    text: shownWithSign(deviation),
    editText: formatSwedish(deviation),
    ...(word === '' ? {} : { marks: <span className="utfall-word">{word}</span> }),
    ...(isOver ? { tone: 'warn' } : {}),
  };
}

/** "outnyttjat", "överdrag", or nothing where the budget was met to the öre. */
export function deviationWord(deviation: Tkr, { utfall: words }: Texts): string {
  if (isZero(deviation)) return '';
  return isNegative(deviation) ? words.overrun : words.unused;
}

function isImported(view: UtfallView, { sourceId }: KnownCell): boolean {
  const kind = view.sources.get(sourceId)?.kind;
  return kind !== undefined && kind !== 'typed';
}

function sourceOf(view: UtfallView, { sourceId }: KnownCell, texts: Texts): string {
  const source = view.sources.get(sourceId);
  if (source === undefined) return '';
  return source.kind === 'typed'
    ? texts.utfall.typedBy(source.createdBy)
    : texts.utfall.importedFrom(source.fileName ?? '');
}

/** The exact sum of a line's cells that come from one source. */
export function sumFrom(cells: Iterable<KnownCell>, sourceId: string): Tkr {
  const own = [...cells].filter((cell) => cell.sourceId === sourceId);
  return sum(own.map(({ amount }) => tkr(amount)));
}
