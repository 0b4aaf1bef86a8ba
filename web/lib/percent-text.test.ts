import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMillionths, percentOf } from '#domain/percent.ts';
import {
  parseSwedishPercent,
  percentForSlider,
  percentOfSlider,
  shownPercent,
  shownPercentWithSign,
} from './percent-text.ts';

describe('a percentage as a person writes it', () => {
  it.each([
    ['80', '80'],
    ['80 %', '80'],
    ['3,25', '3.25'],
    ['3.25\u00a0%', '3.25'],
    ['\u22120,5', '-0.5'],
    ['–0,5 %', '-0.5'],
    ['+1', '1'],
  ])('%j is read', (text, plain) => {
    expect(parseSwedishPercent(text)).toBe(percentOf(plain));
  });

  it.each(['', '-', '%', 'åttio', '1,2,3', '0,12345', '2000', '++1'])('%j is none', (text) => {
    expect(parseSwedishPercent(text)).toBeNull();
  });

  it('is shown with comma and minus, and a plus where that is asked for', () => {
    expect(shownPercent(percentOf('-0.25'))).toBe('\u22120,25');
    expect(shownPercentWithSign(percentOf('1.5'))).toBe('+1,5');
    expect(shownPercentWithSign(percentOf('0'))).toBe('0');
    expect(shownPercentWithSign(percentOf('-2'))).toBe('\u22122');
  });

  it('is the same after it was shown and read, and after it was a place on a slider', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -10_000_000n, max: 10_000_000n }), (millionths) => {
        const percent = fromMillionths(millionths);
        expect(parseSwedishPercent(shownPercentWithSign(percent))).toBe(percent);
        expect(percentOfSlider(percentForSlider(percent))).toBe(percent);
      }),
    );
  });
});
