import { z } from 'zod';
import {
  type Loan,
  loanForms,
  paymentsAYear,
  type RateCurve,
} from '#domain/forecast/loan-terms.ts';
import { parseSignedPercent, percentOf } from '#domain/percent.ts';
import { tkr } from '#domain/tkr.ts';
import { endpoint } from './endpoint.ts';
import type { FieldCode } from './field-texts.ts';
import {
  amount,
  amountInput,
  day,
  emptiableText,
  id,
  moment,
  optionalText,
  text,
  version,
} from './fields.ts';
import { noQuery, organisationParams } from './organisations.ts';

const rateInvalid: FieldCode = 'rate_invalid';

/** A year's rate in an answer: percent in plain decimal form, at most four decimals. */
export const rate = z.string().meta({
  description: 'Procent per år, decimalform, högst fyra decimaler.',
  examples: ['3.25'],
});

/** A rate or a margin that is asked to be stored, -100 to 100 percent a year. */
const rateInput = z
  .string(rateInvalid)
  .refine((raw) => isRate(raw), rateInvalid)
  .meta({
    description: 'Procent per år, −100 till 100, decimalform, högst fyra decimaler.',
    pattern: String.raw`^-?\d{1,3}(\.\d{1,4})?$`,
    examples: ['3.25'],
  });

function isRate(raw: string): boolean {
  const percent = parseSignedPercent(raw);
  return percent !== null && percent <= 1_000_000n && percent >= -1_000_000n;
}

const date = z.string().meta({ format: 'date' });

/** The rate of a loan from a day on, until the next period. */
export const ratePeriod = z.discriminatedUnion('type', [
  z.object({ type: z.literal('fixed'), from: date, rate }),
  z.object({
    type: z.literal('reference'),
    from: date,
    curveId: id,
    margin: rate.meta({ description: 'Läggs till räntekurvans värde; procent per år.' }),
  }),
]);

/** What is agreed about a loan. */
export const loanTerms = z.object({
  lender: z.string(),
  reference: z.string(),
  principal: amount.meta({ description: 'Lånets ursprungliga belopp i Tkr.' }),
  drawnOn: date,
  form: z.enum(loanForms),
  paymentsAYear: z.literal(paymentsAYear),
  firstPaymentOn: date,
  maturesOn: date,
  comment: z.string().nullable(),
  ratePeriods: z.array(ratePeriod).meta({ description: 'I dagarnas ordning.' }),
});

/** See `loanTerms`. */
export type LoanTermsAnswer = z.output<typeof loanTerms>;

/** A loan that is stored. */
export const loan = loanTerms.extend({
  loanId: id,
  version,
  createdAt: moment,
  createdBy: z.string(),
  changedAt: moment,
  changedBy: z.string(),
});

/** See `loan`. */
export type LoanAnswer = z.output<typeof loan>;

/** A reference rate over time; each value holds until the next. */
export const rateCurve = z.object({
  curveId: id,
  name: z.string(),
  version,
  createdAt: moment,
  createdBy: z.string(),
  points: z
    .array(
      z.object({
        from: date,
        rate,
        source: z.string().nullable().meta({ description: 'Var värdet kommer ifrån.' }),
        createdAt: moment,
        createdBy: z.string(),
      }),
    )
    .meta({ description: 'I dagarnas ordning.' }),
});

/** See `rateCurve`. */
export type RateCurveAnswer = z.output<typeof rateCurve>;

const root = '/api/organisations/:organisationId';
const loanParams = organisationParams.extend({ loanId: id });

export const listLoans = endpoint({
  operationId: 'listLoans',
  method: 'GET',
  path: `${root}/loans`,
  summary: 'Alla lån med sina ränteperioder, efter långivare och referens',
  access: 'readFigures',
  params: organisationParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: z.object({
    loans: z.array(loan),
    limits: z
      .object({ table: z.int() })
      .meta({ description: 'Största fil som tas emot, CSV eller XLSX, i byte.' }),
  }),
});

const ratePeriodInput = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('fixed'), from: day, rate: rateInput }),
  z.strictObject({ type: z.literal('reference'), from: day, curveId: id, margin: rateInput }),
]);

/** The most rate periods of a loan: a new rate every month for a hundred years. */
const mostPeriods = 1_200;

const given = {
  lender: text(200),
  reference: text(200),
  principal: amountInput.meta({ description: 'Lånets belopp i Tkr, mer än noll.' }),
  drawnOn: day,
  form: z.enum(loanForms),
  paymentsAYear: z.literal(paymentsAYear),
  firstPaymentOn: day,
  maturesOn: day,
  ratePeriods: z.array(ratePeriodInput).max(mostPeriods),
};

export const createLoan = endpoint({
  operationId: 'createLoan',
  method: 'POST',
  path: `${root}/loans`,
  summary: 'Nytt lån; beloppet i Tkr',
  access: 'editLoans',
  params: organisationParams,
  query: noQuery,
  body: z.strictObject({ ...given, comment: optionalText(1000) }),
  needsVersion: false,
  status: 201,
  answer: loan,
});

export const updateLoan = endpoint({
  operationId: 'updateLoan',
  method: 'PATCH',
  path: `${root}/loans/:loanId`,
  summary: 'Ändrar ett lån; ränteperioderna skickas alla, eller inga',
  access: 'editLoans',
  params: loanParams,
  query: noQuery,
  body: z
    .strictObject(given)
    .partial()
    .extend({ comment: emptiableText(1000).optional() }),
  needsVersion: true,
  status: 200,
  answer: loan,
});

export const deleteLoan = endpoint({
  operationId: 'deleteLoan',
  method: 'DELETE',
  path: `${root}/loans/:loanId`,
  summary: 'Tar bort ett lån; det står kvar i loggen',
  access: 'editLoans',
  params: loanParams,
  query: noQuery,
  body: null,
  needsVersion: true,
  status: 204,
  answer: z.null(),
});

export const exportLoansCsv = endpoint({
  operationId: 'exportLoansCsv',
  method: 'GET',
  path: `${root}/loans/csv`,
  summary: 'Lånen som CSV, en rad per ränteperiod; kan läsas in igen',
  access: 'exportFigures',
  params: organisationParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: 'csv',
});

export const exportLoanScheduleCsv = endpoint({
  operationId: 'exportLoanScheduleCsv',
  method: 'GET',
  path: `${root}/loan-schedule/csv`,
  summary: 'Betalplanen för ett lån eller alla som CSV: varje betalning till öret, i Tkr',
  access: 'exportFigures',
  params: organisationParams,
  query: z.strictObject({ loanId: id.optional() }),
  body: null,
  needsVersion: false,
  status: 200,
  answer: 'csv',
});

export const listRateCurves = endpoint({
  operationId: 'listRateCurves',
  method: 'GET',
  path: `${root}/rate-curves`,
  summary: 'Räntekurvorna med sina värden, efter namn',
  access: 'readFigures',
  params: organisationParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: z.object({ curves: z.array(rateCurve) }),
});

const curveParams = organisationParams.extend({ curveId: id });

export const createRateCurve = endpoint({
  operationId: 'createRateCurve',
  method: 'POST',
  path: `${root}/rate-curves`,
  summary: 'Ny räntekurva, till exempel STIBOR 3M, ännu utan värden',
  access: 'editLoans',
  params: organisationParams,
  query: noQuery,
  body: z.strictObject({ name: text(100) }),
  needsVersion: false,
  status: 201,
  answer: rateCurve,
});

export const updateRateCurve = endpoint({
  operationId: 'updateRateCurve',
  method: 'PATCH',
  path: `${root}/rate-curves/:curveId`,
  summary: 'Byter namn på en räntekurva',
  access: 'editLoans',
  params: curveParams,
  query: noQuery,
  body: z.strictObject({ name: text(100) }),
  needsVersion: true,
  status: 200,
  answer: rateCurve,
});

export const deleteRateCurve = endpoint({
  operationId: 'deleteRateCurve',
  method: 'DELETE',
  path: `${root}/rate-curves/:curveId`,
  summary: 'Tar bort en räntekurva som inget lån använder',
  access: 'editLoans',
  params: curveParams,
  query: noQuery,
  body: null,
  needsVersion: true,
  status: 204,
  answer: z.null(),
});

export const setRatePoints = endpoint({
  operationId: 'setRatePoints',
  method: 'PATCH',
  path: `${root}/rate-curves/:curveId/points`,
  summary: 'Skriver räntekurvans värden vissa dagar; ett tomt värde tas bort',
  access: 'editLoans',
  params: curveParams,
  query: noQuery,
  body: z.strictObject({
    points: z
      .array(z.strictObject({ from: day, rate: rateInput.nullable(), source: optionalText(200) }))
      .min(1)
      .max(1_000),
  }),
  needsVersion: true,
  status: 200,
  answer: rateCurve,
});

/** A loan of an answer as the rules count with it; `loanId` is empty for one that is not stored. */
export function toLoan(answer: LoanTermsAnswer & { readonly loanId?: string }): Loan {
  const { loanId = '', principal, ratePeriods, comment: _, ...terms } = answer;
  return {
    loanId,
    lender: terms.lender,
    reference: terms.reference,
    principal: tkr(principal),
    drawnOn: terms.drawnOn,
    form: terms.form,
    paymentsAYear: terms.paymentsAYear,
    firstPaymentOn: terms.firstPaymentOn,
    maturesOn: terms.maturesOn,
    ratePeriods: ratePeriods.map((period) =>
      period.type === 'fixed'
        ? { type: 'fixed', from: period.from, rate: percentOf(period.rate) }
        : {
            type: 'reference',
            from: period.from,
            curveId: period.curveId,
            margin: percentOf(period.margin),
          },
    ),
  };
}

/** A reference rate of an answer as the rules count with it. */
export function toRateCurve({ curveId, name, points }: RateCurveAnswer): RateCurve {
  return {
    curveId,
    name,
    points: points.map(({ from, rate: percent }) => ({ from, rate: percentOf(percent) })),
  };
}
