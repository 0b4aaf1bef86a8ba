import { describe, expect, it } from 'vitest';
import type { AssumptionAnswer } from '#contract/assumptions.ts';
import { borgensprognos } from '#contract/borgensprognos.ts';
import recorded from '../../../fixtures/contract/borgensprognos.json' with { type: 'json' };
import { type ScenarioView, toView } from '../../lib/borgensprognos.ts';
import { sv } from '../../texts/sv.ts';
import { assumptionSentences, headroomSentences, rowSentences } from './difference-words.ts';

const answer = borgensprognos.parse(recorded);
const [om, utan] = answer.scenarios.map(({ scenario }) => scenario.scenarioId);

function said(
  scenarioId: string | undefined,
  one: Partial<AssumptionAnswer> & Pick<AssumptionAnswer, 'kind'>,
): AssumptionAnswer {
  return {
    assumptionId: `${one.kind} ${one.from ?? ''}`,
    scenarioId: scenarioId ?? null,
    lineId: null,
    from: null,
    percent: null,
    low: null,
    high: null,
    amount: null,
    months: null,
    lastMonth: null,
    comment: null,
    version: 1,
    changedAt: '2026-11-22T12:00:00Z',
    changedBy: 'Demoekonom',
    ...one,
  };
}

/** The first two scenarios with what is said of them. */
function views(assumptions: readonly AssumptionAnswer[]): [ScenarioView, ScenarioView] {
  const [left, right] = toView({ ...answer, assumptions: [...assumptions] }).scenarios;
  if (left === undefined || right === undefined) throw new Error('The recording has scenarios');
  return [left, right];
}

const plain = (sentences: readonly string[]): string[] =>
  sentences.map((sentence) => sentence.replaceAll('\u00a0', ' '));

describe('the differences between two scenarios in words', () => {
  it('are what each counts on, and what Tkr takes where one says nothing', () => {
    const [left, right] = views([
      said(om, { kind: 'executionRate', percent: '80', from: '2026-01-01' }),
      said(om, { kind: 'plannedRate', percent: '3.5' }),
      said(om, { kind: 'ceiling', amount: '70000', from: '2026-07-01' }),
      said(utan, { kind: 'drawSpan', months: 12, lastMonth: 12 }),
    ]);
    expect(plain(assumptionSentences(left, right, sv.prognos))).toEqual([
      'Om tillägg räknar med att lånen tas upp januari–december; Utan tillägg med december.',
      'Om tillägg räknar med 80 % genomförande 2026; Utan tillägg med 100 %.',
      'Om tillägg räknar med 3,5 % ränta på ny upplåning; Utan tillägg har inget antagande om det.',
      'Om tillägg räknar med borgenstaket 70 000 Tkr från 1 juli 2026; Utan tillägg har inget antagande om det.',
    ]);
  });

  it('are none where both count on the same, and none for what Tkr would have taken anyway', () => {
    const [left, right] = views([said(om, { kind: 'executionRate', percent: '100' })]);
    expect(assumptionSentences(left, right, sv.prognos)).toEqual([]);
  });

  it('are the rows and what is left', () => {
    const [left, right] = views([]);
    expect(plain(rowSentences(left, right, sv, 'sv'))).toContain(
      'Tilläggsbudget 2025: 5 010 i Om tillägg, 0 i Utan tillägg.',
    );
    expect(plain(headroomSentences(left, right, sv.prognos))).toEqual([
      'Om tillägg har 4 612 Tkr mindre kvar av borgensutrymmet 31/12 2025 än Utan tillägg.',
      'Om tillägg har 3 367 Tkr mindre kvar av borgensutrymmet 31/12 2026 än Utan tillägg.',
    ]);
  });
});
