import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromOre, type ShownDecimals, tkr, toOre, toPlain } from './tkr.ts';
import { formatSwedish, parseSwedish } from './tkr-swedish.ts';

const anyOre = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });

describe('Swedish form read', () => {
  it.each([
    ['58662', '58662'],
    ['58 662', '58662'],
    ['58\u00a0662', '58662'],
    ['58\u202f662', '58662'],
    ['58\u2009662', '58662'],
    ['\u221222\u00a0967', '-22967'],
    ['\u201322 967', '-22967'],
    ['- 6 000', '-6000'],
    ['(500)', '-500'],
    ['( 1 500,5 )', '-1500.5'],
    ['+5', '5'],
    ['1,5', '1.5'],
    ['1.5', '1.5'],
    ['1,234', '1.2340'],
    ['0.234', '0.234'],
    ['1234.567', '1234.567'],
    ['58 661,9', '58661.9'],
    ['500 kr', '0.5'],
    ['500kr', '0.5'],
    ['1 234,50 kr', '1.2345'],
    ['500 Tkr', '500'],
    ['2,5 mnkr', '2500'],
    ['2,5 MKR', '2500'],
    ['1,234 mnkr', '1234'],
  ])('%s is %s', (text, plain) => {
    const amount = parseSwedish(text);
    expect(amount.ok ? toPlain(amount.value) : amount.refusal).toBe(plain);
  });

  it.each([
    ['', 'amount_empty'],
    ['\u2013', 'amount_empty'],
    ['1.234', 'amount_ambiguous'],
    ['-1.234', 'amount_ambiguous'],
    ['1.234 kr', 'amount_ambiguous'],
    ['1.234,50', 'amount_ambiguous'],
    ['1,234.50', 'amount_ambiguous'],
    ['1.234.567', 'amount_ambiguous'],
    ['1e5', 'amount_not_a_number'],
    ['NaN', 'amount_not_a_number'],
    ['\u221e', 'amount_not_a_number'],
    ['12 34', 'amount_not_a_number'],
    ['--5', 'amount_not_a_number'],
    ['-(5)', 'amount_not_a_number'],
    ['5-', 'amount_not_a_number'],
    ['5 euro', 'amount_not_a_number'],
    ['1,123456', 'amount_too_many_decimals'],
    ['0,001 kr', 'amount_too_many_decimals'],
    ['1 000 000 000 001', 'amount_too_large'],
    ['1 000 000 001 mnkr', 'amount_too_large'],
    ['1000000000001', 'amount_too_large'],
    ['9'.repeat(101), 'amount_not_a_number'],
  ])('%s is refused: %s', (text, problem) => {
    expect(parseSwedish(text)).toEqual({ ok: false, refusal: problem });
  });

  it('reads back every amount as it is shown with all decimals', () => {
    fc.assert(
      fc.property(anyOre, (ore) => {
        const read = parseSwedish(formatSwedish(fromOre(ore)));
        expect(read.ok && toOre(read.value)).toBe(ore);
      }),
    );
  });
});

describe('Swedish form shown', () => {
  it.each<[string, ShownDecimals | undefined, string]>([
    ['58662', undefined, '58\u00a0662'],
    ['-22967.4', undefined, '\u221222\u00a0967,4'],
    ['-22967.5', 0, '\u221222\u00a0968'],
    ['-0.4', 0, '0'],
    ['1234567.89', 1, '1\u00a0234\u00a0567,9'],
    ['5', 2, '5,00'],
    ['999', 0, '999'],
    ['1.234', undefined, '1,234'],
    ['1.234', 3, '1,234'],
    ['100.1', 0, '100'],
  ])('%s with %s decimals is %s', (amount, decimals, shown) => {
    expect(formatSwedish(tkr(amount), decimals)).toBe(shown);
  });

  it('agrees with the platform about Swedish number form', () => {
    const platform = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 5 });
    fc.assert(
      fc.property(anyOre, (ore) => {
        const text = toPlain(fromOre(ore));
        const asDecimalText = text as `${number}`;
        expect(formatSwedish(fromOre(ore))).toBe(platform.format(asDecimalText));
      }),
    );
  });
});
