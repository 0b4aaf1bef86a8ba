import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Budgetpost,
  type BudgetpostRequest,
  inForce,
  planBudgetposts,
  planCorrection,
} from './budgetpost.ts';
import { judgeCarryOver, severityOf } from './carry-over.ts';
import {
  add,
  compare,
  fromOre,
  subtract,
  sum,
  type Tkr,
  tkr,
  toOre,
  toPlain,
  zero,
} from './tkr.ts';
import { type LineUtfall, withKnownZeros, type YearEnd, yearEnds } from './year-end.ts';

const plain = (amount: Tkr | null): string | null => (amount === null ? null : toPlain(amount));
const shown = ({ budget, outcome, deviation, carriedIn, carriedOut, left }: YearEnd) => ({
  budget: plain(budget),
  outcome: plain(outcome),
  deviation: plain(deviation),
  carriedIn: plain(carriedIn),
  carriedOut: plain(carriedOut),
  left: plain(left),
});

/** A ledger as the server keeps it: entries are only ever added. */
function ledger() {
  const posts: Budgetpost[] = [];
  const enter = (request: Partial<BudgetpostRequest>): void => {
    const whole = { lineId: 'a', year: 2024, kind: 'ursprunglig', amount: tkr('1') } as const;
    const planned = planBudgetposts({ ...whole, fromYear: null, fromLineId: null, ...request });
    if (!planned.ok) throw new Error(planned.refusal);
    const pairId = planned.value.length > 1 ? `pair ${posts.length}` : null;
    for (const entry of planned.value) {
      posts.push({ ...entry, id: `${posts.length}`, pairId, replacesId: null });
    }
  };
  const correct = (index: number, amount: Tkr): void => {
    const post = inForce(posts)[index];
    if (post === undefined) return;
    const same = inForce(posts).filter(({ pairId }) => pairId !== null && pairId === post.pairId);
    const planned = planCorrection(post, same.find(({ id }) => id !== post.id) ?? null, amount);
    if (!planned.ok) return;
    for (const { replaces, amount: next } of planned.value) {
      posts.push({ ...replaces, id: `${posts.length}`, amount: next, replacesId: replaces.id });
    }
  };
  return { posts, enter, correct };
}

describe('the year that § 14 carried from', () => {
  const { posts, enter } = ledger();
  enter({ amount: tkr('9196') });
  enter({ lineId: 'm', amount: tkr('1990') });
  enter({ kind: 'aterbudgetering', year: 2025, fromYear: 2024, amount: tkr('3400') });
  enter({ kind: 'aterbudgetering', lineId: 'm', year: 2025, fromYear: 2024, amount: tkr('990') });
  const utfall: LineUtfall[] = [
    { lineId: 'a', year: 2024, amount: tkr('3000') },
    { lineId: 'a', year: 2024, amount: tkr('1000') },
    { lineId: 'm', year: 2024, amount: tkr('1000') },
    { lineId: 'm', year: 2023, amount: tkr('7') },
  ];

  it('left 5 196 unused for Klienter, and 1 796 of it after 3 400 was carried', () => {
    const [klienter, mobiltelefoner] = yearEnds(['a', 'm'], posts, utfall, 2024);
    expect(klienter && shown(klienter)).toEqual({
      budget: '9196',
      outcome: '4000',
      deviation: '5196',
      carriedIn: '0',
      carriedOut: '3400',
      left: '1796',
    });
    expect(mobiltelefoner && shown(mobiltelefoner)).toMatchObject({
      deviation: '990',
      carriedOut: '990',
      left: '0',
    });
  });

  it('gave the next year what it carried, and nothing is known of how that year went', () => {
    const [klienter] = yearEnds(['a'], posts, utfall, 2025);
    expect(klienter && shown(klienter)).toEqual({
      budget: '3400',
      outcome: null,
      deviation: null,
      carriedIn: '3400',
      carriedOut: '0',
      left: null,
    });
  });
});

it('knows that nothing was spent on a line that an imported year says nothing of', () => {
  const utfall = [{ lineId: 'a', year: 2024, amount: tkr('3') }];
  expect(withKnownZeros(['a', 'b'], utfall, [2024])).toEqual([
    ...utfall,
    { lineId: 'b', year: 2024, amount: zero },
  ]);
  expect(withKnownZeros(['a', 'b'], utfall, [])).toEqual(utfall);
});

describe('a line at the end of a year', () => {
  it.each([
    ['nothing at all', [], [], { budget: null, outcome: null, deviation: null, left: null }],
    ['a budget alone', ['10'], [], { budget: '10', outcome: null, deviation: null, left: null }],
    [
      'an outcome of zero',
      ['10'],
      ['0'],
      { budget: '10', outcome: '0', deviation: '10', left: '10' },
    ],
    ['an overrun', ['10'], ['4', '7.5'], { budget: '10', outcome: '11.5', deviation: '-1.5' }],
    ['an outcome alone', [], ['3'], { budget: null, outcome: '3', deviation: '-3', left: '-3' }],
  ])('with %s', (_, budgets, outcomes, expected) => {
    const { posts, enter } = ledger();
    for (const amount of budgets) enter({ amount: tkr(amount) });
    const utfall = outcomes.map((amount) => ({ lineId: 'a', year: 2024, amount: tkr(amount) }));
    const [end] = yearEnds(['a'], posts, utfall, 2024);
    expect(end && shown(end)).toMatchObject(expected);
  });

  it('forgets a carry-over that was voided', () => {
    const { posts, enter, correct } = ledger();
    enter({ kind: 'aterbudgetering', year: 2025, fromYear: 2024, amount: tkr('5') });
    correct(0, zero);
    const [end] = yearEnds(['a'], posts, [], 2024);
    expect(end && shown(end)).toMatchObject({ budget: null, carriedOut: '0' });
  });
});

const anyAmount = fc.bigInt({ min: 1n, max: 10n ** 12n }).map(fromOre);
const anyLine = fc.constantFrom('a', 'b');
const anyAct = fc.oneof(
  fc.record({ act: fc.constant('budget' as const), lineId: anyLine, amount: anyAmount }),
  fc.record({
    act: fc.constant('carry' as const),
    lineId: anyLine,
    amount: anyAmount,
    fromYear: fc.constantFrom(2023, 2024),
    years: fc.constantFrom(1, 2),
  }),
  fc.record({
    act: fc.constant('correct' as const),
    index: fc.nat({ max: 20 }),
    amount: fc.oneof(anyAmount, fc.constant(zero)),
  }),
);
type Act = typeof anyAct extends fc.Arbitrary<infer One> ? One : never;

function played(acts: readonly Act[]): Budgetpost[] {
  const { posts, enter, correct } = ledger();
  for (const one of acts) {
    if (one.act === 'correct') correct(one.index, one.amount);
    else if (one.act === 'budget') enter({ lineId: one.lineId, amount: one.amount });
    else {
      const { lineId, amount, fromYear, years } = one;
      enter({ kind: 'aterbudgetering', lineId, amount, fromYear, year: fromYear + years });
    }
  }
  return posts;
}

const years = [2023, 2024, 2025, 2026];
const endsOf = (posts: readonly Budgetpost[], utfall: readonly LineUtfall[] = []) =>
  years.flatMap((year) => yearEnds(['a', 'b'], posts, utfall, year));

describe('in any ledger', () => {
  it('what leaves one year enters another, to the öre, line by line', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 25 }), (acts) => {
        const ends = endsOf(played(acts));
        for (const lineId of ['a', 'b']) {
          const own = ends.filter((end) => end.lineId === lineId);
          expect(toOre(sum(own.map(({ carriedIn }) => carriedIn)))).toBe(
            toOre(sum(own.map(({ carriedOut }) => carriedOut))),
          );
        }
      }),
    );
  });

  it('the budget as of any time is the sum of what had been entered up to it', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 25 }), fc.nat(), (acts, cut) => {
        const all = played(acts);
        // A move and its correction are written together, so no time falls between their sides.
        const times = all.flatMap((post, index) =>
          post.pairId !== null && all[index + 1]?.pairId === post.pairId ? [] : [index + 1],
        );
        const posts = all.slice(0, times[cut % Math.max(times.length, 1)] ?? 0);
        const amountOf = new Map(posts.map(({ id, amount }) => [id, amount]));
        // Another way to the same: each entry changes its line and year by what it is more than before.
        const change = (post: Budgetpost): Tkr =>
          subtract(post.amount, amountOf.get(post.replacesId ?? '') ?? zero);
        for (const { lineId, year, budget, carriedOut } of endsOf(posts)) {
          const own = posts.filter((post) => post.lineId === lineId && post.year === year);
          expect(toOre(subtract(budget ?? zero, carriedOut))).toBe(toOre(sum(own.map(change))));
        }
      }),
    );
  });

  it('never lets more leave a year than it left unused, however many carry-overs are asked for', () => {
    fc.assert(
      fc.property(
        anyAmount,
        anyAmount,
        fc.array(anyAmount, { maxLength: 12 }),
        (budget, spent, asked) => {
          const { posts, enter } = ledger();
          enter({ amount: budget });
          const utfall = [{ lineId: 'a', year: 2024, amount: spent }];
          const now = (): YearEnd | undefined => yearEnds(['a'], posts, utfall, 2024)[0];
          let carried = zero;
          for (const amount of asked) {
            const end = now();
            const facts = { amount, left: end?.left ?? null, budget, policy: null };
            if (judgeCarryOver(facts).some((mark) => severityOf(mark) === 'refused')) continue;
            enter({ kind: 'aterbudgetering', year: 2025, fromYear: 2024, amount });
            carried = add(carried, amount);
          }
          const unused = subtract(budget, spent);
          const room = compare(unused, zero) < 0 ? zero : unused;
          expect(compare(carried, room)).toBeLessThanOrEqual(0);
          expect(toOre(now()?.carriedOut ?? zero)).toBe(toOre(carried));
        },
      ),
    );
  });
});
