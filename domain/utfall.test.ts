import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum, type Tkr, tkr, zero } from './tkr.ts';
import {
  type PlacedAmount,
  placeKey,
  previewUtfall,
  spansOf,
  sumByPlace,
  type UtfallSource,
  utfallInForce,
} from './utfall.ts';

const on = (lineId: string, month: number | null, plain: string, year = 2024): PlacedAmount => ({
  target: 'line',
  lineId,
  driftrad: null,
  year,
  month,
  amount: tkr(plain),
});

const source = (
  sourceId: string,
  amounts: readonly PlacedAmount[],
  more: Partial<UtfallSource> = {},
): UtfallSource => ({ sourceId, isUndone: false, spans: [], amounts, ...more });

const spans = (firstMonth: number, lastMonth: number, year = 2024) => ({
  spans: [{ year, firstMonth, lastMonth }],
});

/** What counts, as `source line month amount`. */
const counted = (sources: readonly UtfallSource[]): string[] =>
  utfallInForce(sources).inForce.map(
    ({ sourceId, lineId, month, amount }) => `${sourceId} ${lineId} ${month} ${amount / 100_000n}`,
  );

describe('what is in force', () => {
  it.each<[string, readonly UtfallSource[], readonly string[]]>([
    ['nothing, of nothing', [], []],
    ['one source, all of it', [source('A', [on('nät', 1, '5')])], ['A nät 1 5']],
    [
      'the later of two in a cell',
      [source('A', [on('nät', 1, '5')]), source('B', [on('nät', 1, '7')])],
      ['B nät 1 7'],
    ],
    [
      'both where their months differ',
      [source('A', [on('nät', 1, '5')]), source('B', [on('nät', 2, '7')])],
      ['A nät 1 5', 'B nät 2 7'],
    ],
    [
      'both where their years differ',
      [source('A', [on('nät', 1, '5', 2023)]), source('B', [on('nät', 1, '7')])],
      ['A nät 1 5', 'B nät 1 7'],
    ],
    [
      'both where their lines differ',
      [source('A', [on('nät', 1, '5')]), source('B', [on('skrivare', 1, '7')])],
      ['A nät 1 5', 'B skrivare 1 7'],
    ],
    [
      'what an import covers, not what was typed there before',
      [source('A', [on('nät', 2, '5')]), source('B', [on('skrivare', 1, '7')], spans(1, 3))],
      ['B skrivare 1 7'],
    ],
    [
      'what was typed outside of the months of an import',
      [source('A', [on('nät', 4, '5')]), source('B', [on('skrivare', 1, '7')], spans(1, 3))],
      ['A nät 4 5', 'B skrivare 1 7'],
    ],
    [
      'nothing typed in the first and the last month of an import, and all around them',
      [
        source(
          'A',
          [2, 3, 5, 6].map((month) => on('nät', month, '5')),
        ),
        source('B', [on('skrivare', 4, '7')], spans(3, 5)),
      ],
      ['A nät 2 5', 'A nät 6 5', 'B skrivare 4 7'],
    ],
    [
      'what was typed after an import',
      [source('A', [on('nät', 2, '5')], spans(1, 12)), source('B', [on('nät', 2, '7')])],
      ['B nät 2 7'],
    ],
    [
      'a month rather than an earlier figure for the whole year',
      [source('A', [on('nät', null, '50')]), source('B', [on('nät', 2, '7')])],
      ['B nät 2 7'],
    ],
    [
      'a later figure for the whole year rather than its months',
      [source('A', [on('nät', 2, '7')]), source('B', [on('nät', null, '50')])],
      ['B nät null 50'],
    ],
    [
      'all that one source says, its year as a whole and its months too',
      [source('A', [on('nät', null, '50'), on('nät', 2, '7')])],
      ['A nät null 50', 'A nät 2 7'],
    ],
    [
      'several amounts of one source in a cell',
      [source('A', [on('nät', 2, '5'), on('nät', 2, '7')])],
      ['A nät 2 5', 'A nät 2 7'],
    ],
    [
      'the earlier one where the later is undone',
      [source('A', [on('nät', 1, '5')]), source('B', [on('nät', 1, '7')], { isUndone: true })],
      ['A nät 1 5'],
    ],
  ])('is %s', (_, sources, expected) => {
    expect(counted(sources)).toEqual(expected);
  });

  it('keeps what was superseded, by its own source', () => {
    const sources = [source('A', [on('nät', 1, '5')]), source('B', [on('nät', 1, '7')])];
    expect(utfallInForce(sources).superseded).toEqual([{ ...on('nät', 1, '5'), sourceId: 'A' }]);
  });

  it('tells rows of the driftbudget apart by name', () => {
    const drift = { target: 'drift', lineId: null } as const;
    expect(placeKey({ ...drift, driftrad: 'IT' })).not.toBe(placeKey({ ...drift, driftrad: 'HR' }));
  });
});

const month = fc.option(fc.integer({ min: 1, max: 12 }), { nil: null });
const placed = fc
  .record({
    place: fc.constantFrom('a', 'b', 'unmapped'),
    year: fc.constantFrom(2024, 2025),
    month,
    ore: fc.bigInt({ min: -1_000n, max: 1_000n }),
  })
  .map(({ place, year, month: of, ore }): PlacedAmount => {
    const isLine = place !== 'unmapped';
    return {
      target: isLine ? 'line' : 'unmapped',
      lineId: isLine ? place : null,
      driftrad: null,
      year,
      month: of,
      amount: ore as Tkr,
    };
  });
const anySource = fc
  .record({
    amounts: fc.array(placed, { minLength: 1, maxLength: 8 }),
    kind: fc.constantFrom('typed', 'sie4', 'csv'),
    isUndone: fc.boolean(),
  })
  .map(({ amounts, kind, isUndone }) => ({ amounts, isUndone, spans: spansOf(kind, amounts) }));
const anySources = fc
  .array(anySource, { maxLength: 6 })
  .map((all) => all.map((one, at): UtfallSource => ({ ...one, sourceId: `${at}` })));

describe('any sources', () => {
  it('are as they were before the last one when that is undone', () => {
    fc.assert(
      fc.property(anySources, anySource, (sources, last) => {
        const undone = { ...last, sourceId: 'last', isUndone: true };
        expect(utfallInForce([...sources, undone])).toEqual(utfallInForce(sources));
      }),
    );
  });

  it('lose no amount: each one counts or was superseded, once', () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const { inForce, superseded } = utfallInForce(sources);
        const active = sources.filter(({ isUndone }) => !isUndone);
        const all = active.flatMap(({ amounts }) => amounts);
        expect(inForce.length + superseded.length).toBe(all.length);
        expect(sum([...inForce, ...superseded].map(({ amount }) => amount))).toBe(
          sum(all.map(({ amount }) => amount)),
        );
      }),
    );
  });

  it('know each cell from one source alone, and a year as a whole or by month, not both', () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const { inForce } = utfallInForce(sources);
        const bySource = new Map<string, string>();
        for (const amount of inForce) {
          const cell = `${placeKey(amount)} ${amount.year} ${amount.month}`;
          expect(bySource.get(cell) ?? amount.sourceId).toBe(amount.sourceId);
          bySource.set(cell, amount.sourceId);
        }
        for (const whole of inForce.filter(({ month: of }) => of === null)) {
          const same = inForce.filter(
            (other) => placeKey(other) === placeKey(whole) && other.year === whole.year,
          );
          expect(new Set(same.map(({ sourceId }) => sourceId)).size).toBe(1);
        }
      }),
    );
  });

  it('count the newest source whole', () => {
    fc.assert(
      fc.property(anySources, anySource, (sources, last) => {
        const newest = { ...last, sourceId: 'last', isUndone: false };
        const { inForce } = utfallInForce([...sources, newest]);
        const own = inForce.filter(({ sourceId }) => sourceId === 'last');
        expect(own).toHaveLength(newest.amounts.length);
      }),
    );
  });
});

describe('the months that a source answers for', () => {
  it.each([
    ['sie4', [on('nät', 3, '1'), on('nät', 6, '1')], [{ year: 2024, firstMonth: 3, lastMonth: 6 }]],
    ['sie5', [on('nät', null, '1')], [{ year: 2024, firstMonth: 1, lastMonth: 12 }]],
    [
      'sie4',
      [on('nät', 5, '1'), on('nät', 12, '1', 2023)],
      [
        { year: 2023, firstMonth: 12, lastMonth: 12 },
        { year: 2024, firstMonth: 5, lastMonth: 5 },
      ],
    ],
    ['csv', [on('nät', 3, '1')], []],
    ['typed', [on('nät', 3, '1')], []],
  ] as const)('of %s %#', (kind, amounts, expected) => {
    expect(spansOf(kind, amounts)).toEqual(expected);
  });
});

describe('a preview', () => {
  it('shows what a line comes to before and after, what goes and what comes too', () => {
    const now = [on('nät', 1, '5'), on('nät', 4, '2'), on('skrivare', 2, '9')];
    const next = { spans: spans(1, 3).spans, amounts: [on('nät', 1, '6'), on('mobil', 3, '1')] };
    const changes = previewUtfall(now, next).map(
      ({ lineId, before, after }) => [lineId, before, after] as const,
    );
    expect(changes).toEqual([
      ['nät', tkr('7'), tkr('8')],
      ['skrivare', tkr('9'), null],
      ['mobil', null, tkr('1')],
    ]);
  });

  it('of nothing changes nothing', () => {
    expect(previewUtfall([], { spans: [], amounts: [] })).toEqual([]);
  });
});

it('sums by place and year', () => {
  const outside = { ...on('x', 1, '3'), target: 'outside', lineId: null } as const;
  const sums = sumByPlace([
    on('nät', 1, '5'),
    outside,
    on('nät', null, '2'),
    on('nät', 1, '4', 2025),
  ]);
  expect(sums.map(({ target, year, amount }) => [target, year, amount])).toEqual([
    ['line', 2024, tkr('7')],
    ['outside', 2024, tkr('3')],
    ['line', 2025, tkr('4')],
  ]);
  expect(sum(sums.map(({ amount }) => amount))).not.toBe(zero);
});
