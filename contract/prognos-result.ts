import { z } from 'zod';
import { forecastRowKinds } from '#domain/borgensutrymme.ts';
import { amount } from './fields.ts';
import { figureSources } from './scenarios.ts';

const emptyAmount = amount.nullable();
const decimal = z
  .string()
  .nullable()
  .meta({ description: 'Decimaltal med högst fyra decimaler; null där det inte kan sägas.' });

/** What is missing for a figure that is computed; the lines are none where it is missing for all. */
export const planGap = z.object({
  missing: z.enum(['life', 'loanShare', 'loanRate', 'openingDebt']),
  year: z.int(),
  lineIds: z.array(z.string()),
});

const resultYear = z.object({
  year: z.int(),
  opening: emptyAmount,
  borrowingInvestments: emptyAmount,
  borrowingTillaggsbudget: emptyAmount,
  borrowingEquityUse: emptyAmount,
  amortisation: emptyAmount,
  closing: emptyAmount,
  borgenstak: emptyAmount,
  headroom: emptyAmount,
  gap: z.enum(['no_opening_debt', 'no_rows', 'no_terms', 'no_borgenstak']).nullable(),
  interest: emptyAmount,
  borgensavgift: emptyAmount,
  depreciation: emptyAmount,
  internranta: emptyAmount,
});

const resultMonth = z.object({
  month: z.string(),
  opening: amount,
  borrowingInvestments: amount,
  borrowingTillaggsbudget: amount,
  borrowingEquityUse: amount,
  drawn: amount.meta({ description: 'Allt som lånas upp under månaden, Tkr.' }),
  amortisation: amount,
  debt: amount.meta({ description: 'Skulden månadens sista dag, Tkr.' }),
  borgenstak: emptyAmount,
  headroom: emptyAmount,
  interest: emptyAmount,
  borgensavgift: emptyAmount,
});

const resultFigure = z.object({
  year: z.int(),
  kind: z.enum(forecastRowKinds),
  source: z.enum(figureSources),
  amount: emptyAmount,
  followed: emptyAmount.meta({
    description: 'Det följda eller räknade, också där något annat gäller.',
  }),
  isOverridden: z.boolean(),
  extra: amount.meta({ description: 'Delen som kommer av ytterligare investeringar, Tkr.' }),
  parts: z.array(
    z.object({
      of: z.enum(['loan', 'lines', 'equity', 'openingRest']),
      ids: z.array(z.string()),
      borrowedIn: z.int().nullable(),
      isExtra: z.boolean(),
      amount,
    }),
  ),
});

const resultLoan = z.object({
  loanId: z.string(),
  months: z.array(
    z.object({
      month: z.string(),
      interest: emptyAmount,
      amortisation: emptyAmount,
      balance: emptyAmount,
    }),
  ),
  payments: z.array(
    z.object({
      on: z.string(),
      interest: emptyAmount,
      amortisation: emptyAmount,
      balance: emptyAmount,
    }),
  ),
  years: z.array(
    z.object({
      year: z.int(),
      interest: emptyAmount,
      amortisation: emptyAmount,
      balance: emptyAmount,
    }),
  ),
});

const memberAmounts = z.array(z.object({ memberId: z.string(), amount }));

/**
 * A computed forecast, as `tkr prognos` prints it: years, months, figures, loans, members, lines.
 *
 * Signs are those that are shown: amortisation is negative in years, months and figures; a payment of
 * a loan and every cost is positive. Source: docs/prognos.md.
 */
export const prognosResult = z.object({
  name: z.string().nullable(),
  openingYear: z.int(),
  lastYear: z.int(),
  openingDebt: emptyAmount,
  unexplained: emptyAmount.meta({ description: 'Ingående skuld som inget lån förklarar, Tkr.' }),
  gaps: z.array(planGap),
  firstNegativeYear: z.int().nullable(),
  firstBroken: z.string().nullable(),
  years: z.array(resultYear),
  months: z.array(resultMonth),
  figures: z.array(resultFigure),
  loans: z.array(resultLoan),
  portfolio: z.array(
    z.object({
      day: z.string(),
      balance: emptyAmount,
      averageRate: decimal,
      capitalBinding: decimal,
      rateBinding: decimal,
    }),
  ),
  maturities: z.array(z.object({ year: z.int(), amount })),
  refinancing: z.array(z.object({ year: z.int(), amount })),
  members: z.array(
    z.object({
      day: z.string(),
      debt: amount,
      borgenstak: emptyAmount,
      parts: z.array(
        z.object({
          memberId: z.string(),
          debt: amount,
          borgenstak: emptyAmount,
          headroom: emptyAmount,
        }),
      ),
    }),
  ),
  borgensavgift: z.array(z.object({ month: z.string(), amount, parts: memberAmounts })),
  borgensavgiftYears: z.array(z.object({ year: z.int(), amount, parts: memberAmounts })),
  lines: z.array(
    z.object({
      lineId: z.string(),
      years: z.array(z.object({ year: z.int(), depreciation: amount, internranta: emptyAmount })),
    }),
  ),
});

/** See `prognosResult`. */
export type PrognosResult = z.output<typeof prognosResult>;
