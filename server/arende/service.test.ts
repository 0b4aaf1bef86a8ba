import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createArendeScenarios,
  decideArende,
  getArende,
  listArenden,
  moveArende,
} from '#contract/arende.ts';
import type { ArendeAnswer } from '#contract/arende-answer.ts';
import { getBorgensprognos } from '#contract/borgensprognos.ts';
import { getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { call, startTestApp, type TestApp } from '../testing/app.ts';
import {
  type Paragraph14,
  paragraph14Decision,
  prepareParagraph14,
  proposeParagraph14,
} from '../testing/paragraph-14.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

// What a person reads, with plain spaces in the figures.
const plain = (text: string | undefined): string => (text ?? '').replaceAll('\u00a0', ' ');
const block = (arende: ArendeAnswer, name: string): string =>
  plain(arende.texts.find((text) => text.block === name)?.body);

describe('§ 14 from proposal to decision', () => {
  let ground: Paragraph14;
  let proposed: ArendeAnswer;
  beforeAll(async () => {
    ground = await prepareParagraph14(app, 'Förbundet');
    proposed = await proposeParagraph14(ground);
  });

  it('shows gaps of 3 368 and 1 611, and marks +32 and −1', () => {
    expect(
      proposed.entries.map(({ lineName, amount, figures, marks }) => [
        lineName,
        amount,
        figures.left,
        figures.gap,
        figures.overNeed,
        marks.map(({ kind, by }) => [kind, by]),
      ]),
    ).toEqual([
      [
        'Klienter',
        '3400',
        '5196',
        '3368',
        '32',
        [
          ['noPolicy', null],
          ['overNeed', '32'],
        ],
      ],
      [
        'Mobiltelefoner',
        '990',
        '990',
        '1611',
        '-1',
        [
          ['noPolicy', null],
          ['underNeed', '1'],
        ],
      ],
      ['Mobiltelefoner', '620', null, '1611', '-1', [['underNeed', '1']]],
    ]);
  });

  it('takes the budget from 21 545 to 26 555, by rows as the protocol prints them', () => {
    const [table] = proposed.budget;
    expect([table?.before, table?.added, table?.after]).toEqual(['21545', '5010', '26555']);
    expect(
      table?.rows.map(({ lineName, kind, amount, entryId }) => [
        lineName,
        kind,
        amount,
        entryId !== null,
      ]),
    ).toEqual([
      ['Klienter', 'ursprunglig', '8182', false],
      ['Klienter', 'aterbudgetering', '3400', true],
      ['Mobiltelefoner', 'ursprunglig', '1539', false],
      ['Mobiltelefoner', 'aterbudgetering', '990', true],
      ['Mobiltelefoner', 'tillaggsaskande', '620', true],
      ['Nät', 'ursprunglig', '11824', false],
    ]);
  });

  it('shows debt and headroom if it is granted and if it is not', () => {
    const { bifall, avslag, base } = proposed.forecast ?? { bifall: [], avslag: [], base: [] };
    const told = (years: typeof bifall) =>
      years.map(({ tillaggsbudget, closing, headroom }) => [tillaggsbudget, closing, headroom]);
    expect(told(bifall)).toEqual([
      ['5010', '65083', '14917'],
      [null, '73347', '6653'],
    ]);
    expect(told(avslag)).toEqual([
      ['0', '60073', '19927'],
      [null, '68337', '11663'],
    ]);
    expect(told(base)[0]?.[0]).toBe('700');
  });

  it('writes its texts from the figures', () => {
    expect(block(proposed, 'beslut')).toBe(
      [
        'Direktionen beslutar att',
        '- överföra outnyttjade investeringsmedel avseende Klienter från 2024 till 2025 till ett värde av 3 400 Tkr.',
        '- överföra outnyttjade investeringsmedel avseende Mobiltelefoner från 2024 till 2025 till ett värde av 990 Tkr.',
        '- utöka investeringsbudget 2025 avseende Mobiltelefoner med ytterligare 620 Tkr.',
      ].join('\n'),
    );
    const consequence = block(proposed, 'konsekvensbeskrivning');
    expect(consequence).toContain(
      'Total beslutad investeringsvolym avseende Klienter kommer efter återbudgetering att uppgå till 11 582 Tkr år 2025 jämfört mot tidigare 8 182 Tkr.',
    );
    expect(consequence).toContain('uppgå till 26 555 Tkr mot tidigare 21 545 Tkr.');
    expect(consequence).toContain(
      'uppgå till 6 653 Tkr om ärendet bifalls, och uppgå till 11 663 Tkr om det avslås.',
    );
    expect(block(proposed, 'arendet')).toContain(
      'Beräknat inköpsvärde för Klienter (450 PC, 200 Surfplattor och 1 200 Elevdatorer) uppgår 2025 till 11 550 Tkr.',
    );
  });

  it('is decided, and found as 26 555 and as the linked 5 010', async () => {
    const { test } = ground;
    const params = { arendeId: proposed.arendeId };
    const { bifall } = await call(test, createArendeScenarios, { params, body: {} });
    const { version } = await call(test, moveArende, {
      params,
      body: { to: 'beredning' },
      version: proposed.version,
    });
    const decided = await call(test, decideArende, {
      params,
      body: paragraph14Decision,
      version,
      as: 'direktion',
    });
    expect([decided.status, decided.outcome, decided.total]).toEqual([
      'beslutad',
      'bifall',
      '5010',
    ]);
    expect(decided.entries.map(({ budgetpostIds }) => budgetpostIds.length)).toEqual([2, 2, 1]);
    expect(decided.decisions).toMatchObject([
      {
        step: 1,
        how: 'decided',
        beslut: { organ: 'Direktionen', date: '2025-03-27', paragraph: '§ 14', dnr: '2025/17' },
      },
    ]);
    // The figures and the texts are what they were when it was decided.
    expect(decided.budget).toEqual(proposed.budget);
    expect(decided.texts.map(({ body }) => body)).toEqual(proposed.texts.map(({ body }) => body));
    const budget = await call(test, getInvesteringsbudget, { params: { year: '2025' } });
    expect(budget.summary.total).toBe('26555');
    const { scenarios } = await call(test, getBorgensprognos, {
      query: { scenario: [bifall.scenarioId] },
    });
    const linked = scenarios[0]?.figures.find(({ kind }) => kind === 'borrowingTillaggsbudget');
    expect(linked).toMatchObject({
      source: 'linked',
      amount: '5010',
      linkedAmount: '5010',
      arendeId: proposed.arendeId,
      isOverridden: false,
    });
    expect(scenarios[0]?.years.at(-1)?.headroom).toBe('6653');
    const [listed] = (await call(test, listArenden, { as: 'direktion' })).arenden;
    expect(listed).toMatchObject({
      title: 'Återbudgetering samt tilläggsäskande',
      total: '5010',
      entryCount: 3,
      latestBeslut: { outcome: 'bifall', beslut: { paragraph: '§ 14' } },
      movedBasis: null,
    });
    const read = await call(test, getArende, { params, as: 'revisor' });
    expect(read.followedBy).toMatchObject([{ name: 'Om 2025/17 bifalls', year: 2025 }]);
    expect({ ...read, followedBy: [] }).toEqual(decided);
  });
});
