import { expect, it } from 'vitest';
import { populationColumns } from './scb-population-columns.ts';
import type { TableCell } from './utfall-table-cell.ts';

const text = (...cells: readonly string[]): TableCell[] =>
  cells.map((cell) => ({ kind: 'text', text: cell }));

it('finds the heading below other lines, and what its columns are', () => {
  expect(
    populationColumns([
      text('Folkmängd efter region, ålder, kön och år'),
      [],
      text('region', 'ålder', 'kön', '2023', '2024'),
      text('0512 Ydre', '0 år', 'män', '20', '21'),
    ]),
  ).toEqual({
    headerRow: 3,
    columns: {
      region: 0,
      code: null,
      period: null,
      counts: [
        { column: 3, period: '2023' },
        { column: 4, period: '2024' },
      ],
      divisions: [
        { column: 1, heading: 'ålder' },
        { column: 2, heading: 'kön' },
      ],
    },
  });
});

it('takes no title with a year in it for a heading', () => {
  expect(populationColumns([text('Folkmängd 2024')])).toBeNull();
});

it('looks no further than thirty rows', () => {
  const lines = Array.from({ length: 30 }, () => text('Anmärkning'));
  expect(populationColumns([...lines, text('region', '2024')])).toBeNull();
  expect(populationColumns([...lines.slice(1), text('region', '2024')])?.headerRow).toBe(30);
});
