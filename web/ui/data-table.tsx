import type { ReactNode } from 'react';
import './data-table.css';

/** One column of a table. */
export type DataColumn<Id extends string> = {
  readonly id: Id;
  readonly title: string;
  /** Buttons, to the right; the title is read out and not shown. */
  readonly isTools?: boolean;
  /** Figures, which stand to the right. */
  readonly isFigure?: boolean;
};

/** One row: what stands in each column. */
export type DataRow<Id extends string> = {
  readonly id: string;
  /** Under a rule, and heavier: what the rows above come to. */
  readonly isSum?: boolean;
  readonly cells: { readonly [column in Id]?: ReactNode };
};

/** What a table takes. */
export type DataTableProps<Id extends string> = {
  /** What the table is, read out: the heading above says it to those who look. */
  readonly label: string;
  /** The first one heads its row. */
  readonly columns: readonly DataColumn<Id>[];
  readonly rows: readonly DataRow<Id>[];
};

/** A table to read, with a heading for every row. On a phone each row stands as a list of its own. */
export function DataTable<Id extends string>({ label, columns, rows }: DataTableProps<Id>) {
  return (
    <table className="data-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ id, title, isTools = false, ...column }) => (
            <th key={id} scope="col" {...classOf({ isTools, ...column })}>
              {isTools ? <span className="visually-hidden">{title}</span> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, isSum = false, cells }) => (
          <tr key={id} {...(isSum ? { className: 'data-table-sum' } : {})}>
            {columns.map((column, at) => (
              <DataCell key={column.id} column={column} isHeading={at === 0}>
                {cells[column.id]}
              </DataCell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DataCellProps = {
  readonly column: DataColumn<string>;
  readonly isHeading: boolean;
  readonly children: ReactNode;
};

function DataCell({ column, isHeading, children }: DataCellProps) {
  if (isHeading) return <th scope="row">{children}</th>;
  if (column.isTools === true) return <td {...classOf(column)}>{children}</td>;
  return (
    <td data-title={column.title} {...classOf(column)}>
      <div>{children}</div>
    </td>
  );
}

function classOf({
  isTools = false,
  isFigure = false,
}: Pick<DataColumn<string>, 'isTools' | 'isFigure'>): { readonly className?: string } {
  if (isTools) return { className: 'data-table-tools' };
  return isFigure ? { className: 'data-table-figure' } : {};
}
