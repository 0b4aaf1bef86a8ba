import { z } from 'zod';
import { roles } from '#domain/rights.ts';
import { endpoint } from './endpoint.ts';
import { day, id, moment } from './fields.ts';
import { noQuery, organisationParams } from './organisations.ts';

const root = '/api/organisations/:organisationId/log';

/** One row of the log. `before` and `after` are what was stored, null where there was nothing. */
export const logRow = z.object({
  seq: z.string().meta({ description: 'Nummer i organisationens logg, från 1 utan luckor.' }),
  at: moment,
  actorId: id,
  role: z.enum(roles).nullable(),
  tokenId: id.nullable(),
  action: z.string(),
  entityId: id,
  before: z.unknown(),
  after: z.unknown(),
  requestId: z.string(),
  previousHash: z.string(),
  hash: z.string(),
});

/** See `logRow`. */
export type LogRow = z.output<typeof logRow>;

export const listLog = endpoint({
  operationId: 'listLog',
  method: 'GET',
  path: root,
  summary: 'Loggen, nyast först, hundra rader åt gången',
  access: 'readLog',
  params: organisationParams,
  query: z.strictObject({
    actorId: id.optional(),
    entityId: id.optional(),
    action: z
      .string()
      .regex(/^\w{1,50}$/u)
      .optional(),
    from: day.optional().meta({ description: 'Första dagen, svensk tid.' }),
    to: day.optional().meta({ description: 'Sista dagen, svensk tid.' }),
    before: z
      .string()
      .regex(/^\d{1,15}$/u)
      .optional()
      .meta({ description: 'Bara rader med lägre nummer: nästa sida.' }),
  }),
  needsVersion: false,
  body: null,
  status: 200,
  answer: z.object({
    rows: z.array(logRow),
    next: z.string().nullable().meta({ description: 'Värde för `before` till nästa sida.' }),
    people: z.array(z.object({ personId: id, name: z.string() })),
    actions: z.array(z.string()).meta({ description: 'De händelser som loggen har rader om.' }),
  }),
});

/** The end of the log on a day: kept outside Tkr, it shows whether the log was rewritten. */
export const anchor = z.object({
  day: z.string(),
  seq: z.string(),
  hash: z.string(),
  text: z.string().meta({ description: 'Raden att spara: dag, organisation, nummer och hash.' }),
});

export const listAnchors = endpoint({
  operationId: 'listAnchors',
  method: 'GET',
  path: `${root}/anchors`,
  summary: 'Ett ankare per dag: loggens sista rad den dagen',
  access: 'readLog',
  params: organisationParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: z.object({ anchors: z.array(anchor) }),
});
