import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Budgetpost } from './budgetpost.ts';
import { type CarriedPost, carriedPosts, correctionsOf, movedBasis } from './moved-basis.ts';
import { compare, fromOre, negate, subtract, sum, tkr, toPlain, zero } from './tkr.ts';
import { yearEnds } from './year-end.ts';

function pair(id: string, lineId: string, amount: string): Budgetpost[] {
  const both = { lineId, kind: 'aterbudgetering', otherLineId: null, pairId: id } as const;
  const none = { ...both, replacesId: null };
  return [
    { ...none, id: `${id} in`, year: 2025, otherYear: 2024, amount: tkr(amount) },
    { ...none, id: `${id} out`, year: 2024, otherYear: 2025, amount: negate(tkr(amount)) },
  ];
}
const budget: Budgetpost = {
  id: 'budget',
  lineId: 'klienter',
  year: 2024,
  kind: 'ursprunglig',
  amount: tkr('9000'),
  otherYear: null,
  otherLineId: null,
  pairId: null,
  replacesId: null,
};
const outcome = (amount: string) => [{ lineId: 'klienter', year: 2024, amount: tkr(amount) }];

/** What has moved, after an outcome for Klienter in 2024 that had a budget of 9 000. */
function moved(posts: readonly Budgetpost[], amount: string | null) {
  const all = [budget, ...posts];
  const closings = yearEnds(['klienter'], all, amount === null ? [] : outcome(amount), 2024);
  return movedBasis(carriedPosts(all), closings);
}
const told = (posts: readonly Budgetpost[], amount: string | null) =>
  moved(posts, amount).map(({ postId, unused, excess }) => [
    postId,
    unused === null ? null : toPlain(unused),
    excess === null ? null : toPlain(excess),
  ]);

describe('a moved basis', () => {
  it('is none while what was carried is still unused', () => {
    expect(told(pair('a', 'klienter', '3400'), '3804')).toEqual([]);
    expect(told(pair('a', 'klienter', '3400'), '5600')).toEqual([]);
  });

  it('is by how much less was unused than was carried: 3 000 against 3 400', () => {
    expect(told(pair('a', 'klienter', '3400'), '6000')).toEqual([['a in', '3000', '400']]);
  });

  it('is all of it where the year turned out as an overrun', () => {
    expect(told(pair('a', 'klienter', '3400'), '9100')).toEqual([['a in', '-100', '3400']]);
  });

  it('is all that was carried from there, to an unknown extent, where no outcome is known', () => {
    const posts = [...pair('a', 'klienter', '3400'), ...pair('b', 'klienter', '100')];
    expect(told(posts, null)).toEqual([
      ['a in', null, null],
      ['b in', null, null],
    ]);
  });

  it('takes what was carried last first', () => {
    const posts = [...pair('a', 'klienter', '3000'), ...pair('b', 'klienter', '400')];
    expect(told(posts, '6100')).toEqual([
      ['a in', '2900', '100'],
      ['b in', '2900', '400'],
    ]);
    expect(told(posts, '5800')).toEqual([['b in', '3200', '200']]);
  });

  it('is none again once it is corrected', () => {
    const [inn, out] = pair('a', 'klienter', '3400');
    if (inn === undefined || out === undefined) throw new Error('A pair has two sides');
    const corrected = [
      inn,
      out,
      { ...inn, id: 'c in', replacesId: inn.id, amount: tkr('3000') },
      { ...out, id: 'c out', replacesId: out.id, amount: tkr('-3000') },
    ];
    expect(told(corrected, '6000')).toEqual([]);
    expect(told(corrected, '6500')).toEqual([['c in', '2500', '500']]);
  });

  it('leaves out what was voided, and what does not come from an earlier year', () => {
    const [inn] = pair('a', 'klienter', '3400');
    if (inn === undefined) throw new Error('A pair has two sides');
    const voided = { ...inn, id: 'v', replacesId: inn.id, amount: zero };
    expect(carriedPosts([inn, voided, budget])).toEqual([]);
    expect(carriedPosts([inn]).map(({ postId, fromYear }) => [postId, fromYear])).toEqual([
      ['a in', 2024],
    ]);
  });
});

describe('the corrections of it', () => {
  it('bring 3 400 down to the 3 000 that were unused', () => {
    const found = moved(pair('a', 'klienter', '3400'), '6000');
    expect(correctionsOf(found)).toEqual([{ correctsId: 'a in', amount: tkr('3000') }]);
  });

  it('are none for what nobody can tell', () => {
    expect(correctionsOf(moved(pair('a', 'klienter', '3400'), null))).toEqual([]);
  });

  const amounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 9n }), { minLength: 1, maxLength: 6 });

  it('leave exactly what was unused, and never less than nothing', () => {
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: -(10n ** 9n), max: 10n ** 10n }), (ores, left) => {
        const carried = ores.map((ore, index): CarriedPost => {
          const place = { lineId: 'l', fromYear: 2024, year: 2025 };
          return { ...place, postId: `${index}`, amount: fromOre(ore) };
        });
        const carriedOut = sum(carried.map(({ amount }) => amount));
        const unused = fromOre(left);
        const closing = {
          lineId: 'l',
          year: 2024,
          budget: zero,
          outcome: zero,
          deviation: unused,
          carriedIn: zero,
          carriedOut,
          left: subtract(unused, carriedOut),
        };
        const corrections = correctionsOf(movedBasis(carried, [closing]));
        const remaining = sum(
          carried.map(
            ({ postId, amount }) =>
              corrections.find(({ correctsId }) => correctsId === postId)?.amount ?? amount,
          ),
        );
        const cover = compare(unused, zero) < 0 ? zero : unused;
        expect(remaining).toBe(compare(carriedOut, cover) > 0 ? cover : carriedOut);
        for (const { amount } of corrections)
          expect(compare(amount, zero)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
