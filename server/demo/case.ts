import { z } from 'zod';
import { editableFigures } from '#contract/scenarios.ts';
import { budgetpostKinds } from '#domain/budgetpost.ts';
import itsam from '../../fixtures/itsam/2025/case.json' with { type: 'json' };

const plainAmount = z.string();

const demoCase = z.strictObject({
  organisation: z.strictObject({
    name: z.string(),
    slug: z.string(),
    orgnr: z.string().nullable(),
    members: z.array(
      z.strictObject({
        name: z.string(),
        kommunkod: z.string().nullable(),
        joinedOn: z.string().nullable(),
        leftOn: z.string().nullable(),
      }),
    ),
  }),
  source: z.string(),
  beslut: z.array(
    z.strictObject({
      key: z.string(),
      title: z.string(),
      organ: z.string(),
      date: z.string().nullable(),
      paragraph: z.string().nullable(),
      dnr: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  lines: z.array(z.string()),
  budgetposts: z.array(
    z.strictObject({
      line: z.string(),
      year: z.int(),
      kind: z.enum(budgetpostKinds),
      amount: plainAmount,
      beslut: z.string(),
      fromYear: z.int().nullable().default(null),
    }),
  ),
  borgenstak: z.array(
    z.strictObject({ validFrom: z.string(), amount: plainAmount, beslut: z.string() }),
  ),
  scenarios: z.array(
    z.strictObject({
      name: z.string(),
      status: z.enum(['utkast', 'faststalld']),
      openingYear: z.int(),
      lastYear: z.int(),
      openingDebt: plainAmount,
      rows: z.array(
        z.strictObject({ year: z.int(), kind: z.enum(editableFigures), amount: plainAmount }),
      ),
      printed: z.array(z.strictObject({ figure: z.string(), year: z.int(), amount: plainAmount })),
    }),
  ),
  printedBudget: z.strictObject({
    year: z.int(),
    rows: z.array(z.strictObject({ label: z.string(), amount: plainAmount })),
    total: plainAmount,
    totalInText: plainAmount,
    beforeDecisionsInText: plainAmount,
  }),
});

/** Itsam's case of 2025, as printed: what the demo organisation is filled with. */
export const itsamCase = demoCase.parse(itsam);

/** See `itsamCase`. */
export type DemoCase = typeof itsamCase;
