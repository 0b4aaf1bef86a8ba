import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tkr, toPlain } from './tkr.ts';
import {
  costOf,
  formatVolume,
  parseSwedishVolume,
  parseVolume,
  toPlainVolume,
  type Volume,
  volume,
} from './volume.ts';

const anyVolume = fc
  .bigInt({ min: 0n, max: 10n ** 12n })
  .map((thousandths) =>
    volume(`${thousandths / 1000n}.${`${thousandths % 1000n}`.padStart(3, '0')}`),
  );

const read = (parsed: ReturnType<typeof parseVolume>) =>
  parsed.ok ? toPlainVolume(parsed.value) : parsed.refusal;

describe('a volume in plain form', () => {
  it.each([
    ['450', '450'],
    ['0', '0'],
    ['-0', '0'],
    ['0.5', '0.5'],
    ['1.234', '1.234'],
    ['12.3400', '12.34'],
    ['1000000000', '1000000000'],
    ['1000000000.001', 'volume_too_large'],
    ['0.0001', 'volume_too_many_decimals'],
    ['-1', 'volume_negative'],
    ['', 'volume_empty'],
    ['1e3', 'volume_not_a_number'],
    ['NaN', 'volume_not_a_number'],
    ['1,5', 'volume_not_a_number'],
  ])('reads %s as %s', (text, expected) => {
    expect(read(parseVolume(text))).toBe(expected);
  });

  it('throws on a stored text that is none', () => {
    expect(() => volume('många')).toThrow('Not a volume');
  });
});

describe('a volume as people write it', () => {
  it.each([
    ['1 200', '1200'],
    ['1\u00a0200', '1200'],
    [' 1200 ', '1200'],
    ['0,5', '0.5'],
    ['0.5', '0.5'],
    ['1,234', '1.234'],
    ['1.234', 'volume_ambiguous'],
    ['−3', 'volume_negative'],
    ['–', 'volume_empty'],
    ['', 'volume_empty'],
    ['5 st', 'volume_not_a_number'],
    ['12 34', 'volume_not_a_number'],
    ['9'.repeat(101), 'volume_not_a_number'],
    ['0,1234', 'volume_too_many_decimals'],
  ])('reads %s as %s', (text, expected) => {
    expect(read(parseSwedishVolume(text))).toBe(expected);
  });

  it('reads back every volume that it shows', () => {
    fc.assert(
      fc.property(anyVolume, (drawn: Volume) => {
        expect(parseSwedishVolume(formatVolume(drawn))).toEqual({ ok: true, value: drawn });
        expect(parseVolume(toPlainVolume(drawn))).toEqual({ ok: true, value: drawn });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof parseSwedishVolume(text).ok).toBe('boolean');
      }),
    );
  });
});

describe('what a volume costs', () => {
  it.each([
    ['450', '9', '4050'],
    ['200', '6', '1200'],
    ['1200', '5.25', '6300'],
    ['750', '4.2', '3150'],
    // Half an öre goes away from zero, less than half towards it.
    ['0.5', '0.00001', '0.00001'],
    ['0.499', '0.00001', '0'],
    ['0.001', '0.005', '0.00001'],
    ['0', '9', '0'],
  ])('%s at %s is %s', (amount, price, cost) => {
    expect(toPlain(costOf(volume(amount), tkr(price)))).toBe(cost);
  });
});
