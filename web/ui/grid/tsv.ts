import { ungrouped } from '../ungrouped.ts';

/**
 * Reads a block as Excel, Calc and Word put it on the clipboard: tabs between cells, lines between
 * rows, quotes around a cell with tabs, lines or quotes in it.
 *
 * A quote that does not close at the end of its cell is an ordinary character.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const cell = quotedCell(text, at) ?? plainCell(text, at);
    row.push(cell.value);
    at = cell.end;
    if (text[at] === '\t') {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
    // The line break after the last row ends it; it does not begin another.
    if (at === text.length) break;
  }
  return rows;
}

type ReadCell = { readonly value: string; readonly end: number };

function plainCell(text: string, start: number): ReadCell {
  const form = /[^\t\r\n]*/y;
  form.lastIndex = start;
  const value = form.exec(text)?.[0] ?? '';
  return { value, end: start + value.length };
}

function quotedCell(text: string, start: number): ReadCell | undefined {
  if (text[start] !== '"') return undefined;
  const form = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
  form.lastIndex = start;
  const found = form.exec(text);
  if (found === null) return undefined;
  return { value: (found[1] ?? '').replaceAll('""', '"'), end: start + found[0].length };
}

/** Writes a block for a spreadsheet; `parseTsv` reads the same block back. */
export function formatTsv(block: readonly (readonly string[])[]): string {
  return block.map((row) => row.map(quoted).join('\t')).join('\r\n');
}

function quoted(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A figure in the form every Swedish spreadsheet reads as a number: a plain minus, no thousands
 * marks. Other texts stay as they are.
 */
export function spreadsheetText(text: string): string {
  return ungrouped(text).replace(/^\u2212(?=\d[\d,]*$)/u, '-');
}
