import { maxCellCharacters, maxCells, maxCharacters, maxStyles } from './limits.ts';
import { type NumberFormat, numberFormat } from './number-format.ts';
import { TableRefused } from './refused.ts';
import { pathTest, readXml } from './xml.ts';
import type { ZipParts } from './zip.ts';

const isText = pathTest('sst', 'si');
const isPlainRun = pathTest('sst', 'si', 't');
const isRichRun = pathTest('sst', 'si', 'r', 't');
const isNumberFormat = pathTest('styleSheet', 'numFmts', 'numFmt');
const isCellStyle = pathTest('styleSheet', 'cellXfs', 'xf');

/** The texts that cells point at by number, in order; pronunciation (`rPh`) is left out. */
export async function readSharedStrings(zip: ZipParts, part: string): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let characters = 0;
  await readXml(zip.text(part), {
    open(at) {
      if (isText(at)) text = '';
    },
    text(at, piece) {
      if (isPlainRun(at) || isRichRun(at)) text += piece;
    },
    close(at) {
      if (!isText(at)) return;
      const plain = unescaped(text);
      if (plain.length > maxCellCharacters) throw new TableRefused('shared_text_too_long');
      characters += plain.length;
      if (characters > maxCharacters) throw new TableRefused('too_much_text');
      if (strings.length === maxCells) throw new TableRefused('too_many_cells');
      strings.push(plain);
    },
  });
  return strings;
}

/**
 * A text as Excel means it: `_x000A_` is the character with that number, and `_x005F_` an underscore
 * that would otherwise begin such an escape. Escapes for control characters stay as they are.
 *
 * Source: ECMA-376 part 1, 22.9.2.19.
 */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (escape, hex: string) => {
    const code = parseInt(hex, 16);
    if (code === 9 || code === 10 || code === 13)
      return code === 13 ? '' : String.fromCharCode(code);
    return code < 32 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code < 0xe000)
      ? escape
      : String.fromCharCode(code);
  });
}

/** What each cell style makes of a number, in the order that cells point at. */
export async function readStyles(zip: ZipParts, part: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const styles: NumberFormat[] = [];
  await readXml(zip.text(part), {
    open(at, attributes) {
      const id = parseInt(attributes['numFmtId'] ?? '0', 10);
      if (isNumberFormat(at)) {
        codes.set(id, attributes['formatCode'] ?? '');
      }
      if (!isCellStyle(at)) return;
      if (styles.length === maxStyles || codes.size > maxStyles) {
        throw new TableRefused('workbook_damaged');
      }
      styles.push(numberFormat(id, codes.get(id)));
    },
  });
  return styles;
}
