import { z } from 'zod';
import { forecastRowKinds } from '#domain/borgensutrymme.ts';
import { endpoint } from './endpoint.ts';
import {
  amount,
  amountInput,
  emptiableText,
  id,
  moment,
  optionalText,
  sha256,
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
  parentId: id
    .nullable()
    .meta({ description: 'Scenariot som antaganden ärvs från; annars bara organisationens.' }),
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

/** How a figure comes about: typed, following an ärende or the budget, or computed. */
export const figureSources = ['typed', 'linked', 'computed'] as const;

/**
 * One figure of a scenario. Null is an empty figure, which is not zero, or one that is computed: what
 * it comes to is then in the forecast.
 *
 * A `linked` figure with an `arendeId` follows that ärende: `linkedAmount` is what it gives, kept as
 * it was when the scenario was frozen, and counts as `amount` too. One without follows the
 * investeringsbudget. One that `isOverridden` counts with what was typed over it.
 */
export const forecastFigure = z.object({
  year: z.int(),
  kind: z.enum(editableFigures),
  source: z.enum(figureSources),
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
/** Addresses below one scenario. */
export const scenarioParams = organisationParams.extend({ scenarioId: id });

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
    parentId: id
      .nullable()
      .optional()
      .meta({ description: 'Utelämnat ärver en kopia från det som den kopieras från.' }),
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
  summary:
    'Byter namn, beskrivning, plats, slutår eller det som antaganden ärvs från, eller döljer ett utkast för direktionen',
  access: 'editScenarios',
  params: scenarioParams,
  query: noQuery,
  body: z.strictObject({
    name: text(100).optional(),
    description: emptiableText(1000).optional(),
    position: z.int().min(0).max(10_000).optional(),
    lastYear: year.optional(),
    parentId: id.nullable().optional(),
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
    'Sätter eller tömmer en siffra; en som följer eller räknas gör det igen när den töms, tills source säger annat. If-Match är siffrans version, "0" för en som aldrig skrivits',
  access: 'editScenarios',
  params: scenarioParams.extend({ year: yearParameter, kind: z.enum(editableFigures) }),
  query: noQuery,
  body: z.strictObject({
    amount: amountInput.nullable(),
    comment: optionalText(1000),
    source: z
      .enum(figureSources)
      .optional()
      .meta({ description: 'Hur siffran kommer till; utelämnad är den som förut.' }),
    arendeId: id.nullable().optional().meta({
      description: 'Ärendet som en länkad siffra följer; utelämnat är det samma som förut.',
    }),
  }),
  needsVersion: true,
  status: 200,
  answer: z.object({ figure: forecastFigure, scenario }),
});

export const setForecastSources = endpoint({
  operationId: 'setForecastSources',
  method: 'PUT',
  path: `${root}/:scenarioId/rows`,
  summary:
    'Sätter hur flera siffror kommer till på en gång; de andra är som de är. If-Match är scenariots revision',
  access: 'editScenarios',
  params: scenarioParams,
  query: noQuery,
  body: z.strictObject({
    figures: z
      .array(
        z.strictObject({
          year,
          kind: z.enum(editableFigures),
          source: z.enum(figureSources),
          amount: amountInput.nullable().default(null),
          arendeId: id.nullable().default(null),
          comment: optionalText(1000),
        }),
      )
      .min(1)
      .max(200),
  }),
  needsVersion: true,
  status: 200,
  answer: z.object({ figures: z.array(forecastFigure), scenario }),
});

export const freezeScenario = endpoint({
  operationId: 'freezeScenario',
  method: 'POST',
  path: `${root}/:scenarioId/freeze`,
  summary:
    'Fastställer ett scenario med allt som det räknas ur; If-Match är dess revision, basis det underlag som man såg',
  access: 'freezeScenarios',
  params: scenarioParams,
  query: noQuery,
  body: z
    .strictObject({
      basis: sha256
        .nullable()
        .meta({ description: 'SHA-256 av scenariots prognosfil; null prövas inte.' }),
    })
    .nullish(),
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

/** What was typed in a figure: null where it is empty, follows something or is computed. */
export function typedAmount(
  figure: Pick<ForecastFigure, 'source' | 'amount' | 'isOverridden'> | null | undefined,
): string | null {
  if (figure === null || figure === undefined) return null;
  return figure.source !== 'typed' && !figure.isOverridden ? null : figure.amount;
}
