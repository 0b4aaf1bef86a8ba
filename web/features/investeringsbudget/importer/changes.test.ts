import { describe, expect, it } from 'vitest';
import type { UtfallAnswer, UtfallSourceAnswer } from '#contract/utfall.ts';
import { tkr } from '#domain/tkr.ts';
import {
  changesBetween,
  changesOfYear,
  differenceOf,
  knownSources,
  placedOf,
  sourceOf,
  totalOf,
  withoutSource,
} from './changes.ts';

const onLine = (lineId: string, month: number | null, amount: string) => ({
  ...({ target: 'line', lineId, driftrad: null, year: 2024, month, amount } as const),
});
const drift = (month: number, amount: string) => ({
  ...({ target: 'drift', lineId: null, driftrad: null, year: 2024, month, amount } as const),
});

function told(
  sourceId: string,
  sourceNumber: string,
  kind: UtfallSourceAnswer['kind'],
): UtfallSourceAnswer {
  return { sourceId, sourceNumber, kind } as unknown as UtfallSourceAnswer;
}

const first = sourceOf(
  'first',
  'sie4',
  placedOf([onLine('klienter', 1, '100'), onLine('klienter', 3, '50'), drift(2, '7')]),
);
const typed = sourceOf('typed', 'typed', placedOf([onLine('klienter', 2, '30')]));

describe('what an import would change', () => {
  const next = sourceOf(
    'next',
    'sie4',
    placedOf([onLine('klienter', 2, '40'), onLine('nat', 3, '5')]),
  );
  const changes = changesBetween([first, typed], [first, typed, next], [2024]);

  it('is told line by line, before and after, and for what is on no line', () => {
    expect(changesOfYear(changes, 2024, ['nat', 'klienter'])).toEqual([
      { target: 'line', lineId: 'nat', year: 2024, before: null, after: tkr('5') },
      { target: 'line', lineId: 'klienter', year: 2024, before: tkr('180'), after: tkr('140') },
      { target: 'drift', lineId: null, year: 2024, before: tkr('7'), after: null },
    ]);
  });

  it('names every amount that no longer counts', () => {
    expect(changes.superseded.map(({ sourceId, month }) => [sourceId, month])).toEqual([
      ['first', 3],
      ['first', 2],
      ['typed', 2],
    ]);
    expect(changes.restored).toEqual([]);
    expect(changes.isSame).toBe(false);
  });

  it('comes to a total, where an unknown side counts as nothing', () => {
    const lines = changesOfYear(changes, 2024, ['nat', 'klienter']).slice(0, 2);
    expect(totalOf(lines)).toEqual({ before: tkr('180'), after: tkr('145') });
    expect(differenceOf(totalOf(lines))).toEqual(tkr('-35'));
    expect(totalOf([])).toEqual({ before: null, after: null });
  });

  it('is nothing where the same amounts come once more', () => {
    const again = { ...first, sourceId: 'again' };
    const same = changesBetween([first], [first, again], [2024]);
    expect(same.changes.every((change) => differenceOf(change) === tkr('0'))).toBe(true);
    expect(same.isSame).toBe(true);
  });

  it('is something where a month has more and another less, and the year is the same', () => {
    const moved = sourceOf(
      'moved',
      'typed',
      placedOf([onLine('klienter', 1, '90'), onLine('klienter', 3, '60')]),
    );
    const changes = changesBetween([first], [first, moved], [2024]);
    expect(changes.changes.every((change) => differenceOf(change) === tkr('0'))).toBe(true);
    expect(changes.isSame).toBe(false);
  });

  it('is something where a month becomes known, if only as zero', () => {
    const zero = sourceOf('zero', 'typed', placedOf([onLine('klienter', 1, '0')]));
    expect(changesBetween([], [zero], [2024]).isSame).toBe(false);
  });

  it('does not tell of other years', () => {
    expect(changesBetween([], [first], [2023]).changes).toEqual([]);
  });
});

describe('what an undo would change', () => {
  const later = sourceOf('later', 'sie4', placedOf([onLine('nat', 2, '5')]));
  const undone = { ...later, isUndone: true };
  const changes = changesBetween([first, typed, later], [first, typed, undone], [2024]);

  it('brings back what the import had taken the place of', () => {
    expect(changes.restored.map(({ sourceId, month }) => [sourceId, month])).toEqual([
      ['first', 2],
      ['typed', 2],
    ]);
  });

  it('can be told without the import itself', () => {
    expect(changes.superseded.map(({ sourceId }) => sourceId)).toEqual(['later']);
    expect(withoutSource(changes, 'later').superseded).toEqual([]);
  });
});

describe('the sources that are there', () => {
  it('are imports whole and typed amounts from the cells, in the order of their numbers', () => {
    const answer = {
      year: 2024,
      sources: [told('a', '9', 'typed'), told('b', '10', 'typed'), told('file', '8', 'sie4')],
      cells: [
        {
          ...{ lineId: 'klienter', month: 1, amount: '3', sourceId: 'b' },
          superseded: [
            { sourceId: 'file', month: 1, amount: '1' },
            { sourceId: 'a', month: 1, amount: '2' },
          ],
        },
        { lineId: 'nat', month: 1, amount: null, sourceId: null, superseded: [] },
      ],
    } as unknown as UtfallAnswer;
    const imports = [
      { source: told('file', '8', 'sie4'), amounts: [onLine('klienter', 1, '1'), drift(1, '4')] },
    ];
    const known = knownSources([answer], imports);
    expect(known.map(({ sourceId, amounts }) => [sourceId, amounts.length])).toEqual([
      ['file', 2],
      ['a', 1],
      ['b', 1],
    ]);
    expect(known[0]?.spans).toEqual([{ year: 2024, firstMonth: 1, lastMonth: 1 }]);
  });
});
