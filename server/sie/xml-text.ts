import { TextDecoder } from 'node:util';
import type { SieEncoding } from '#domain/sie/types.ts';

/** Turns the bytes of an XML file into text, chunk by chunk. */
export type XmlText = {
  readonly push: (chunk: Uint8Array) => string;
  readonly finish: () => string;
  readonly encoding: () => SieEncoding;
};

const blanks = [0x09, 0x0a, 0x0d, 0x20];
const mark8 = [0xef, 0xbb, 0xbf];

/** True where a file begins as XML: with `<`, after blanks and a mark of encoding. */
export function isXml(chunk: Uint8Array): boolean {
  if (utf16Of(chunk) !== null) return true;
  const hasMark = mark8.every((byte, at) => chunk[at] === byte);
  for (let at = hasMark ? mark8.length : 0; at < chunk.length; at += 1) {
    const byte = chunk[at] ?? 0;
    if (!blanks.includes(byte)) return byte === 0x3c;
  }
  return false;
}

/**
 * Makes the turning. The encoding is the one that the file's first bytes tell: a mark, or the
 * declaration `<?xml … encoding="…"?>`; else UTF-8. Bytes that it has no letter for become U+FFFD.
 */
export function createXmlText(): XmlText {
  let decoder: TextDecoder | null = null;
  let encoding: SieEncoding = 'utf8';
  return {
    push: (chunk) => {
      if (decoder === null) {
        decoder = decoderFor(chunk);
        if (decoder.encoding === 'windows-1252') encoding = 'latin1';
      }
      return decoder.decode(chunk, { stream: true });
    },
    finish: () => decoder?.decode() ?? '',
    encoding: () => encoding,
  };
}

function decoderFor(chunk: Uint8Array): TextDecoder {
  const beginning = String.fromCharCode(...chunk.subarray(0, 200));
  const declared = /^[^<]*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]{1,40})["']/u.exec(beginning)?.[1];
  try {
    return new TextDecoder(utf16Of(chunk) ?? declared ?? 'utf-8');
  } catch {
    return new TextDecoder('utf-8');
  }
}

function utf16Of([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}
