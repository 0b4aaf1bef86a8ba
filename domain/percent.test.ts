import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addPercent,
  fromMillionths,
  hundredPercent,
  parsePercent,
  parseSignedPercent,
  percentOf,
  percentOfAmount,
  percentToPlain,
  ratioOf,
  zeroPercent,
} from './percent.ts';
import { multiply, tkr } from './tkr.ts';

it.each([
  ['10', '100'],
  ['2.5', '25'],
  ['0', '0'],
  ['100', '1000'],
  ['12.3456', '123.456'],
  ['5.0000', '50'],
])('takes %s percent of 1 000 as %s', (text, expected) => {
  const share = parsePercent(text);
  expect(share && multiply(tkr('1000'), share)).toBe(tkr(expected));
  expect(percentOfAmount(tkr('1000'), percentOf(text))).toBe(tkr(expected));
});

it.each(['', '-1', '100.1', '1e2', '5,5', '0.00001', '1000', 'tio'])('takes no %j', (text) => {
  expect(parsePercent(text)).toBeNull();
});

describe('a percentage that may be below zero or above a hundred', () => {
  it.each([
    ['3.25', 32_500n],
    ['-0.5', -5_000n],
    ['0.0001', 1n],
    ['200', 2_000_000n],
    ['1000', 10_000_000n],
    ['-1000', -10_000_000n],
    ['2.750000', 27_500n],
  ])('reads %s', (text, millionths) => {
    expect(parseSignedPercent(text)).toBe(millionths);
  });

  it.each(['', '-', '1000.0001', '-1000.0001', '1,5', '+1', '1e1', '0.00001', '.5', '--1', ' 1'])(
    'takes no %j',
    (text) => {
      expect(parseSignedPercent(text)).toBeNull();
      expect(() => percentOf(text)).toThrow('Not a percentage');
    },
  );

  it.each([
    ['2.7500', '2.75'],
    ['-0.05', '-0.05'],
    ['100', '100'],
    ['0.0001', '0.0001'],
    ['-0', '0'],
  ])('writes %s as %s', (text, plain) => {
    expect(percentToPlain(percentOf(text))).toBe(plain);
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -10_000_000n, max: 10_000_000n }), (millionths) => {
        expect(parseSignedPercent(percentToPlain(fromMillionths(millionths)))).toBe(millionths);
      }),
    );
  });
});

it('adds exactly, as a margin to a reference rate', () => {
  expect(addPercent(percentOf('2.1'), percentOf('0.35'))).toBe(percentOf('2.45'));
  expect(addPercent(percentOf('0.35'), percentOf('-0.4'))).toBe(percentOf('-0.05'));
  expect(addPercent(hundredPercent, zeroPercent)).toBe(percentOf('100'));
});

it('is a fraction of one', () => {
  expect(ratioOf(percentOf('2.75'))).toEqual({ numerator: 27_500n, denominator: 1_000_000n });
});

it('rounds a share of an amount once, half away from zero', () => {
  expect(percentOfAmount(tkr('0.00001'), percentOf('50'))).toBe(tkr('0.00001'));
  expect(percentOfAmount(tkr('-0.00001'), percentOf('50'))).toBe(tkr('-0.00001'));
  expect(percentOfAmount(tkr('0.00001'), percentOf('49.9999'))).toBe(tkr('0'));
  expect(percentOfAmount(tkr('1000'), percentOf('-0.5'))).toBe(tkr('-5'));
});
