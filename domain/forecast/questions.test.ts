import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { add, fromOre, sum, tkr } from '../tkr.ts';
import { monthAt } from './month.ts';
import { computePlan } from './plan.ts';
import { howMuchMore, neededCeiling, spreadOver, yearBelowBuffer } from './questions.ts';
import { anyPlanInput, line, planInput, terms } from './testing.ts';
import { assumptionOf, withExtra } from './what-if.ts';

const klienter = [{ lineId: 'klienter', weight: 1n }];
const ore = fromOre(1n);

describe('how much more', () => {
  it('is what the headroom and what is repaid the same year leave, worked by hand', () => {
    // 1 200 in 2025 leaves 1 050 of debt; of x drawn over the year 7/8 is left at its end.
    const input = planInput({
      lastYear: 2025,
      lines: [line('klienter', { 2025: '1200' })],
      levels: [[assumptionOf({ kind: 'buffer', amount: tkr('75') })], terms(36)],
      ceilings: [{ validFrom: '2020-01-01', amount: tkr('2000') }],
    });
    // 2 000 − 75 − 1 050 = 875 = 7/8 of 1 000, and of one öre more nothing is repaid that rounds.
    expect(howMuchMore(input, { year: 2025, lines: klienter })).toEqual({
      type: 'amount',
      amount: tkr('1000'),
      limitedBy: 2025,
    });
  });

  it('is feasible, and one öre more is not, on any lines of any scenario', () => {
    const lines = fc.uniqueArray(
      fc.record({
        lineId: fc.constantFrom('klienter', 'servrar', 'nät'),
        weight: fc.bigInt({ min: 1n, max: 1000n }),
      }),
      { minLength: 1, selector: ({ lineId }) => lineId },
    );
    fc.assert(
      fc.property(
        anyPlanInput,
        lines,
        fc.integer({ min: 2025, max: 2028 }),
        fc.bigInt({ min: 0n, max: 10n ** 13n }),
        (drawn, on, year, ceiling) => {
          const input = {
            ...drawn,
            ceilings: [{ validFrom: '2020-01-01', amount: fromOre(ceiling) }],
          };
          const asked = { year, lines: on };
          const answer = howMuchMore(input, asked);
          if (answer.type !== 'amount') return;
          const { amount, limitedBy } = answer;
          const breaksWith = (more: typeof amount) =>
            yearBelowBuffer(computePlan(withExtra(input, spreadOver(asked, more))));
          expect(breaksWith(amount)).toBeNull();
          expect(breaksWith(add(amount, ore))).toBe(limitedBy);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is nothing where a year is below the buffer already, and says which', () => {
    const input = planInput({
      lines: [line('klienter', { 2026: '1000' })],
      ceilings: [{ validFrom: '2020-01-01', amount: tkr('100') }],
    });
    expect(howMuchMore(input, { year: 2025, lines: klienter })).toEqual({
      type: 'none',
      year: 2026,
    });
  });

  it('has no end where nothing of it is financed by loans, or where there is no ceiling', () => {
    const noLoans = planInput({
      levels: [
        [
          assumptionOf({ kind: 'loanShare', percent: percentOf('0') }),
          assumptionOf({ kind: 'life', months: 36 }),
        ],
      ],
    });
    expect(howMuchMore(noLoans, { year: 2026, lines: klienter })).toEqual({ type: 'unlimited' });
    const noCeiling = planInput({ ceilings: [] });
    expect(howMuchMore(noCeiling, { year: 2026, lines: klienter })).toEqual({ type: 'unlimited' });
  });

  it('cannot be told where a life or a share is missing', () => {
    const input = planInput({ levels: [] });
    expect(howMuchMore(input, { year: 2026, lines: klienter })).toEqual({ type: 'unknown' });
  });

  it('comes on top of what the scenario asks about already', () => {
    const input = planInput({ lastYear: 2025 });
    const first = withExtra(input, [{ lineId: 'klienter', year: 2025, amount: tkr('8') }]);
    const answers = [input, first].map((one) => howMuchMore(one, { year: 2025, lines: klienter }));
    const [all, rest] = answers.map((answer) => (answer.type === 'amount' ? answer.amount : null));
    expect(all).toBe(add(rest ?? ore, tkr('8')));
  });
});

describe('the ceiling that a plan needs', () => {
  it('is its largest debt of any month with the buffer', () => {
    const input = planInput({
      lines: [line('klienter', { 2025: '1200' })],
      levels: [[assumptionOf({ kind: 'buffer', amount: tkr('50') })], terms(6)],
    });
    // 100 a month is drawn, and 50 a part repaid after three months and after six: level from June on.
    expect(neededCeiling(computePlan(input))).toEqual({
      amount: tkr('500'),
      month: monthAt(2025, 6),
    });
  });

  it('is not known where no debt is', () => {
    const input = planInput({ openingDebt: { source: 'typed', amount: null } });
    expect(neededCeiling(computePlan(input))).toBeNull();
  });
});

it('spreads an investment over lines exactly', () => {
  const extras = spreadOver(
    {
      year: 2026,
      lines: [
        { lineId: 'a', weight: 1n },
        { lineId: 'b', weight: 2n },
      ],
    },
    tkr('100'),
  );
  expect(sum(extras.map(({ amount }) => amount))).toBe(tkr('100'));
  expect(extras.map(({ amount }) => amount)).toEqual([tkr('33.33333'), tkr('66.66667')]);
});
