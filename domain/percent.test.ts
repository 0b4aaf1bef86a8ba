import { expect, it } from 'vitest';
import { parsePercent } from './percent.ts';
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
});

it.each(['', '-1', '100.1', '1e2', '5,5', '0.00001', '1000', 'tio'])('takes no %j', (text) => {
  expect(parsePercent(text)).toBeNull();
});
