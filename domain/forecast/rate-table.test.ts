import { describe, expect, it } from 'vitest';
import { percentToPlain } from '../percent.ts';
import type { TableCell } from '../utfall-table-cell.ts';
import { readRateTable } from './rate-table.ts';

const table = (...rows: readonly (readonly string[])[]) =>
  readRateTable(rows.map((cells) => cells.map((text): TableCell => ({ kind: 'text', text }))));
const points = (...rows: readonly (readonly string[])[]) =>
  table(...rows).points.map(({ row, from, rate }) => `${row} ${from} ${percentToPlain(rate)}`);

describe('a table of a reference rate', () => {
  it('is a day and a percentage a row, by their days', () => {
    expect(points(['2025-02-01', '2,5'], ['2025-01-01', '2,75 %'], ['2024-06-01', '3.5'])).toEqual([
      '3 2024-06-01 3.5',
      '2 2025-01-01 2.75',
      '1 2025-02-01 2.5',
    ]);
  });

  it.each([
    [['Datum', 'Ränta'], 'known words'],
    [['Date', 'Value (%)'], 'English words'],
    [['Datum', 'STIBOR 3M'], 'the name of a rate'],
    [['Kvartal', 'x'], 'words of its own'],
  ])('may have the headings %j: %s', (heading) => {
    expect(points(heading, ['2025-01-01', '2,55'])).toEqual(['2 2025-01-01 2.55']);
  });

  it('is read by its headings where the columns are more, below lines of title', () => {
    const rows = [
      ['Räntor från Riksbanken'],
      ['Period', 'Serie', 'Värde'],
      ['2025-01-02', 'STIBOR 3M', '2,55'],
    ];
    expect(points(...rows)).toEqual(['3 2025-01-02 2.55']);
    expect(table(...rows).skipped).toEqual([
      { row: 1, reason: 'before_header' },
      { row: 2, reason: 'header' },
    ]);
  });

  it('passes over days without a value', () => {
    const { points: read, skipped } = table(['2025-01-01', '-'], ['2025-01-02', '']);
    expect(read).toEqual([]);
    expect(skipped.map(({ reason }) => reason)).toEqual(['no_rate', 'no_rate']);
  });

  it('tells by row and column what is not understood', () => {
    const { problems, points: read } = table(
      ['2025-01-01', '2,5'],
      ['', '2,5'],
      ['2025-01-32', '2,5'],
      ['2025-01-03', 'två'],
      ['2025-01-01', '2,5'],
      ['nyårsdagen', '999'],
    );
    expect(read).toHaveLength(1);
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 1, 'cell_missing'],
      [3, 1, 'day_not_understood'],
      [4, 2, 'rate_not_understood'],
      [5, 1, 'rate_day_twice'],
      [6, 1, 'day_not_understood'],
      [6, 2, 'rate_out_of_range'],
    ]);
  });

  it('does not take a first row that is wrong for headings', () => {
    expect(table(['nyårsdagen', '2,5']).problems).toHaveLength(1);
    expect(table(['2025-01-32', 'x']).problems).toHaveLength(2);
    expect(table()).toEqual({ headerAt: null, points: [], problems: [], skipped: [] });
  });
});
