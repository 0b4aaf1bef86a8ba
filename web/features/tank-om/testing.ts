import type { PlanInput } from '#domain/forecast/plan-input.ts';
import { assumptionOf } from '#domain/forecast/what-if.ts';
import { percentOf } from '#domain/percent.ts';
import { tkr } from '#domain/tkr.ts';

/**
 * A scenario for tests: 1 000 Tkr a year on Klienter and 500 on Nät, all of it borrowed in January
 * and repaid once a year over ten years, under a ceiling of 4 000, at 3 %.
 *
 * So 2025 borrows 1 500 and repays nothing; 2026 borrows 1 500 and repays 150 in January.
 */
export const planInput: PlanInput = {
  openingYear: 2024,
  lastYear: 2026,
  openingDebt: { source: 'typed', amount: tkr('1000') },
  rows: [2025, 2026].flatMap((year) =>
    (['borrowingInvestments', 'amortisation'] as const).map((kind) => ({
      year,
      kind,
      source: kind === 'amortisation' ? 'computed' : 'linked',
      amount: null,
      arendeId: null,
      linkedAmount: null,
    })),
  ),
  lines: [
    { lineId: 'klienter', name: 'Klienter', budget: budgetOf('1000') },
    { lineId: 'nat', name: 'Nät', budget: budgetOf('500') },
  ],
  arenden: [],
  loans: [],
  curves: [],
  levels: [
    [
      assumptionOf({ kind: 'loanShare', percent: percentOf('100') }),
      assumptionOf({ kind: 'life', months: 120 }),
      assumptionOf({ kind: 'paymentInterval', months: 12 }),
      assumptionOf({ kind: 'drawSpan', months: 1, lastMonth: 1 }),
      assumptionOf({ kind: 'plannedRate', percent: percentOf('3') }),
    ],
  ],
  ceilings: [{ validFrom: '2020-01-01', amount: tkr('4000') }],
};

function budgetOf(amount: string) {
  return [2025, 2026].map((year) => ({ year, amount: tkr(amount) }));
}
