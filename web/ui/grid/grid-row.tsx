import { memo } from 'react';
import { VisuallyHidden } from '../visually-hidden.tsx';
import type { EditEnd, EditStart } from './cell-editor.tsx';
import { CellTabStop } from './cell-tab-stop.ts';
import { isHeadingRow, type Refusal, rowName } from './content.ts';
import { GridDataCell } from './grid-cell.tsx';
import type { GridLabels } from './grid-labels.ts';
import type { GridColumn, GridRow } from './grid-types.ts';
import { hasSameFields, isSameRow } from './same-row.ts';

/** What a row is drawn from; plain values, so that rows that stay the same are not drawn again. */
export type GridRowProps = {
  readonly gridId: string;
  readonly row: GridRow;
  readonly columns: readonly GridColumn[];
  /** The column of the active cell, where it is on this row. */
  readonly activeColumn: number | undefined;
  readonly selectedFrom: number | undefined;
  readonly selectedTo: number | undefined;
  readonly isSelectionTop: boolean;
  readonly isSelectionBottom: boolean;
  readonly editing: EditStart | undefined;
  readonly refusals: ReadonlyMap<string, Refusal> | undefined;
  readonly labels: GridLabels;
  readonly onTyping: (text: string | undefined) => void;
  readonly onEditEnd: (end: EditEnd) => void;
};

/** One row. An arrow key draws only the row it leaves and the row it reaches. */
export const GridRowView = memo(function GridRowView(props: GridRowProps) {
  const { gridId, row, columns, activeColumn, refusals, labels, onTyping, onEditEnd } = props;
  const name = rowName(row);
  return (
    <tr className={`grid-${row.kind}`}>
      <RowHeader
        row={row}
        isActive={activeColumn === -1}
        isSelected={isSelectedAt(props, -1)}
        edge={edgeAt(props, -1)}
      />
      {isHeadingRow(row) ? <td role="gridcell" colSpan={columns.length} /> : null}
      {isHeadingRow(row)
        ? null
        : columns.map((column, index) => (
            <GridDataCell
              key={column.id}
              gridId={gridId}
              rowId={row.id}
              rowName={name}
              column={column}
              cell={row.cells?.[column.id]}
              isActive={activeColumn === index}
              isSelected={isSelectedAt(props, index)}
              edge={edgeAt(props, index)}
              editing={activeColumn === index ? props.editing : undefined}
              refusal={refusals?.get(column.id)}
              labels={labels}
              onTyping={onTyping}
              onEditEnd={onEditEnd}
            />
          ))}
    </tr>
  );
}, isSameDrawing);

type RowHeaderProps = {
  readonly row: GridRow;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly edge: string | undefined;
};

function RowHeader({ row, isActive, isSelected, edge }: RowHeaderProps) {
  return (
    <th
      scope="row"
      role="rowheader"
      tabIndex={isActive && row.control === undefined ? 0 : -1}
      aria-selected={isSelected || undefined}
      data-active={isActive || undefined}
      data-edge={edge}
    >
      {row.control === undefined ? (
        (row.header ?? row.name)
      ) : (
        <CellTabStop value={isActive}>
          <span className="grid-control">{row.control}</span>
        </CellTabStop>
      )}
      {row.groupName === undefined ? null : <VisuallyHidden>, {row.groupName}</VisuallyHidden>}
      {row.detail === undefined ? null : <small>{row.detail}</small>}
    </th>
  );
}

function isSelectedAt(row: GridRowProps, column: number): boolean {
  const { selectedFrom: from, selectedTo: to } = row;
  return from !== undefined && to !== undefined && from <= column && column <= to;
}

/** The sides of the selection that a cell lies at, as letters for the style sheet. */
function edgeAt(row: GridRowProps, column: number): string | undefined {
  if (!isSelectedAt(row, column)) return undefined;
  const top = row.isSelectionTop ? 't' : '';
  const bottom = row.isSelectionBottom ? 'b' : '';
  const left = column === row.selectedFrom ? 'l' : '';
  const right = column === row.selectedTo ? 'r' : '';
  return `${top}${bottom}${left}${right}`;
}

function isSameDrawing(before: GridRowProps, after: GridRowProps): boolean {
  return hasSameFields(before, after, 'row') && isSameRow(before.row, after.row);
}
