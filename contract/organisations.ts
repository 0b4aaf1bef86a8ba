import { z } from 'zod';
import { roles } from '#domain/rights.ts';
import { endpoint } from './endpoint.ts';
import { id } from './fields.ts';

/** Addresses below one organisation begin with its identifier. */
export const organisationParams = z.strictObject({ organisationId: id });

/** No query at all: an unknown one is refused. */
export const noQuery = z.strictObject({});

/** An organisation that the person may open. */
export const organisation = z.object({
  organisationId: id,
  name: z.string(),
  slug: z.string().meta({ description: 'Kort namn i webbadresser.' }),
  isDemo: z.boolean(),
});

/** See `organisation`. */
export type Organisation = z.output<typeof organisation>;

/** An organisation that the person belongs to, and as what. */
export const belonging = organisation.extend({ role: z.enum(roles) });

/** See `belonging`. */
export type Belonging = z.output<typeof belonging>;

/** The person that the server takes the caller for. */
export const person = z.object({ personId: id, name: z.string() });

export const listOrganisations = endpoint({
  operationId: 'listOrganisations',
  method: 'GET',
  path: '/api/organisations',
  summary: 'De organisationer som man har tillgång till',
  access: 'signedIn',
  params: z.strictObject({}),
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: z.object({ person, organisations: z.array(belonging) }),
});
