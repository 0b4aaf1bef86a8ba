import type { GridCell, GridColumn, GridRow, InvalidText } from './grid-types.ts';
import type { GridShape, Position, Range } from './position.ts';
import { span } from './position.ts';
import { spreadsheetText } from './tsv.ts';

/** What stands in a grid. */
export type GridContent = {
  readonly corner: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
};

/** Whether a row is a heading over others, without cells of its own. */
export function isHeadingRow(row: GridRow | undefined): boolean {
  return row?.kind === 'group' && Object.keys(row.cells ?? {}).length === 0;
}

/** The size of the content, for movement. */
export function shapeOf(content: GridContent): GridShape {
  return {
    rows: content.rows.length,
    columns: content.columns.length,
    isHeading: (row) => isHeadingRow(content.rows[row]),
  };
}

/** The cell at a place; undefined on headers and where the row has none. */
export function cellAt(content: GridContent, place: Position): GridCell | undefined {
  const column = content.columns[place.column];
  return column === undefined ? undefined : content.rows[place.row]?.cells?.[column.id];
}

/** What editing a cell starts from. */
export function editTextOf(cell: GridCell | undefined): string {
  return cell?.editText ?? cell?.text ?? '';
}

/** What a copy of a cell has. */
export function copyTextOf(cell: GridCell | undefined): string {
  return cell?.copyText ?? spreadsheetText(editTextOf(cell));
}

/** The name of a row, with the group it belongs to. */
export function rowName(row: GridRow | undefined): string {
  if (row === undefined) return '';
  return row.groupName === undefined ? row.name : `${row.name}, ${row.groupName}`;
}

/** The name of a cell: "Beräknade amorteringar, 2025, Om tillägg". */
export function cellName(content: GridContent, place: Position): string {
  const names = [rowName(content.rows[place.row]), content.columns[place.column]?.name ?? ''];
  return names.filter(Boolean).join(', ');
}

/** The texts of a rectangle, headers among them where it reaches over them. */
export function blockOf(content: GridContent, range: Range): string[][] {
  return span(range.top, range.bottom).map((row) =>
    span(range.left, range.right).map((column) => textAt(content, { row, column })),
  );
}

/** The text that a copy has from a place, header or cell. */
export function textAt(content: GridContent, place: Position): string {
  const { row, column } = place;
  if (row < 0) return column < 0 ? content.corner : (content.columns[column]?.name ?? '');
  if (column < 0) return content.rows[row]?.name ?? '';
  return copyTextOf(cellAt(content, place));
}

/** A text that was refused, with the edit text it was meant to replace. */
export type Refusal = InvalidText & { readonly against: string };

/** The text a cell holds in vain, if any; one refused before the figure changed no longer counts. */
export function invalidOf(
  cell: GridCell | undefined,
  refusal: Refusal | undefined,
): InvalidText | undefined {
  if (refusal !== undefined && refusal.against === editTextOf(cell)) return refusal;
  return cell?.invalid;
}
