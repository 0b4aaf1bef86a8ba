import { expect, it } from 'vitest';
import type { AccumulatedAnswer, AccumulatedLineAnswer } from '#contract/accumulated.ts';
import { tkr } from '#domain/tkr.ts';
import { sumOf, yearsToChoose } from './accumulated.ts';

const row = (outcome: string | null, deviation: string | null): AccumulatedLineAnswer => ({
  lineId: 'a',
  name: 'Nät',
  budget: null,
  outcome,
  deviation,
  carriedIn: '0',
  carriedOut: '0',
  left: null,
  years: [],
  project: null,
});

it('sums what is known, and says nothing where no line has an outcome', () => {
  const rows = [row('10', '5'), row(null, null), row('1', '-901.5')];
  expect(sumOf(rows, 'deviation')).toBe(tkr('-896.5'));
  expect(sumOf([row(null, null)], 'carriedIn')).toBeNull();
  expect(sumOf([], 'budget')).toBeNull();
});

it('lets every year be chosen from the first that has something to the last', () => {
  const answer = { years: [2023, 2026], fromYear: 2025, toYear: 2027 } as AccumulatedAnswer;
  expect(yearsToChoose(answer)).toEqual([2023, 2024, 2025, 2026, 2027]);
});
