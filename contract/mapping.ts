import { z } from 'zod';
import { mappingTargets } from '#domain/utfall-terms.ts';
import { endpoint } from './endpoint.ts';
import { emptiableText, id, moment, version } from './fields.ts';
import { noQuery, organisationParams } from './organisations.ts';

/** How many rules a mapping may have. */
export const mostRules = 2_000;

/**
 * One rule of a mapping: what an amount must be, and where it goes. Conditions that are null ask for
 * nothing; those that are given must all fit.
 */
export const mappingRule = z.object({
  accountFrom: z.string().nullable().meta({ description: 'Första kontot, till exempel "1200".' }),
  accountTo: z
    .string()
    .nullable()
    .meta({ description: 'Sista kontot; samma som det första för ett enda.' }),
  dimension: z
    .string()
    .nullable()
    .meta({ description: 'Dimensionens nummer i SIE, till exempel "6".' }),
  objectFrom: z.string().nullable().meta({ description: 'Första objektet i dimensionen.' }),
  objectTo: z
    .string()
    .nullable()
    .meta({ description: 'Sista objektet; samma som det första för ett enda.' }),
  name: z.string().nullable().meta({ description: 'Radens namn i en tabell (CSV eller XLSX).' }),
  target: z.enum(mappingTargets),
  lineId: id.nullable().meta({ description: 'Raden, när target är "line"; annars null.' }),
  driftrad: z.string().nullable().meta({ description: 'Driftraden, när target är "drift".' }),
});

const condition = emptiableText(100);

/** A rule that is asked to be saved. */
const mappingRuleInput = z.strictObject({
  ...mappingRule.shape,
  accountFrom: condition,
  accountTo: condition,
  dimension: condition,
  objectFrom: condition,
  objectTo: condition,
  name: emptiableText(200),
  driftrad: emptiableText(200),
});

/** See `mappingRule`. */
export type MappingRuleAnswer = z.output<typeof mappingRule>;

/** A version of the mapping. Version 0 is the empty one, before any was saved. */
export const mapping = z.object({
  version,
  comment: z.string().nullable(),
  createdAt: moment.nullable(),
  createdBy: z.string().nullable(),
  rules: z.array(mappingRule).meta({ description: 'I ordning: den första som passar gäller.' }),
});

/** See `mapping`. */
export type MappingAnswer = z.output<typeof mapping>;

const path = '/api/organisations/:organisationId/mapping';

export const getMapping = endpoint({
  operationId: 'getMapping',
  method: 'GET',
  path,
  summary: 'Kontokopplingen: den senaste versionen, eller den som frågas efter',
  access: 'readFigures',
  params: organisationParams,
  query: z.strictObject({
    version: z
      .string()
      .regex(/^\d{1,9}$/u)
      .optional(),
  }),
  body: null,
  needsVersion: false,
  status: 200,
  answer: z.object({
    mapping,
    newestVersion: version,
    versions: z
      .array(mapping.omit({ rules: true }))
      .meta({ description: 'Alla versioner, nyast först.' }),
  }),
});

export const saveMapping = endpoint({
  operationId: 'saveMapping',
  method: 'PUT',
  path,
  summary: 'Sparar kontokopplingen som en ny version; If-Match är den senaste, "0" om ingen finns',
  access: 'editUtfall',
  params: organisationParams,
  query: noQuery,
  body: z.strictObject({
    rules: z.array(mappingRuleInput).max(mostRules),
    comment: emptiableText(1000).default(null),
  }),
  needsVersion: true,
  status: 200,
  answer: mapping,
});
