import type { Texts } from '../../texts/sv.ts';
import type { GridCell, GridColumn, GridRow } from '../../ui/grid/grid-types.ts';
import { shownTerm, standardTerms, type TermValue } from './term-text.ts';
import type { HeldTerm, TermKind, TermPlace, TermsView } from './terms.ts';

/** What the rows are made from. */
export type TermRowsInput = {
  readonly view: TermsView;
  readonly kind: TermKind;
  readonly mayEdit: boolean;
  readonly texts: Texts;
};

/** The row of what holds for all lines, and the column of what holds from the beginning. */
export const allLinesRow = 'all';
const beginningColumn = 'beginning';

/** From the beginning, and one column a budget year. */
export function termColumns({ years }: TermsView, { villkor: words }: Texts): GridColumn[] {
  const inputMode = 'text' as const;
  return [
    { id: beginningColumn, name: words.beginning, inputMode },
    ...years.map((year) => ({ id: `${year}`, name: words.from(year), inputMode })),
  ];
}

/** What a cell is about. */
export function placeIn(kind: TermKind, rowId: string, columnId: string): TermPlace {
  return {
    kind,
    lineId: rowId === allLinesRow ? null : rowId,
    year: columnId === beginningColumn ? null : parseInt(columnId, 10),
  };
}

/** The value that holds, said or standard; null where there is none. */
export function valueOf(kind: TermKind, { said }: HeldTerm): TermValue | null {
  return said ?? standardTerms[kind] ?? null;
}

/** All lines together first, and then a row a line. */
export function termRows(input: TermRowsInput): GridRow[] {
  const { view, texts } = input;
  const general: GridRow = {
    id: allLinesRow,
    kind: 'data',
    name: texts.villkor.allLines,
    detail: texts.villkor.allLinesDetail,
    cells: cellsOf(allLinesRow, input),
  };
  const lines = view.lines.map(
    ({ lineId, name }): GridRow => ({
      id: lineId,
      kind: 'data',
      name,
      cells: cellsOf(lineId, input),
    }),
  );
  return [general, ...lines];
}

function cellsOf(rowId: string, input: TermRowsInput): Record<string, GridCell> {
  const { view, kind, texts } = input;
  return Object.fromEntries(
    termColumns(view, texts).map(({ id }) => [id, cellOf(placeIn(kind, rowId, id), input)]),
  );
}

// What is said in the place itself stands strong; what holds without being said there is fainter.
function cellOf(place: TermPlace, { view, kind, mayEdit, texts }: TermRowsInput): GridCell {
  const words = texts.villkor;
  const held = view.held(place);
  const value = valueOf(kind, held);
  if (value === null || held.source === 'missing') {
    const lacks = { text: '–', editText: '', copyText: '', accessibleName: texts.common.missing };
    return { ...lacks, tone: 'none', editable: mayEdit };
  }
  const text = shownTerm(kind, value, texts);
  if (held.source === 'own') {
    const { comment = null } = held.said ?? {};
    return { text, editable: mayEdit, ...(comment === null ? {} : { description: comment }) };
  }
  const description = words.sources[held.source];
  return { text, editText: '', copyText: text, tone: 'none', editable: mayEdit, description };
}
