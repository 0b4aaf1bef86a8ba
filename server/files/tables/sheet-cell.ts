import { emptyCell, type TableCell } from '#domain/utfall-table-cell.ts';
import type { NumberFormat } from './number-format.ts';
import { dayOfSerial, percentText, plainNumber } from './numbers.ts';
import { TableRefused } from './refused.ts';
import { unescaped } from './strings-and-styles.ts';

/** What the cells of every sheet refer to. */
export type CellContext = {
  readonly strings: readonly string[];
  readonly styles: readonly NumberFormat[];
  readonly from1904: boolean;
};

/** A cell as its XML has it. */
export type StoredCell = {
  /** The attribute `t`: how the value is to be read. */
  readonly type: string;
  /** The attribute `s`: the number of the cell's style. */
  readonly style: string;
  /** The text of `v`; null where there is none. */
  readonly value: string | null;
  /** The text of `is`, for a text that is not shared. */
  readonly inline: string;
  readonly hasFormula: boolean;
};

/**
 * What a stored cell holds. A formula's value is the one that was last saved; without one it is
 * missing, and never zero. Throws where the cell points at a text that is not there.
 *
 * Source: ECMA-376 part 1, 18.3.1.4 and 18.18.11.
 */
export function cellOf(cell: StoredCell, context: CellContext): TableCell {
  const { type, value } = cell;
  if (type === 'inlineStr') return textCell(unescaped(cell.inline));
  // An empty text is a value; for every other type an empty one is none.
  if (value === null || (value.trim() === '' && type !== 'str')) {
    return cell.hasFormula ? { kind: 'missing', text: '' } : emptyCell;
  }
  switch (type) {
    case 'n':
      return numberCell(value, cell.style, context);
    case 's':
      return textCell(sharedText(value, context.strings));
    case 'str':
      return textCell(unescaped(value));
    case 'b':
      return { kind: 'boolean', text: ['1', 'true'].includes(value.trim()) ? 'TRUE' : 'FALSE' };
    case 'd':
      return dayCell(value);
    case 'e':
      return { kind: 'error', text: value };
    default:
      throw new TableRefused('workbook_damaged');
  }
}

function textCell(text: string): TableCell {
  return text === '' ? emptyCell : { kind: 'text', text };
}

function sharedText(value: string, strings: readonly string[]): string {
  const text = /^\s*\d{1,8}\s*$/u.test(value) ? strings[parseInt(value, 10)] : undefined;
  if (text === undefined) throw new TableRefused('workbook_damaged');
  return text;
}

function numberCell(value: string, style: string, context: CellContext): TableCell {
  const number = plainNumber(value);
  if (number === null) return { kind: 'error', text: value };
  const format = formatOf(style, context);
  // 3,25 % is stored as 0,0325: without its sign nobody could tell which of them is meant.
  if (format === 'percent') return { kind: 'text', text: percentText(number) };
  if (format !== 'date') return { kind: 'number', text: number };
  const day = dayOfSerial(number, context.from1904);
  return day === null ? { kind: 'number', text: number } : { kind: 'date', text: day };
}

function dayCell(value: string): TableCell {
  const day = /^\s*(\d{4}-\d{2}-\d{2})(?:T|\s*$)/u.exec(value)?.[1];
  return day === undefined ? { kind: 'error', text: value } : { kind: 'date', text: day };
}

/** What a cell style makes of a number. */
export function formatOf(style: string, { styles }: CellContext): NumberFormat {
  return styles[parseInt(style === '' ? '0' : style, 10)] ?? 'plain';
}
