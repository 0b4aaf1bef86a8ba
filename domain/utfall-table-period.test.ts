import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPeriod } from './utfall-table-period.ts';

describe('a period', () => {
  it.each<[string, number | null, number | null]>([
    ['2024', 2024, null],
    ['2024-03', 2024, 3],
    ['2024/3', 2024, 3],
    ['2024.03', 2024, 3],
    ['2024M03', 2024, 3],
    ['202403', 2024, 3],
    ['2024-03-15', 2024, 3],
    ['2024-03-15 08:30', 2024, 3],
    ['20240315', 2024, 3],
    ['03/2024', 2024, 3],
    ['3-2024', 2024, 3],
    ['3', null, 3],
    ['03', null, 3],
    ['12', null, 12],
    ['P03', null, 3],
    ['Period 3', null, 3],
    ['månad 3', null, 3],
    ['mars', null, 3],
    ['Mars', null, 3],
    ['mar.', null, 3],
    ['mar 2024', 2024, 3],
    ['mars-2024', 2024, 3],
    ['2024 mars', 2024, 3],
    [' maj ', null, 5],
    ['okt', null, 10],
    ['October 2025', 2025, 10],
    ['sept', null, 9],
    ['DEC', null, 12],
  ])('%j is year %s, month %s', (text, year, month) => {
    expect(readPeriod(text)).toEqual({ year, month });
  });

  it.each([
    ...['', ' ', '0', '13', '00', '2024-13', '2024-00', '202413', '1999', '2101', '1999-01'],
    ...['mar-24', 'mars 24', '24-03', '2024.1', '2024-03-32', '2024-03-00', '20241', '2024031'],
    ...['kvartal 1', 'Q1', 'marsch', 'Summa', '3,0', '-3', '2024 mars 2024', '1/2/2024', '٣'],
    ...['x'.repeat(100_000), '1'.repeat(100_000)],
  ])('is not read from %.20s', (text) => {
    expect(readPeriod(text)).toBeNull();
  });

  it('is read in every month of every year, however it is written', () => {
    const names = [
      'jan',
      'feb',
      'mar',
      'apr',
      'maj',
      'jun',
      'jul',
      'aug',
      'sep',
      'okt',
      'nov',
      'dec',
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        (year, month) => {
          const two = `${month}`.padStart(2, '0');
          for (const text of [
            `${year}-${two}`,
            `${year}${two}`,
            `${two}/${year}`,
            `${names[month - 1]} ${year}`,
            `${year}-${two}-28`,
          ]) {
            expect(readPeriod(text)).toEqual({ year, month });
          }
        },
      ),
    );
  });
});
