import { memo } from 'react';
import { CellTabStop } from './cell-tab-stop.ts';
import type { GridColumn } from './grid-types.ts';
import type { Range } from './position.ts';

type GridHeadProps = {
  readonly corner: string;
  readonly columns: readonly GridColumn[];
  /** The column of the active cell, where it is in the header. */
  readonly activeColumn: number | undefined;
  /** The selection, where it reaches over the header. */
  readonly selected: Range | undefined;
};

/** The header row. Arrow keys reach it, so that its menus and its small print are for everyone. */
export const GridHead = memo(function GridHead(props: GridHeadProps) {
  const { corner, columns, activeColumn, selected } = props;
  const isSelected = (column: number) =>
    selected !== undefined && selected.left <= column && column <= selected.right;
  return (
    <thead>
      <tr>
        <th
          scope="col"
          role="columnheader"
          className="grid-words"
          tabIndex={activeColumn === -1 ? 0 : -1}
          aria-selected={isSelected(-1) || undefined}
          data-active={activeColumn === -1 || undefined}
        >
          {corner}
        </th>
        {columns.map((column, index) => (
          <th
            key={column.id}
            scope="col"
            role="columnheader"
            className={column.align === 'start' ? 'grid-words' : 'grid-figure'}
            tabIndex={activeColumn === index && column.control === undefined ? 0 : -1}
            aria-selected={isSelected(index) || undefined}
            data-active={activeColumn === index || undefined}
          >
            {column.control === undefined ? (
              (column.header ?? column.name)
            ) : (
              <CellTabStop value={activeColumn === index}>
                <span className="grid-control">{column.control}</span>
              </CellTabStop>
            )}
            {column.detail === undefined ? null : <small>{column.detail}</small>}
          </th>
        ))}
      </tr>
    </thead>
  );
});
