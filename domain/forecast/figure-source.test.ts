import { describe, expect, it } from 'vitest';
import { forecastRowKinds } from '../borgensutrymme.ts';
import { canComeAbout } from './figure-source.ts';

const ways = [
  ['typed', null],
  ['computed', null],
  ['linked', null],
  ['linked', 'arende'],
  ['typed', 'arende'],
  ['computed', 'arende'],
] as const;

describe('how a figure comes about', () => {
  it('is one of the ways that DESIGN §5 has for it', () => {
    const possible = (['openingDebt', ...forecastRowKinds] as const).map((kind) => [
      kind,
      ...ways
        .filter(([source, arendeId]) => canComeAbout({ kind, source, arendeId }))
        .map(([source, arendeId]) => `${source}${arendeId === null ? '' : ' to an ärende'}`),
    ]);
    expect(possible).toEqual([
      ['openingDebt', 'typed', 'computed'],
      ['borrowingInvestments', 'typed', 'linked'],
      ['borrowingTillaggsbudget', 'typed', 'computed', 'linked to an ärende'],
      ['borrowingEquityUse', 'typed'],
      ['amortisation', 'typed', 'computed'],
    ]);
  });
});
