import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { sum, tkr, zero } from '../tkr.ts';
import { capitalCosts } from './capital-cost.ts';
import { anyPlanInput, line, planInput, row, terms } from './testing.ts';
import { assumptionOf, withAssumptions } from './what-if.ts';

const rate = assumptionOf({ kind: 'internranta', percent: percentOf('2.5') });

describe('the capital cost', () => {
  it('is worn from the month after each part is drawn, and interest on what is left, by hand', () => {
    const december = assumptionOf({ kind: 'drawSpan', months: 12, lastMonth: 12 });
    const input = planInput({
      lastYear: 2027,
      lines: [line('klienter', { 2025: '1200' })],
      levels: [[december, rate], terms(24)],
    });
    // 50 a month from January 2026. Book values 1 200, 1 150, … 650 sum to 11 100; 2,5 % / 12 of each.
    const { years } = capitalCosts(input);
    expect(years[0]).toMatchObject({ depreciation: zero, internranta: zero, cost: zero });
    expect(years[1]?.depreciation).toBe(tkr('600'));
    expect(years[1]?.internranta).toBe(tkr('23.125'));
    expect(years[1]?.cost).toBe(tkr('623.125'));
    // 600, 550, … 50 sum to 3 900.
    expect(years[2]?.internranta).toBe(tkr('8.125'));
  });

  it('has the whole investment, however little of it is financed by loans', () => {
    const share = assumptionOf({ kind: 'loanShare', percent: percentOf('10') });
    const lines = [line('klienter', { 2025: '1200' })];
    const input = planInput({ lastYear: 2028, lines });
    expect(capitalCosts(withAssumptions(input, [share])).years).toEqual(capitalCosts(input).years);
    expect(sum(capitalCosts(input).years.map(({ depreciation }) => depreciation))).toBe(
      tkr('1200'),
    );
  });

  it('is what is done of the budget, with what the ärenden of the scenario add', () => {
    const entries = [{ lineId: 'klienter', year: 2025, amount: tkr('120') }];
    const arenden = [{ arendeId: '17', name: '17', isDecided: true, entries }];
    const half = assumptionOf({ kind: 'executionRate', percent: percentOf('50') });
    const input = planInput({
      lastYear: 2029,
      rows: [row(2025, 'borrowingTillaggsbudget', 'computed')],
      lines: [line('klienter', { 2025: '1200' })],
      arenden,
      levels: [[half], terms(36)],
    });
    const total = (of: typeof input) =>
      sum(capitalCosts(of).years.map(({ depreciation }) => depreciation));
    expect(total(input)).toBe(tkr('720'));
    expect(total({ ...input, rows: [] })).toBe(tkr('600'));
  });

  it('is not known without a rate, and names what has no life', () => {
    const lines = [line('klienter', { 2025: '12' }), line('nät', { 2026: '5' })];
    const input = planInput({
      lines,
      levels: [[assumptionOf({ kind: 'life', lineId: 'klienter', months: 12 })]],
    });
    const { years, gaps, lines: byLine } = capitalCosts(input);
    expect(years[0]).toMatchObject({ internranta: null, cost: null });
    expect(years[0]?.depreciation).not.toBe(zero);
    expect(gaps).toEqual([{ missing: 'life', year: 2026, lineIds: ['nät'] }]);
    expect(byLine.map(({ lineId }) => lineId)).toEqual(['klienter', 'nät']);
  });

  it('is of all lines together exactly what it is of each', () => {
    fc.assert(
      fc.property(anyPlanInput, (input) => {
        const { years, lines } = capitalCosts(withAssumptions(input, [rate]));
        for (const [at, year] of years.entries()) {
          const ofLines = lines.map((one) => one.years[at]);
          expect(sum(ofLines.map((one) => one?.depreciation ?? zero))).toBe(year.depreciation);
          expect(sum(ofLines.map((one) => one?.internranta ?? zero))).toBe(year.internranta);
          expect(sum(ofLines.map((one) => one?.cost ?? zero))).toBe(year.cost);
        }
      }),
      { numRuns: 50 },
    );
  });
});
