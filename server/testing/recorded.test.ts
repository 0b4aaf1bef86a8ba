import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getBorgensprognos } from '#contract/borgensprognos.ts';
import { getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { call, startTestApp, type TestApp } from './app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

/** The answer with identifiers that are the same at every run, in the order in which they appear. */
function withStableIds(answer: unknown): string {
  const seen = new Map<string, string>();
  const text = JSON.stringify(answer, null, 2);
  return `${text.replaceAll(/[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}/gu, (id) => {
    const stable = seen.get(id) ?? `00000000-0000-7000-8000-${`${seen.size}`.padStart(12, '0')}`;
    seen.set(id, stable);
    return stable;
  })}\n`;
}

// The web's tests read what is recorded here, so that both sides are held to the same answers.
describe('answers recorded for the web', () => {
  it('hold the forecast of Itsam', async () => {
    const answer = await call(test, getBorgensprognos, {});
    for (const { figures } of answer.scenarios) {
      figures.sort((left, right) => left.year - right.year || (left.kind < right.kind ? -1 : 1));
    }
    for (const { printed } of answer.scenarios) {
      printed.sort(
        (left, right) => left.year - right.year || (left.figure < right.figure ? -1 : 1),
      );
    }
    await expect(withStableIds(answer)).toMatchFileSnapshot(
      '../../fixtures/contract/borgensprognos.json',
    );
  });

  it('hold the investeringsbudget of Itsam', async () => {
    const answer = await call(test, getInvesteringsbudget, { params: { year: '2025' } });
    await expect(withStableIds(answer)).toMatchFileSnapshot(
      '../../fixtures/contract/investeringsbudget.json',
    );
  });
});
