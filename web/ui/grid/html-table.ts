/** A block as an HTML table, for word processors and for spreadsheets that prefer it. */
export function formatHtmlTable(
  block: readonly (readonly string[])[],
  headers: { readonly row: boolean; readonly column: boolean },
): string {
  const rows = block.map((row, rowIndex) => {
    const cells = row.map((text, columnIndex) => {
      if (headers.row && rowIndex === 0) return `<th scope="col">${escaped(text)}</th>`;
      if (headers.column && columnIndex === 0) return `<th scope="row">${escaped(text)}</th>`;
      return `<td>${escaped(text)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');
}
