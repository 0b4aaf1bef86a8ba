import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseKommunkod, parseOrgnr } from './orgnr.ts';

// Check digits worked by hand: 222000-309? doubles to 4 2 4 0 0 0 6 0 9, which sum to 25, so 5 is left.
const valid: readonly (readonly [string, string])[] = [
  ['222000-3095', '222000-3095'],
  ['2220003095', '222000-3095'],
  ['16222000-3095', '222000-3095'],
  ['162220003095', '222000-3095'],
  ['16 222000-3095', '222000-3095'],
  [' 222 000 - 30 95 ', '222000-3095'],
  ['222000\u00a03095', '222000-3095'],
  ['222000\u20133095', '222000-3095'],
  // 202100-548?: 4 0 4 1 0 0 1(10) 4 7(16) sum to 21, so 9 is left.
  ['202100-5489', '202100-5489'],
  // Ten digits that begin with 16 are not a prefix: 2 6 4 0 0 0 0 0 0 sum to 12, so 8 is left.
  ['162000-0008', '162000-0008'],
  // 104000-005?: 2 0 8 0 0 0 0 0 1(10) sum to 11, so 9 is left; 4 0 8 0 0 0 8 0 0 sum to 20, so nothing.
  ['104000-0059', '104000-0059'],
  ['204000-4000', '204000-4000'],
];

describe('organisationsnummer', () => {
  it.each(valid)('reads %j as %s', (text, canonical) => {
    expect(parseOrgnr(text)).toEqual({ ok: true, value: canonical });
  });

  it.each([
    '',
    '222000-3094',
    '222000-3096',
    '220200-3095',
    // A personnummer with a right check digit, 811218-9876: its third digit is a month's.
    '811218-9876',
    '8112189876',
    '22200-03095',
    '222000--3095',
    '-2220003095',
    '222000-309',
    '222000-30955',
    '17222000-3095',
    '19222000-3095',
    '16-222000-3095',
    '222000.3095',
    '٢٢٢٠٠٠-٣٠٩٥',
    '222000-3095x',
    'SE222000309501',
  ])('refuses %j', (text) => {
    expect(parseOrgnr(text)).toEqual({ ok: false, refusal: 'orgnr_invalid' });
  });

  it('finds every single wrong digit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...valid.map(([, canonical]) => canonical.replace('-', ''))),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (digits, index, added) => {
          const wrong = (parseInt(digits.charAt(index), 10) + added) % 10;
          const text = `${digits.slice(0, index)}${wrong}${digits.slice(index + 1)}`;
          expect(parseOrgnr(text).ok).toBe(false);
        },
      ),
    );
  });

  it('takes one of ten check digits, and reads its own form again', () => {
    const anyNine = fc
      .stringMatching(/^\d{9}$/u)
      .filter((digits) => digits.charAt(2) !== '0' && digits.charAt(2) !== '1');
    fc.assert(
      fc.property(anyNine, (nine) => {
        const read = Array.from('0123456789').map((last) => parseOrgnr(nine + last));
        const values = read.flatMap((result) => (result.ok ? [result.value] : []));
        expect(values).toHaveLength(1);
        expect(values[0]).toMatch(/^\d{6}-\d{4}$/u);
        expect(parseOrgnr(values[0] ?? '')).toEqual({ ok: true, value: values[0] });
      }),
    );
  });
});

describe('kommunkod', () => {
  it.each([
    ['0114', '0114'],
    ['2584', '2584'],
    ['0180', '0180'],
    [' 0680 ', '0680'],
    ['1280\u00a0', '1280'],
  ])('reads %j as %s', (text, code) => {
    expect(parseKommunkod(text)).toEqual({ ok: true, value: code });
  });

  it.each(['', '0113', '2585', '0000', '9999', '114', '00114', '01140', '011a', '-114', '0１14'])(
    'refuses %j',
    (text) => {
      expect(parseKommunkod(text)).toEqual({ ok: false, refusal: 'kommunkod_invalid' });
    },
  );
});
