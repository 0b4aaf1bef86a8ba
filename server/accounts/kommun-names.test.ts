import { describe, expect, it } from 'vitest';
import { kommunNames } from './kommun-names.ts';

describe('the names of kommuner', () => {
  it('are 290, each of its own', () => {
    expect(kommunNames).toHaveLength(290);
    expect(new Set(kommunNames).size).toBe(290);
  });

  it('are written as names', () => {
    const form = /^[A-ZÅÄÖ][a-zåäö]+(?:[ -][A-ZÅÄÖ][a-zåäö]+)?$/u;
    expect(kommunNames.filter((name) => !form.test(name))).toEqual([]);
  });

  // Places counted in SCB's table of codes, where each län begins after the one before.
  it.each([
    [1, 'Upplands Väsby'],
    [26, 'Nynäshamn'],
    [27, 'Håbo'],
    [34, 'Östhammar'],
    [43, 'Trosa'],
    [56, 'Mjölby'],
    [69, 'Tranås'],
    [77, 'Ljungby'],
    [89, 'Borgholm'],
    [90, 'Gotland'],
    [95, 'Sölvesborg'],
    [128, 'Hässleholm'],
    [134, 'Kungsbacka'],
    [183, 'Falköping'],
    [199, 'Säffle'],
    [211, 'Lindesberg'],
    [221, 'Arboga'],
    [236, 'Ludvika'],
    [246, 'Hudiksvall'],
    [253, 'Örnsköldsvik'],
    [261, 'Östersund'],
    [276, 'Skellefteå'],
    [290, 'Kiruna'],
  ])('number %i is %s, the first or last of its län', (place, name) => {
    expect(kommunNames[place - 1]).toBe(name);
  });
});
