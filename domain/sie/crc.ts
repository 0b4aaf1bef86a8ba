import type { SieField } from './fields.ts';

/** The checksum of rows: CRC-32 over their labels and the contents of their fields. */
export type Checksum = {
  readonly add: (bytes: Uint8Array, fields: readonly SieField[]) => void;
  /** 0 to 2³² − 1. */
  readonly value: () => number;
};

const polynomial = 0xedb88320;
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
  return crc;
});

/**
 * Begins a checksum. Blanks between fields, quotation marks around them, braces and the backslash of
 * `\"` are no content, and the bytes are those of the file, in whatever encoding.
 *
 * Source: SIE 4B § 10, with the polynomial 0xEDB88320.
 */
export function createChecksum(): Checksum {
  let crc = 0xffffffff;
  const addField = (bytes: Uint8Array, { start, end, list }: SieField): void => {
    if (list !== null) {
      for (const field of list) addField(bytes, field);
      return;
    }
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === 0x5c && at + 1 < end && bytes[at + 1] === 0x22) continue;
      crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
    }
  };
  return {
    add: (bytes, fields) => {
      for (const field of fields) addField(bytes, field);
    },
    value: () => (crc ^ 0xffffffff) >>> 0,
  };
}
