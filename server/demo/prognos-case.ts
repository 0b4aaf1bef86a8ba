import { z } from 'zod';
import { editableFigures } from '#contract/scenarios.ts';
import { assumptionKinds } from '#domain/forecast/assumption-terms.ts';
import { loanForms, paymentsAYear } from '#domain/forecast/loan-terms.ts';
import itsam from '../../fixtures/itsam/2025/prognos.json' with { type: 'json' };

const plainAmount = z.string();
const plainPercent = z.string();

const ratePeriod = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('fixed'), from: z.string(), rate: plainPercent }),
  z.strictObject({
    type: z.literal('reference'),
    from: z.string(),
    curve: z.string(),
    margin: plainPercent,
  }),
]);

const demoPrognos = z.strictObject({
  beslut: z.strictObject({
    title: z.string(),
    organ: z.string(),
    date: z.string().nullable(),
    paragraph: z.string().nullable(),
    dnr: z.string().nullable(),
    note: z.string().nullable(),
  }),
  budgetposts: z.array(z.strictObject({ line: z.string(), year: z.int(), amount: plainAmount })),
  curves: z.array(
    z.strictObject({
      name: z.string(),
      points: z.array(z.strictObject({ from: z.string(), rate: plainPercent })),
    }),
  ),
  loans: z.array(
    z.strictObject({
      lender: z.string(),
      reference: z.string(),
      principal: plainAmount,
      drawnOn: z.string(),
      form: z.enum(loanForms),
      paymentsAYear: z.literal(paymentsAYear),
      firstPaymentOn: z.string(),
      maturesOn: z.string(),
      ratePeriods: z.array(ratePeriod),
    }),
  ),
  shareKey: z.strictObject({
    validFrom: z.string(),
    type: z.enum(['population', 'percent']),
    source: z.string(),
    parts: z.array(z.strictObject({ member: z.string(), weight: z.string() })),
  }),
  assumptions: z.array(
    z.strictObject({
      kind: z.enum(assumptionKinds),
      line: z.string().nullable().default(null),
      from: z.string().nullable().default(null),
      percent: plainPercent.nullable().default(null),
      low: plainPercent.nullable().default(null),
      high: plainPercent.nullable().default(null),
      amount: plainAmount.nullable().default(null),
      months: z.int().nullable().default(null),
      comment: z.string(),
    }),
  ),
  scenario: z.strictObject({
    name: z.string(),
    description: z.string(),
    openingYear: z.int(),
    lastYear: z.int(),
    rows: z.array(
      z.strictObject({
        year: z.int(),
        kind: z.enum(editableFigures),
        source: z.enum(['typed', 'linked', 'computed']),
        amount: plainAmount.nullable(),
        comment: z.string().nullable(),
      }),
    ),
  }),
});

/**
 * What a forecast of Itsam can be computed from: loans, a plan, terms and rates. Most of it is
 * invented: see SOURCE.md beside it.
 */
export const itsamPrognos = demoPrognos.parse(itsam);

/** See `itsamPrognos`. */
export type DemoPrognos = typeof itsamPrognos;
