import { describe, expect, it } from 'vitest';
import { monthAt } from '#domain/forecast/month.ts';
import { computePlan } from '#domain/forecast/plan.ts';
import { assumptionOf, withAssumptions } from '#domain/forecast/what-if.ts';
import { percentOf } from '#domain/percent.ts';
import { tkr } from '#domain/tkr.ts';
import { sv } from '../../texts/sv.ts';
import { chanceWords, countWords } from './chance.ts';
import {
  answerMore,
  askedLines,
  brokenMonths,
  bufferAtEndOf,
  tightestMonth,
} from './question-answers.ts';
import { planInput } from './testing.ts';

const buffer = assumptionOf({ kind: 'buffer', amount: tkr('50') });

// 2025: 1 000 + 1 500 = 2 500 of 4 000. 2026: 2 500 + 1 500 − 150 = 3 850, from January on.
describe('how much more can be invested', () => {
  it('fills what is left at the end of the last year, and not an öre more', () => {
    const asked = { year: 2026, lines: askedLines(planInput, 2026, 'nat') };
    expect(answerMore(planInput, asked)).toEqual({
      type: 'amount',
      amount: tkr('150'),
      limitedBy: 2026,
      kept: tkr('0'),
      isMost: true,
    });
  });

  it('keeps the buffer', () => {
    const input = withAssumptions(planInput, [buffer]);
    const answer = answerMore(input, { year: 2026, lines: askedLines(input, 2026, null) });
    expect(answer).toMatchObject({ amount: tkr('100'), kept: tkr('50'), isMost: true });
    expect(bufferAtEndOf(computePlan(input), 2026)).toBe(tkr('50'));
    expect(bufferAtEndOf(computePlan(planInput), 2026)).toBeNull();
  });

  it('is spread over the lines by their budgets of the year', () => {
    expect(askedLines(planInput, 2025, null)).toEqual([
      { lineId: 'klienter', weight: 100_000_000n },
      { lineId: 'nat', weight: 50_000_000n },
    ]);
    expect(askedLines(planInput, 2030, null)).toEqual([]);
  });

  it('is without limit where nothing is borrowed, and unknown where something is missing', () => {
    const asked = { year: 2025, lines: askedLines(planInput, 2025, 'nat') };
    const none = assumptionOf({ kind: 'loanShare', percent: percentOf('0') });
    expect(answerMore(withAssumptions(planInput, [none]), asked).type).toBe('unlimited');
    expect(answerMore({ ...planInput, levels: [] }, asked).type).toBe('unknown');
    const broken = { ...planInput, ceilings: [{ validFrom: '2020-01-01', amount: tkr('3000') }] };
    expect(answerMore(broken, asked)).toEqual({ type: 'none', year: 2026 });
  });
});

describe('the months', () => {
  it('have one with least to spare, with or without the buffer', () => {
    const plan = computePlan(withAssumptions(planInput, [buffer]));
    const tightest = { month: monthAt(2026, 1), borgenstak: tkr('4000') };
    expect(tightestMonth(plan, false)).toEqual({ ...tightest, spare: tkr('150') });
    expect(tightestMonth(plan, true)).toEqual({ ...tightest, spare: tkr('100') });
    expect(tightestMonth(computePlan({ ...planInput, ceilings: [] }), true)).toBeNull();
  });

  it('tell when the ceiling is broken, how much, and for how long', () => {
    expect(brokenMonths(computePlan(planInput))).toBeNull();
    const lowered = [
      { validFrom: '2020-01-01', amount: tkr('4000') },
      { validFrom: '2026-03-01', amount: tkr('3800') },
      { validFrom: '2026-06-01', amount: tkr('5000') },
    ];
    expect(brokenMonths(computePlan({ ...planInput, ceilings: lowered }))).toEqual({
      first: monthAt(2026, 3),
      over: tkr('50'),
      last: monthAt(2026, 5),
      toTheEnd: false,
    });
    const kept = computePlan({ ...planInput, ceilings: lowered.slice(0, 2) });
    expect(brokenMonths(kept)).toMatchObject({ last: monthAt(2026, 12), toTheEnd: true });
  });
});

describe('a chance in words', () => {
  it.each([
    [8712, '87 %'],
    [10_000, '100 %'],
    [9999, 'mer än 99 %'],
    [0, '0 %'],
    [1, 'mindre än 1 %'],
    [50, '1 %'],
  ])('%i of 10 000 is “%s”', (held, words) => {
    expect(chanceWords(held, 10_000, sv).replaceAll('\u00a0', ' ')).toBe(words);
  });

  it('is counted too', () => {
    expect(countWords(8712, 10_000, sv)).toBe('8\u00a0712 av 10\u00a0000');
  });
});
