import { emptyCell, isEmptyCell, type TableCell } from '#domain/utfall-table-cell.ts';
import { maxCellCharacters, maxColumns } from './limits.ts';
import { TableRefused } from './refused.ts';
import type { RowsOut } from './rows-out.ts';
import { type CellContext, cellOf, formatOf } from './sheet-cell.ts';
import { type Attributes, pathTest, readXml, type XmlReader } from './xml.ts';
import type { ZipParts } from './zip.ts';

/** Rows and columns of a sheet in Excel. */
const sheetRows = 1_048_576;
const sheetColumns = 16_384;

/** Cells that a note names; the rest are counted. */
const namedCells = 5;

const row = ['worksheet', 'sheetData', 'row'] as const;
const isRow = pathTest(...row);
const isCell = pathTest(...row, 'c');
const isFormula = pathTest(...row, 'c', 'f');
const isValue = pathTest(...row, 'c', 'v');
const isPlainInline = pathTest(...row, 'c', 'is', 't');
const isRichInline = pathTest(...row, 'c', 'is', 'r', 't');
const isColumns = pathTest('worksheet', 'cols', 'col');
const isMerge = pathTest('worksheet', 'mergeCells', 'mergeCell');

/** Reads one sheet, row by row, and notes what a person should know about it. */
export async function readSheet(
  zip: ZipParts,
  part: string,
  sheet: string,
  context: CellContext,
  out: RowsOut,
): Promise<void> {
  const reader = sheetReader(sheet, context, out);
  await readXml(zip.text(part), reader.xml);
  reader.tellNotes();
}

type SheetReader = { readonly xml: XmlReader; tellNotes(): void };

function sheetReader(sheet: string, context: CellContext, out: RowsOut): SheetReader {
  const seen = new SheetNotes();
  let rowNumber = 0;
  let rowHidden = false;
  let column = 0;
  let cells: TableCell[] = [];
  let attributes: Attributes = {};
  let value: string | null = null;
  let inline = '';
  let hasFormula = false;

  function openRow(given: Attributes): void {
    rowNumber = position(given['r'], rowNumber, sheetRows);
    rowHidden = isTrue(given['hidden']);
    column = 0;
    cells = [];
  }

  function openCell(given: Attributes): void {
    const place = placeOf(given['r'], rowNumber);
    if (place !== null && place <= column) throw new TableRefused('workbook_damaged');
    column = place ?? column + 1;
    attributes = given;
    value = null;
    inline = '';
    hasFormula = false;
  }

  function closeCell(): void {
    const style = attributes['s'] ?? '';
    const type = attributes['t'] ?? 'n';
    const cell = cellOf({ type, style, value, inline, hasFormula }, context);
    if (hasFormula) seen.formulas += 1;
    if (isEmptyCell(cell)) return;
    if (cell.kind === 'missing') seen.addMissing(`${letters(column)}${rowNumber}`);
    if (cell.kind === 'number' && formatOf(style, context) === 'scaled') seen.scaled += 1;
    seen.addHidden(column, rowHidden ? rowNumber : null);
    while (cells.length < column - 1) cells.push(emptyCell);
    cells.push(cell);
  }

  function appendValue(text: string): void {
    value = (value ?? '') + text;
    if (value.length > maxCellCharacters) {
      throw new TableRefused('cell_too_long', { row: `${rowNumber}` });
    }
  }

  const xml: XmlReader = {
    open(path, given) {
      if (isRow(path)) openRow(given);
      else if (isCell(path)) openCell(given);
      else if (isFormula(path)) hasFormula = true;
      else if (isValue(path)) value = '';
      else if (isColumns(path)) seen.addColumns(given);
      else if (isMerge(path)) seen.merged += 1;
    },
    text(path, text) {
      if (isValue(path)) appendValue(text);
      else if (isPlainInline(path) || isRichInline(path)) {
        inline += text;
      }
    },
    close(path) {
      if (isCell(path)) closeCell();
      else if (isRow(path)) out.row(rowNumber, cells);
    },
    piece: () => out.drain(),
  };
  return { xml, tellNotes: () => seen.tell(sheet, out) };
}

/** What is counted on the way through one sheet. */
class SheetNotes {
  formulas = 0;
  merged = 0;
  scaled = 0;
  #missing = 0;
  readonly #missingCells: string[] = [];
  readonly #hiddenRanges: { readonly first: number; readonly last: number }[] = [];
  readonly #hiddenColumns = new Set<number>();
  #hiddenRows = 0;
  #lastHiddenRow = 0;

  addMissing(cell: string): void {
    this.#missing += 1;
    if (this.#missingCells.length < namedCells) this.#missingCells.push(cell);
  }

  addColumns(given: Attributes): void {
    if (!isTrue(given['hidden']) || this.#hiddenRanges.length === maxColumns) return;
    const first = position(given['min'], 0, sheetColumns);
    this.#hiddenRanges.push({ first, last: position(given['max'], first - 1, sheetColumns) });
  }

  // Only rows and columns with something in them count: whoever hides all that is empty hides nothing.
  addHidden(column: number, hiddenRow: number | null): void {
    if (this.#hiddenRanges.some(({ first, last }) => column >= first && column <= last)) {
      this.#hiddenColumns.add(column);
    }
    if (hiddenRow === null || hiddenRow === this.#lastHiddenRow) return;
    this.#lastHiddenRow = hiddenRow;
    this.#hiddenRows += 1;
  }

  tell(sheet: string, out: RowsOut): void {
    const columns = this.#hiddenColumns.size;
    if (this.formulas > 0) out.note('formulas', { sheet, count: `${this.formulas}` });
    if (this.#missing > 0) {
      const cells = this.#missingCells.join(', ') + (this.#missing > namedCells ? ' …' : '');
      out.note('formulas_without_value', { sheet, count: `${this.#missing}`, cells });
    }
    if (this.merged > 0) out.note('merged_cells', { sheet, count: `${this.merged}` });
    if (this.scaled > 0) out.note('numbers_scaled', { sheet, count: `${this.scaled}` });
    if (this.#hiddenRows > 0) out.note('hidden_rows', { sheet, count: `${this.#hiddenRows}` });
    if (columns > 0) out.note('hidden_columns', { sheet, count: `${columns}` });
  }
}

// A number in an attribute, which must come after the one before; without it, the next.
function position(given: string | undefined, before: number, last: number): number {
  if (given === undefined) return before + 1;
  const number = /^\d{1,7}$/u.test(given) ? parseInt(given, 10) : 0;
  if (number <= before || number > last) throw new TableRefused('workbook_damaged');
  return number;
}

// The column of a reference such as `AB12`; null where a cell has none and comes next.
function placeOf(reference: string | undefined, row: number): number | null {
  if (reference === undefined) return null;
  const form = /^([A-Z]{1,3})(\d{1,7})$/u.exec(reference);
  if (form === null || parseInt(form[2] ?? '', 10) !== row) {
    throw new TableRefused('workbook_damaged');
  }
  let column = 0;
  for (const letter of form[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  if (column > sheetColumns) throw new TableRefused('workbook_damaged');
  return column;
}

function letters(column: number): string {
  const rest = (column - 1) % 26;
  const before = column > 26 ? letters(Math.floor((column - 1) / 26)) : '';
  return before + String.fromCharCode(65 + rest);
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
