import { z } from 'zod';
import { carryOverRules } from '#domain/carry-over-terms.ts';
import { lineTypes } from '#domain/line-type.ts';
import { parsePercent } from '#domain/percent.ts';
import { totalutgiftKinds } from '#domain/totalutgift.ts';
import { beslut, beslutInput } from './beslut.ts';
import { endpoint } from './endpoint.ts';
import type { FieldCode } from './field-texts.ts';
import { amount, day, id, moment, nonNegativeAmountInput, optionalText, text } from './fields.ts';
import { investmentLine } from './investeringsbudget.ts';
import { noQuery, organisationParams } from './organisations.ts';

const noPercent: FieldCode = 'percent_invalid';
const noMonths: FieldCode = 'months_out_of_range';

/** What may be carried over for a type of line, from a day on. Never changed: a new one follows it. */
export const carryOverPolicy = z.object({
  policyId: id,
  validFrom: z.string().meta({ format: 'date' }),
  lineType: z.enum(lineTypes),
  rule: z.enum(carryOverRules),
  delegationPercent: z
    .string()
    .nullable()
    .meta({ description: 'Procent av radens budget, decimalform.' }),
  delegationAmount: amount.nullable(),
  slutredovisningAmount: amount
    .nullable()
    .meta({ description: 'Projekt med större beslutad totalutgift ska slutredovisas.' }),
  slutredovisningMonths: z.int().nullable(),
  source: z.string().meta({ description: 'Var regeln står.' }),
  createdAt: moment,
  createdBy: z.string(),
});

/** See `carryOverPolicy`. */
export type CarryOverPolicyAnswer = z.output<typeof carryOverPolicy>;

/** A project's total, decided or computed, from a day on. Never changed: a new one follows it. */
export const totalutgift = z.object({
  totalutgiftId: id,
  lineId: id,
  kind: z.enum(totalutgiftKinds),
  asOf: z.string().meta({ format: 'date' }),
  amount,
  beslutId: id.nullable(),
  comment: z.string().nullable(),
  createdAt: moment,
  createdBy: z.string(),
});

/** See `totalutgift`. */
export type TotalutgiftAnswer = z.output<typeof totalutgift>;

/** All that is said of carrying over, and what the reminders of slutredovisning are made from. */
export const carryOver = z.object({
  lines: z.array(investmentLine),
  policies: z
    .array(carryOverPolicy)
    .meta({ description: 'I den ordning de skrevs in; av samma dag gäller den sista.' }),
  totalutgift: z.array(totalutgift).meta({ description: 'I den ordning de skrevs in.' }),
  lastBooked: z
    .array(z.object({ lineId: id, year: z.int(), month: z.int().min(1).max(12) }))
    .meta({ description: 'Den sista månaden med utfall; december där bara året är känt.' }),
  beslut: z.array(beslut),
});

/** See `carryOver`. */
export type CarryOverAnswer = z.output<typeof carryOver>;

const root = '/api/organisations/:organisationId';

export const getCarryOver = endpoint({
  operationId: 'getCarryOver',
  method: 'GET',
  path: `${root}/carry-over`,
  summary: 'Överföringspolicyn, radtyperna och projektens totalutgifter',
  access: 'readFigures',
  params: organisationParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: carryOver,
});

export const createCarryOverPolicy = endpoint({
  operationId: 'createCarryOverPolicy',
  method: 'POST',
  path: `${root}/carry-over/policies`,
  summary: 'Ny överföringspolicy för en radtyp från en dag',
  access: 'editArende',
  params: organisationParams,
  query: noQuery,
  body: z.strictObject({
    validFrom: day,
    lineType: z.enum(lineTypes),
    rule: z.enum(carryOverRules),
    delegationPercent: z
      .string(noPercent)
      .max(20, noPercent)
      .refine((raw) => parsePercent(raw) !== null, noPercent)
      .nullable()
      .default(null)
      .meta({ description: 'Procent, 0–100, högst fyra decimaler.', examples: ['10'] }),
    delegationAmount: nonNegativeAmountInput.nullable().default(null),
    slutredovisning: z
      .strictObject({
        amount: nonNegativeAmountInput,
        months: z.int(noMonths).min(1, noMonths).max(120, noMonths),
      })
      .nullable()
      .default(null),
    source: text(200),
  }),
  needsVersion: false,
  status: 201,
  answer: carryOverPolicy,
});

export const createTotalutgift = endpoint({
  operationId: 'createTotalutgift',
  method: 'POST',
  path: `${root}/totalutgift`,
  summary: 'Ny beslutad eller beräknad totalutgift för ett projekt',
  access: 'editArende',
  params: organisationParams,
  query: noQuery,
  body: z.strictObject({
    lineId: id,
    kind: z.enum(totalutgiftKinds),
    asOf: day,
    amount: nonNegativeAmountInput,
    beslutId: id.nullable().default(null),
    beslut: beslutInput.nullable().default(null),
    comment: optionalText(1000),
  }),
  needsVersion: false,
  status: 201,
  answer: totalutgift,
});
