import { expect, it } from 'vitest';
import { tkr } from '../tkr.ts';
import { resolveAssumptions } from './assumptions.ts';
import { extraInvestments } from './plan-figures.ts';
import { planInput } from './testing.ts';
import { assumptionOf, extraAssumptions, withAssumptions, withExtra } from './what-if.ts';

const from = '2026-01-01';

it('is a scenario that inherits from the one that it is asked of', () => {
  const input = planInput();
  const asked = assumptionOf({ kind: 'life', months: 12 });
  expect(withAssumptions(input, [asked]).levels).toEqual([[asked], ...input.levels]);
  expect(withAssumptions(input, [])).toBe(input);
});

it('adds to what is asked about already, of the same line and year only', () => {
  const levels = [
    [assumptionOf({ kind: 'extraInvestment', lineId: 'a', from, amount: tkr('10') })],
    [assumptionOf({ kind: 'extraInvestment', lineId: 'a', from, amount: tkr('99') })],
  ];
  const input = planInput({ levels });
  const extras = [
    { lineId: 'a', year: 2026, amount: tkr('5') },
    { lineId: 'a', year: 2027, amount: tkr('7') },
  ];
  expect(extraAssumptions(input, extras).map(({ amount }) => amount)).toEqual([
    tkr('15'),
    tkr('7'),
  ]);
  expect(extraInvestments(resolveAssumptions(withExtra(input, extras).levels))).toEqual([
    { lineId: 'a', year: 2026, amount: tkr('15') },
    { lineId: 'a', year: 2027, amount: tkr('7') },
  ]);
});
