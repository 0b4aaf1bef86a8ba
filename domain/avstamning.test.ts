import { describe, expect, it } from 'vitest';
import { differenceBeganIn, type PrintedFigure, reconcile } from './avstamning.ts';
import { tkr } from './tkr.ts';

const figure: PrintedFigure = {
  printed: tkr('100'),
  computed: tkr('100'),
  addedRows: 3,
  printedIn: 'table',
  decimals: 0,
};

describe('a printed figure against the computed one', () => {
  it.each<[string, Partial<PrintedFigure>, string, string | null]>([
    ['equal', {}, 'agrees', '0'],
    ['equal once shown', { computed: tkr('100.4') }, 'agrees', '0'],
    ['equal once shown, in text', { computed: tkr('99.5'), printedIn: 'text' }, 'agrees', '0'],
    ['two units off for three rows', { printed: tkr('102') }, 'rounding', '2'],
    ['two units under for three rows', { printed: tkr('98') }, 'rounding', '-2'],
    ['three units off for three rows', { printed: tkr('103') }, 'error', '3'],
    ['just over the limit', { printed: tkr('102'), computed: tkr('99.9') }, 'error', '2'],
    ['one off in running text', { printed: tkr('101'), printedIn: 'text' }, 'error', '1'],
    ['one off in a copied figure', { printed: tkr('101'), addedRows: 0 }, 'error', '1'],
    ['a tenth off in a table in tenths', { printed: tkr('100.2'), decimals: 1 }, 'rounding', '0.2'],
    ['three tenths off in tenths', { printed: tkr('100.3'), decimals: 1 }, 'error', '0.3'],
    ['nothing to compare with', { computed: null }, 'error', null],
  ])('%s', (_, change, verdict, difference) => {
    expect(reconcile({ ...figure, ...change })).toEqual({
      verdict,
      difference: difference === null ? null : tkr(difference),
    });
  });
});

describe('where a difference began', () => {
  const link = (year: number, printed: string) => ({
    year,
    printed: tkr(printed),
    computed: tkr('100'),
  });

  it.each([
    ['the year itself', [link(2024, '100'), link(2025, '99')], 2025, 2025],
    ['an earlier year that it follows from', [link(2024, '99'), link(2025, '99')], 2025, 2024],
    ['the year where it grew', [link(2024, '99'), link(2025, '98')], 2025, 2025],
    ['nowhere, where print agrees', [link(2024, '99'), link(2025, '100')], 2025, null],
    ['nowhere, for a year that is not printed', [link(2024, '99')], 2025, null],
  ])('%s', (_, chain, year, began) => {
    expect(differenceBeganIn(chain, year)).toBe(began);
  });
});
