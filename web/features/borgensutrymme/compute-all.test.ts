import { describe, expect, it } from 'vitest';
import { borgensprognos } from '#contract/borgensprognos.ts';
import recorded from '../../../fixtures/contract/borgensprognos.json' with { type: 'json' };
import { toView } from '../../lib/borgensprognos.ts';
import { computeAll } from './compute-all.ts';

const answer = borgensprognos.parse(recorded);
const [om] = toView(answer).scenarios;
if (om === undefined) throw new Error('The recording has scenarios');
const { openingYear } = om.scenario;

const told = (basis: typeof answer.basis): string[] =>
  computeAll(om, { ...answer, basis }).map(({ year, kind, source, arendeId }) =>
    [year - openingYear, kind, source, arendeId ?? ''].join(' ').trim(),
  );

const nothing = { ...answer.basis, arenden: [], loans: [] };

describe('a whole scenario that is to be computed', () => {
  it('follows the budget and computes amortisation, and leaves the use of equity as it was', () => {
    expect(told(nothing)).toEqual([
      '1 borrowingInvestments linked',
      // What was typed gives way, also where no ärende adds anything.
      '1 borrowingTillaggsbudget computed',
      '1 amortisation computed',
      '2 borrowingInvestments linked',
      '2 amortisation computed',
    ]);
  });

  it('adds up decided ärenden in the years that they add to', () => {
    const entries = [{ lineId: null, year: openingYear + 2, amount: '100' }];
    const arende = { arendeId: 'a', name: 'A', isDecided: true, entries };
    expect(told({ ...nothing, arenden: [arende] })).toContain('2 borrowingTillaggsbudget computed');
    expect(told({ ...nothing, arenden: [{ ...arende, isDecided: false }] })).not.toContain(
      '2 borrowingTillaggsbudget computed',
    );
  });

  it('goes on following the ärende that it followed', () => {
    const figures = om.figures.map((figure) =>
      figure.kind === 'borrowingTillaggsbudget'
        ? { ...figure, source: 'linked' as const, arendeId: 'a', linkedAmount: '1', amount: '1' }
        : figure,
    );
    const kinds = computeAll({ ...om, figures }, { ...answer, basis: nothing });
    expect(kinds.some(({ kind }) => kind === 'borrowingTillaggsbudget')).toBe(false);
  });
});
