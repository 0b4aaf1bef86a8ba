import { memo } from 'react';
import { VisuallyHidden } from '../visually-hidden.tsx';
import { CellEditor, type EditEnd, type EditStart } from './cell-editor.tsx';
import { editTextOf, invalidOf, type Refusal } from './content.ts';
import type { GridLabels } from './grid-labels.ts';
import { problemId } from './grid-problems.tsx';
import type { GridCell, GridColumn } from './grid-types.ts';
import { hasSameFields, isSameCell } from './same-row.ts';

type GridDataCellProps = {
  readonly gridId: string;
  readonly rowId: string;
  /** The row in words, with its group. */
  readonly rowName: string;
  readonly column: GridColumn;
  readonly cell: GridCell | undefined;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly edge: string | undefined;
  readonly editing: EditStart | undefined;
  readonly refusal: Refusal | undefined;
  readonly labels: GridLabels;
  readonly onTyping: (text: string | undefined) => void;
  readonly onEditEnd: (end: EditEnd) => void;
};

/** A cell with its figure, or with the field that edits it. */
export const GridDataCell = memo(function GridDataCell(props: GridDataCellProps) {
  const { gridId, rowId, column, cell, isActive, isSelected, edge, editing, refusal } = props;
  const invalid = invalidOf(cell, refusal);
  const isEditable = cell?.editable === true;
  const cellId = { rowId, columnId: column.id };
  const helpId = encodeURIComponent(`${gridId}-help-${rowId}-${column.id}`);
  const described = [
    invalid === undefined ? '' : problemId(gridId, cellId),
    cell?.description === undefined ? '' : helpId,
  ];
  const describedBy = described.filter(Boolean).join(' ') || undefined;
  return (
    <td
      role="gridcell"
      className={cellClass(column, cell, invalid !== undefined)}
      tabIndex={isActive && editing === undefined ? 0 : -1}
      title={hintFor(cell, invalid?.reason)}
      aria-describedby={editing === undefined ? describedBy : undefined}
      aria-readonly={!isEditable}
      aria-selected={isSelected || undefined}
      aria-invalid={invalid !== undefined || undefined}
      data-active={isActive || undefined}
      data-edge={edge}
    >
      <span className="grid-value" aria-hidden={editing !== undefined || undefined}>
        <CellValue
          cell={cell}
          text={invalid?.text ?? cell?.text ?? ''}
          spoken={invalid === undefined ? cell?.accessibleName : undefined}
          labels={props.labels}
        />
      </span>
      {editing === undefined ? null : (
        <CellEditor
          name={`${props.rowName}, ${column.name}`}
          start={editing}
          inputMode={column.inputMode ?? 'decimal'}
          describedBy={describedBy}
          isInvalid={invalid !== undefined}
          onTyping={props.onTyping}
          onEnd={props.onEditEnd}
        />
      )}
      {cell?.description === undefined ? null : (
        <span hidden id={helpId}>
          {cell.description}
        </span>
      )}
    </td>
  );
}, isSameDrawing);

// Of a row in which one figure changed the others are not drawn again.
function isSameDrawing(before: GridDataCellProps, after: GridDataCellProps): boolean {
  return hasSameFields(before, after, 'cell') && isSameCell(before.cell, after.cell);
}

type CellValueProps = {
  readonly cell: GridCell | undefined;
  readonly text: string;
  readonly spoken: string | undefined;
  readonly labels: GridLabels;
};

function CellValue({ cell, text, spoken, labels }: CellValueProps) {
  return (
    <>
      {cell?.marks === undefined || cell.marks === null ? null : (
        <span className="grid-marks">
          {cell.marks}
          <VisuallyHidden>, </VisuallyHidden>
        </span>
      )}
      {spoken === undefined ? text : <span aria-hidden="true">{text}</span>}
      {spoken === undefined ? null : <VisuallyHidden>{spoken}</VisuallyHidden>}
      <Origin cell={cell} labels={labels} />
      {cell?.below}
    </>
  );
}

function Origin({ cell, labels }: Pick<CellValueProps, 'cell' | 'labels'>) {
  const origin = originOf(cell);
  if (origin === null) return null;
  return (
    <span className={`grid-origin grid-${origin}`}>
      <VisuallyHidden>, {labels[origin]}</VisuallyHidden>
    </span>
  );
}

function originOf(cell: GridCell | undefined): 'linked' | 'computed' | 'overridden' | null {
  if (cell?.linked === true) return 'linked';
  if (cell?.computed === true) return 'computed';
  return cell?.overridden === true ? 'overridden' : null;
}

function cellClass(column: GridColumn, cell: GridCell | undefined, isInvalid: boolean): string {
  return [
    column.align === 'start' ? 'grid-words' : 'grid-figure',
    cell?.editable === true ? 'grid-editable' : '',
    cell?.tone === undefined ? '' : `grid-tone-${cell.tone}`,
    isInvalid ? 'grid-invalid' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** What hovering adds: why the text was not taken, else what rounding hides and where it is from. */
function hintFor(cell: GridCell | undefined, reason: string | undefined): string | undefined {
  if (reason !== undefined) return reason;
  const exact = editTextOf(cell);
  const hidden = exact !== '' && exact !== cell?.text ? exact : '';
  return [hidden, cell?.description ?? ''].filter(Boolean).join('. ') || undefined;
}
