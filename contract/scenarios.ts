import { z } from 'zod';
import { type ForecastInput, type ForecastRow, forecastRowKinds } from '#domain/borgensutrymme.ts';
import { tkr } from '#domain/tkr.ts';
import { endpoint } from './endpoint.ts';
import {
  amount,
  amountInput,
  emptiableText,
  id,
  moment,
  optionalText,
  text,
  version,
  year,
  yearParameter,
} from './fields.ts';
import { noQuery, organisationParams } from './organisations.ts';

/** The figures of a scenario that are typed: the opening debt and the rows of each year. */
export const editableFigures = ['openingDebt', ...forecastRowKinds] as const;

/** See `editableFigures`. */
export type EditableFigure = (typeof editableFigures)[number];

/**
 * A scenario: freely edited until it is frozen (fastställd), and never changed after that.
 *
 * `version` counts changes of its name, order and years; `revision` counts every change, its figures
 * too, so that freezing and deleting can name exactly what was seen.
 */
export const scenario = z.object({
  scenarioId: id,
  name: z.string(),
  description: z.string().nullable(),
  status: z.enum(['utkast', 'faststalld']),
  isPrivate: z.boolean().meta({ description: 'Ett utkast som direktionen inte ser än.' }),
  frozenAt: moment.nullable(),
  frozenBy: z.string().nullable(),
  openingYear: z.int(),
  lastYear: z.int(),
  position: z.int(),
  version,
  revision: version,
});

/** See `scenario`. */
export type ScenarioAnswer = z.output<typeof scenario>;

/**
 * One figure of a scenario; `amount` is what counts, and null is an empty row, which is not zero.
 *
 * A `linked` figure follows an ärende: `linkedAmount` is what the ärende gives, kept as it was when
 * the scenario was frozen. One that `isOverridden` counts with what was typed over it.
 */
export const forecastFigure = z.object({
  year: z.int(),
  kind: z.enum(editableFigures),
  source: z.enum(['typed', 'linked', 'computed']),
  amount: amount.nullable(),
  arendeId: id.nullable(),
  linkedAmount: amount.nullable(),
  isOverridden: z.boolean(),
  comment: z.string().nullable(),
  version,
  changedAt: moment,
  changedBy: z.string(),
});

/** See `forecastFigure`. */
export type ForecastFigure = z.output<typeof forecastFigure>;

const root = '/api/organisations/:organisationId/scenarios';
const scenarioParams = organisationParams.extend({ scenarioId: id });

export const listScenarios = endpoint({
  operationId: 'listScenarios',
  method: 'GET',
  path: root,
  summary: 'Alla scenarier i ordning',
  access: 'readFigures',
  params: organisationParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: z.object({ scenarios: z.array(scenario) }),
});

export const createScenario = endpoint({
  operationId: 'createScenario',
  method: 'POST',
  path: root,
  summary: 'Nytt scenario, tomt eller kopierat från ett annat',
  access: 'editScenarios',
  params: organisationParams,
  query: noQuery,
  body: z.strictObject({
    name: text(100),
    description: optionalText(1000),
    copyFrom: id.nullable().default(null),
    openingYear: year.nullable().default(null),
    lastYear: year.nullable().default(null),
  }),
  needsVersion: false,
  status: 201,
  answer: scenario,
});

export const updateScenario = endpoint({
  operationId: 'updateScenario',
  method: 'PATCH',
  path: `${root}/:scenarioId`,
  summary: 'Byter namn, beskrivning, plats eller slutår, eller döljer ett utkast för direktionen',
  access: 'editScenarios',
  params: scenarioParams,
  query: noQuery,
  body: z.strictObject({
    name: text(100).optional(),
    description: emptiableText(1000).optional(),
    position: z.int().min(0).max(10_000).optional(),
    lastYear: year.optional(),
    isPrivate: z.boolean().optional(),
  }),
  needsVersion: true,
  status: 200,
  answer: scenario,
});

export const setForecastRow = endpoint({
  operationId: 'setForecastRow',
  method: 'PUT',
  path: `${root}/:scenarioId/rows/:year/:kind`,
  summary:
    'Sätter eller tömmer en siffra; en länkad som töms följer sitt ärende igen. If-Match är siffrans version, "0" för en som aldrig skrivits',
  access: 'editScenarios',
  params: scenarioParams.extend({ year: yearParameter, kind: z.enum(editableFigures) }),
  query: noQuery,
  body: z.strictObject({ amount: amountInput.nullable(), comment: optionalText(1000) }),
  needsVersion: true,
  status: 200,
  answer: z.object({ figure: forecastFigure, scenario }),
});

export const freezeScenario = endpoint({
  operationId: 'freezeScenario',
  method: 'POST',
  path: `${root}/:scenarioId/freeze`,
  summary: 'Fastställer ett scenario; If-Match är dess revision',
  access: 'freezeScenarios',
  params: scenarioParams,
  query: noQuery,
  body: null,
  needsVersion: true,
  status: 200,
  answer: scenario,
});

export const deleteScenario = endpoint({
  operationId: 'deleteScenario',
  method: 'DELETE',
  path: `${root}/:scenarioId`,
  summary: 'Tar bort ett utkast, aldrig ett fastställt; If-Match är dess revision',
  access: 'editScenarios',
  params: scenarioParams,
  query: noQuery,
  body: null,
  needsVersion: true,
  status: 204,
  answer: z.null(),
});

/** What was typed in a figure: null where it is empty or follows its ärende. */
export function typedAmount(
  figure: Pick<ForecastFigure, 'source' | 'amount' | 'isOverridden'> | null | undefined,
): string | null {
  if (figure === null || figure === undefined) return null;
  return figure.source === 'linked' && !figure.isOverridden ? null : figure.amount;
}

/** A scenario's figures as the forecast takes them; emptied ones are absent. */
export function toForecastInput(
  years: Pick<ScenarioAnswer, 'openingYear' | 'lastYear'>,
  figures: readonly Pick<ForecastFigure, 'year' | 'kind' | 'source' | 'amount'>[],
): ForecastInput {
  const openingDebt = figures.find(({ kind }) => kind === 'openingDebt')?.amount ?? null;
  const rows: ForecastRow[] = [];
  for (const { year, kind, source, amount: plain } of figures) {
    if (kind === 'openingDebt' || plain === null) continue;
    rows.push({ year, kind, source, amount: tkr(plain) });
  }
  return {
    openingYear: years.openingYear,
    lastYear: years.lastYear,
    openingDebt: openingDebt === null ? null : tkr(openingDebt),
    rows,
  };
}
