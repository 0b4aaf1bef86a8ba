import { VisuallyHidden } from '../visually-hidden.tsx';
import { CellEditor, type EditEnd, type EditStart } from './cell-editor.tsx';
import { editTextOf, invalidOf, type Refusal, rowName } from './content.ts';
import { problemId } from './grid-problems.tsx';
import type { GridCell, GridColumn, GridRow } from './grid-types.ts';

type GridDataCellProps = {
  readonly gridId: string;
  readonly row: GridRow;
  readonly column: GridColumn;
  readonly cell: GridCell | undefined;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly edge: string | undefined;
  readonly editing: EditStart | undefined;
  readonly refusal: Refusal | undefined;
  readonly linkedLabel: string;
  readonly onTyping: (text: string | undefined) => void;
  readonly onEditEnd: (end: EditEnd) => void;
};

/** A cell with its figure, or with the field that edits it. */
export function GridDataCell(props: GridDataCellProps) {
  const { gridId, row, column, cell, isActive, isSelected, edge, editing, refusal } = props;
  const invalid = invalidOf(cell, refusal);
  const isEditable = cell?.editable === true;
  const cellId = { rowId: row.id, columnId: column.id };
  const helpId = encodeURIComponent(`${gridId}-help-${row.id}-${column.id}`);
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
          linked={props.linkedLabel}
        />
      </span>
      {editing === undefined ? null : (
        <CellEditor
          name={`${rowName(row)}, ${column.name}`}
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
}

type CellValueProps = {
  readonly cell: GridCell | undefined;
  readonly text: string;
  readonly spoken: string | undefined;
  readonly linked: string;
};

function CellValue({ cell, text, spoken, linked }: CellValueProps) {
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
      {cell?.linked === true ? (
        <span className="grid-linked">
          <VisuallyHidden>, {linked}</VisuallyHidden>
        </span>
      ) : null}
      {cell?.below}
    </>
  );
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
