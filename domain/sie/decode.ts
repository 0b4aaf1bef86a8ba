import { cp437, section437, windows1252 } from './cp437.ts';
import type { SieEncoding } from './types.ts';

/** How one line is written: `mixed` field by field, `unclear` where nothing in it tells. */
export type LineReading = 'ascii' | 'utf8' | 'cp437' | 'latin1' | 'mixed' | 'unclear';

/** A text of a file. `isUnclear` where a byte of it is a letter in no reading. */
export type DecodedText = { readonly text: string; readonly isUnclear: boolean };

/** Turns bytes into text, line by line, and remembers how the lines were written. */
export type Decoder = {
  /** Looks at a whole line, which `text` then reads parts of. */
  readonly line: (bytes: Uint8Array, start: number, end: number) => void;
  readonly text: (bytes: Uint8Array, start: number, end: number) => DecodedText;
  readonly encoding: () => SieEncoding;
};

// What å, ä, ö, é and ü are in one code page is a box or a quotation mark in the other.
const letters437 = isOneOf([0x81, 0x82, 0x84, 0x86, 0x8e, 0x8f, 0x90, 0x94, 0x99, 0x9a]);
const lettersLatin1 = isOneOf([
  0xc4, 0xc5, 0xc9, 0xd6, 0xdc, 0xe0, 0xe4, 0xe5, 0xe8, 0xe9, 0xf6, 0xfc,
]);

// Above these only boxes, Greek and mathematics: in the text of a book-keeper they are misread.
const signs437 = isOneOf([0xe1, 0xe6, 0xf1, 0xf8, 0xfa, 0xfd, 0xff]);
const firstBox437 = 0xb0;

// A call takes so many letters; a short text is made faster letter by letter.
const pieceLength = 4096;
const shortLength = 24;

/**
 * Makes a decoder. Only CP437 is legal, and UTF-8 and Latin-1 (windows-1252) are met as well.
 *
 * A line in which every byte above 0x7F is part of valid UTF-8 is UTF-8. Otherwise the Swedish
 * letters of the line tell its code page; where both pages have some, each field is read for itself,
 * and within a field each byte. A line that tells nothing is read as most lines before it.
 */
export function createDecoder(): Decoder {
  const lines = { utf8: 0, cp437: 0, latin1: 0, unclear: 0 };
  let reading: LineReading = 'ascii';
  const usual = (): LineReading => {
    if (lines.latin1 > lines.cp437) return 'latin1';
    return 'cp437';
  };
  return {
    line: (bytes, start, end) => {
      reading = readingOf(bytes, start, end);
      if (reading === 'ascii') return;
      if (reading === 'mixed') {
        lines.cp437 += 1;
        lines.latin1 += 1;
      } else lines[reading] += 1;
    },
    text: (bytes, start, end) => {
      if (reading === 'ascii') return decodeAs(bytes, start, end, 'ascii');
      if (reading !== 'mixed') {
        return decodeAs(bytes, start, end, reading === 'unclear' ? usual() : reading);
      }
      const own = readingOf(bytes, start, end);
      return decodeAs(bytes, start, end, own === 'unclear' ? usual() : own);
    },
    encoding: () => {
      const { unclear, ...told } = lines;
      const met = (['utf8', 'cp437', 'latin1'] as const).filter((one) => told[one] > 0);
      if (met.length > 1) return 'mixed';
      return met[0] ?? (unclear > 0 ? 'cp437' : 'ascii');
    },
  };
}

/** How a run of bytes is written, by its bytes above 0x7F. */
export function readingOf(bytes: Uint8Array, start: number, end: number): LineReading {
  let [isUtf8, hasUtf8, hasHigh, has437, hasLatin1] = [true, false, false, false, false];
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    hasHigh = true;
    const length = utf8Length(bytes, at, end);
    if (length > 0) {
      if (isSwedishLead(byte)) hasUtf8 = true;
      at += length - 1;
      continue;
    }
    isUtf8 = false;
    if (letters437[byte] === true) has437 = true;
    if (lettersLatin1[byte] === true) hasLatin1 = true;
  }
  if (!hasHigh) return 'ascii';
  if (isUtf8) return 'utf8';
  if (hasUtf8 || (has437 && hasLatin1)) return 'mixed';
  if (has437) return 'cp437';
  return hasLatin1 ? 'latin1' : 'unclear';
}

function isOneOf(bytes: readonly number[]): readonly boolean[] {
  return Array.from({ length: 256 }, (_, byte) => bytes.includes(byte));
}

function decodeAs(
  bytes: Uint8Array,
  start: number,
  end: number,
  reading: LineReading,
): DecodedText {
  let text = '';
  let isUnclear = false;
  let at = start;
  while (at < end) {
    const from = at;
    while (at < end && isPlain(bytes[at] ?? 0)) at += 1;
    if (at > from) text += plainText(bytes, from, at);
    if (at >= end) break;
    const byte = bytes[at] ?? 0;
    const mayBeUtf8 = reading === 'utf8' || (reading === 'mixed' && isSwedishLead(byte));
    const length = mayBeUtf8 ? utf8Length(bytes, at, end) : 0;
    const code = length > 0 ? utf8Code(bytes, at, length) : codeOf(byte, reading);
    if (length === 0 && isMisread(byte, code, reading)) isUnclear = true;
    text += String.fromCodePoint(code);
    at += Math.max(length, 1);
  }
  return { text, isUnclear };
}

function isPlain(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x09;
}

/** ASCII bytes as text. */
export function plainText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  if (end - start < shortLength) {
    for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
    return text;
  }
  for (let at = start; at < end; at += pieceLength) {
    const piece = bytes.subarray(at, Math.min(at + pieceLength, end));
    text += Reflect.apply(String.fromCharCode, null, piece);
  }
  return text;
}

function codeOf(byte: number, reading: LineReading): number {
  if (byte === section437) return 0xa7;
  return byte < 0x80 ? 0xfffd : pageCode(byte, reading);
}

// Within a mixed field 0x80–0x9F is where CP437 has its letters, and the rest where Latin-1 has.
function pageCode(byte: number, reading: LineReading): number {
  const is437 = reading === 'cp437' || (reading === 'mixed' && byte < 0xa0);
  return (is437 ? cp437 : windows1252).charCodeAt(byte - 0x80);
}

function isMisread(byte: number, code: number, reading: LineReading): boolean {
  if (code === 0xfffd) return true;
  return reading === 'cp437' && byte >= firstBox437 && signs437[byte] !== true;
}

// å, ä, ö and é begin so in UTF-8; in the code pages these are a box and letters that Swedish lacks.
function isSwedishLead(byte: number): boolean {
  return byte === 0xc2 || byte === 0xc3;
}

/** The length of the UTF-8 sequence of several bytes that begins here; 0 where none does. */
function utf8Length(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at] ?? 0;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > end) return 0;
  for (let next = 1; next < length; next += 1) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  const code = utf8Code(bytes, at, length);
  const isOverlong = (length === 3 && code < 0x800) || (length === 4 && code < 0x10000);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return isOverlong || isSurrogate || code > 0x10ffff ? 0 : length;
}

function utf8Code(bytes: Uint8Array, at: number, length: number): number {
  let code = (bytes[at] ?? 0) & (0xff >> (length + 1));
  for (let next = 1; next < length; next += 1)
    code = (code << 6) | ((bytes[at + next] ?? 0) & 0x3f);
  return code;
}
