import { z } from 'zod';
import { assumptionKinds } from '#domain/forecast/assumption-terms.ts';
import { endpoint } from './endpoint.ts';
import { amount, amountInput, day, id, moment, optionalText, version } from './fields.ts';
import { noQuery, organisationParams } from './organisations.ts';
import { monthsInput, percentInput } from './prognos-file.ts';
import { scenario } from './scenarios.ts';

const percent = z
  .string()
  .nullable()
  .meta({ description: 'Procent, decimalform, högst fyra decimaler.', examples: ['3.25'] });

/**
 * One assumption of a scenario, or of the organisation where `scenarioId` is null.
 *
 * The value has the fields of its kind's shape filled and the others null; one that was emptied has
 * none, holds nothing, and goes on counting versions.
 */
export const assumption = z.object({
  assumptionId: id,
  scenarioId: id.nullable().meta({ description: 'Null för organisationens egna.' }),
  kind: z.enum(assumptionKinds),
  lineId: id.nullable().meta({ description: 'Null för alla rader.' }),
  from: z.string().nullable().meta({ description: 'Första dagen; null för det som alltid gällt.' }),
  percent,
  low: percent,
  high: percent,
  amount: amount.nullable(),
  months: z.int().nullable().meta({ description: 'Månader, eller första månaden på året.' }),
  lastMonth: z.int().nullable().meta({ description: 'Sista månaden på året, 1 till 12.' }),
  comment: z.string().nullable(),
  version,
  changedAt: moment,
  changedBy: z.string(),
});

/** See `assumption`. */
export type AssumptionAnswer = z.output<typeof assumption>;

const root = '/api/organisations/:organisationId/assumptions';

export const listAssumptions = endpoint({
  operationId: 'listAssumptions',
  method: 'GET',
  path: root,
  summary: 'Alla antaganden: organisationens och varje scenarios, tömda också',
  access: 'readFigures',
  params: organisationParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: z.object({ assumptions: z.array(assumption) }),
});

const emptyPercent = percentInput.nullable().default(null);
const emptyMonths = monthsInput.nullable().default(null);

export const setAssumption = endpoint({
  operationId: 'setAssumption',
  method: 'PUT',
  path: root,
  summary:
    'Sätter ett antagande på sin plats, eller tömmer det. If-Match är antagandets version, "0" för ett som aldrig skrivits',
  access: 'editScenarios',
  params: organisationParams,
  query: noQuery,
  body: z.strictObject({
    scenarioId: id.nullable(),
    kind: z.enum(assumptionKinds),
    lineId: id.nullable().default(null),
    from: day.nullable().default(null),
    percent: emptyPercent,
    low: emptyPercent,
    high: emptyPercent,
    amount: amountInput.nullable().default(null),
    months: emptyMonths,
    lastMonth: emptyMonths,
    comment: optionalText(1000),
  }),
  needsVersion: true,
  status: 200,
  answer: z.object({
    assumption,
    scenario: scenario
      .nullable()
      .meta({ description: 'Scenariot med sin nya revision; null för organisationens egna.' }),
  }),
});

/** True for an assumption that has a value; an emptied one has none. */
export function hasValue(
  one: Pick<AssumptionAnswer, 'percent' | 'low' | 'high' | 'amount' | 'months' | 'lastMonth'>,
): boolean {
  return [one.percent, one.low, one.high, one.amount, one.months, one.lastMonth].some(
    (value) => value !== null,
  );
}
