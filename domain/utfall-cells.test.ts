import { describe, expect, it } from 'vitest';
import { tkr } from './tkr.ts';
import type { SourcedAmount } from './utfall.ts';
import { utfallCells, utfallRows, utfallTotals } from './utfall-cells.ts';

const on = (
  sourceId: string,
  lineId: string,
  month: number | null,
  plain: string,
): SourcedAmount => ({
  sourceId,
  target: 'line',
  lineId,
  driftrad: null,
  year: 2024,
  month,
  amount: tkr(plain),
});
const outside: SourcedAmount = { ...on('A', '', 1, '99'), target: 'outside', lineId: null };

describe('cells', () => {
  it('sum what one source has, by line and month, and the year as a whole last', () => {
    const inForce = [on('A', 'b', null, '9'), on('A', 'b', 2, '1'), on('A', 'b', 2, '2'), outside];
    expect(utfallCells({ inForce, superseded: [] }, 2024)).toEqual([
      { lineId: 'b', month: 2, amount: tkr('3'), sourceId: 'A', superseded: [] },
      { lineId: 'b', month: null, amount: tkr('9'), sourceId: 'A', superseded: [] },
    ]);
  });

  it('tell what earlier sources had, also where nothing is left', () => {
    const known = {
      inForce: [on('C', 'a', 1, '5')],
      superseded: [
        on('A', 'a', 1, '1'),
        on('A', 'a', 1, '2'),
        on('B', 'a', 1, '4'),
        on('B', 'a', 3, '8'),
      ],
    };
    expect(utfallCells(known, 2024)).toEqual([
      {
        lineId: 'a',
        month: 1,
        amount: tkr('5'),
        sourceId: 'C',
        superseded: [
          { sourceId: 'A', month: 1, amount: tkr('3') },
          { sourceId: 'B', month: 1, amount: tkr('4') },
        ],
      },
      {
        lineId: 'a',
        month: 3,
        amount: null,
        sourceId: null,
        superseded: [{ sourceId: 'B', month: 3, amount: tkr('8') }],
      },
    ]);
  });

  it('are of the year that is asked for', () => {
    expect(utfallCells({ inForce: [on('A', 'a', 1, '1')], superseded: [] }, 2025)).toEqual([]);
  });
});

describe('rows', () => {
  const cells = utfallCells(
    {
      inForce: [on('A', 'a', 1, '1'), on('A', 'a', null, '2'), on('A', 'b', 1, '4')],
      superseded: [],
    },
    2024,
  );

  it('have a place for each month, and null where nothing is known', () => {
    const [a, none] = utfallRows(cells, ['a', 'c']);
    expect(a?.months).toEqual([tkr('1'), ...Array.from({ length: 11 }, () => null)]);
    expect([a?.wholeYear, a?.total]).toEqual([tkr('2'), tkr('3')]);
    expect([none?.wholeYear, none?.total]).toEqual([null, null]);
  });

  it('sum to the totals', () => {
    const { months, wholeYear, total } = utfallTotals(cells);
    expect([months[0], months[1], wholeYear, total]).toEqual([tkr('5'), null, tkr('2'), tkr('7')]);
  });
});
