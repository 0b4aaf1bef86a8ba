import { describe, expect, it } from 'vitest';
import { roundingDifference } from './rounding.ts';
import { tkr, toPlain } from './tkr.ts';

describe('avrundningsdifferens', () => {
  it.each<[string, string[], string, 0 | 1, string]>([
    ['none where the shown parts add up', ['1', '2'], '3', 0, '0'],
    ['one where two parts are rounded down', ['0.4', '0.4'], '0.8', 0, '1'],
    ['minus one where two parts are rounded up', ['0.5', '0.5'], '1', 0, '-1'],
    ['none once a decimal is shown', ['0.4', '0.4'], '0.8', 1, '0'],
    ['none for no parts', [], '0', 0, '0'],
  ])('%s', (_, parts, total, decimals, difference) => {
    expect(toPlain(roundingDifference(parts.map(tkr), tkr(total), decimals))).toBe(difference);
  });
});
