import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { amount, id, yearParameter } from './fields.ts';
import { investmentLine } from './investeringsbudget.ts';
import { organisationParams } from './organisations.ts';

/** Where a line stood when a year closed. Outcome and what follows from it are null where unknown. */
export const yearEnd = z.object({
  year: z.int(),
  budget: amount.nullable().meta({ description: 'Med det som fördes in, utan det som fördes ut.' }),
  outcome: amount.nullable().meta({ description: 'Utfall; null när inget är känt.' }),
  deviation: amount
    .nullable()
    .meta({ description: 'Budget − utfall: plus är outnyttjat, minus överdrag.' }),
  carriedIn: amount,
  carriedOut: amount,
  left: amount.nullable().meta({ description: 'Avvikelsen minus det som förts ut.' }),
});

/** See `yearEnd`. */
export type YearEndAnswer = z.output<typeof yearEnd>;

const sums = yearEnd.omit({ year: true });

/** A line over the years. Its sums are over the years with known outcome, each amount counted once. */
export const accumulatedLine = sums.extend({
  lineId: id,
  name: z.string(),
  years: z.array(yearEnd),
  project: z
    .object({
      beslutad: amount.nullable().meta({ description: 'Beslutad totalutgift.' }),
      beraknad: amount.nullable().meta({ description: 'Beräknad totalutgift.' }),
      deviation: amount.nullable().meta({ description: 'Beslutad − beräknad.' }),
      outcome: amount.nullable().meta({ description: 'Allt utfall till och med det sista året.' }),
    })
    .nullable()
    .meta({ description: 'Bara för rader av typen projekt.' }),
});

/** See `accumulatedLine`. */
export type AccumulatedLineAnswer = z.output<typeof accumulatedLine>;

/** The lines over several years, and what went unused and over in all. */
export const accumulated = z.object({
  fromYear: z.int(),
  toYear: z.int(),
  years: z.array(z.int()).meta({ description: 'År som har budget eller utfall.' }),
  yearsWithoutUtfall: z.array(z.int()),
  lines: z.array(investmentLine),
  rows: z.array(accumulatedLine),
  unused: amount.meta({ description: 'Sammanlagt outnyttjat, rad för rad.' }),
  overrun: amount.meta({ description: 'Sammanlagt överdrag, rad för rad, utan minus.' }),
});

/** See `accumulated`. */
export type AccumulatedAnswer = z.output<typeof accumulated>;

const root = '/api/organisations/:organisationId';

/** First and last year; without them the years that have budget or outcome. */
const span = z.strictObject({ from: yearParameter.optional(), to: yearParameter.optional() });

export const getAccumulated = endpoint({
  operationId: 'getAccumulated',
  method: 'GET',
  path: `${root}/accumulated`,
  summary: 'Budget, utfall och det som förts över, rad för rad över flera år',
  access: 'readFigures',
  params: organisationParams,
  query: span,
  body: null,
  needsVersion: false,
  status: 200,
  answer: accumulated,
});

export const exportAccumulatedCsv = endpoint({
  operationId: 'exportAccumulatedCsv',
  method: 'GET',
  path: `${root}/accumulated/csv`,
  summary: 'Flera år, rad för rad, som CSV',
  access: 'exportFigures',
  params: organisationParams,
  query: span,
  body: null,
  needsVersion: false,
  status: 200,
  answer: 'csv',
});
