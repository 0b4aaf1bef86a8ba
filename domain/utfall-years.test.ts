import { describe, expect, it } from 'vitest';
import { tkr } from './tkr.ts';
import { yearsOfFile } from './utfall-years.ts';

const at = (year: number, month: number | null, plain = '1') => ({
  year,
  month,
  amount: tkr(plain),
});

/** The years that are proposed. */
const proposed = (...given: Parameters<typeof yearsOfFile>): number[] =>
  yearsOfFile(...given)
    .filter(({ isProposed }) => isProposed)
    .map(({ year }) => year);

describe('the years of a file', () => {
  it('have their months, amounts and totals', () => {
    expect(
      yearsOfFile([at(2024, 5, '2'), at(2024, 3, '-0.5'), at(2023, null, '7')], 'sie'),
    ).toEqual([
      {
        year: 2023,
        firstMonth: null,
        lastMonth: null,
        hasWholeYear: true,
        amounts: 1,
        total: tkr('7'),
        isProposed: false,
      },
      {
        year: 2024,
        firstMonth: 3,
        lastMonth: 5,
        hasWholeYear: false,
        amounts: 2,
        total: tkr('1.5'),
        isProposed: true,
      },
    ]);
  });

  it.each<[string, readonly ReturnType<typeof at>[], 'sie' | 'table', readonly number[]]>([
    ['all with months', [at(2023, 1), at(2024, 1)], 'sie', [2023, 2024]],
    ['not last year’s balances', [at(2023, null), at(2024, 1)], 'sie', [2024]],
    ['the newest where none has months', [at(2023, null), at(2024, null)], 'sie', [2024]],
    ['all of a table', [at(2023, null), at(2024, 1)], 'table', [2023, 2024]],
    ['none that no budget can have', [at(1998, 1), at(2150, 1)], 'sie', []],
    ['none of nothing', [], 'sie', []],
  ])('propose %s', (_, amounts, kind, years) => {
    expect(proposed(amounts, kind)).toEqual(years);
  });
});
