import { describe, expect, it } from 'vitest';
import { borgensprognos } from '#contract/borgensprognos.ts';
import { figureOf } from '#domain/borgensprognos-table.ts';
import { concludeBorgensprognos } from '#domain/scenario-comparison.ts';
import { toPlain } from '#domain/tkr.ts';
import recorded from '../../fixtures/contract/borgensprognos.json' with { type: 'json' };
import { partsOf } from '../charts/conclusion.tsx';
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
      partsOf(facts, texts.conclusion)
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
