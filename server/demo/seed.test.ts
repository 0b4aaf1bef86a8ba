import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getArende, listArenden } from '#contract/arende.ts';
import { getBehov } from '#contract/behov.ts';
import { getBorgensprognos } from '#contract/borgensprognos.ts';
import { getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { checkRows } from '../care/check-rows.ts';
import { call, startTestApp, type TestApp } from '../testing/app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ demo: 'everything' });
});
afterAll(() => test.close());

describe('the demo with its ärenden and its forecast', () => {
  it('has § 14 as it was decided, linked to the entries of the budget', async () => {
    const { arenden } = await call(test, listArenden, { as: 'direktion' });
    expect(arenden).toMatchObject([
      {
        dnr: '2025/17',
        status: 'beslutad',
        outcome: 'bifall',
        total: '5010',
        movedBasis: null,
        latestBeslut: { how: 'registered', beslut: { paragraph: '§ 14', date: '2025-03-27' } },
      },
    ]);
    const arendeId = arenden[0]?.arendeId ?? '';
    const { entries, budget, forecast, texts } = await call(test, getArende, {
      params: { arendeId },
    });
    expect(
      entries.map(({ amount, figures, budgetpostIds }) => [
        amount,
        figures.left,
        figures.gap,
        figures.overNeed,
        budgetpostIds.length,
      ]),
    ).toEqual([
      ['3400', '5196', '3368', '32', 2],
      ['990', '990', '1611', '-1', 2],
      ['620', null, '1611', '-1', 1],
    ]);
    expect([budget[0]?.before, budget[0]?.after]).toEqual(['21545', '26555']);
    expect(forecast?.bifall.at(-1)?.headroom).toBe('6653');
    expect(texts.every(({ isSuggested }) => !isSuggested)).toBe(true);
  });

  it('has a draft to try things with, for its ekonom', async () => {
    const { arenden } = await call(test, listArenden, {});
    expect(arenden.map(({ status }) => status)).toEqual(['utkast', 'beslutad']);
  });

  it('has its needs, and its budget and forecasts as they were printed', async () => {
    const { total } = await call(test, getBehov, { params: { year: '2025' } });
    expect(total.need).toBe('14700');
    const { summary } = await call(test, getInvesteringsbudget, { params: { year: '2025' } });
    expect([summary.total, summary.beforeDecisions]).toEqual(['26555', '21545']);
    const { scenarios } = await call(test, getBorgensprognos, {});
    expect(scenarios.map(({ years }) => years.at(-1)?.headroom)).toEqual([
      '6653',
      '10020',
      null,
      '12366',
      '8884.5881',
    ]);
  });

  it('has a scenario that is computed from loans that come to the printed debt', async () => {
    const { scenarios } = await call(test, getBorgensprognos, {});
    const computed = scenarios.at(-1);
    expect(computed?.scenario.name).toBe('Beräknad 2025–2029');
    // 20 430,2 is 21 545 less a fifth of 5 574, which is not borrowed.
    expect(computed?.years[0]).toMatchObject({
      opening: '58662',
      borrowingInvestments: '20430.2',
      borrowingTillaggsbudget: '5010',
      borrowingEquityUse: '4000',
    });
    expect(computed?.years.map(({ gap }) => gap)).toEqual([null, null, null, null, null]);
  });

  it('holds together', async () => {
    const findings = await test.owner.kysely.transaction().execute((trx) => checkRows(trx));
    expect(findings).toEqual([]);
  });
});
