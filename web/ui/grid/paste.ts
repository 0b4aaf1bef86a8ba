import { cellAt, type GridContent, isHeadingRow, textAt } from './content.ts';
import type { GridChange } from './grid-types.ts';
import { type Position, type Range, span } from './position.ts';
import { spreadsheetText } from './tsv.ts';

/** What a block would do to the grid. */
export type PlannedChanges = {
  readonly changes: readonly GridChange[];
  /** Where the block lies, to be selected afterwards. */
  readonly target: Range;
  /** Texts that met a cell which takes no typing and holds something else. */
  readonly readOnly: number;
  /** Texts beyond the last row or column. */
  readonly outside: number;
};

type Block = readonly (readonly string[])[];

/** A line of the block and the row it lies on; a line beyond the last row lies on none. */
type LaidLine = { readonly row: number | undefined; readonly texts: readonly string[] };

/**
 * Lays a block from the clipboard onto the grid.
 *
 * One value fills the selection, and a selection that is a whole number of blocks is filled with
 * copies of it; any other block lies from the selection's upper left corner. Headings without cells
 * take an empty line of the block, and are passed by where the line has something in it. A copy of
 * the whole table, known by its header line, finds its own place.
 */
export function planPaste(block: Block, selection: Range, content: GridContent): PlannedChanges {
  const isWhole = isWholeTable(block, content);
  const selected = figuresOf(selection);
  const left = isWhole ? -1 : selected.left;
  const top = isWhole ? -1 : selected.top;
  const lines = (isWhole ? undefined : filled(block, selected)) ?? laidFrom(block, top, content);
  const laid = lines.flatMap(({ row, texts }) =>
    texts.map((text, offset) => ({ text, row, column: left + offset })),
  );
  const changes: GridChange[] = [];
  let readOnly = 0;
  let outside = 0;
  for (const { text, row, column } of laid) {
    if (row === undefined || column >= content.columns.length) outside += isBlank(text) ? 0 : 1;
    else if (isHeadingRow(content.rows[row])) continue;
    else if (isWritable(content, { row, column }))
      changes.push(...changeAt(content, row, column, text));
    else if (!agrees(text, content, { row, column })) readOnly += 1;
  }
  return { changes, target: targetOf(lines, top, left, content), readOnly, outside };
}

/** Clears the cells of a rectangle that can be changed. */
export function planClearing(range: Range, content: GridContent): readonly GridChange[] {
  return span(range.top, range.bottom).flatMap((row) =>
    span(range.left, range.right).flatMap((column) =>
      isWritable(content, { row, column }) ? changeAt(content, row, column, '') : [],
    ),
  );
}

/** A selection of figures and headers, without the headers: a block of figures starts at a figure. */
function figuresOf(selection: Range): Range {
  return {
    ...selection,
    top: selection.bottom < 0 ? selection.top : Math.max(0, selection.top),
    left: selection.right < 0 ? selection.left : Math.max(0, selection.left),
  };
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function isWritable(content: GridContent, place: Position): boolean {
  return cellAt(content, place)?.editable === true;
}

function changeAt(content: GridContent, row: number, column: number, text: string): GridChange[] {
  const rowId = content.rows[row]?.id;
  const columnId = content.columns[column]?.id;
  if (rowId === undefined || columnId === undefined) return [];
  return [{ rowId, columnId, text: text.trim() }];
}

/** Pasting a table back over itself meets its sums and headers, and they are no news. */
function agrees(text: string, content: GridContent, place: Position): boolean {
  const there = textAt(content, place);
  const tidy = text.trim();
  return tidy === '' || tidy === there || spreadsheetText(tidy) === there;
}

function isWholeTable(block: Block, content: GridContent): boolean {
  const header = [content.corner, ...content.columns.map((column) => column.name)];
  const line = block[0] ?? [];
  return line.length === header.length && header.every((name, index) => name === line[index]);
}

/** The block repeated over the selection; undefined where the selection is no multiple of it. */
function filled(block: Block, selected: Range): LaidLine[] | undefined {
  const height = selected.bottom - selected.top + 1;
  const width = selected.right - selected.left + 1;
  const blockWidth = Math.max(1, ...block.map((line) => line.length));
  if (height % block.length !== 0 || width % blockWidth !== 0) return undefined;
  if (height === block.length && width === blockWidth) return undefined;
  return span(0, height - 1).map((row) => ({
    row: selected.top + row,
    texts: span(0, width - 1).map(
      (column) => block[row % block.length]?.[column % blockWidth] ?? '',
    ),
  }));
}

function laidFrom(block: Block, top: number, content: GridContent): LaidLine[] {
  let next = top;
  return block.map((texts) => {
    // A whole table brings its headings along as lines with only a name; others may lack them.
    const passesHeadings = top >= 0 && !texts.every(isBlank);
    while (passesHeadings && isHeadingRow(content.rows[next])) next += 1;
    const row = next < content.rows.length ? next : undefined;
    next += 1;
    return { row, texts };
  });
}

function targetOf(
  lines: readonly LaidLine[],
  top: number,
  left: number,
  content: GridContent,
): Range {
  const width = Math.max(1, ...lines.map((line) => line.texts.length));
  const bottom = Math.max(top, ...lines.map((line) => line.row ?? top));
  return { top, left, bottom, right: Math.min(left + width, content.columns.length) - 1 };
}
