import { expect, it } from 'vitest';
import { sv } from '../../texts/sv.ts';
import { draftOfPopulation } from './population.ts';

const read = (period: string) =>
  draftOfPopulation(
    {
      period,
      matched: [{ memberId: 'ydre', region: '0512 Ydre', by: 'kommunkod', population: '3712' }],
      missing: [],
    },
    'folkmangd.csv',
    sv.borgen,
  );

it('what was read becomes a key from the new year after, with its source', () => {
  expect(read('2024')).toEqual({
    validFrom: '2025-01-01',
    type: 'population',
    source: 'SCB, folkmängd 2024 (folkmangd.csv)',
    weights: { ydre: '3712' },
  });
  expect(read('2024M11').validFrom).toBe('2025-01-01');
});

it('a file that says no time leaves the day to the person', () => {
  expect(read('')).toMatchObject({ validFrom: '', source: 'SCB, folkmängd (folkmangd.csv)' });
});
