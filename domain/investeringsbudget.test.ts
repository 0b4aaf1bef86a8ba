import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Budgetpost, budgetpostKinds } from './budgetpost.ts';
import { protocolRows, summarise } from './investeringsbudget.ts';
import { fromOre, isZero, sum, tkr, toOre, toPlain } from './tkr.ts';

const lines = [
  { id: 'b', name: 'Mobiltelefoner', position: 2 },
  { id: 'a', name: 'Klienter', position: 1 },
  { id: 'c', name: 'Nät', position: 3 },
];

function post(change: Partial<Budgetpost>): Budgetpost {
  return {
    id: 'x',
    lineId: 'a',
    year: 2025,
    kind: 'ursprunglig',
    amount: tkr('1'),
    otherYear: null,
    otherLineId: null,
    pairId: null,
    replacesId: null,
    ...change,
  };
}

describe('summary', () => {
  it('keeps a line without entries, empty and not zero', () => {
    const summary = summarise(lines, [post({})], 2025);
    expect(summary.rows.map((row) => [row.line.name, row.total])).toEqual([
      ['Klienter', tkr('1')],
      ['Mobiltelefoner', null],
      ['Nät', null],
    ]);
  });

  it('counts a correction in place of what it replaces', () => {
    const posts = [post({ id: '1' }), post({ id: '2', amount: tkr('5'), replacesId: '1' })];
    expect(toPlain(summarise(lines, posts, 2025).total)).toBe('5');
  });

  it('is empty, not zero, where the only entry was voided', () => {
    const posts = [post({ id: '1' }), post({ id: '2', replacesId: '1', amount: tkr('0') })];
    expect(summarise(lines, posts, 2025).rows[0]?.total).toBeNull();
    expect(summarise(lines, posts, 2025).byKind.ursprunglig).toBeNull();
  });

  it('says where shown rows do not add up to the shown total', () => {
    const posts = [post({ amount: tkr('0.4') }), post({ lineId: 'b', amount: tkr('0.4') })];
    const summary = summarise(lines, posts, 2025);
    expect(toPlain(summary.roundingDifference)).toBe('1');
    expect(isZero(summarise(lines, [post({})], 2025).roundingDifference)).toBe(true);
  });

  it('has the same total by line, by kind and by entry', () => {
    const anyPost = fc.record({
      lineId: fc.constantFrom('a', 'b', 'c'),
      kind: fc.constantFrom(...budgetpostKinds),
      year: fc.constantFrom(2024, 2025),
      amount: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map(fromOre),
    });
    fc.assert(
      fc.property(fc.array(anyPost), (drawn) => {
        const posts = drawn.map((change, index) => post({ ...change, id: `${index}` }));
        const { rows, byKind, total } = summarise(lines, posts, 2025);
        const exact = sum(posts.filter(({ year }) => year === 2025).map(({ amount }) => amount));
        expect(toOre(total)).toBe(toOre(exact));
        expect(toOre(sum(rows.flatMap((row) => row.total ?? [])))).toBe(toOre(exact));
        expect(toOre(sum(budgetpostKinds.flatMap((kind) => byKind[kind] ?? [])))).toBe(
          toOre(exact),
        );
      }),
    );
  });
});

describe('the protocol layout', () => {
  it('goes by line and then by kind, with entries of one kind in the order they were entered', () => {
    const posts = [
      post({ id: '1', lineId: 'b', kind: 'tillaggsaskande' }),
      post({ id: '2', lineId: 'b' }),
      post({ id: '3', kind: 'aterbudgetering' }),
      post({ id: '4', kind: 'aterbudgetering' }),
    ];
    expect(protocolRows(lines, posts, 2025).map((row) => row.post.id)).toEqual([
      '3',
      '4',
      '2',
      '1',
    ]);
  });

  it('has no row for a voided entry, and one for an entry of zero', () => {
    const posts = [
      post({ id: '1' }),
      post({ id: '2', replacesId: '1', amount: tkr('0') }),
      post({ id: '3', amount: tkr('0') }),
    ];
    expect(protocolRows(lines, posts, 2025).map((row) => row.post.id)).toEqual(['3']);
  });
});
