import { z } from 'zod';
import { assumption } from './assumptions.ts';
import { endpoint } from './endpoint.ts';
import { id } from './fields.ts';
import { noQuery, organisationParams } from './organisations.ts';

/** An assumption as it was from a moment on, until the next version. */
const assumptionVersion = assumption.extend({
  changedBy: z
    .string()
    .nullable()
    .meta({ description: 'Null för det som fanns från början, innan loggen säger något.' }),
});

/** See `assumptionVersion`. */
export type AssumptionVersion = z.output<typeof assumptionVersion>;

export const listAssumptionHistory = endpoint({
  operationId: 'listAssumptionHistory',
  method: 'GET',
  path: '/api/organisations/:organisationId/assumptions/:assumptionId/history',
  summary: 'Vad ett av organisationens antaganden är och har varit, senast först',
  access: 'readFigures',
  params: organisationParams.extend({ assumptionId: id }),
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: z.object({
    versions: z.array(assumptionVersion).meta({ description: 'Högst de hundra senaste.' }),
  }),
});
