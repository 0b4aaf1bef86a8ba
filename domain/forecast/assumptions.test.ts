import { describe, expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { tkr } from '../tkr.ts';
import type { Assumption } from './assumption-terms.ts';
import {
  bufferAt,
  knownPercentAt,
  monthsAt,
  percentAt,
  resolveAssumptions,
} from './assumptions.ts';
import { assumptionOf } from './what-if.ts';

const life = (months: number, given: Partial<Assumption> = {}) =>
  assumptionOf({ kind: 'life', months, ...given });

describe('what holds', () => {
  const own = [life(60), life(48, { lineId: 'klienter', from: '2025-01-01' })];
  const parent = [life(30, { lineId: 'klienter' }), life(84, { from: '2026-01-01' })];
  const organisation = [life(120), life(24, { lineId: 'nät', from: '2027-01-01' })];
  const { find } = resolveAssumptions([own, parent, organisation]);

  it.each<[string | null, string, number, number, string]>([
    ['klienter', '2024-01-01', 30, 1, 'the line of the parent, before the own one begins'],
    ['klienter', '2025-01-01', 48, 0, 'the own of the line, from its day'],
    ['klienter', '2030-12-31', 48, 0, 'the nearest level, though the parent has a later day'],
    ['nät', '2026-06-01', 60, 0, 'the own of all lines, before the line has any'],
    ['nät', '2027-01-01', 24, 2, 'what is said of the line, however far up'],
    [null, '2026-01-01', 60, 0, 'what the scenario itself says of all lines'],
  ])('for %s on %s is %i, found %i levels up: %s', (lineId, day, months, level, _why) => {
    const found = find('life', day, lineId);
    expect([found?.assumption.months, found?.level]).toEqual([months, level]);
  });

  it('is nothing before the first day of all, and of a kind that nobody mentions', () => {
    const late = resolveAssumptions([[life(60, { from: '2026-01-01' })]]);
    expect(late.find('life', '2025-12-31')).toBeNull();
    expect(late.find('loanShare', '2026-01-01')).toBeNull();
  });

  it('is the latest that has begun, in whatever order they come', () => {
    const days = ['2027-01-01', '2025-01-01', '2026-01-01'];
    const { find: inOrder } = resolveAssumptions([
      days.map((from, months) => life(months + 1, { from })),
    ]);
    expect(
      ['2025-06-30', '2026-06-30', '2027-06-30'].map(
        (day) => inOrder('life', day)?.assumption.months,
      ),
    ).toEqual([2, 3, 1]);
  });
});

describe('a value that nobody has said', () => {
  const nothing = resolveAssumptions([]);

  it('changes nothing where it is an adjustment', () => {
    expect(percentAt(nothing, 'executionRate', '2025-01-01')).toBe(percentOf('100'));
    expect(percentAt(nothing, 'priceChange', '2025-01-01')).toBe(percentOf('0'));
    expect(bufferAt(nothing, '2025-12-31', tkr('0'))).toBe(tkr('0'));
  });

  it('is unknown where it is a fact: a share, a rate, a life', () => {
    expect(knownPercentAt(nothing, 'loanShare', '2025-01-01')).toBeNull();
    expect(knownPercentAt(nothing, 'plannedRate', '2025-01-01')).toBeNull();
    expect(monthsAt(nothing, 'life', '2025-01-01')).toBeNull();
  });
});

it('says with equal texts which lines have equal terms, and leaves out what is only asked about', () => {
  const { ownTerms, all } = resolveAssumptions([
    [
      life(48, { lineId: 'a' }),
      life(48, { lineId: 'b' }),
      life(48, { lineId: 'c', from: '2025-01-01' }),
      assumptionOf({ kind: 'extraInvestment', lineId: 'd', from: '2025-01-01', amount: tkr('1') }),
    ],
  ]);
  expect(ownTerms.get('a')).toBe(ownTerms.get('b'));
  expect(ownTerms.get('a')).not.toBe(ownTerms.get('c'));
  expect(ownTerms.has('d')).toBe(false);
  expect(all('extraInvestment')).toHaveLength(1);
  expect(all('life')).toHaveLength(3);
});
