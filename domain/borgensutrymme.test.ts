import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  borgenstakAt,
  checkForecastRow,
  computeBorgensutrymme,
  type ForecastInput,
  type ForecastRow,
  forecastRowKinds,
} from './borgensutrymme.ts';
import { compare, fromOre, isNegative, tkr, toOre, toPlain } from './tkr.ts';

const ceilings = [{ validFrom: '2024-12-31', amount: tkr('100') }];

function row(year: number, amount: string, kind: ForecastRow['kind'] = 'borrowingInvestments') {
  return { year, kind, source: 'typed' as const, amount: tkr(amount) };
}

function forecast(change: Partial<ForecastInput>) {
  const input = { openingYear: 2024, lastYear: 2026, openingDebt: tkr('50'), rows: [] };
  return computeBorgensutrymme({ ...input, ...change }, ceilings);
}

describe('closing debt and headroom', () => {
  it('carries a closing debt into the next year', () => {
    const { years } = forecast({ rows: [row(2025, '10'), row(2026, '-5', 'amortisation')] });
    expect(years.map(({ opening, closing, headroom }) => [opening, closing, headroom])).toEqual([
      [tkr('50'), tkr('60'), tkr('40')],
      [tkr('60'), tkr('55'), tkr('45')],
    ]);
  });

  it('keeps an empty row apart from zero', () => {
    const [year] = forecast({ rows: [row(2025, '0')] }).years;
    expect(year?.flows.borrowingInvestments).toEqual(tkr('0'));
    expect(year?.flows.amortisation).toBeNull();
    expect(year?.closing).toEqual(tkr('50'));
  });

  it.each<[string, Partial<ForecastInput>, (string | null)[]]>([
    [
      'no rows in a year, nor in any after it',
      { rows: [row(2026, '1')] },
      ['no_rows', 'no_opening_debt'],
    ],
    [
      'no opening debt',
      { openingDebt: null, rows: [row(2025, '1'), row(2026, '1')] },
      ['no_opening_debt', 'no_opening_debt'],
    ],
    ['all there', { rows: [row(2025, '1'), row(2026, '1')] }, [null, null]],
  ])('says why a figure is missing: %s', (_, change, gaps) => {
    const { years } = forecast(change);
    expect(years.map(({ gap }) => gap)).toEqual(gaps);
    expect(years.map(({ closing }) => closing === null)).toEqual(gaps.map((gap) => gap !== null));
  });

  it('has a debt but no headroom before the first ceiling', () => {
    const result = computeBorgensutrymme(
      { openingYear: 2022, lastYear: 2023, openingDebt: tkr('1'), rows: [row(2023, '1')] },
      ceilings,
    );
    expect(result.years[0]).toMatchObject({
      closing: tkr('2'),
      headroom: null,
      gap: 'no_borgenstak',
    });
  });

  it('names the first year that breaks the ceiling, and not one that meets it', () => {
    expect(forecast({ rows: [row(2025, '50'), row(2026, '0.00001')] }).firstNegativeYear).toBe(
      2026,
    );
    expect(forecast({ rows: [row(2025, '50'), row(2026, '0')] }).firstNegativeYear).toBeNull();
  });

  it('ends each year where its rows and the year before put it, for any twenty years', () => {
    const anyRow = fc.record({
      year: fc.integer({ min: 2025, max: 2044 }),
      kind: fc.constantFrom(...forecastRowKinds),
      ore: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
    });
    const unique = fc.uniqueArray(anyRow, { selector: ({ year, kind }) => `${year} ${kind}` });
    fc.assert(
      fc.property(unique, fc.bigInt({ min: 0n, max: 10n ** 15n }), (drawn, opening) => {
        const filled = Array.from({ length: 20 }, (_, index) =>
          row(2025 + index, '0', 'amortisation'),
        );
        const rows = drawn.map(({ year, kind, ore }) => ({
          year,
          kind,
          source: 'typed' as const,
          amount: fromOre(ore),
        }));
        const taken = new Set(rows.map(({ year, kind }) => `${year} ${kind}`));
        const all = [...rows, ...filled.filter(({ year, kind }) => !taken.has(`${year} ${kind}`))];
        const { years } = computeBorgensutrymme(
          { openingYear: 2024, lastYear: 2044, openingDebt: fromOre(opening), rows: all },
          ceilings,
        );
        let debt = opening;
        for (const result of years) {
          for (const { year, amount } of all) if (year === result.year) debt += toOre(amount);
          expect(result.closing === null ? null : toOre(result.closing)).toBe(debt);
          expect(result.headroom === null ? null : toOre(result.headroom)).toBe(10_000_000n - debt);
        }
      }),
    );
  });
});

describe('the ceiling', () => {
  const dated = [
    { validFrom: '2026-07-01', amount: tkr('90') },
    { validFrom: '2024-01-01', amount: tkr('80') },
  ];
  it.each([
    ['2023-12-31', null],
    ['2024-01-01', '80'],
    ['2026-06-30', '80'],
    ['2026-07-01', '90'],
    ['2099-12-31', '90'],
  ])('in force on %s is %s, whatever order they come in', (day, amount) => {
    const found = borgenstakAt(dated, day);
    expect(found === null ? null : toPlain(found)).toBe(amount);
  });
});

describe('the sign of a row', () => {
  it('asks about a positive amortisation, and about nothing else', () => {
    expect(checkForecastRow('amortisation', tkr('22967'))).toBe('amortisation_positive');
    expect(checkForecastRow('amortisation', tkr('-22967'))).toBeNull();
    expect(checkForecastRow('amortisation', tkr('0'))).toBeNull();
    expect(checkForecastRow('borrowingInvestments', tkr('-5'))).toBeNull();
  });

  it('keeps zero neither negative nor positive', () => {
    expect(isNegative(tkr('-0'))).toBe(false);
    expect(compare(tkr('-0'), tkr('0'))).toBe(0);
  });
});
