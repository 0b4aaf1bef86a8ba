import { z } from 'zod';
import { loanChanges, loanColumns } from '#domain/forecast/loan-table-terms.ts';
import { endpoint } from './endpoint.ts';
import { fileName, id, sha256 } from './fields.ts';
import { loan, loanTerms, rate, rateCurve } from './loans.ts';
import { organisationParams } from './organisations.ts';

const sentence = { sv: z.string(), en: z.string() };

/** A cell or a row that cannot be read as what it should be, with its sentence. */
const cellProblem = z.object({
  row: z.int().meta({ description: 'Raden i filen, från 1.' }),
  column: z.int().nullable().meta({ description: 'Kolumnen, från 1; null för raden som helhet.' }),
  code: z.string(),
  text: z.string().meta({ description: 'Det som står i cellen, högst hundra tecken.' }),
  ...sentence,
});

/** See `cellProblem`. */
export type CellProblemAnswer = z.output<typeof cellProblem>;

/** What is said about a table as a whole: hidden rows, formulas, an old encoding. */
const tableNote = z.object({ code: z.string(), ...sentence });

/** What the two readings of a table have in common. */
const tableFacts = {
  sha256: z.string(),
  byteSize: z.int(),
  kind: z.enum(['csv', 'xlsx']),
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean(), rowCount: z.int() })),
  sheet: z.int().meta({ description: 'Bladet som lästes, från 0.' }),
  headerRow: z.int().nullable().meta({ description: 'Rubrikraden, från 1; null där ingen finns.' }),
  notes: z.array(tableNote),
  skipped: z
    .array(z.object({ row: z.int(), code: z.string(), ...sentence }))
    .meta({ description: 'Rader som lämnas med avsikt, högst tusen.' }),
  preview: z.string().meta({
    description: 'Märke för det som visades; importen nekas om något annat skulle sparas.',
  }),
};

/**
 * One loan of a file: `new`, `changed` where the stored one with the same lender and reference
 * differs, `same` where it does not, and `problem` where nothing can be saved.
 */
export const loanFileEntry = z.object({
  outcome: z.enum(['new', 'changed', 'same', 'problem']),
  rows: z.array(z.int()).meta({ description: 'Raderna i filen, en per ränteperiod.' }),
  lender: z.string(),
  reference: z.string(),
  loan: loanTerms.nullable().meta({ description: 'Lånet så som det sparas; null vid problem.' }),
  stored: loan
    .nullable()
    .meta({ description: 'Lånet som finns, med samma långivare och referens.' }),
  changes: z.array(z.enum(loanChanges)).meta({ description: 'Det som skiljer dem åt.' }),
  problems: z.array(cellProblem),
  notes: z.array(tableNote).meta({ description: 'Det som antogs, och som bör kontrolleras.' }),
});

/** See `loanFileEntry`. */
export type LoanFileEntry = z.output<typeof loanFileEntry>;

const sheet = z
  .string()
  .regex(/^\d{1,3}$/u)
  .optional()
  .meta({ description: 'Bladet i arbetsboken, från 0; annars det första med rubriker.' });

const loansQuery = {
  fileName,
  sheet,
  unit: z
    .enum(['kr', 'tkr', 'mnkr'])
    .optional()
    .meta({ description: 'Beloppens enhet, där tabellen inte säger den.' }),
};

const sameFile = {
  sha256: sha256.meta({ description: 'Från läsningen: en annan fil nekas.' }),
  preview: sha256.meta({
    description: 'Från läsningen: nekas om lånen eller räntekurvorna har ändrats sedan dess.',
  }),
};

const root = '/api/organisations/:organisationId';

export const readLoansFile = endpoint({
  operationId: 'readLoansFile',
  method: 'POST',
  path: `${root}/loan-files/read`,
  summary: 'Läser lån ur en tabell (CSV, XLSX) och visar hur de skulle sparas; inget sparas',
  access: 'editLoans',
  params: organisationParams,
  query: z.strictObject(loansQuery),
  body: 'file',
  needsVersion: false,
  keepsNothing: true,
  status: 200,
  answer: z.object({
    ...tableFacts,
    columns: z
      .array(z.object({ column: z.int(), heading: z.string(), is: z.enum(loanColumns).nullable() }))
      .meta({ description: 'Kolumnerna, från 1; null läses inte.' }),
    missing: z
      .array(z.enum(loanColumns))
      .meta({ description: 'Kolumner som behövs och inte finns; då läses inget lån.' }),
    unit: z
      .enum(['kr', 'tkr', 'mnkr'])
      .nullable()
      .meta({ description: 'Beloppens enhet i filen; utan den läses inget lån.' }),
    loans: z.array(loanFileEntry),
    counts: z.object({ new: z.int(), changed: z.int(), same: z.int(), problem: z.int() }),
  }),
});

export const importLoansFile = endpoint({
  operationId: 'importLoansFile',
  method: 'POST',
  path: `${root}/loan-imports`,
  summary: 'Tar in lånen i en fil, alla eller inga: samma fil som lästes',
  access: 'editLoans',
  params: organisationParams,
  query: z.strictObject({
    ...loansQuery,
    ...sameFile,
    changed: z.enum(['keep', 'update']).default('keep').meta({
      description: 'Lån som finns och skiljer sig: behålls som de är, eller blir som i filen.',
    }),
  }),
  body: 'file',
  needsVersion: false,
  status: 200,
  answer: z.object({
    added: z.array(loan),
    updated: z.array(loan),
    kept: z.int().meta({ description: 'Lån som finns och lämnades som de är.' }),
  }),
});

/** One dated value of a file, against the curve as it is. */
export const ratePointEntry = z.object({
  row: z.int(),
  from: z.string().meta({ format: 'date' }),
  rate,
  was: rate.nullable().meta({ description: 'Värdet som kurvan har den dagen.' }),
  outcome: z.enum(['new', 'changed', 'same']),
});

/** See `ratePointEntry`. */
export type RatePointEntry = z.output<typeof ratePointEntry>;

const curveParams = organisationParams.extend({ curveId: id });

export const readRateCurveFile = endpoint({
  operationId: 'readRateCurveFile',
  method: 'POST',
  path: `${root}/rate-curves/:curveId/read-file`,
  summary: 'Läser dagar och procent ur en tabell (CSV, XLSX) mot en räntekurva; inget sparas',
  access: 'editLoans',
  params: curveParams,
  query: z.strictObject({ fileName, sheet }),
  body: 'file',
  needsVersion: false,
  keepsNothing: true,
  status: 200,
  answer: z.object({
    ...tableFacts,
    points: z.array(ratePointEntry).meta({ description: 'I dagarnas ordning.' }),
    problems: z.array(cellProblem).meta({ description: 'Högst tusen; med ett enda sparas inget.' }),
    problemCount: z.int(),
  }),
});

export const importRateCurve = endpoint({
  operationId: 'importRateCurve',
  method: 'POST',
  path: `${root}/rate-curves/:curveId/import`,
  summary: 'Tar in värdena i en fil på en räntekurva, alla eller inga: samma fil som lästes',
  access: 'editLoans',
  params: curveParams,
  query: z.strictObject({ fileName, sheet, ...sameFile }),
  body: 'file',
  needsVersion: false,
  status: 200,
  answer: rateCurve,
});
