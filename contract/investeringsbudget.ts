import { z } from 'zod';
import { budgetpostKinds } from '#domain/budgetpost.ts';
import { lineTypes } from '#domain/line-type.ts';
import { beslut, beslutInput } from './beslut.ts';
import { endpoint } from './endpoint.ts';
import {
  amount,
  amountInput,
  id,
  moment,
  optionalText,
  text,
  version,
  year,
  yearParameter,
} from './fields.ts';
import { noQuery, organisationParams } from './organisations.ts';
import { reconciliation } from './printed.ts';

const kind = z.enum(budgetpostKinds);

/** A line (rad) of the investeringsbudget. */
export const investmentLine = z.object({
  lineId: id,
  name: z.string(),
  position: z.int(),
  lineType: z.enum(lineTypes).meta({ description: 'Radtyp: styr vad som får föras över.' }),
  version,
});

/** See `investmentLine`. */
export type InvestmentLineAnswer = z.output<typeof investmentLine>;

/** One entry, whether in force or replaced, with the decision and the person behind it. */
export const budgetpost = z.object({
  budgetpostId: id,
  lineId: id,
  year: z.int(),
  kind,
  amount,
  otherYear: z.int().nullable(),
  otherLineId: id.nullable(),
  pairId: id.nullable(),
  replacesId: id.nullable(),
  beslutId: id,
  comment: z.string().nullable(),
  createdAt: moment,
  createdBy: z.string(),
});

/** See `budgetpost`. */
export type BudgetpostAnswer = z.output<typeof budgetpost>;

const byKind = {
  ursprunglig: amount.nullable(),
  aterbudgetering: amount.nullable(),
  tillaggsaskande: amount.nullable(),
  omdisponering: amount.nullable(),
};

/** The investeringsbudget of one year: what it is made of and what it comes to. */
export const investeringsbudget = z.object({
  year: z.int(),
  years: z.array(z.int()).meta({ description: 'År som har poster.' }),
  startYear: z.int().meta({ description: 'Året att visa där inget annat sägs.' }),
  lines: z.array(investmentLine),
  budgetposts: z.array(budgetpost),
  beslut: z.array(beslut),
  summary: z.object({
    rows: z.array(z.object({ lineId: id, name: z.string(), ...byKind, total: amount.nullable() })),
    ...byKind,
    total: amount,
    beforeDecisions: amount.meta({ description: 'Budgeten före årets beslut.' }),
    roundingDifference: amount,
  }),
  printed: z.array(reconciliation.extend({ figure: z.enum(['total', 'beforeDecisions']) })),
});

/** See `investeringsbudget`. */
export type InvesteringsbudgetAnswer = z.output<typeof investeringsbudget>;

const root = '/api/organisations/:organisationId';
const yearParams = organisationParams.extend({ year: yearParameter });

export const getInvesteringsbudget = endpoint({
  operationId: 'getInvesteringsbudget',
  method: 'GET',
  path: `${root}/investeringsbudget/:year`,
  summary: 'Investeringsbudgeten ett år, med alla poster och beslut',
  access: 'readFigures',
  params: yearParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: investeringsbudget,
});

export const exportInvesteringsbudgetCsv = endpoint({
  operationId: 'exportInvesteringsbudgetCsv',
  method: 'GET',
  path: `${root}/investeringsbudget/:year/csv`,
  summary: 'Investeringsbudgeten som CSV',
  access: 'exportFigures',
  params: yearParams,
  query: z.strictObject({ layout: z.enum(['summary', 'protocol']).default('summary') }),
  body: null,
  needsVersion: false,
  status: 200,
  answer: 'csv',
});

export const createBudgetpost = endpoint({
  operationId: 'createBudgetpost',
  method: 'POST',
  path: `${root}/budgetposts`,
  summary: 'Ny post; en återbudgetering och en omdisponering blir två',
  access: 'editBudget',
  params: organisationParams,
  query: noQuery,
  body: z.strictObject({
    lineId: id,
    year,
    kind,
    amount: amountInput,
    fromYear: year.nullable().default(null),
    fromLineId: id.nullable().default(null),
    beslutId: id.nullable().default(null),
    beslut: beslutInput.nullable().default(null),
    comment: optionalText(1000),
  }),
  needsVersion: false,
  status: 201,
  answer: z.object({ budgetposts: z.array(budgetpost) }),
});

export const correctBudgetpost = endpoint({
  operationId: 'correctBudgetpost',
  method: 'POST',
  path: `${root}/budgetposts/:budgetpostId/corrections`,
  summary: 'Rättar en post med en ny som pekar på den; noll makulerar den',
  access: 'editBudget',
  params: organisationParams.extend({ budgetpostId: id }),
  query: noQuery,
  body: z.strictObject({
    amount: amountInput,
    beslutId: id.nullable().default(null),
    comment: optionalText(1000),
  }),
  needsVersion: false,
  status: 201,
  answer: z.object({ budgetposts: z.array(budgetpost) }),
});

export const createInvestmentLine = endpoint({
  operationId: 'createInvestmentLine',
  method: 'POST',
  path: `${root}/investment-lines`,
  summary: 'Ny rad, sist i ordningen',
  access: 'editBudget',
  params: organisationParams,
  query: noQuery,
  body: z.strictObject({ name: text(200) }),
  needsVersion: false,
  status: 201,
  answer: investmentLine,
});

export const updateInvestmentLine = endpoint({
  operationId: 'updateInvestmentLine',
  method: 'PATCH',
  path: `${root}/investment-lines/:lineId`,
  summary: 'Byter namn på en rad, flyttar den eller ger den en radtyp',
  access: 'editBudget',
  params: organisationParams.extend({ lineId: id }),
  query: noQuery,
  body: z.strictObject({
    name: text(200).optional(),
    position: z.int().min(0).max(10_000).optional(),
    lineType: z.enum(lineTypes).optional(),
  }),
  needsVersion: true,
  status: 200,
  answer: investmentLine,
});
