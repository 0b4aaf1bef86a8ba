import { type Tkr, toPlain } from '#domain/tkr.ts';

/** One cell: an amount, a text, or nothing. */
export type CsvCell = Tkr | string | null;

/**
 * A CSV file for Swedish spreadsheets: UTF-8 with BOM, `;`, CRLF, decimal comma, plain minus, no
 * thousands separator, quoted as RFC 4180.
 *
 * Amounts are written exactly and unrounded. A text that a spreadsheet could take for a formula gets
 * an apostrophe before it; numbers never do. Source: DESIGN §8, RELIABILITY T19.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(toField).join(';')}\r\n`).join('')}`;
}

function toField(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return quoted(guarded(cell));
  const [whole = '', decimals = ''] = toPlain(cell).split('.');
  const trimmed = decimals.replace(/0+$/u, '');
  return trimmed === '' ? whole : `${whole},${trimmed}`;
}

// A formula can hide behind white space and behind full-width forms of the same signs.
function guarded(text: string): string {
  return /^[\s\uFEFF]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[;"\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
