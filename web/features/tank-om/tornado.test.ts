import { describe, expect, it } from 'vitest';
import { computePlan } from '#domain/forecast/plan.ts';
import { sensitivity } from '#domain/forecast/sensitivity.ts';
import { assumptionOf, withAssumptions } from '#domain/forecast/what-if.ts';
import { percentOf } from '#domain/percent.ts';
import { tkr } from '#domain/tkr.ts';
import { sv } from '../../texts/sv.ts';
import { planInput } from './testing.ts';
import { type Measure, tornadoBars, tornadoConclusion } from './tornado.ts';

function conclude(input: typeof planInput, measure: Measure) {
  const bars = tornadoBars(sensitivity(input), computePlan(input), measure, sv);
  return { bars, sentence: tornadoConclusion(bars, measure, sv).replaceAll('\u00a0', ' ') };
}

describe('what matters most', () => {
  it('stands at the top, and is said with its figure', () => {
    // 80 %: 1 200 + 1 200 − 120 = 2 280 instead of 1 500 + 1 500 − 150 = 2 850.
    const { bars, sentence } = conclude(planInput, 'debt');
    expect(bars[0]).toEqual({
      id: 'execution',
      name: 'Genomförandegrad',
      low: { label: '80\u00a0%', change: tkr('-570') },
      high: { label: '120\u00a0%', change: tkr('570') },
    });
    expect(sentence).toBe('Genomförandegrad betyder mest: 80 % minskar låneskulden med 570 Tkr');
    expect(conclude(planInput, 'headroom').sentence).toBe(
      'Genomförandegrad betyder mest: 80 % ökar borgensutrymmet med 570 Tkr',
    );
  });

  it('is named by how far it is pulled from where the scenario stands', () => {
    const shifted = withAssumptions(planInput, [
      assumptionOf({ kind: 'rateShift', percent: percentOf('2') }),
      assumptionOf({ kind: 'lifeShift', months: 24 }),
    ]);
    const labels = new Map(
      conclude(shifted, 'cost').bars.map(({ id, low, high }) => [id, [low.label, high.label]]),
    );
    expect(labels.get('rate')).toEqual(['\u22121\u00a0%-enhet', '+1\u00a0%-enhet']);
    expect(labels.get('life')).toEqual(['\u221212\u00a0mån', '+12\u00a0mån']);
  });

  it('is not said where it cannot be told, or where nothing matters', () => {
    const levels = [planInput.levels.flat().filter(({ kind }) => kind !== 'plannedRate')];
    expect(conclude({ ...planInput, levels }, 'cost').sentence).toBe(
      'Kostnaden går inte att räkna: en ränta saknas',
    );
    expect(conclude({ ...planInput, levels: [] }, 'debt').sentence).toBe(
      'Det går inte att räkna än',
    );
    const typed = planInput.rows.map((row) => ({
      ...row,
      source: 'typed' as const,
      amount: tkr('0'),
    }));
    expect(conclude({ ...planInput, rows: typed }, 'debt').sentence).toBe(
      'Ingen av ändringarna betyder något här',
    );
  });
});
