import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BorgensprognosAnswer } from '#contract/borgensprognos.ts';
import { toPlanInput } from '#contract/prognos.ts';
import { type ForecastFigure, typedAmount } from '#contract/scenarios.ts';
import { computePlan } from '#domain/forecast/plan.ts';
import recorded from '../../fixtures/contract/borgensprognos.json' with { type: 'json' };
import { borgensprognosKey } from './borgensprognos.ts';
import { createForecastEditor } from './forecast-editor.ts';
import { createSaveQueue } from './save-queue.ts';

const organisationId = 'org';
const place = {
  scenarioId: recorded.scenarios[0]?.scenario.scenarioId ?? '',
  year: 2025,
  kind: 'borrowingTillaggsbudget',
} as const;

/** The recorded forecast, whose first scenario follows an ärende of 5 010. */
function following(): BorgensprognosAnswer {
  const answer = structuredClone(recorded) as BorgensprognosAnswer;
  const link = { source: 'linked', arendeId: 'arende', linkedAmount: '5010' } as const;
  const [first] = answer.scenarios;
  if (first === undefined) throw new Error('The recorded forecast has scenarios');
  first.figures = first.figures.map((figure) =>
    isThere(figure) ? { ...figure, ...link, isOverridden: false } : figure,
  );
  return answer;
}

const isThere = ({ year, kind }: ForecastFigure): boolean =>
  year === place.year && kind === place.kind;

let client: QueryClient;
const figure = (): ForecastFigure | undefined =>
  client
    .getQueryData<BorgensprognosAnswer>(borgensprognosKey(organisationId))
    ?.scenarios[0]?.figures.find(isThere);

/** An editor whose server never answers: what is seen is what shows at once. */
function editor() {
  const queue = createSaveQueue(
    () => new Date(0),
    () => new Promise(() => undefined),
  );
  return createForecastEditor(client, queue, organisationId);
}

beforeEach(() => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  client = new QueryClient();
  client.setQueryData(borgensprognosKey(organisationId), following());
});
afterEach(() => vi.unstubAllGlobals());

const follows = { source: 'linked', arendeId: 'arende', amount: null, comment: null } as const;

describe('a figure that follows an ärende', () => {
  it('counts what is typed over it at once, and goes on knowing its ärende', () => {
    const over = { ...follows, amount: '4000', comment: 'Resten lånas inte.' };
    editor().set({ ...place, ...over, typed: '4 000' });
    expect(figure()).toMatchObject({
      source: 'linked',
      amount: '4000',
      linkedAmount: '5010',
      arendeId: 'arende',
      isOverridden: true,
    });
    expect(typedAmount(figure())).toBe('4000');
  });

  it('follows again at once when what was typed is taken away', () => {
    const edits = editor();
    edits.set({ ...place, ...follows, amount: '4000', comment: 'Så.', typed: '4 000' });
    edits.set({ ...place, ...follows, typed: '' });
    expect(figure()).toMatchObject({ source: 'linked', amount: '5010', isOverridden: false });
    // What undo puts back is that nothing was typed, and not the amount of the ärende.
    expect(typedAmount(figure())).toBeNull();
  });

  it('no longer follows once it is typed', () => {
    editor().set({
      ...place,
      source: 'typed',
      arendeId: null,
      amount: '5010',
      comment: null,
      typed: '',
    });
    expect(figure()).toMatchObject({ source: 'typed', arendeId: null, linkedAmount: null });
  });

  it('is in the forecast with the amount that counts', () => {
    const answer = following();
    const [first] = answer.scenarios;
    if (first === undefined) throw new Error('The recorded forecast has scenarios');
    const { figures } = computePlan(toPlanInput(answer, first));
    const row = figures.find(({ year, kind }) => year === place.year && kind === place.kind);
    expect([row?.source, row?.amount]).toEqual(['linked', 501_000_000n]);
  });
});

describe('a typed figure', () => {
  const minusOne = { source: 'typed', arendeId: null, amount: '-1', comment: null } as const;
  const amortisation = (): ForecastFigure | undefined =>
    client
      .getQueryData<BorgensprognosAnswer>(borgensprognosKey(organisationId))
      ?.scenarios[0]?.figures.find(({ year, kind }) => year === 2025 && kind === 'amortisation');

  it('stays typed', () => {
    editor().set({ ...place, kind: 'amortisation', ...minusOne, typed: '−1' });
    expect(amortisation()).toMatchObject({
      source: 'typed',
      amount: '-1',
      arendeId: null,
      linkedAmount: null,
      isOverridden: false,
    });
    expect(typedAmount(amortisation())).toBe('-1');
    expect(typedAmount(undefined)).toBeNull();
  });

  it('is computed at once with the others of a whole scenario, and has no amount of its own', () => {
    const byItself = { amount: null, arendeId: null, comment: null } as const;
    editor().setSources({
      scenarioId: place.scenarioId,
      figures: [
        { year: 2025, kind: 'amortisation', source: 'computed', ...byItself },
        { year: 2025, kind: 'borrowingInvestments', source: 'linked', ...byItself },
      ],
    });
    expect(amortisation()).toMatchObject({ source: 'computed', amount: null, isOverridden: false });
    // The others are the same objects: nothing but these two has to be drawn anew.
    const before = following().scenarios[1];
    const answer = client.getQueryData<BorgensprognosAnswer>(borgensprognosKey(organisationId));
    expect(answer?.scenarios[1]).toEqual(before);
  });
});
