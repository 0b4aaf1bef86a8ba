import { z } from 'zod';
import { arendeStatuses } from '#domain/arende-terms.ts';
import { parseFigureReference } from '#domain/figure-reference.ts';
import { beslut } from './beslut.ts';
import { endpoint } from './endpoint.ts';
import { amount, id, moment } from './fields.ts';
import { budgetpost } from './investeringsbudget.ts';
import { organisationParams } from './organisations.ts';
import { reconciliation } from './printed.ts';
import { utfallSource } from './utfall.ts';

const sentence = z.object({ sv: z.string(), en: z.string() });

const part = z.object({
  title: sentence,
  amount: amount.nullable(),
  figure: z.string().nullable().meta({ description: 'Delens eget pass; null där det tar slut.' }),
});

/** See `passport`. */
export type PassportPart = z.output<typeof part>;

/** An entry of the budget behind a figure, also one that a later entry replaced. */
const post = budgetpost.extend({
  lineName: z.string(),
  isInForce: z.boolean(),
});

/** A decision behind a figure, with the ärende that it closed where there is one. */
const decision = beslut.extend({
  arende: z.object({ arendeId: id, dnr: z.string().nullable(), title: z.string() }).nullable(),
  how: z.enum(['decided', 'registered']).nullable(),
  protocol: z.string().nullable(),
});

/** What one source said of the figure: an import or a typed amount, and its amounts there. */
const said = z.object({
  source: utfallSource,
  isInForce: z.boolean().meta({ description: 'Falskt för det som en senare källa gått före.' }),
  lineId: id.nullable(),
  year: z.int(),
  month: z.int().nullable(),
  amounts: z.array(
    z.object({
      account: z.string().nullable(),
      accountName: z.string().nullable(),
      objects: z.string(),
      objectNames: z.array(z.string()),
      name: z.string().nullable(),
      month: z.int().nullable(),
      amount,
    }),
  ),
});

/**
 * Where a figure comes from, as deep as there is: its parts and how they become it, the entries and
 * the decisions, the ärenden, the imports down to the account, the people, and what was printed.
 *
 * Source: DESIGN §1, row 11.
 */
export const passport = z.object({
  figure: z.string(),
  title: sentence,
  amount: amount.nullable().meta({ description: 'I Tkr; null där siffran inte finns.' }),
  formula: sentence.nullable(),
  parts: z.array(part).meta({ description: 'Delarna; deras summa är siffran.' }),
  basis: z.array(part).meta({ description: 'Siffror som den vilar på utan att de är delar.' }),
  posts: z.array(post),
  beslut: z.array(decision),
  arenden: z.array(
    z.object({
      arendeId: id,
      dnr: z.string().nullable(),
      title: z.string(),
      status: z.enum(arendeStatuses),
    }),
  ),
  sources: z.array(said),
  facts: z.array(z.object({ label: sentence, text: sentence })),
  people: z.array(
    z.object({ did: sentence, by: z.string(), at: moment, comment: z.string().nullable() }),
  ),
  printed: z.array(reconciliation),
});

/** See `passport`. */
export type PassportAnswer = z.output<typeof passport>;

export const getFigurePassport = endpoint({
  operationId: 'getFigurePassport',
  method: 'GET',
  path: '/api/organisations/:organisationId/passport',
  summary: 'En siffras pass: delar, formel, poster, beslut, ärenden, importer och personer',
  access: 'readFigures',
  params: organisationParams,
  query: z.strictObject({
    figure: z
      .string()
      .max(200)
      .refine((text) => parseFigureReference(text) !== null, 'figure_invalid')
      .meta({
        description: 'Till exempel "budget:2025:total:total" eller "utfall:2024:total:total".',
        examples: ['budget:2025:total:total'],
      }),
  }),
  body: null,
  needsVersion: false,
  status: 200,
  answer: passport,
});
