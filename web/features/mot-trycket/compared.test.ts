import { describe, expect, it } from 'vitest';
import { borgensprognos } from '#contract/borgensprognos.ts';
import { toPlain } from '#domain/tkr.ts';
import recorded from '../../../fixtures/contract/borgensprognos.json' with { type: 'json' };
import { toView } from '../../lib/borgensprognos.ts';
import { sv } from '../../texts/sv.ts';
import { caseWords } from './case-words.ts';
import { toComparedView } from './compared.ts';

const nobody = { arendeId: null, withId: null, withoutId: null };

// Itsam as it is recorded, with what ärende 2025/17 adds and the lives that § 14 tells of.
function prognos() {
  const answer = borgensprognos.parse(recorded);
  const lineOf = (name: string): string =>
    answer.basis.lines.find((line) => line.name === name)?.lineId ?? '';
  const [klienter, mobiler] = [lineOf('Klienter'), lineOf('Mobiltelefoner')];
  const entries = [
    { lineId: klienter, year: 2024, amount: '-3400' },
    { lineId: klienter, year: 2025, amount: '3400' },
    { lineId: mobiler, year: 2025, amount: '1610' },
  ];
  const life = (lineId: string, months: number) => ({
    ...{
      assumptionId: lineId,
      scenarioId: null,
      kind: 'life' as const,
      lineId,
      from: null,
      months,
    },
    ...{ percent: null, low: null, high: null, amount: null, lastMonth: null, comment: null },
    ...{ version: 1, changedAt: '2026-11-22T12:00:00Z', changedBy: 'Anna Ek' },
  });
  return toView({
    ...answer,
    basis: {
      ...answer.basis,
      arenden: [
        { arendeId: 'utkast', name: 'Utkast', isDecided: false, entries: entries.slice(1) },
        { arendeId: '17', name: '2025/17', isDecided: true, entries },
      ],
    },
    assumptions: [life(klienter, 48), life(mobiler, 36)],
  });
}

describe('an ärende beside what is printed', () => {
  const view = toComparedView(prognos(), nobody);

  it('is the decided one, with the two scenarios of which one amortises more', () => {
    expect(view?.arende.name).toBe('2025/17');
    expect(view?.more.scenario.name).toBe('Om tillägg');
    expect(view?.less.scenario.name).toBe('Utan tillägg');
    expect(view?.differences.map(({ year, amount }) => [year, toPlain(amount)])).toEqual([
      [2025, '398'],
      [2026, '1245'],
    ]);
  });

  it('counts what is added in the years of the forecast, and not where it was carried from', () => {
    expect(view?.added.map(({ year }) => year)).toEqual([2025, 2025]);
    expect(view?.comparison.own?.years.map(({ computed }) => toPlain(computed))).toEqual([
      '520',
      '1386.66667',
    ]);
  });

  it('names the assumptions that come closest', () => {
    const [closest] = view?.comparison.tried ?? [];
    if (closest === undefined) throw new Error('Nothing was tried');
    expect(caseWords(closest.terms, sv)).toBe(
      '48 månader för alla, tas upp apr–dec, amorteras varje månad',
    );
  });

  it('is what the address names', () => {
    const all = prognos();
    const [first, , third] = all.scenarios;
    const chosen = {
      arendeId: 'utkast',
      withId: third?.scenario.scenarioId ?? '',
      withoutId: first?.scenario.scenarioId ?? '',
    };
    const named = toComparedView(all, chosen);
    expect(named?.arende.name).toBe('Utkast');
    expect(named?.more.scenario.name).toBe('Budget 2025');
    expect(named?.less.scenario.name).toBe('Om tillägg');
    // 25 827 − 22 967: "Budget 2025" knows no more years.
    expect(named?.differences.map(({ amount }) => toPlain(amount))).toEqual(['2860']);
  });

  it('is nothing without an ärende', () => {
    const all = prognos();
    const none = { ...all.answer, basis: { ...all.answer.basis, arenden: [] } };
    expect(toComparedView({ ...all, answer: none }, nobody)).toBeNull();
  });
});
