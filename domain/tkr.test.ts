import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absolute,
  add,
  compare,
  fromKronor,
  fromMnkr,
  fromOre,
  isNegative,
  multiply,
  negate,
  parsePlain,
  roundForDisplay,
  type ShownDecimals,
  subtract,
  sum,
  tkr,
  toOre,
  toPlain,
  zero,
} from './tkr.ts';

/** Any amount to the öre within ±10¹² Tkr. */
export const anyOre = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });

describe('plain decimal form', () => {
  it.each([
    ['58662', '58662'],
    ['-22567.4', '-22567.4'],
    ['0', '0'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['0.00001', '0.00001'],
    ['0.234', '0.234'],
    ['1.2340', '1.2340'],
    ['1000000000000', '1000000000000'],
    ['1234.567', '1234.567'],
  ])('reads %s as %s', (text, plain) => {
    const amount = parsePlain(text);
    expect(amount.ok && toPlain(amount.value)).toBe(plain);
  });

  it.each([
    ['', 'amount_empty'],
    ['  ', 'amount_empty'],
    ['1e5', 'amount_not_a_number'],
    ['NaN', 'amount_not_a_number'],
    ['Infinity', 'amount_not_a_number'],
    ['-Infinity', 'amount_not_a_number'],
    ['0x10', 'amount_not_a_number'],
    ['+5', 'amount_not_a_number'],
    ['1,5', 'amount_not_a_number'],
    ['.5', 'amount_not_a_number'],
    ['5.', 'amount_not_a_number'],
    ['1 000', 'amount_not_a_number'],
    ['١٢', 'amount_not_a_number'],
    ['1.234', 'amount_ambiguous'],
    ['-999.999', 'amount_ambiguous'],
    ['1.123456', 'amount_too_many_decimals'],
    ['1000000000000.00001', 'amount_too_large'],
    [`1${'0'.repeat(40)}`, 'amount_not_a_number'],
    [`1${'0'.repeat(39)}`, 'amount_too_large'],
  ])('refuses %s: %s', (text, problem) => {
    expect(parsePlain(text)).toEqual({ ok: false, refusal: problem });
  });

  it('reads back every amount that it writes', () => {
    fc.assert(
      fc.property(anyOre, (ore) => {
        const read = parsePlain(toPlain(fromOre(ore)));
        expect(read.ok && toOre(read.value)).toBe(ore);
      }),
    );
  });

  it('throws where the code itself writes something that is not an amount', () => {
    expect(() => tkr('1e5')).toThrow('Not an amount');
    expect(() => tkr('NaN')).toThrow('Not an amount');
    expect(() => tkr('0.000001')).toThrow('Not an amount');
  });
});

describe('arithmetic', () => {
  it('is exact to the öre for every amount, as whole numbers are', () => {
    fc.assert(
      fc.property(anyOre, anyOre, (left, right) => {
        const [a, b] = [fromOre(left), fromOre(right)];
        expect(toOre(add(a, b))).toBe(left + right);
        expect(toOre(subtract(a, b))).toBe(left - right);
        expect(toOre(negate(a))).toBe(-left);
        expect(Math.sign(compare(a, b))).toBe(left < right ? -1 : left > right ? 1 : 0);
        expect(toOre(absolute(a))).toBe(left < 0n ? -left : left);
        expect(isNegative(a)).toBe(left < 0n);
      }),
    );
  });

  it('sums any number of amounts exactly', () => {
    fc.assert(
      fc.property(fc.array(anyOre), (list) => {
        expect(toOre(sum(list.map(fromOre)))).toBe(list.reduce((total, ore) => total + ore, 0n));
      }),
    );
  });

  it('keeps what a float loses', () => {
    expect(toPlain(add(tkr('0.1'), tkr('0.2')))).toBe('0.3');
    expect(toPlain(add(tkr('999999999999.99999'), tkr('0.00001')))).toBe('1000000000000');
  });

  it.each([
    ['100', 275n, 10_000n, '2.75'],
    ['1', 1n, 3n, '0.33333'],
    ['0.00001', 1n, 2n, '0.00001'],
    ['-0.00001', 1n, 2n, '-0.00001'],
    ['0.00001', 1n, 3n, '0'],
    ['10', -1n, 4n, '-2.5'],
    ['10', 1n, -4n, '-2.5'],
  ])('multiplies %s by %s/%s to %s, rounded half away from zero', (amount, top, bottom, result) => {
    expect(toPlain(multiply(tkr(amount), { numerator: top, denominator: bottom }))).toBe(result);
  });

  it('refuses a ratio with nothing below the line', () => {
    expect(() => multiply(tkr('1'), { numerator: 1n, denominator: 0n })).toThrow('denominator');
  });
});

describe('rounding for display', () => {
  it.each<[string, ShownDecimals, string]>([
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['0.49999', 0, '0'],
    ['-0.49999', 0, '0'],
    ['60470.41', 0, '60470'],
    ['10020.59', 0, '10021'],
    ['1.25', 1, '1.3'],
  ])('shows %s with %i decimals as %s', (amount, decimals, shown) => {
    expect(toPlain(roundForDisplay(tkr(amount), decimals))).toBe(shown);
  });
});

describe('other units', () => {
  it('converts kronor and million kronor exactly', () => {
    expect(fromKronor('1234.5')).toEqual({ ok: true, value: tkr('1.2345') });
    expect(fromKronor('-0.01')).toEqual({ ok: true, value: tkr('-0.00001') });
    expect(fromMnkr('2.5')).toEqual({ ok: true, value: tkr('2500') });
  });

  it('refuses parts of an öre rather than rounding them', () => {
    expect(fromKronor('0.001')).toEqual({ ok: false, refusal: 'amount_too_many_decimals' });
    expect(fromKronor('1e3')).toEqual({ ok: false, refusal: 'amount_not_a_number' });
  });

  it('counts zero as zero', () => {
    expect(sum([])).toEqual(zero);
  });
});
