import { describe, expect, it } from 'vitest';
import type { ArendeSummary } from '#contract/arende-answer.ts';
import { forecastEffect } from '#domain/arende-effect.ts';
import type { ForecastInput } from '#domain/borgensutrymme.ts';
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

// "Utan tillägg" of the protocol.
const base: ForecastInput = {
  openingYear: 2024,
  lastYear: 2026,
  openingDebt: tkr('58662'),
  rows: [
    { year: 2025, kind: 'borrowingInvestments', source: 'typed', amount: tkr('20378') },
    { year: 2025, kind: 'borrowingEquityUse', source: 'typed', amount: tkr('4000') },
    { year: 2025, kind: 'amortisation', source: 'typed', amount: tkr('-22569') },
    { year: 2026, kind: 'borrowingInvestments', source: 'typed', amount: tkr('32865') },
    { year: 2026, kind: 'borrowingEquityUse', source: 'typed', amount: tkr('3000') },
    { year: 2026, kind: 'amortisation', source: 'typed', amount: tkr('-26356') },
  ],
};
const ceiling = (amount: string) => [{ validFrom: '2020-01-01', amount: tkr(amount) }];

describe('the sentence of an ärende', () => {
  const view = toArendeView(paragraph14, new Map());

  it('says what it does to the budget, and what is left to borrow with it and without it', () => {
    const effect = forecastEffect(base, view.added, ceiling('80000'));
    expect(read(concludeArende(view, effect, sv.arende))).toBe(
      'Ärendet ökar investeringsbudgeten 2025 med 5 010 Tkr till 26 555 Tkr. Kvar av borgensutrymmet 31/12 2026 blir 5 010 Tkr om det bifalls och 10 020 Tkr om det avslås.',
    );
  });

  it('says when the ceiling breaks', () => {
    const effect = forecastEffect(base, view.added, ceiling('70000'));
    expect(read(concludeArende(view, effect, sv.arende))).toContain(
      '−4 990 Tkr om det bifalls och 20 Tkr om det avslås. Bifalls det bryts borgenstaket 31/12 2026.',
    );
  });

  it('says nothing of debt without a scenario, and only what happened once it is decided', () => {
    expect(read(concludeArende(view, null, sv.arende))).toBe(
      'Ärendet ökar investeringsbudgeten 2025 med 5 010 Tkr till 26 555 Tkr.',
    );
    const decided = { ...paragraph14, status: 'beslutad', outcome: 'bifall' } as const;
    const effect = forecastEffect(base, view.added, ceiling('80000'));
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
