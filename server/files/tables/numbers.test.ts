import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberFormat } from './number-format.ts';
import { dayOfSerial, percentText, plainNumber } from './numbers.ts';

describe('the exact decimals of a stored number', () => {
  it.each([
    ['0.30000000000000004', '0.3'],
    ['1234.5', '1234.5'],
    ['-1234.50', '-1234.5'],
    ['1.5E3', '1500'],
    ['1E-3', '0.001'],
    ['1.2345678901234567E+20', '123456789012346000000'],
    ['4.0999999999999996', '4.1'],
    ['999999999999999.9', '1000000000000000'],
    ['9.9999999999999999', '10'],
    ['0.99999999999999999', '1'],
    ['0.1000000000000005', '0.100000000000001'],
    ['0.1000000000000004', '0.1'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['+7', '7'],
    ['007', '7'],
    ['0', '0'],
    ['-0.0', '0'],
    ['100', '100'],
    ['0.000123', '0.000123'],
    [' 12 ', '12'],
    ['123456789012345678', '123456789012346000'],
  ])('%s is %s', (stored, plain) => {
    expect(plainNumber(stored)).toBe(plain);
  });

  it.each(['', ' ', '.', '-', 'NaN', 'INF', '1,5', '1e', '1e5000', '0x10', '1 2', '٣'])(
    '%j is no number',
    (stored) => {
      expect(plainNumber(stored)).toBeNull();
    },
  );

  it('is exact for öre that were added as doubles', () => {
    const ore = fc.integer({ min: 0, max: 10 ** 12 });
    fc.assert(
      fc.property(ore, ore, fc.boolean(), (one, other, negative) => {
        const sum = one / 100 + other / 100;
        const exact = BigInt(one) + BigInt(other);
        const decimals = (exact % 100n).toString().padStart(2, '0').replace(/0+$/u, '');
        const plain = `${exact / 100n}${decimals === '' ? '' : `.${decimals}`}`;
        const isMinus = negative && exact !== 0n;
        expect(plainNumber(String(isMinus ? -sum : sum))).toBe(isMinus ? `-${plain}` : plain);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('the percentage that a share is', () => {
  it.each([
    ['0.0325', '3,25 %'],
    ['0.5', '50 %'],
    ['1', '100 %'],
    ['-0.001', '-0,1 %'],
    ['12.345', '1234,5 %'],
    ['0', '0 %'],
  ])('%s is %s', (plain, text) => {
    expect(percentText(plain)).toBe(text);
  });
});

describe('the day that a number is', () => {
  it.each([
    ['1', false, '1900-01-01'],
    ['59', false, '1900-02-28'],
    ['60', false, null],
    ['61', false, '1900-03-01'],
    ['45352', false, '2024-03-01'],
    ['45352.75', false, '2024-03-01'],
    ['2958465', false, '9999-12-31'],
    ['2958466', false, null],
    ['0', false, null],
    ['-1', false, null],
    ['0', true, '1904-01-01'],
    ['43890', true, '2024-03-01'],
    ['2957003', true, '9999-12-31'],
    ['2957004', true, null],
  ])('%s from 1904 %s: %s', (serial, from1904, day) => {
    expect(dayOfSerial(serial, from1904)).toBe(day);
  });
});

describe('what a number format shows', () => {
  it.each([
    [0, undefined, 'plain'],
    [2, undefined, 'plain'],
    [14, undefined, 'date'],
    [17, undefined, 'date'],
    [20, undefined, 'plain'],
    [22, undefined, 'date'],
    [164, 'yyyy\\-mm\\-dd', 'date'],
    [164, 'mmm\\ yy', 'date'],
    [164, '[$-41D]mmmm', 'date'],
    [164, 'h:mm', 'plain'],
    [164, '[h]:mm:ss', 'plain'],
    [164, '# ##0', 'plain'],
    [164, '#,##0.00', 'plain'],
    [164, '#,##0\\ "kr/dygn"', 'plain'],
    [164, '[Red]#,##0', 'plain'],
    [9, undefined, 'percent'],
    [10, undefined, 'percent'],
    [164, '0.000\\ %', 'percent'],
    [164, '0"%"', 'plain'],
    [164, '#,##0,', 'scaled'],
    [164, '0.0,,"mnkr"', 'scaled'],
    [164, '#,##0;"d"', 'plain'],
    [164, 'General', 'plain'],
    [164, '@', 'plain'],
  ])('%i %j: %s', (id, code, shown) => {
    expect(numberFormat(id, code)).toBe(shown);
  });

  it('is not looked for in a code longer than Excel takes', () => {
    expect(numberFormat(164, `${'['.repeat(1_000_000)}d`)).toBe('plain');
  });
});
