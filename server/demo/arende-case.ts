import { z } from 'zod';
import { arendeKinds } from '#domain/arende-terms.ts';
import itsam from '../../fixtures/itsam/2025/arende.json' with { type: 'json' };

const plainAmount = z.string();

const demoArenden = z.strictObject({
  beslut: z.strictObject({
    key: z.string(),
    title: z.string(),
    organ: z.string(),
    date: z.string().nullable(),
    paragraph: z.string().nullable(),
    dnr: z.string().nullable(),
    note: z.string().nullable(),
  }),
  budgetposts: z.array(
    z.strictObject({
      line: z.string(),
      year: z.int(),
      kind: z.literal('ursprunglig'),
      amount: plainAmount,
      beslut: z.string(),
    }),
  ),
  utfall: z.array(
    z.strictObject({
      line: z.string(),
      year: z.int(),
      amount: plainAmount,
      comment: z.string(),
    }),
  ),
  behov: z.array(
    z.strictObject({
      line: z.string(),
      year: z.int(),
      article: z.string(),
      unit: z.string(),
      volume: z.string(),
      price: plainAmount,
      validFrom: z.string(),
      source: z.string(),
    }),
  ),
  arenden: z.array(
    z.strictObject({
      dnr: z.string().nullable(),
      title: z.string(),
      kind: z.enum(arendeKinds),
      year: z.int(),
      baseScenario: z.string(),
      entries: z.array(
        z.strictObject({
          kind: z.enum(['aterbudgetering', 'tillaggsaskande']),
          line: z.string(),
          year: z.int(),
          fromYear: z.int().nullable(),
          amount: plainAmount,
          reason: z.string().nullable(),
        }),
      ),
      documents: z.array(z.strictObject({ name: z.string(), dated: z.string().nullable() })),
      decision: z
        .strictObject({ beslut: z.string(), outcome: z.literal('bifall'), protocol: z.string() })
        .nullable(),
    }),
  ),
});

/**
 * What Itsam's ärende 2025/17 rests on, and a draft to try things with. Partly invented: see
 * SOURCE.md beside it.
 */
export const itsamArenden = demoArenden.parse(itsam);

/** See `itsamArenden`. */
export type DemoArenden = typeof itsamArenden;
