import { describe, expect, it } from 'vitest';
import { sha256Of } from './sha256.ts';

// jsdom's own blobs cannot be read piece by piece.
function file(bytes: Uint8Array): Blob {
  const of = (part: Uint8Array) => ({
    size: part.length,
    arrayBuffer: () => Promise.resolve(part.slice().buffer),
    slice: (from: number, to: number) => of(part.subarray(from, to)),
  });
  return of(bytes) as unknown as Blob;
}

// FIPS 180-4's own examples: nothing, "abc", and a million "a".
const examples = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
] as const;

// Longer than one piece, and not a whole number of them.
const long = Uint8Array.from({ length: 2_500_001 }, (_, index) => index % 251);

describe('the sum of a file', () => {
  it.each(examples)('is SHA-256, with the browser’s own and without it', async (text, sum) => {
    const bytes = new TextEncoder().encode(text);
    expect(await sha256Of(file(bytes))).toBe(sum);
    expect(await sha256Of(file(bytes), null)).toBe(sum);
  });

  it('is the same in pieces', async () => {
    expect(await sha256Of(file(long), null)).toBe(await sha256Of(file(long)));
  });
});
