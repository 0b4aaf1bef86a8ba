import { z } from 'zod';
import type { ShareKey } from '#domain/forecast/share-key.ts';
import { parseWeight } from '#domain/forecast/share-key-rules.ts';
import { beslut, beslutInput } from './beslut.ts';
import { endpoint } from './endpoint.ts';
import type { FieldCode } from './field-texts.ts';
import { amount, day, id, moment, nonNegativeAmountInput, optionalText, text } from './fields.ts';
import { noQuery, organisationParams } from './organisations.ts';
import { populationFile } from './population-file.ts';
import { member } from './settings.ts';

/** What a key divides by. */
const shareKeyTypes = ['population', 'percent'] as const;

/**
 * A ceiling (borgenstak) from a day on, by a decision. Never changed: a correction is a new one that
 * points at it, and one that was a mistake is taken back by another.
 */
export const borgenstak = z.object({
  borgenstakId: id,
  validFrom: z.string().meta({ format: 'date' }),
  amount,
  beslut,
  comment: z.string().nullable(),
  replacesId: id.nullable(),
  isWithdrawn: z.boolean().meta({ description: 'Tar tillbaka det tak som den ersätter.' }),
  isInForce: z.boolean().meta({ description: 'Falskt för det som är ersatt eller återtaget.' }),
  createdAt: moment.nullable(),
  createdBy: z.string().nullable(),
});

/** See `borgenstak`. */
export type BorgenstakAnswer = z.output<typeof borgenstak>;

const root = '/api/organisations/:organisationId';

export const listBorgenstak = endpoint({
  operationId: 'listBorgenstak',
  method: 'GET',
  path: `${root}/borgenstak`,
  summary: 'Borgenstaken med sina beslut: de som gäller, och de som är ersatta eller återtagna',
  access: 'readFigures',
  params: organisationParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: z.object({
    borgenstak: z.array(borgenstak).meta({ description: 'I den ordning de börjar gälla.' }),
    beslut: z.array(beslut),
  }),
});

/** See `listBorgenstak`. */
export type BorgenstakList = z.output<(typeof listBorgenstak)['answer']>;

export const registerBorgenstak = endpoint({
  operationId: 'registerBorgenstak',
  method: 'POST',
  path: `${root}/borgenstak`,
  summary: 'Nytt borgenstak från en dag, med sitt beslut',
  access: 'editBorgen',
  params: organisationParams,
  query: noQuery,
  body: z.strictObject({
    validFrom: day,
    amount: nonNegativeAmountInput,
    beslutId: id.nullable().default(null),
    beslut: beslutInput.nullable().default(null),
    comment: optionalText(1000),
  }),
  needsVersion: false,
  status: 201,
  answer: borgenstak,
});

export const correctBorgenstak = endpoint({
  operationId: 'correctBorgenstak',
  method: 'POST',
  path: `${root}/borgenstak/:borgenstakId/corrections`,
  summary: 'Rättar ett borgenstak med ett nytt som pekar på det, eller tar tillbaka det',
  access: 'editBorgen',
  params: organisationParams.extend({ borgenstakId: id }),
  query: noQuery,
  body: z.strictObject({
    right: z
      .strictObject({ validFrom: day, amount: nonNegativeAmountInput })
      .nullable()
      .meta({ description: 'Det som ska gälla i stället; null tar tillbaka taket.' }),
    beslutId: id.nullable().default(null).meta({
      description: 'Det rättade takets beslut där inget annat sägs.',
    }),
    comment: text(1000).meta({ description: 'Varför.' }),
  }),
  needsVersion: false,
  status: 201,
  answer: borgenstak,
});

const weight = z.string().meta({
  description: 'Invånare som ett helt tal, eller procent med högst fyra decimaler.',
  examples: ['5512', '57.8'],
});

/** By what the members answer for the guarantee from a day on, until the next key. */
export const shareKey = z.object({
  keyId: id,
  validFrom: z.string().meta({ format: 'date' }),
  type: z.enum(shareKeyTypes),
  source: z.string().meta({ description: 'Var talen kommer ifrån.' }),
  parts: z.array(z.object({ memberId: id, weight })),
  version: z.int(),
  changedAt: moment,
  changedBy: z.string(),
});

/** See `shareKey`. */
export type ShareKeyAnswer = z.output<typeof shareKey>;

/** A key of an answer as the rules count with it. */
export function toShareKey({
  validFrom,
  type,
  parts,
}: Pick<ShareKeyAnswer, 'validFrom' | 'type' | 'parts'>): ShareKey {
  return {
    validFrom,
    type,
    parts: parts.map(({ memberId, weight: text }) => {
      const parsed = parseWeight(type, text);
      if (parsed === null) throw new Error(`Not a weight: ${text}`);
      return { memberId, weight: parsed };
    }),
  };
}

export const listShareKeys = endpoint({
  operationId: 'listShareKeys',
  method: 'GET',
  path: `${root}/share-keys`,
  summary: 'Medlemmarna och fördelningsnycklarna, var och en från sin dag',
  access: 'readFigures',
  params: organisationParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: z.object({
    keys: z.array(shareKey).meta({ description: 'I den ordning de börjar gälla.' }),
    members: z.array(member),
  }),
});

/** See `listShareKeys`. */
export type ShareKeyList = z.output<(typeof listShareKeys)['answer']>;

const weightProblems = {
  population: 'population_invalid',
  percent: 'percent_invalid',
} as const satisfies { readonly [type in (typeof shareKeyTypes)[number]]: FieldCode };

const shareKeyBody = z
  .strictObject({
    validFrom: day,
    type: z.enum(shareKeyTypes),
    source: text(200),
    parts: z
      .array(z.strictObject({ memberId: id, weight: z.string('text_missing').max(20) }))
      .max(400),
  })
  .superRefine(({ type, parts }, context) => {
    for (const [at, part] of parts.entries()) {
      if (parseWeight(type, part.weight) !== null) continue;
      const path = ['parts', at, 'weight'];
      context.addIssue({ code: 'custom', message: weightProblems[type], path });
    }
  });

export const createShareKey = endpoint({
  operationId: 'createShareKey',
  method: 'POST',
  path: `${root}/share-keys`,
  summary: 'Ny fördelningsnyckel från en dag, efter invånare eller procent',
  access: 'editBorgen',
  params: organisationParams,
  query: noQuery,
  body: shareKeyBody,
  needsVersion: false,
  status: 201,
  answer: shareKey,
});

export const updateShareKey = endpoint({
  operationId: 'updateShareKey',
  method: 'PUT',
  path: `${root}/share-keys/:keyId`,
  summary: 'Ändra en fördelningsnyckel; allt som den ska vara skickas',
  access: 'editBorgen',
  params: organisationParams.extend({ keyId: id }),
  query: noQuery,
  body: shareKeyBody,
  needsVersion: true,
  status: 200,
  answer: shareKey,
});

export const deleteShareKey = endpoint({
  operationId: 'deleteShareKey',
  method: 'DELETE',
  path: `${root}/share-keys/:keyId`,
  summary: 'Ta bort en fördelningsnyckel; den före gäller då vidare',
  access: 'editBorgen',
  params: organisationParams.extend({ keyId: id }),
  query: noQuery,
  body: null,
  needsVersion: true,
  status: 204,
  answer: z.null(),
});

export const readPopulationFile = endpoint({
  operationId: 'readPopulationFile',
  method: 'POST',
  path: `${root}/share-keys/read`,
  summary: 'Läser folkmängd ur en tabell från SCB (CSV, XLSX) och svarar per medlem; inget sparas',
  access: 'editBorgen',
  params: organisationParams,
  query: z.strictObject({
    fileName: z
      .string()
      .min(1)
      .max(200)
      .refine((raw) => !/[\p{Cc}\p{Cs}]/u.test(raw), 'text_forbidden_character')
      .meta({ description: 'Filens namn, så som personen har den.' }),
  }),
  body: 'file',
  needsVersion: false,
  keepsNothing: true,
  status: 200,
  answer: populationFile,
});

export const exportMemberSharesCsv = endpoint({
  operationId: 'exportMemberSharesCsv',
  method: 'GET',
  path: `${root}/member-shares/csv`,
  summary: 'Varje medlems del av skuld, tak och utrymme i ett scenario, år för år, som CSV',
  access: 'exportFigures',
  params: organisationParams,
  query: z.strictObject({ scenario: id }),
  body: null,
  needsVersion: false,
  status: 200,
  answer: 'csv',
});
