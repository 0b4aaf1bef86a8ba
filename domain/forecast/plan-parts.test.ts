import fc from 'fast-check';
import { expect, it } from 'vitest';
import { forecastRowKinds } from '../borgensutrymme.ts';
import { add, fromOre, sum, tkr, zero } from '../tkr.ts';
import { computePlan } from './plan.ts';
import { partsOf } from './plan-parts.ts';
import { anyPlanInput, line, planInput, terms } from './testing.ts';
import { assumptionOf, withExtra } from './what-if.ts';

it('parts a computed figure by what it repays: loans, lines and the opening debt', () => {
  const life = assumptionOf({ kind: 'life', lineId: 'nät', months: 120 });
  const plan = computePlan(
    planInput({
      openingDebt: { source: 'typed', amount: tkr('240') },
      lines: [
        line('klienter', { 2025: '1200', 2026: '120' }),
        line('servrar', { 2025: '600' }),
        line('nät', { 2025: '480' }),
      ],
      levels: [[life, assumptionOf({ kind: 'openingLife', months: 48 })], terms(36)],
    }),
  );
  const parts = partsOf(plan, 'amortisation', 2025).map(({ of, ids, borrowedIn, amount }) => [
    of,
    ids,
    borrowedIn,
    amount,
  ]);
  // 18 of 144 of 1 800, 18 of 480 of 480, and four of sixteen of 240.
  expect(parts).toEqual([
    ['openingRest', [], null, tkr('-60')],
    ['lines', ['klienter', 'servrar'], 2025, tkr('-225')],
    ['lines', ['nät'], 2025, tkr('-18')],
  ]);
});

it('parts any figure so that the parts are what it follows and what is asked about, exactly', () => {
  const more = fc.option(fc.bigInt({ min: 1n, max: 10n ** 9n }));
  fc.assert(
    fc.property(anyPlanInput, more, (input, ore) => {
      const extra = { lineId: 'klienter', year: 2026, amount: fromOre(ore ?? 0n) };
      const asked = ore === null ? input : withExtra(input, [extra]);
      const plan = computePlan(asked);
      for (const figure of plan.figures) {
        const parts = partsOf(plan, figure.kind, figure.year);
        const follows = figure.kind === 'amortisation' || !figure.isOverridden;
        const own = follows ? (figure.followed ?? zero) : zero;
        expect(sum(parts.map(({ amount }) => amount))).toBe(add(own, figure.extra));
      }
    }),
  );
});

it('has no parts of what is typed, nor of a year that is not there', () => {
  const plan = computePlan(planInput({ rows: [] }));
  for (const kind of forecastRowKinds) expect(partsOf(plan, kind, 2025)).toEqual([]);
  expect(partsOf(plan, 'amortisation', 2099)).toEqual([]);
});
