import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createChecksum } from './crc.ts';
import { splitFields } from './fields.ts';

function checksumOf(...lines: readonly string[]): number {
  const checksum = createChecksum();
  for (const line of lines) {
    const bytes = new TextEncoder().encode(line);
    checksum.add(bytes, splitFields(bytes, 0, bytes.length).fields);
  }
  return checksum.value();
}

describe('the checksum', () => {
  it('is CRC-32 of labels and contents, without what parts them', () => {
    expect(checksumOf('123456789')).toBe(0xcbf43926);
    expect(checksumOf('#KONTO 1915 "Kassa \\"extra\\""')).toBe(crc32('#KONTO1915Kassa "extra"'));
    expect(checksumOf('#TRANS  7010 {1 "4 56"}\t13.00')).toBe(crc32('#TRANS701014 5613.00'));
  });

  it('runs over all rows, and is zero before the first', () => {
    expect(checksumOf()).toBe(0);
    expect(checksumOf('#A 1', '#B "2"')).toBe(crc32('#A1#B2'));
  });
});
