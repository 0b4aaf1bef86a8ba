import { expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { tkr, zero } from '../tkr.ts';
import { resolveAssumptions } from './assumptions.ts';
import { borrowing } from './borrowings.ts';
import { lineTermsAt } from './line-terms.ts';
import { loanFlows } from './loan-flows.ts';
import { monthAt } from './month.ts';
import { planMonths } from './plan-months.ts';
import { assumptionOf } from './what-if.ts';

const assumptions = resolveAssumptions([
  [
    assumptionOf({ kind: 'drawSpan', months: 2, lastMonth: 3 }),
    assumptionOf({ kind: 'plannedRate', percent: percentOf('6') }),
    // Begins within April, and so is first asked for in May.
    assumptionOf({ kind: 'plannedRate', percent: percentOf('12'), from: '2025-04-15' }),
    assumptionOf({ kind: 'borgensavgift', percent: percentOf('1.2') }),
  ],
]);
const years = { first: 2025, last: 2026 };

it('puts a year together month by month: draws, repayment, ceiling, interest and fee', () => {
  const terms = lineTermsAt(assumptions, null, 2025);
  const months = planMonths({
    years,
    lastKnown: 2025,
    openingDebt: tkr('100'),
    borrowings: [
      borrowing({ kind: 'borrowingInvestments', year: 2025 }, tkr('20'), terms, []),
      borrowing({ kind: 'borrowingEquityUse', year: 2025 }, tkr('4'), terms, []),
    ],
    amortisation: Array.from({ length: 24 }, (_, at) => (at === 2 ? tkr('-12') : zero)),
    loans: loanFlows({ loans: [], curves: [] }, assumptions, years),
    ceilings: [
      { validFrom: '2025-03-31', amount: tkr('110') },
      { validFrom: '2025-02-01', amount: tkr('90') },
    ],
    assumptions,
  });
  expect(months).toHaveLength(12);
  expect(months[0]).toMatchObject({ closing: tkr('100'), borgenstak: null, headroom: null });
  expect(months[1]).toMatchObject({
    month: monthAt(2025, 2),
    borrowingInvestments: tkr('10'),
    borrowingEquityUse: tkr('2'),
    closing: tkr('112'),
    borgenstak: tkr('90'),
    headroom: tkr('-22'),
    // 100 · 6 % / 12 and 100 · 1,2 % / 12.
    interest: tkr('0.5'),
    borgensavgift: tkr('0.1'),
  });
  expect(months[2]).toMatchObject({
    amortisation: tkr('-12'),
    closing: tkr('112'),
    borgenstak: tkr('110'),
    interest: tkr('0.56'),
  });
  expect([months[3]?.interest, months[4]?.interest]).toEqual([tkr('0.56'), tkr('1.12')]);
});
