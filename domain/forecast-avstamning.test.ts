import { describe, expect, it } from 'vitest';
import { computeBorgensutrymme } from './borgensutrymme.ts';
import { reconcileForecast } from './forecast-avstamning.ts';
import { tkr } from './tkr.ts';

const row = (year: number, amount: string) => ({
  year,
  kind: 'borrowingInvestments' as const,
  source: 'typed' as const,
  amount: tkr(amount),
});

const forecast = computeBorgensutrymme(
  {
    openingYear: 2024,
    lastYear: 2026,
    openingDebt: tkr('100'),
    rows: [row(2025, '10'), row(2026, '20')],
  },
  [{ validFrom: '2024-01-01', amount: tkr('200') }],
);

const inTable = (
  figure: 'debt' | 'headroom' | 'borrowingInvestments',
  year: number,
  as: string,
) => ({
  figure,
  year,
  printed: tkr(as),
  printedIn: 'table' as const,
});

describe('a printed forecast', () => {
  it('agrees where every figure does', () => {
    const outcome = reconcileForecast(forecast, [
      inTable('debt', 2024, '100'),
      inTable('debt', 2026, '130'),
      inTable('headroom', 2026, '70'),
    ]);
    expect(outcome.map(({ verdict }) => verdict)).toEqual(['agrees', 'agrees', 'agrees']);
  });

  it('traces a difference to the year in which it began, also for the headroom', () => {
    const outcome = reconcileForecast(forecast, [
      inTable('debt', 2024, '100'),
      inTable('debt', 2025, '111'),
      inTable('debt', 2026, '131'),
      inTable('headroom', 2026, '69'),
    ]);
    expect(outcome.map(({ verdict, beganIn }) => [verdict, beganIn])).toEqual([
      ['agrees', null],
      ['rounding', 2025],
      ['rounding', 2025],
      ['rounding', 2025],
    ]);
  });

  it('lets no copied figure and no opening debt be rounding', () => {
    const outcome = reconcileForecast(forecast, [
      inTable('debt', 2024, '101'),
      inTable('borrowingInvestments', 2025, '11'),
    ]);
    expect(outcome.map(({ verdict }) => verdict)).toEqual(['error', 'error']);
  });

  it('allows a sum of two rows one and a half units, and no more', () => {
    const verdictOf = (as: string) =>
      reconcileForecast(forecast, [inTable('debt', 2025, as)])[0]?.verdict;
    expect([verdictOf('111'), verdictOf('112')]).toEqual(['rounding', 'error']);
  });
});
