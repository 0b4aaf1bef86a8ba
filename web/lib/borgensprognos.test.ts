import { describe, expect, it } from 'vitest';
import type { AssumptionAnswer } from '#contract/assumptions.ts';
import { borgensprognos } from '#contract/borgensprognos.ts';
import { figureOf } from '#domain/borgensprognos-table.ts';
import { concludeBorgensprognos } from '#domain/scenario-comparison.ts';
import { toPlain } from '#domain/tkr.ts';
import recorded from '../../fixtures/contract/borgensprognos.json' with { type: 'json' };
import { brokenIn, partsOf } from '../charts/conclusion.tsx';
import { en } from '../texts/en.ts';
import { sv } from '../texts/sv.ts';
import { toView } from './borgensprognos.ts';

const answer = borgensprognos.parse(recorded);
const view = toView(answer);

describe('the forecast as the screens compute it', () => {
  it('is what the server computed', () => {
    for (const [index, { years, printed }] of answer.scenarios.entries()) {
      const forecast = view.scenarios[index]?.forecast;
      if (forecast === undefined) throw new Error('A scenario is missing');
      for (const { year, closing, headroom } of years) {
        const [debt, left] = [
          figureOf(forecast, 'debt', year),
          figureOf(forecast, 'headroom', year),
        ];
        expect(debt === null ? null : toPlain(debt)).toBe(closing);
        expect(left === null ? null : toPlain(left)).toBe(headroom);
      }
      expect(
        view.scenarios[index]?.printed.map(({ verdict, beganIn }) => [verdict, beganIn]),
      ).toEqual(printed.map(({ verdict, beganIn }) => [verdict, beganIn]));
    }
  });

  it('is concluded in one true sentence, in both languages', () => {
    const facts = concludeBorgensprognos(
      view.scenarios.map(({ scenario, forecast }) => ({ name: scenario.name, forecast })),
    );
    if (facts === null) throw new Error('Nothing to conclude');
    const sentence = (texts: typeof sv): string =>
      partsOf(facts, brokenIn(view.scenarios, texts), texts.conclusion)
        .map(({ text }) => text)
        .join('')
        .replaceAll('\u00a0', ' ');
    expect(sentence(sv)).toBe(
      'Med ”Om tillägg” återstår 6 653 Tkr av borgensutrymmet 31/12 2026. Det är 3 367 Tkr mindre än med ”Utan tillägg”, och taket på 80 000 Tkr hålls i alla scenarier.',
    );
    expect(sentence(en)).toBe(
      'With “Om tillägg”, 6 653 Tkr of the guarantee headroom is left on 31/12 2026. That is 3 367 Tkr less than with “Utan tillägg”, and the ceiling of 80 000 Tkr holds in all scenarios.',
    );
  });
});

/** The answer after somebody has written one assumption. */
function withSaid(scenarioId: string | null): typeof answer {
  const said: AssumptionAnswer = {
    assumptionId: 'ny',
    scenarioId,
    kind: 'executionRate',
    lineId: null,
    from: null,
    percent: '80',
    low: null,
    high: null,
    amount: null,
    months: null,
    lastMonth: null,
    comment: null,
    version: 1,
    changedAt: '2026-11-22T12:00:00Z',
    changedBy: 'Demoekonom',
  };
  return { ...answer, assumptions: [...answer.assumptions, said] };
}

/** Which scenarios were computed again, by their name. */
function computedAgain(next: typeof answer): string[] {
  const { scenarios } = toView(next, view);
  return scenarios
    .filter((one, at) => one !== view.scenarios[at])
    .map(({ scenario }) => scenario.name);
}

describe('what a change has computed again', () => {
  it('is nothing where nothing has changed', () => {
    expect(computedAgain({ ...answer })).toEqual([]);
  });

  it('is one scenario for one figure', () => {
    const scenarios = answer.scenarios.map((entry, at) =>
      at === 1 ? { ...entry, figures: entry.figures.slice(1) } : entry,
    );
    expect(computedAgain({ ...answer, scenarios })).toEqual(['Utan tillägg']);
  });

  it('is the scenario that an assumption is of, and for the organisation’s those that inherit', () => {
    const { scenarioId } = answer.scenarios[0]?.scenario ?? { scenarioId: '' };
    expect(computedAgain(withSaid(scenarioId))).toEqual(['Om tillägg']);
    // What is frozen inherits too, until it keeps what it rests on.
    expect(computedAgain(withSaid(null))).toHaveLength(4);
  });

  it('is all of them where the budget has', () => {
    expect(computedAgain({ ...answer, basis: { ...answer.basis } })).toHaveLength(4);
  });
});
