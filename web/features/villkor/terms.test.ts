import { describe, expect, it } from 'vitest';
import type { AssumptionAnswer } from '#contract/assumptions.ts';
import { sv } from '../../texts/sv.ts';
import { allLinesRow, placeIn, termColumns, termRows } from './term-rows.ts';
import { missingTerms, type TermKind, toTermsView } from './terms.ts';

type Said = Pick<AssumptionAnswer, 'kind'> & Partial<AssumptionAnswer>;

function assumption(said: Said): AssumptionAnswer {
  const none = {
    percent: null,
    low: null,
    high: null,
    amount: null,
    months: null,
    lastMonth: null,
  };
  const place = { assumptionId: 'a', scenarioId: null, lineId: null, from: null, comment: null };
  const when = { version: 1, changedAt: '2026-11-22T12:00:00Z', changedBy: 'Anna Ek' };
  return { ...none, ...place, ...when, ...said };
}

function viewOf(assumptions: readonly AssumptionAnswer[]) {
  const line = (lineId: string, years: readonly number[]) => ({
    lineId,
    name: lineId,
    budget: years.map((year) => ({ year, amount: '100' })),
  });
  const lines = [line('Klienter', [2025, 2026]), line('Nät', [2026]), line('Tom', [])];
  const basis = { lines, arenden: [], loans: [], curves: [], members: [], keys: [] };
  const scenario = { openingYear: 2024, lastYear: 2026 };
  const scenarios = [{ scenario }] as Parameters<typeof toTermsView>[0]['scenarios'];
  return toTermsView({ basis, scenarios, assumptions: [...assumptions] });
}

const life = (lineId: string | null, months: number, from: string | null = null) =>
  assumption({ kind: 'life', lineId, months, from });

function shownRow(view: ReturnType<typeof viewOf>, kind: TermKind, rowId: string) {
  const row = termRows({ view, kind, mayEdit: true, texts: sv }).find(({ id }) => id === rowId);
  return termColumns(view, sv).map(({ id }) => {
    const cell = row?.cells?.[id];
    return cell?.tone === 'none' ? `(${cell.text})` : cell?.text;
  });
}

describe('the terms of lines', () => {
  const view = viewOf([
    life(null, 60),
    life('Klienter', 36),
    life('Klienter', 48, '2026-01-01'),
    assumption({ kind: 'loanShare', percent: '80', lineId: 'Nät', from: '2026-01-01' }),
    assumption({ kind: 'life', months: 12, scenarioId: 's' }),
    life('Nät', 99, '2030-01-01'),
  ]);

  it('have a column from the beginning, for the years of the forecasts, and for those that are said', () => {
    expect(view.years).toEqual([2025, 2026, 2030]);
  });

  it('tell what is said in a place from what holds there anyway', () => {
    expect(shownRow(view, 'life', allLinesRow)).toEqual(['60', '(60)', '(60)', '(60)']);
    expect(shownRow(view, 'life', 'Klienter')).toEqual(['36', '(36)', '48', '(48)']);
    expect(shownRow(view, 'life', 'Nät')).toEqual(['(60)', '(60)', '(60)', '99']);
    expect(shownRow(view, 'drawSpan', 'Nät')[0]).toBe('(jan–dec)');
    expect(view.held(placeIn('life', 'Nät', '2026'))).toMatchObject({ source: 'general' });
    expect(view.held(placeIn('life', 'Klienter', '2025'))).toMatchObject({ source: 'earlier' });
    expect(view.held(placeIn('drawSpan', 'Nät', 'beginning'))).toEqual({
      source: 'standard',
      said: null,
    });
  });

  it('name the lines whose budget has no term, with the first year of each', () => {
    expect(missingTerms(view, 'life')).toEqual([]);
    expect(missingTerms(view, 'loanShare').map(({ line, year }) => [line.name, year])).toEqual([
      ['Klienter', 2025],
    ]);
    expect(shownRow(view, 'loanShare', 'Klienter')[0]).toBe('(–)');
  });
});
