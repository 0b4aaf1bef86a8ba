import { describe, expect, it } from 'vitest';
import { computeBorgensutrymme } from './borgensutrymme.ts';
import { concludeBorgensprognos } from './scenario-comparison.ts';
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

describe('the conclusion', () => {
  it('says nothing without a headroom', () => {
    expect(concludeBorgensprognos([])).toBeNull();
    expect(concludeBorgensprognos([{ name: 'A', forecast: forecast(2018, ['1']) }])).toBeNull();
  });

  it('compares with the first scenario that knows the same year', () => {
    const conclusion = concludeBorgensprognos([
      { name: 'A', forecast: forecast(2024, ['1', '2']) },
      { name: 'B', forecast: forecast(2024, ['1']) },
      { name: 'C', forecast: forecast(2024, ['1', '60']) },
    ]);
    expect(conclusion).toMatchObject({
      year: 2026,
      main: { name: 'A', headroom: tkr('47') },
      compared: { name: 'C', difference: tkr('58') },
      broken: [{ name: 'C', year: 2026 }],
    });
  });

  it('compares with none where no other knows the year', () => {
    const alone = concludeBorgensprognos([{ name: 'A', forecast: forecast(2024, ['1']) }]);
    expect(alone?.compared).toBeNull();
  });
});
