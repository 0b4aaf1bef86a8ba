import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PeriodAccount, type PeriodRow, settlePeriods } from './psaldo.ts';

/** `1 {6 P} 5`: month, objects, öre. */
function rowsOf(text: string): PeriodRow[] {
  return text.split(', ').map((row) => {
    const [, month = '', list = '', ore = ''] = /^(\d+) \{(.*)\} (-?\d+)$/u.exec(row) ?? [];
    const words = list === '' ? [] : list.split(' ');
    const objects = words.flatMap((dimension, at) =>
      at % 2 === 0 ? [{ dimension, code: words[at + 1] ?? '' }] : [],
    );
    return { month: parseInt(month, 10), objects, ore: BigInt(ore) };
  });
}

function textOf(rows: readonly PeriodRow[]): string {
  return rows
    .map(({ month, objects, ore }) => {
      const list = objects.map(({ dimension, code }) => `${dimension} ${code}`).join(' ');
      return `${month} {${list}} ${ore}`;
    })
    .toSorted()
    .join(', ');
}

function settle(...accounts: readonly (readonly [rows: string, expected: bigint | null])[]) {
  return settlePeriods(
    accounts.map(([rows, expected], at) => ({ account: `${at}`, rows: rowsOf(rows), expected })),
  );
}

describe('the rows of an account', () => {
  it.each<[string, string, bigint | null, string]>([
    ['without objects are as they are', '1 {} 5, 2 {} -3', 2n, '1 {} 5, 2 {} -3'],
    ['are the total and its parts', '1 {} 5, 1 {1 A} 5', 5n, '1 {1 A} 5'],
    ['are the total and some parts', '1 {} 5, 1 {1 A} 2', 5n, '1 {1 A} 2, 1 {} 3'],
    ['are the rest and the parts', '1 {} 5, 1 {1 A} 2', 7n, '1 {1 A} 2, 1 {} 5'],
    ['are parts alone', '1 {1 A} 2, 1 {1 B} 3', 5n, '1 {1 A} 2, 1 {1 B} 3'],
    [
      'are parts of several sets',
      '1 {} 1, 1 {1 A} 2, 1 {1 A 6 P} 4',
      7n,
      '1 {1 A 6 P} 4, 1 {1 A} 2, 1 {} 1',
    ],
    ['are two views of the total', '1 {} 5, 1 {1 A} 5, 1 {6 P} 3', 5n, '1 {6 P} 3, 1 {} 2'],
    ['are two views alone', '1 {1 A} 5, 1 {6 P} 5', 5n, '1 {6 P} 5'],
    ['are two views alone, of which one is whole', '1 {1 A} 5, 1 {6 P} 3', 5n, '1 {1 A} 5'],
    ['are disjoint parts of the total', '1 {} 5, 1 {1 A} 2, 1 {6 P} 3', 5n, '1 {1 A} 2, 1 {6 P} 3'],
    [
      'are the fullest of the views without projects',
      '1 {} 5, 1 {1 A} 1, 1 {7 B} 4',
      5n,
      '1 {1 A} 1, 1 {7 B} 4',
    ],
    ['are two views and a rest', '1 {} 1, 1 {1 A} 5, 1 {6 P} 5', 6n, '1 {6 P} 5, 1 {} 1'],
    [
      'have a month that the total leaves out',
      '1 {} 5, 2 {1 A} 3, 2 {1 B} -3',
      5n,
      '1 {} 5, 2 {1 A} 3, 2 {1 B} -3',
    ],
    ['are two views alone, and nothing tells', '1 {1 A} 5, 1 {6 P} 5', null, '1 {6 P} 5'],
  ])('%s', (_, rows, expected, settled) => {
    const [account] = settle([rows, expected]);
    expect(textOf(account?.rows ?? [])).toBe(settled);
    expect(account?.isClear).toBe(true);
  });

  it('are asked about where neither sum is expected, and read as most others', () => {
    const unclear = ['1 {} 5, 1 {1 A} 2', 100n] as const;
    const rest = ['1 {} 5, 1 {1 A} 2', 7n] as const;
    const [alone] = settle(unclear);
    expect(alone).toMatchObject({ isClear: false, total: 5n, sum: 7n, counted: 5n });
    const [, , among] = settle(rest, rest, unclear);
    expect(among).toMatchObject({ isClear: false, dialect: 'rest', counted: 7n });
  });

  it('that fit both ways are read as most others, and asked about where none tells', () => {
    const both = ['1 {} 5, 1 {1 A} 2, 2 {1 A} -2', 5n] as const;
    expect(settle(both)[0]).toMatchObject({ isClear: false, dialect: 'total' });
    const [, among] = settle(['1 {} 5, 1 {1 A} 2', 7n], both);
    expect(among).toMatchObject({ isClear: true, dialect: 'rest' });
    expect(textOf(among?.rows ?? [])).toBe('1 {1 A} 2, 1 {} 5, 2 {1 A} -2');
  });

  it('without anything to expect are read as the others too', () => {
    const [, unknown] = settle(['1 {} 5, 1 {1 A} 2', 7n], ['1 {} 1, 1 {6 P} 9', null]);
    expect(unknown).toMatchObject({ dialect: 'rest', counted: 10n, isClear: false });
  });

  it('sum to what is counted, month by month, whatever they are', () => {
    const row = fc.record({
      month: fc.integer({ min: 1, max: 3 }),
      objects: fc
        .subarray(['1', '6', '7'])
        .map((dimensions) => dimensions.map((dimension) => ({ dimension, code: 'A' }))),
      ore: fc.bigInt({ min: -9n, max: 9n }),
    });
    const account = fc.record({
      account: fc.constant('1'),
      rows: fc.array(row, { minLength: 1, maxLength: 9 }),
      expected: fc.option(fc.bigInt({ min: -20n, max: 20n })),
    });
    fc.assert(
      fc.property(fc.array(account), (accounts: PeriodAccount[]) => {
        for (const [at, settled] of settlePeriods(accounts).entries()) {
          const sum = settled.rows.reduce((all, { ore }) => all + ore, 0n);
          expect(sum).toBe(settled.counted);
          const plain = accounts[at]?.rows.every(({ objects }) => objects.length === 0);
          if (plain === true) expect(sum).toBe(settled.sum);
          expect(settled.hasBoth && plain === true).toBe(false);
        }
      }),
    );
  });
});
