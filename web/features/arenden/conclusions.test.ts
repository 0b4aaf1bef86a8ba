import { describe, expect, it } from 'vitest';
import type { ArendeSummary } from '#contract/arende-answer.ts';
import { forecastEffect } from '#domain/arende-effect.ts';
import type { PlanInput, PlanRow } from '#domain/forecast/plan-input.ts';
import { tkr } from '#domain/tkr.ts';
import { sv } from '../../texts/sv.ts';
import { paragraph14 } from './arende-testing.ts';
import { toArendeView } from './arende-view.ts';
import { concludeArende, concludeArenden, type Part } from './conclusions.ts';

function read(parts: readonly Part[]): string {
  return parts
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u00a0', ' ');
}

const row = (year: number, kind: PlanRow['kind'], amount: string): PlanRow => {
  const none = { arendeId: null, linkedAmount: null };
  return { year, kind, source: 'typed', amount: tkr(amount), ...none };
};
// "Utan tillägg" of the protocol, under a ceiling.
const base = (ceiling: string): PlanInput => ({
  openingYear: 2024,
  lastYear: 2026,
  openingDebt: { source: 'typed', amount: tkr('58662') },
  rows: [
    row(2025, 'borrowingInvestments', '20378'),
    row(2025, 'borrowingEquityUse', '4000'),
    row(2025, 'amortisation', '-22569'),
    row(2026, 'borrowingInvestments', '32865'),
    row(2026, 'borrowingEquityUse', '3000'),
    row(2026, 'amortisation', '-26356'),
  ],
  lines: [],
  arenden: [],
  loans: [],
  curves: [],
  levels: [],
  ceilings: [{ validFrom: '2020-01-01', amount: tkr(ceiling) }],
});

describe('the sentence of an ärende', () => {
  const view = toArendeView(paragraph14, new Map());

  it('says what it does to the budget, and what is left to borrow with it and without it', () => {
    const effect = forecastEffect(base('80000'), view.addedParts);
    expect(read(concludeArende(view, effect, sv.arende))).toBe(
      'Ärendet ökar investeringsbudgeten 2025 med 5 010 Tkr till 26 555 Tkr. Kvar av borgensutrymmet 31/12 2026 blir 5 010 Tkr om det bifalls och 10 020 Tkr om det avslås.',
    );
  });

  it('says when the ceiling breaks', () => {
    const effect = forecastEffect(base('70000'), view.addedParts);
    expect(read(concludeArende(view, effect, sv.arende))).toContain(
      '−4 990 Tkr om det bifalls och 20 Tkr om det avslås. Bifalls det bryts borgenstaket 31/12 2026.',
    );
  });

  it('says nothing of debt without a scenario, and only what happened once it is decided', () => {
    expect(read(concludeArende(view, null, sv.arende))).toBe(
      'Ärendet ökar investeringsbudgeten 2025 med 5 010 Tkr till 26 555 Tkr.',
    );
    const decided = { ...paragraph14, status: 'beslutad', outcome: 'bifall' } as const;
    const effect = forecastEffect(base('80000'), view.addedParts);
    expect(read(concludeArende(toArendeView(decided, new Map()), effect, sv.arende))).toBe(
      'Ärendet ökade investeringsbudgeten 2025 med 5 010 Tkr till 26 555 Tkr.',
    );
    const refused = { ...paragraph14, status: 'beslutad', outcome: 'avslag' } as const;
    expect(read(concludeArende(toArendeView(refused, new Map()), null, sv.arende))).toBe(
      'Ärendet avslogs. Investeringsbudgeten 2025 ändrades inte med de 5 010 Tkr som föreslogs.',
    );
  });

  it('says what to do first where there is no entry', () => {
    const empty = toArendeView({ ...paragraph14, entries: [] }, new Map());
    expect(read(concludeArende(empty, null, sv.arende))).toBe(
      'Ärendet föreslår inget för 2025 än. Välj bland förslagen eller lägg till en post.',
    );
  });
});

describe('the sentence of the list', () => {
  const prepared: ArendeSummary = { ...paragraph14, status: 'beredning' };
  const say = (...arenden: ArendeSummary[]) => read(concludeArenden(arenden, sv.arenden));

  it('says what is being prepared, with amount and year', () => {
    expect(say(prepared)).toBe('Ett ärende bereds: 5 010 Tkr för 2025.');
    expect(say(prepared, { ...prepared, total: '300', year: 2026 })).toBe(
      'Två ärenden bereds: 5 010 Tkr för 2025 och 300 Tkr för 2026.',
    );
  });

  it('says what there is where nothing is being prepared', () => {
    const decided: ArendeSummary = { ...paragraph14, status: 'beslutad', outcome: 'bifall' };
    expect(say()).toBe('Inga ärenden finns än.');
    expect(say(paragraph14)).toBe('Inget ärende bereds. Ett är utkast.');
    expect(say(paragraph14, decided, decided)).toBe(
      'Inget ärende bereds. Ett är utkast. Två är beslutade.',
    );
  });
});
