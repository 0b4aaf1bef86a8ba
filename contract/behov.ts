import { z } from 'zod';
import { parseVolume } from '#domain/volume.ts';
import { endpoint } from './endpoint.ts';
import type { FieldCode } from './field-texts.ts';
import {
  amount,
  day,
  emptiableText,
  id,
  moment,
  nonNegativeAmountInput,
  optionalText,
  text,
  version,
  year,
  yearParameter,
} from './fields.ts';
import { investmentLine } from './investeringsbudget.ts';
import { noQuery, organisationParams } from './organisations.ts';

const missing: FieldCode = 'volume_empty';

/** A volume that is asked to be stored: plain decimal form, at most three decimals, never negative. */
const volumeInput = z
  .string(missing)
  .superRefine((raw, context) => {
    const parsed = parseVolume(raw);
    if (!parsed.ok) context.addIssue({ code: 'custom', message: parsed.refusal });
  })
  .meta({
    description: 'Antal, decimalform, högst tre decimaler.',
    pattern: String.raw`^\d{1,10}(\.\d{1,3})?$`,
    examples: ['450'],
  });

/** What an article costs from a day on. Never changed: a new price is another row. */
export const articlePrice = z.object({
  priceId: id,
  articleId: id,
  validFrom: z.string().meta({ format: 'date' }),
  amount: amount.meta({ description: 'Styckpris i Tkr.' }),
  source: z.string().nullable().meta({ description: 'Var priset kommer ifrån.' }),
  createdAt: moment,
  createdBy: z.string(),
});

/** See `articlePrice`. */
export type ArticlePriceAnswer = z.output<typeof articlePrice>;

/** Something that is bought: what it is called and what it is counted in. */
export const article = z.object({ articleId: id, name: z.string(), unit: z.string(), version });

/** See `article`. */
export type ArticleAnswer = z.output<typeof article>;

const pricedArticle = article.extend({
  prices: z.array(articlePrice).meta({ description: 'I den ordning de skrevs in.' }),
});

/** An article with all its prices. */
export type PricedArticleAnswer = z.output<typeof pricedArticle>;

/** One item of what is needed: a volume, at the price it was calculated with. */
export const behovItem = z.object({
  behovId: id,
  lineId: id,
  year: z.int(),
  articleId: id,
  priceId: id.meta({ description: 'Priset som posten är räknad med.' }),
  volume: z.string().meta({ description: 'Antal, decimalform.' }),
  unitPrice: amount,
  value: amount.meta({
    description: 'Inköpsvärde: antal × styckpris, avrundat en gång till öret.',
  }),
  comment: z.string().nullable(),
  version,
  changedAt: moment,
  changedBy: z.string(),
});

/** See `behovItem`. */
export type BehovItemAnswer = z.output<typeof behovItem>;

const lineNeed = z.object({
  need: amount.nullable().meta({ description: 'Null där inget behov är inskrivet.' }),
  budget: amount.nullable(),
  gap: amount.nullable().meta({ description: 'Behov − budget.' }),
});

/** What is needed in a year, line by line, against the budget. */
export const behov = z.object({
  year: z.int(),
  years: z.array(z.int()).meta({ description: 'År som har behov eller budget.' }),
  startYear: z.int().meta({ description: 'Året att visa där inget annat sägs.' }),
  lines: z.array(investmentLine),
  articles: z.array(pricedArticle),
  items: z.array(behovItem),
  needs: z.array(lineNeed.extend({ lineId: id })),
  total: lineNeed.meta({ description: 'Över de rader som har behov.' }),
});

/** See `behov`. */
export type BehovAnswer = z.output<typeof behov>;

const root = '/api/organisations/:organisationId';
const yearParams = organisationParams.extend({ year: yearParameter });

export const getBehov = endpoint({
  operationId: 'getBehov',
  method: 'GET',
  path: `${root}/behov/:year`,
  summary: 'Behovet ett år, rad för rad, mot budgeten',
  access: 'readFigures',
  params: yearParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: behov,
});

export const exportBehovCsv = endpoint({
  operationId: 'exportBehovCsv',
  method: 'GET',
  path: `${root}/behov/:year/csv`,
  summary: 'Behovet ett år som CSV',
  access: 'exportFigures',
  params: yearParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: 'csv',
});

const priceBody = z.strictObject({
  validFrom: day,
  amount: nonNegativeAmountInput,
  source: optionalText(200),
});

export const createArticle = endpoint({
  operationId: 'createArticle',
  method: 'POST',
  path: `${root}/articles`,
  summary: 'Ny artikel med sitt första pris',
  access: 'editArende',
  params: organisationParams,
  query: noQuery,
  body: z.strictObject({ name: text(200), unit: text(30), price: priceBody }),
  needsVersion: false,
  status: 201,
  answer: pricedArticle,
});

export const updateArticle = endpoint({
  operationId: 'updateArticle',
  method: 'PATCH',
  path: `${root}/articles/:articleId`,
  summary: 'Byter namn eller enhet på en artikel',
  access: 'editArende',
  params: organisationParams.extend({ articleId: id }),
  query: noQuery,
  body: z.strictObject({ name: text(200).optional(), unit: text(30).optional() }),
  needsVersion: true,
  status: 200,
  answer: article,
});

export const createArticlePrice = endpoint({
  operationId: 'createArticlePrice',
  method: 'POST',
  path: `${root}/articles/:articleId/prices`,
  summary: 'Nytt pris på en artikel; behov som är räknade ändras inte',
  access: 'editArende',
  params: organisationParams.extend({ articleId: id }),
  query: noQuery,
  body: priceBody,
  needsVersion: false,
  status: 201,
  answer: articlePrice,
});

export const createBehov = endpoint({
  operationId: 'createBehov',
  method: 'POST',
  path: `${root}/behov`,
  summary: 'Nytt behov på en rad, räknat med årets pris',
  access: 'editArende',
  params: organisationParams,
  query: noQuery,
  body: z.strictObject({
    lineId: id,
    year,
    articleId: id,
    volume: volumeInput,
    comment: optionalText(1000),
  }),
  needsVersion: false,
  status: 201,
  answer: behovItem,
});

export const updateBehov = endpoint({
  operationId: 'updateBehov',
  method: 'PATCH',
  path: `${root}/behov-items/:behovId`,
  summary: 'Ändrar antal, pris eller kommentar för ett behov',
  access: 'editArende',
  params: organisationParams.extend({ behovId: id }),
  query: noQuery,
  body: z.strictObject({
    volume: volumeInput.optional(),
    priceId: id.optional(),
    comment: emptiableText(1000).optional(),
  }),
  needsVersion: true,
  status: 200,
  answer: behovItem,
});

export const deleteBehov = endpoint({
  operationId: 'deleteBehov',
  method: 'DELETE',
  path: `${root}/behov-items/:behovId`,
  summary: 'Tar bort ett behov',
  access: 'editArende',
  params: organisationParams.extend({ behovId: id }),
  query: noQuery,
  body: null,
  needsVersion: true,
  status: 204,
  answer: z.null(),
});
