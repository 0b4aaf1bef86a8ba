import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromOre, tkr } from '../tkr.ts';
import { readKronor, tkrOf, toKronor, writeKronor } from './amount.ts';

describe('an amount in kronor', () => {
  it.each([
    ['1234.50', 123_450n, false],
    ['-1234.5', -123_450n, false],
    ['+7', 700n, false],
    ['0', 0n, false],
    ['-0.00', 0n, false],
    ['.5', 50n, false],
    ['12,25', 1225n, false],
    ['00001', 100n, false],
    ['1.2300', 123n, false],
    ['1.005', 101n, true],
    ['-1.005', -101n, true],
    ['1.0049', 100n, true],
    ['999999999999999.99', 99_999_999_999_999_999n, false],
  ])('reads %s exactly to the öre', (text, ore, isRounded) => {
    expect(readKronor(text)).toEqual({ ore, isRounded });
  });

  it.each(['', '-', '.', '1.234,50', '1 234', '1e3', '12x', '0x10', '−5', '1000000000000000'])(
    'is not %j',
    (text) => {
      expect(readKronor(text)).toBeNull();
    },
  );

  it('is a thousandth of a Tkr', () => {
    expect(tkrOf(123_450n)).toBe(tkr('1.23450'));
    expect(toKronor(tkr('-1.2345'))).toBe('-1234.50');
  });

  it('is written so that it is read again', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), (ore) => {
        expect(readKronor(writeKronor(ore))).toEqual({ ore, isRounded: false });
        expect(toKronor(fromOre(ore))).toBe(writeKronor(ore));
      }),
    );
  });

  it.each([
    [5n, '0.05'],
    [-5n, '-0.05'],
    [100n, '1.00'],
  ])('%s öre is written %s', (ore, text) => {
    expect(writeKronor(ore)).toBe(text);
  });
});
