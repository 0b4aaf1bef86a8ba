import { type Tkr, toPlain } from '#domain/tkr.ts';

/** A number that is no amount, such as a percentage, in plain decimal form. */
export type CsvNumber = { readonly plain: string };

/** One cell: an amount, another number, a text, or nothing. */
export type CsvCell = Tkr | CsvNumber | string | null;

/**
 * A CSV file for Swedish spreadsheets: UTF-8 with BOM, `;`, CRLF, decimal comma, plain minus, no
 * thousands separator, quoted as RFC 4180.
 *
 * Amounts are written exactly and unrounded. A text that a spreadsheet could take for a formula gets
 * an apostrophe before it, and so does one that begins as such a text with its apostrophe, so that
 * `unguarded` gives every text back; numbers never do. Source: DESIGN §8, RELIABILITY T19.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(toField).join(';')}\r\n`).join('')}`;
}

function toField(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return quoted(guarded(cell));
  const plain = typeof cell === 'bigint' ? toPlain(cell) : cell.plain;
  const [whole = '', decimals = ''] = plain.split('.');
  const trimmed = decimals.replace(/0+$/u, '');
  return trimmed === '' ? whole : `${whole},${trimmed}`;
}

// A formula can hide behind white space and behind full-width forms of the same signs.
const formula = /^'*[\s\uFEFF]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

function guarded(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text that a field of such a file stands for: without the apostrophe that guards it. */
export function unguarded(field: string): string {
  return field.startsWith("'") && formula.test(field) ? field.slice(1) : field;
}

function quoted(text: string): string {
  return /[;"\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
