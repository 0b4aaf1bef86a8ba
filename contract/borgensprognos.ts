import { z } from 'zod';
import { beslut } from './beslut.ts';
import { endpoint } from './endpoint.ts';
import { amount, id } from './fields.ts';
import { organisationParams } from './organisations.ts';
import { reconciliation } from './printed.ts';
import { forecastFigure, scenario } from './scenarios.ts';

const forecastYear = z.object({
  year: z.int(),
  opening: amount.nullable(),
  borrowingInvestments: amount.nullable(),
  borrowingTillaggsbudget: amount.nullable(),
  borrowingEquityUse: amount.nullable(),
  amortisation: amount.nullable(),
  closing: amount.nullable(),
  borgenstak: amount.nullable(),
  headroom: amount.nullable().meta({ description: 'Kvar av borgensutrymmet 31/12, Tkr.' }),
  gap: z.enum(['no_opening_debt', 'no_rows', 'no_borgenstak']).nullable(),
  roundingDifference: amount,
});

/** A printed figure of a forecast and how it stands to the computed one. */
export const printedForecastFigure = reconciliation.extend({
  year: z.int(),
  figure: z.enum([
    'debt',
    'headroom',
    'borrowingInvestments',
    'borrowingTillaggsbudget',
    'borrowingEquityUse',
    'amortisation',
  ]),
  beganIn: z.int().nullable().meta({ description: 'Året då differensen uppstod.' }),
});

/** Scenarios side by side, in the asked order: what they hold, and what it comes to. */
export const borgensprognos = z.object({
  scenarios: z.array(
    z.object({
      scenario,
      figures: z.array(forecastFigure),
      openingDebt: amount.nullable(),
      years: z.array(forecastYear),
      firstNegativeYear: z.int().nullable(),
      printed: z.array(printedForecastFigure),
    }),
  ),
  borgenstak: z.array(z.object({ validFrom: z.string(), amount, beslut })),
});

/** See `borgensprognos`. */
export type BorgensprognosAnswer = z.output<typeof borgensprognos>;

const chosenScenarios = z.strictObject({
  scenario: z
    .union([id.transform((one) => [one]), z.array(id).max(20)])
    .default([])
    .meta({ description: 'Scenarier i den ordning de visas; inget val ger alla.' }),
});

const root = '/api/organisations/:organisationId/borgensprognos';

export const getBorgensprognos = endpoint({
  operationId: 'getBorgensprognos',
  method: 'GET',
  path: root,
  summary: 'Prognos för låneskuld och borgensutrymme, valda scenarier sida vid sida',
  access: 'readFigures',
  params: organisationParams,
  query: chosenScenarios,
  body: null,
  needsVersion: false,
  status: 200,
  answer: borgensprognos,
});

export const exportBorgensprognosCsv = endpoint({
  operationId: 'exportBorgensprognosCsv',
  method: 'GET',
  path: `${root}/csv`,
  summary: 'Prognosen som CSV, som den är tryckt',
  access: 'exportFigures',
  params: organisationParams,
  query: chosenScenarios,
  body: null,
  needsVersion: false,
  status: 200,
  answer: 'csv',
});
