import type { SkrivelseRow, SkrivelseTable } from '#domain/tjansteskrivelse.ts';

/** A table of a tjänsteskrivelse, with its caption above it and its notes below. */
export function SkrivelseTableBlock({ table }: { readonly table: SkrivelseTable }) {
  const { caption, columns, rows, notes } = table;
  return (
    <div className="skrivelse-table">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, align }) => (
              <th key={label} scope="col" data-align={align}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {groupsOf(rows).map(({ key, rows: ofGroup }) => (
          <tbody key={key}>
            {ofGroup.map(({ row, key: rowKey }) => (
              <Row key={rowKey} row={row} columns={columns} />
            ))}
          </tbody>
        ))}
      </table>
      {notes.map((note) => (
        <p key={note} className="skrivelse-note">
          {note}
        </p>
      ))}
    </div>
  );
}

function Row({ row, columns }: { readonly row: SkrivelseRow } & Pick<SkrivelseTable, 'columns'>) {
  const { kind, cells } = row;
  const [name = ''] = cells;
  if (kind === 'group') {
    return (
      <tr data-kind={kind}>
        <th scope="rowgroup" colSpan={columns.length}>
          {name}
        </th>
      </tr>
    );
  }
  return (
    <tr data-kind={kind}>
      <th scope="row">{name}</th>
      {columns.slice(1).map(({ label, align }, at) => (
        <td key={label} data-align={align}>
          {cells[at + 1] ?? ''}
        </td>
      ))}
    </tr>
  );
}

type KeyedRow = { readonly key: string; readonly row: SkrivelseRow };
type Group = { readonly key: string; readonly rows: KeyedRow[] };

/** The rows in groups, each beginning with its name; rows before the first name are one too. */
function groupsOf(rows: readonly SkrivelseRow[]): Group[] {
  const groups: Group[] = [];
  for (const [place, row] of rows.entries()) {
    const key = `${place}`;
    const last = groups.at(-1);
    if (last === undefined || row.kind === 'group') groups.push({ key, rows: [{ key, row }] });
    else last.rows.push({ key, row });
  }
  return groups;
}
