import { isUtf8 } from 'node:buffer';
import { TableRefused } from './refused.ts';

/** How the bytes of a text file stand for letters. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Bytes decoded at a time. */
const pieceBytes = 64 * 1024;

/**
 * The encoding of a text file: what its byte order mark says, UTF-8 where every byte fits, and
 * otherwise Windows-1252, which is what Swedish programs write that do not write UTF-8.
 */
export function encodingOf(bytes: Buffer): TextEncoding {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function startsWith(bytes: Buffer, ...mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/**
 * The text piece by piece, without its byte order mark. Throws where bytes do not fit the encoding
 * that the mark promises, and where there are control characters, which no text has.
 */
export function* textPieces(bytes: Buffer, encoding: TextEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    const piece = bytes.subarray(from, from + pieceBytes);
    const text = decoded(() => decoder.decode(piece, { stream: true }));
    if (hasControlCharacter(text)) throw new TableRefused('not_a_table');
    yield text;
  }
  yield decoded(() => decoder.decode());
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch (error) {
    if (error instanceof TypeError) throw new TableRefused('text_broken');
    throw error;
  }
}

function hasControlCharacter(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  return /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u.test(text.replaceAll('\r', '\n'));
}
