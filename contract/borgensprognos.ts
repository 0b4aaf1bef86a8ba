import { z } from 'zod';
import { assumption } from './assumptions.ts';
import { beslut } from './beslut.ts';
import { endpoint } from './endpoint.ts';
import { amount, id } from './fields.ts';
import { organisationParams } from './organisations.ts';
import { reconciliation } from './printed.ts';
import {
  prognosArende,
  prognosCurve,
  prognosFile,
  prognosKey,
  prognosLine,
  prognosLoan,
  prognosMember,
} from './prognos-file.ts';
import { planGap } from './prognos-result.ts';
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
  gap: z.enum(['no_opening_debt', 'no_rows', 'no_terms', 'no_borgenstak']).nullable(),
  roundingDifference: amount,
  interest: amount
    .nullable()
    .meta({ description: 'Ränta på all låneskuld under året, Tkr; null där en ränta saknas.' }),
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

const kept = prognosFile
  .nullable()
  .meta({ description: 'Vad ett fastställt scenario räknas ur; null för andra.' });

/** What the forecasts of all scenarios are computed from, besides their own figures. */
const forecastBasis = z.object({
  lines: z.array(prognosLine),
  arenden: z.array(prognosArende),
  loans: z.array(prognosLoan),
  curves: z.array(prognosCurve),
  members: z.array(prognosMember),
  keys: z.array(prognosKey),
});

/** See `forecastBasis`. */
export type ForecastBasis = z.output<typeof forecastBasis>;

/** Scenarios side by side, in the asked order: what they hold, and what it comes to. */
export const borgensprognos = z.object({
  scenarios: z.array(
    z.object({
      scenario,
      figures: z.array(forecastFigure),
      openingDebt: amount.nullable(),
      years: z.array(forecastYear),
      firstNegativeYear: z.int().nullable(),
      firstBrokenMonth: z.string().nullable().meta({
        description: 'Första månaden vars sista dag skulden är över taket, till exempel 2026-07.',
      }),
      gaps: z.array(planGap),
      printed: z.array(printedForecastFigure),
      kept,
    }),
  ),
  ancestors: z
    .array(z.object({ scenario, kept }))
    .meta({ description: 'Scenarier som de valda ärver från och som inte själva är valda.' }),
  borgenstak: z.array(z.object({ validFrom: z.string(), amount, beslut })),
  basis: forecastBasis,
  assumptions: z
    .array(assumption)
    .meta({ description: 'Organisationens och scenariernas antaganden, tömda också.' }),
});

/** See `borgensprognos`. */
export type BorgensprognosAnswer = z.output<typeof borgensprognos>;

/** A scenario of the answer, with its figures and what they come to. */
export type BorgensprognosEntry = BorgensprognosAnswer['scenarios'][number];

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
