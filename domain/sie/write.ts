import type { Tkr } from '../tkr.ts';
import { toKronor } from './amount.ts';
import { cp437 } from './cp437.ts';
import { createChecksum } from './crc.ts';
import { splitFields } from './fields.ts';
import type {
  SieAccount,
  SieBalance,
  SieChange,
  SieDimension,
  SieFiscalYear,
  SieObject,
} from './types.ts';

/** A row of a voucher to write; the day is its own, YYYY-MM-DD. */
export type WrittenRow = {
  readonly account: string;
  readonly objects: readonly SieObject[];
  readonly amount: Tkr;
  readonly date?: string;
  readonly text?: string;
};

/** A voucher to write. */
export type WrittenVoucher = {
  readonly series: string;
  readonly number: string;
  readonly date: string;
  readonly text: string;
  readonly rows: readonly WrittenRow[];
};

/** A #PSALDO or #PBUDGET row to write. */
export type WrittenPeriod = Omit<SieChange, 'month'> & {
  readonly label: 'PSALDO' | 'PBUDGET';
  readonly yearIndex: number;
  readonly month: number;
};

/** A SIE file to write. The long parts are iterables, so that a file of any length can be made. */
export type WrittenFile = {
  readonly type: '1' | '2' | '3' | '4';
  readonly flagga?: 0 | 1;
  readonly program?: string;
  readonly companyName?: string;
  readonly orgnr?: string;
  readonly fiscalYears: readonly SieFiscalYear[];
  readonly accounts?: readonly SieAccount[];
  readonly dimensions?: readonly SieDimension[];
  readonly balances?: readonly SieBalance[];
  readonly periods?: Iterable<WrittenPeriod>;
  readonly vouchers?: Iterable<WrittenVoucher>;
};

/** How a file is written; CP437, CRLF and no checksum where nothing else is said. */
export type WriteForm = {
  readonly encoding?: 'cp437' | 'latin1' | 'utf8';
  readonly lineEnd?: '\r\n' | '\n' | '\r';
  readonly hasChecksum?: boolean;
};

const pieceLength = 64 * 1024;

/** Writes a SIE file of type 1–4, in pieces of bytes. What an encoding lacks becomes `?`. */
export function* writeSie(file: WrittenFile, form: WriteForm = {}): Generator<Uint8Array> {
  const { encoding = 'cp437', lineEnd = '\r\n', hasChecksum = false } = form;
  const checksum = hasChecksum ? createChecksum() : null;
  let piece = '';
  for (const row of rowsOf(file, hasChecksum)) {
    if (checksum !== null && row !== '#KSUMMA' && !row.startsWith('#FLAGGA')) {
      const bytes = encoded(row, encoding);
      checksum.add(bytes, withoutBraces(bytes));
    }
    piece += row + lineEnd;
    if (piece.length < pieceLength) continue;
    yield encoded(piece, encoding);
    piece = '';
  }
  if (checksum !== null) piece += `#KSUMMA ${checksum.value()}${lineEnd}`;
  yield encoded(piece, encoding);
}

function withoutBraces(bytes: Uint8Array) {
  const isBrace = bytes[0] === 0x7b || bytes[0] === 0x7d;
  return isBrace ? [] : splitFields(bytes, 0, bytes.length).fields;
}

function* rowsOf(file: WrittenFile, hasChecksum: boolean): Generator<string> {
  yield `#FLAGGA ${file.flagga ?? 0}`;
  if (hasChecksum) yield '#KSUMMA';
  if (file.program !== undefined) yield `#PROGRAM ${quoted(file.program)} "1.0"`;
  yield '#FORMAT PC8';
  yield `#SIETYP ${file.type}`;
  if (file.orgnr !== undefined) yield `#ORGNR ${quoted(file.orgnr)}`;
  if (file.companyName !== undefined) yield `#FNAMN ${quoted(file.companyName)}`;
  for (const { index, start, end } of file.fiscalYears) {
    yield `#RAR ${index} ${compact(start)} ${compact(end)}`;
  }
  for (const { number, name, type } of file.accounts ?? []) {
    yield `#KONTO ${quoted(number)} ${quoted(name)}`;
    if (type !== null) yield `#KTYP ${quoted(number)} ${type}`;
  }
  for (const { number, name, parent, objects } of file.dimensions ?? []) {
    const isUnder = parent !== null;
    yield isUnder
      ? `#UNDERDIM ${quoted(number)} ${quoted(name)} ${quoted(parent)}`
      : `#DIM ${quoted(number)} ${quoted(name)}`;
    for (const object of objects) {
      yield `#OBJEKT ${quoted(number)} ${quoted(object.code)} ${quoted(object.name)}`;
    }
  }
  for (const { kind, yearIndex, account, objects, amount } of file.balances ?? []) {
    const listed = kind === 'OIB' || kind === 'OUB' ? ` ${listOf(objects)}` : '';
    yield `#${kind} ${yearIndex} ${quoted(account)}${listed} ${toKronor(amount)}`;
  }
  for (const { label, yearIndex, year, month, account, objects, amount } of file.periods ?? []) {
    const period = `${year}${`${month}`.padStart(2, '0')}`;
    const sum = `${listOf(objects)} ${toKronor(amount)}`;
    yield `#${label} ${yearIndex} ${period} ${quoted(account)} ${sum}`;
  }
  for (const { series, number, date, text, rows } of file.vouchers ?? []) {
    yield `#VER ${quoted(series)} ${quoted(number)} ${compact(date)} ${quoted(text)}`;
    yield '{';
    for (const row of rows) yield transOf(row);
    yield '}';
  }
}

function transOf({ account, objects, amount, date, text }: WrittenRow): string {
  const sum = `#TRANS ${quoted(account)} ${listOf(objects)} ${toKronor(amount)}`;
  if (date === undefined && text === undefined) return sum;
  return `${sum} ${date === undefined ? '""' : compact(date)} ${quoted(text ?? '')}`;
}

function listOf(objects: readonly SieObject[]): string {
  return `{${objects.map(({ dimension, code }) => `${quoted(dimension)} ${quoted(code)}`).join(' ')}}`;
}

// Plain letters and digits stand without marks, as most programs write them.
function quoted(text: string): string {
  return /^[A-Za-z0-9.-]+$/u.test(text) ? text : `"${text.replaceAll('"', '\\"')}"`;
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

function encoded(text: string, encoding: 'cp437' | 'latin1' | 'utf8'): Uint8Array {
  if (encoding === 'utf8') return utf8Of(text);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    bytes[at] = code < 0x80 ? code : encoding === 'latin1' ? latin1Of(code) : pageByteOf(code);
  }
  return bytes;
}

const unknown = 0x3f;

function latin1Of(code: number): number {
  return code >= 0xa0 && code <= 0xff ? code : unknown;
}

function pageByteOf(code: number): number {
  const at = cp437.indexOf(String.fromCharCode(code));
  return at === -1 ? unknown : at + 0x80;
}

function utf8Of(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else if (code < 0x10000) {
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    } else {
      bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f));
      bytes.push(0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    }
  }
  return Uint8Array.from(bytes);
}
