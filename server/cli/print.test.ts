import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPieces } from './print.ts';

describe('a result', () => {
  it('is written as JSON.stringify writes it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (result) => {
        expect([...jsonPieces(result)].join('')).toBe(`${JSON.stringify(result, null, 2)}\n`);
      }),
    );
    const holes = { a: undefined, b: [undefined, () => 1], c: { d: undefined }, e: [[]], f: [] };
    expect([...jsonPieces(holes)].join('')).toBe(`${JSON.stringify(holes, null, 2)}\n`);
  });

  it('is written in pieces where it is long', () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => ({ at }));
    const lengths = [...jsonPieces({ rows })].map((piece) => piece.length);
    expect(lengths.length).toBeGreaterThan(20);
    expect(Math.max(...lengths)).toBeLessThan(100_000);
  });
});
