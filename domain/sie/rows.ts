import { type ReadAmount, readKronor, writeKronor } from './amount.ts';
import type { Decoder } from './decode.ts';
import { type SieField, type SieFields, splitFields, unescaped } from './fields.ts';
import type { Ledger } from './ledger.ts';
import { orderedObjects } from './objects.ts';
import type { SieObject, SieRowProblem } from './types.ts';
import { shown } from './warnings.ts';

/** One row of a file, split at its blanks; its texts are decoded when they are asked for. */
export type SieRow = {
  /** As written, such as `#TRANS`. */
  readonly label: string;
  readonly line: number;
  /** The text of the field after so many others; empty where there is none. 1 follows the label. */
  readonly text: (index: number) => string;
  /** The objects of a list; null where the field is none, and `bad` where it cannot be read. */
  readonly objects: (index: number) => readonly SieObject[] | null | 'bad';
  /** The whole row as it was read, for a warning. */
  readonly all: () => string;
};

/** Splits a row and makes its fields readable. A fault in it is warned of here. */
export function openRow(
  { ledger, decoder }: { readonly ledger: Ledger; readonly decoder: Decoder },
  bytes: Uint8Array,
  place: { readonly start: number; readonly end: number; readonly line: number },
  split: SieFields = splitFields(bytes, place.start, place.end),
): SieRow {
  const { fields, fault } = split;
  const { line } = place;
  let hasTold = false;
  const textOf = ({ start, end }: SieField): string => {
    const { text, isUnclear } = decoder.text(bytes, start, end);
    if (isUnclear && !hasTold) {
      hasTold = true;
      ledger.warnings.row(line, { code: 'bytes_unclear', value: shown(text) });
    }
    return unescaped(text);
  };
  const [first] = fields;
  const label = first === undefined ? '' : textOf(first);
  if (fault === 'quote') ledger.warnings.row(line, { code: 'quote_unclosed', label });
  return {
    label,
    line,
    text: (index) => {
      const field = fields[index];
      return field === undefined || field.list !== null ? '' : textOf(field);
    },
    objects: (index) => {
      const list = fields[index]?.list ?? null;
      if (list === null) return null;
      if (fault === 'objects' || list.length % 2 !== 0) return 'bad';
      return objectsOf(list.map(textOf));
    },
    all: () => decoder.text(bytes, place.start, place.end).text,
  };
}

/** The objects that pairs of dimension and code are, in order. */
export function objectsOf(texts: readonly string[]): readonly SieObject[] {
  const objects: SieObject[] = [];
  for (let at = 0; at + 1 < texts.length; at += 2) {
    objects.push({ dimension: texts[at] ?? '', code: texts[at + 1] ?? '' });
  }
  return orderedObjects(objects);
}

/** Says that a row could not be read, and that it is not counted. */
export function refuseRow(
  ledger: Ledger,
  { label, line }: { readonly label: string; readonly line: number },
  problem: SieRowProblem,
  value: string,
): void {
  ledger.warnings.row(line, {
    code: 'row_unreadable',
    label: shown(label),
    problem,
    value: shown(value),
  });
}

/** Reads the amount of a row; null, and a warning, where it is none. */
export function amountOf(
  ledger: Ledger,
  row: { readonly label: string; readonly line: number },
  account: string,
  value: string,
): bigint | null {
  const amount: ReadAmount | null = readKronor(value);
  if (amount === null) {
    refuseRow(ledger, row, 'amount', value);
    return null;
  }
  if (amount.isRounded) {
    ledger.warnings.row(row.line, {
      code: 'amount_many_decimals',
      label: row.label,
      account,
      value: shown(value),
      counted: writeKronor(amount.ore),
    });
  }
  return amount.ore;
}
