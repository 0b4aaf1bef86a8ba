import { describe, expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { resolveAssumptions } from './assumptions.ts';
import { generalInterval, instalmentsOf, lineTermsAt, ownTermsAt } from './line-terms.ts';
import { monthAt } from './month.ts';
import { assumptionOf } from './what-if.ts';

const assumptions = resolveAssumptions([
  [
    assumptionOf({ kind: 'lifeShift', months: -12, from: '2027-01-01' }),
    assumptionOf({ kind: 'life', lineId: 'klienter', months: 36 }),
    assumptionOf({ kind: 'life', lineId: 'klienter', months: 48, from: '2025-01-01' }),
    assumptionOf({ kind: 'life', lineId: 'mus', months: 6 }),
    assumptionOf({ kind: 'drawSpan', lineId: 'klienter', months: 4, lastMonth: 12 }),
    assumptionOf({ kind: 'executionRate', percent: percentOf('80') }),
    assumptionOf({ kind: 'equityLife', months: 60 }),
    assumptionOf({ kind: 'openingLife', months: 0 }),
  ],
]);

describe('the terms of a line', () => {
  it.each([
    ['klienter', 2024, 36],
    ['klienter', 2025, 48],
    ['klienter', 2027, 36],
    // A life never falls below a month.
    ['mus', 2027, 1],
    ['okänd', 2025, null],
  ])('%s in %i: a life of %s months', (lineId, year, life) => {
    expect(lineTermsAt(assumptions, lineId, year).life).toBe(life);
  });

  it('have the whole year and quarters where nobody has said another', () => {
    expect(lineTermsAt(assumptions, 'mus', 2025)).toMatchObject({
      firstMonth: 1,
      lastMonth: 12,
      interval: 3,
      loanShare: null,
      executionRate: percentOf('80'),
    });
    expect(generalInterval(assumptions, 2025)).toBe(3);
  });

  it('say when its loan is drawn and repaid, or nothing without a life', () => {
    const terms = lineTermsAt(assumptions, 'klienter', 2025);
    expect(instalmentsOf(2025, terms)).toEqual({
      firstMonth: monthAt(2025, 4),
      parts: 9,
      interval: 3,
      payments: 16,
    });
    expect(instalmentsOf(2025, { ...terms, life: null })).toBeNull();
  });
});

it('repays equity and an opening debt only where somebody has said over how long', () => {
  expect(ownTermsAt(assumptions, 'equity', '2025-01-01')).toEqual({ life: 60, interval: 3 });
  expect(ownTermsAt(assumptions, 'opening', '2025-01-01')).toBeNull();
  expect(ownTermsAt(resolveAssumptions([]), 'equity', '2025-01-01')).toBeNull();
});
