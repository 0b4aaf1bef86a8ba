import type { ReactNode } from 'react';
import './data-table.css';

/** One column of a table. */
export type DataColumn<Id extends string> = {
  readonly id: Id;
  readonly title: string;
  /** Buttons, to the right; the title is read out and not shown. */
  readonly isTools?: boolean;
};

/** One row: what stands in each column. */
export type DataRow<Id extends string> = {
  readonly id: string;
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
          {columns.map(({ id, title, isTools = false }) => (
            <th key={id} scope="col" {...(isTools ? { className: 'data-table-tools' } : {})}>
              {isTools ? <span className="visually-hidden">{title}</span> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells }) => (
          <tr key={id}>
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
  if (column.isTools === true) return <td className="data-table-tools">{children}</td>;
  return (
    <td data-title={column.title}>
      <div>{children}</div>
    </td>
  );
}
