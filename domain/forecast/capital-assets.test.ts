import { expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { tkr } from '../tkr.ts';
import { resolveAssumptions } from './assumptions.ts';
import { assetsOf, shared } from './capital-assets.ts';
import { monthAt } from './month.ts';
import { line, planInput, row, terms } from './testing.ts';
import { assumptionOf } from './what-if.ts';

const years = { first: 2025, last: 2026 };

function found(change: Parameters<typeof planInput>[0]) {
  const input = planInput({ lastYear: 2026, ...change });
  return assetsOf(input, resolveAssumptions(input.levels), years);
}

it('has what is bought in the same months and lasts as long as one asset, with whose it is', () => {
  const { assets, gaps } = found({
    lines: [line('a', { 2025: '100', 2026: '10' }), line('b', { 2025: '300' }), line('c', {})],
    levels: [[assumptionOf({ kind: 'executionRate', percent: percentOf('50') })], terms(36)],
  });
  expect(gaps).toEqual([]);
  expect(assets.map(({ wear, principal }) => [wear.firstMonth, wear.payments, principal])).toEqual([
    [monthAt(2025, 1), 36, tkr('200')],
    [monthAt(2026, 1), 36, tkr('5')],
  ]);
  const ofFirst = assets[0]?.parts.map(({ lineId, amount }) => [lineId, amount]);
  expect(ofFirst).toEqual([
    ['a', tkr('50')],
    ['b', tkr('150')],
    ['c', tkr('0')],
  ]);
});

it('has what the linked ärende adds, and what is asked about, to the year and the line of each', () => {
  const arende = (arendeId: string, amount: string) => ({
    arendeId,
    name: arendeId,
    isDecided: true,
    entries: [
      { lineId: 'a', year: 2025, amount: tkr(amount) },
      { lineId: 'a', year: 2027, amount: tkr('9') },
      { lineId: null, year: 2025, amount: tkr('9') },
    ],
  });
  const from = '2026-01-01';
  const { assets } = found({
    rows: [row(2025, 'borrowingTillaggsbudget', 'linked', { arendeId: '1' })],
    arenden: [arende('1', '7'), arende('2', '70')],
    levels: [
      [assumptionOf({ kind: 'extraInvestment', lineId: 'b', from, amount: tkr('3') })],
      terms(12),
    ],
  });
  expect(assets.map(({ principal, parts }) => [principal, parts[0]?.lineId])).toEqual([
    [tkr('7'), 'a'],
    [tkr('3'), 'b'],
  ]);
});

it('shares by what is above zero, or by what is below where nothing is above', () => {
  expect(shared(tkr('9'), [2n, -5n, 1n])).toEqual([tkr('6'), tkr('0'), tkr('3')]);
  expect(shared(tkr('-9'), [-2n, -1n])).toEqual([tkr('-6'), tkr('-3')]);
});
