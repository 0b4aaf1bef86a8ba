import { describe, expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { tkr, zero } from '../tkr.ts';
import { resolveAssumptions } from './assumptions.ts';
import { planBorrowing } from './plan-figures.ts';
import { line, planInput, row, terms } from './testing.ts';
import { assumptionOf } from './what-if.ts';

function planned(change: Parameters<typeof planInput>[0]) {
  const input = planInput({ lastYear: 2025, ...change });
  return planBorrowing(input, resolveAssumptions(input.levels));
}

describe('a figure of borrowing', () => {
  const lines = [line('a', { 2025: '100' })];

  it('is absent where nothing is written, and where what was written is emptied', () => {
    const rows = [row(2025, 'borrowingEquityUse', 'typed')];
    expect(planned({ rows, lines }).figures).toEqual([]);
  });

  it('follows the budget, or has what is typed over it', () => {
    const followed = [row(2025, 'borrowingInvestments', 'linked')];
    expect(planned({ rows: followed, lines }).figures).toMatchObject([
      { amount: tkr('100'), followed: tkr('100'), isOverridden: false },
    ]);
    const over = [row(2025, 'borrowingInvestments', 'linked', { amount: tkr('90') })];
    const { figures, borrowings } = planned({ rows: over, lines });
    expect(figures).toMatchObject([
      { amount: tkr('90'), followed: tkr('100'), isOverridden: true },
    ]);
    expect(borrowings).toMatchObject([{ principal: tkr('90'), lineIds: ['a'] }]);
  });

  it('that is typed follows nothing, and is spread over the lines by their budgets', () => {
    const rows = [row(2025, 'borrowingInvestments', 'typed', { amount: tkr('30') })];
    const { figures, borrowings, gaps } = planned({
      rows,
      lines: [...lines, line('b', { 2025: '200' })],
      levels: [[assumptionOf({ kind: 'life', months: 36, lineId: 'b' })]],
    });
    expect(figures).toMatchObject([{ followed: null, isOverridden: false }]);
    expect(borrowings.map(({ principal }) => principal)).toEqual([tkr('10'), tkr('20')]);
    // It needs no share financed by loans: it is what is borrowed.
    expect(gaps).toEqual([]);
  });

  it('of the supplementary budget is what all decided ärenden add where it is computed', () => {
    const arende = (arendeId: string, isDecided: boolean) => ({
      arendeId,
      name: arendeId,
      isDecided,
      entries: [{ lineId: 'a', year: 2025, amount: tkr('7') }],
    });
    const { figures } = planned({
      rows: [row(2025, 'borrowingTillaggsbudget', 'computed')],
      lines,
      arenden: [arende('1', true), arende('2', false), arende('3', true)],
    });
    expect(figures).toMatchObject([{ amount: tkr('14') }]);
  });

  it('is the budget alone where nobody follows what the ärenden add', () => {
    const { figures } = planned({
      rows: [row(2025, 'borrowingInvestments', 'linked')],
      lines,
      arenden: [
        {
          arendeId: '1',
          name: '1',
          isDecided: true,
          entries: [{ lineId: 'a', year: 2025, amount: tkr('7') }],
        },
      ],
    });
    expect(figures).toMatchObject([{ amount: tkr('100') }]);
  });

  it('has what is asked about on top of it, by the share, the rate and the line of each', () => {
    const from = '2025-01-01';
    const { figures, borrowings } = planned({
      rows: [],
      levels: [
        [
          assumptionOf({ kind: 'extraInvestment', lineId: 'a', from, amount: tkr('200') }),
          assumptionOf({ kind: 'loanShare', lineId: 'a', percent: percentOf('50') }),
          assumptionOf({ kind: 'executionRate', percent: percentOf('80') }),
        ],
        terms(36),
      ],
    });
    // 200 · 50 % · 80 %.
    expect(figures).toMatchObject([{ source: 'typed', amount: tkr('80'), extra: tkr('80') }]);
    expect(borrowings).toMatchObject([{ isExtra: true, lineIds: ['a'] }]);
  });

  it('cannot be told where what is asked about has no share', () => {
    const { figures, gaps } = planned({
      rows: [row(2025, 'borrowingInvestments', 'typed', { amount: tkr('30') })],
      levels: [
        [
          assumptionOf({
            kind: 'extraInvestment',
            lineId: 'a',
            from: '2025-01-01',
            amount: tkr('200'),
          }),
        ],
      ],
    });
    expect(figures).toMatchObject([{ amount: null, extra: zero }]);
    expect(gaps).toEqual([{ missing: 'loanShare', year: 2025, lineIds: ['a'] }]);
  });
});
