import { describe, expect, it } from 'vitest';
import type { AssumptionKind, AssumptionValue } from '#domain/forecast/assumption-terms.ts';
import { monthAt } from '#domain/forecast/month.ts';
import { percentOf } from '#domain/percent.ts';
import { tkr } from '#domain/tkr.ts';
import { en } from '../texts/en.ts';
import { sv } from '../texts/sv.ts';
import { inYears, shownFrom, shownMonth, shownValue } from './assumption-words.ts';

const nothing: AssumptionValue = {
  percent: null,
  low: null,
  high: null,
  amount: null,
  months: null,
  lastMonth: null,
};

const shown = (kind: AssumptionKind, value: Partial<AssumptionValue>, texts = sv): string =>
  shownValue(kind, { ...nothing, ...value }, texts.prognos).replaceAll('\u00a0', ' ');

describe('an assumption in words', () => {
  it.each([
    ['executionRate', { percent: percentOf('80') }, '80 %'],
    ['plannedRate', { percent: percentOf('3.25') }, '3,25 %'],
    ['priceChange', { percent: percentOf('2') }, '+2 %'],
    ['rateShift', { percent: percentOf('1') }, '+1 procentenhet'],
    ['rateShift', { percent: percentOf('-0.5') }, '−0,5 procentenheter'],
    ['life', { months: 36 }, '36 månader, 3 år'],
    ['life', { months: 30 }, '30 månader, 2,5 år'],
    ['life', { months: 40 }, '40 månader, 3 år och 4 månader'],
    ['life', { months: 1 }, '1 månad'],
    ['lifeShift', { months: -6 }, '−6 månader'],
    ['equityLife', { months: 0 }, 'återbetalas inte'],
    ['paymentInterval', { months: 3 }, 'varje kvartal'],
    ['drawSpan', { months: 1, lastMonth: 12 }, 'januari–december'],
    ['drawSpan', { months: 12, lastMonth: 12 }, 'december'],
    ['buffer', { amount: tkr('2000.5') }, '2 000,5 Tkr'],
    [
      'priceRange',
      { low: percentOf('-1'), percent: percentOf('2'), high: percentOf('5') },
      '−1–5 %, troligast 2 %',
    ],
  ] as const)('of %s', (kind, value, words) => {
    expect(shown(kind, value)).toBe(words);
  });

  it('is said in English too', () => {
    expect(shown('life', { months: 12 }, en)).toBe('12 months, 1 year');
    expect(inYears(11, en.prognos)).toBe('');
  });

  it('has its day, and a year where it begins with one', () => {
    expect(shownFrom('2027-01-01', sv.prognos)).toBe('2027');
    expect(shownFrom('2027-07-01', sv.prognos)).toBe('1 juli 2027');
    expect(shownMonth(monthAt(2027, 8), sv.prognos)).toBe('augusti 2027');
  });
});
