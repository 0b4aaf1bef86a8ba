import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank, type SieField, splitFields, unescaped } from './fields.ts';

type Split = string | readonly Split[];

function split(line: string): { readonly fields: readonly Split[]; readonly fault: string | null } {
  const bytes = new TextEncoder().encode(line);
  const shown = ({ start, end, list }: SieField): Split =>
    list?.map(shown) ?? unescaped(new TextDecoder().decode(bytes.subarray(start, end)));
  const { fields, fault } = splitFields(bytes, 0, bytes.length);
  return { fields: fields.map(shown), fault };
}

describe('a row', () => {
  it.each<[string, readonly Split[]]>([
    ['#IB 0 1930 100.00', ['#IB', '0', '1930', '100.00']],
    ['\t#IB\t0  1930 \t100.00 \r', ['#IB', '0', '1930', '100.00']],
    ['#KONTO 1930 "Bank och kassa"', ['#KONTO', '1930', 'Bank och kassa']],
    ['#KONTO "1930" ""', ['#KONTO', '1930', '']],
    [String.raw`#X "en \"bra\" text" y`, ['#X', 'en "bra" text', 'y']],
    [String.raw`#X "C:\temp\ny" y`, ['#X', String.raw`C:\temp\ny`, 'y']],
    [String.raw`#X "slut\" y`, ['#X', 'slut\\', 'y']],
    ['#X "{1 2}" {}', ['#X', '{1 2}', []]],
    ['#TRANS 1930 {} 5', ['#TRANS', '1930', [], '5']],
    ['#TRANS 1930 { } 5', ['#TRANS', '1930', [], '5']],
    ['#TRANS 1930 {1 "A B" 6 P1} 5', ['#TRANS', '1930', ['1', 'A B', '6', 'P1'], '5']],
    ['#TRANS 1930{1 A}5', ['#TRANS', '1930', ['1', 'A'], '5']],
    ['#TRANS 1930 {1 "}"} 5', ['#TRANS', '1930', ['1', '}'], '5']],
    ['"a""b"', ['a', 'b']],
    ['', []],
  ])('%j is split at its blanks', (line, fields) => {
    expect(split(line)).toEqual({ fields, fault: null });
  });

  it('without its closing mark is read to the end, and so is a list', () => {
    expect(split('#X "utan slut  ')).toEqual({ fields: ['#X', 'utan slut'], fault: 'quote' });
    expect(split('#X {1 A')).toEqual({ fields: ['#X', ['1', 'A']], fault: 'objects' });
  });

  it('of any bytes is split, and every field lies within it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('{}"\\ #a\t')), maxLength: 30 }),
        (line) => {
          const bytes = new TextEncoder().encode(line);
          for (const { start, end } of splitFields(bytes, 0, bytes.length).fields) {
            expect(start).toBeLessThanOrEqual(end);
            expect(end).toBeLessThanOrEqual(bytes.length);
          }
        },
      ),
    );
  });

  it('is parted by spaces, tabs and carriage returns', () => {
    expect([0x20, 0x09, 0x0d, 0x0a, 0x41].map(isBlank)).toEqual([true, true, true, false, false]);
  });
});
