import { describe, expect, it } from 'vitest';
import { asPrinted, borgensprognosTable } from './borgensprognos-table.ts';
import { computeBorgensutrymme } from './borgensutrymme.ts';
import { tkr } from './tkr.ts';

const ceilings = [{ validFrom: '2020-01-01', amount: tkr('100') }];

function forecast(openingYear: number, closings: readonly string[], debt = '50') {
  const rows = closings.map((amount, index) => ({
    year: openingYear + 1 + index,
    kind: 'borrowingInvestments' as const,
    source: 'typed' as const,
    amount: tkr(amount),
  }));
  const lastYear = openingYear + closings.length;
  return computeBorgensutrymme({ openingYear, lastYear, openingDebt: tkr(debt), rows }, ceilings);
}

describe('scenarios side by side', () => {
  it('is empty without scenarios', () => {
    expect(borgensprognosTable([])).toEqual([]);
  });

  it('puts a later opening debt on the row of its own year', () => {
    const table = borgensprognosTable([forecast(2024, ['1', '2']), forecast(2025, ['3'])]);
    const debt = table.filter(({ figure }) => figure === 'debt');
    expect(debt.map(({ year, amounts }) => [year, amounts])).toEqual([
      [2024, [tkr('50'), null]],
      [2025, [tkr('51'), tkr('50')]],
      [2026, [tkr('53'), tkr('53')]],
    ]);
  });

  it('prints the headroom where a scenario ends, and an earlier one only where a ceiling is broken', () => {
    const calm = asPrinted(borgensprognosTable([forecast(2024, ['1', '2'])]));
    expect(calm.filter(({ figure }) => figure === 'headroom').map(({ year }) => year)).toEqual([
      2026,
    ]);
    const longer = asPrinted(
      borgensprognosTable([forecast(2024, ['1']), forecast(2024, ['1', '2', '3'])]),
    );
    expect(longer.filter(({ figure }) => figure === 'headroom').map(({ year }) => year)).toEqual([
      2025, 2027,
    ]);
    const broken = asPrinted(borgensprognosTable([forecast(2024, ['51', '-10'])]));
    expect(broken.filter(({ figure }) => figure === 'headroom').map(({ year }) => year)).toEqual([
      2025, 2026,
    ]);
  });
});
