import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { day, id, kommunkod, orgnr, text, version } from './fields.ts';
import { noQuery, organisation, organisationParams } from './organisations.ts';

const root = '/api/organisations/:organisationId';

/** A municipality that belongs to the organisation, from a day and perhaps to another. */
export const member = z.object({
  memberId: id,
  name: z.string(),
  kommunkod: z.string().nullable(),
  joinedOn: z.string().nullable(),
  leftOn: z.string().nullable().meta({ description: 'Första dagen utanför organisationen.' }),
  version,
});

/** See `member`. */
export type Member = z.output<typeof member>;

/** What an administrator decides about an organisation. */
export const settings = z.object({
  organisationId: id,
  name: z.string(),
  slug: z.string(),
  orgnr: z.string().nullable(),
  isDemo: z.boolean(),
  requiresSecondFactor: z.boolean(),
  provider: z
    .object({ name: z.string(), isLocalLoginOff: z.boolean() })
    .nullable()
    .meta({ description: 'Inloggning hos arbetsgivaren (OpenID Connect); ställs in på servern.' }),
  version,
  members: z.array(member),
});

/** See `settings`. */
export type Settings = z.output<typeof settings>;

export const getSettings = endpoint({
  operationId: 'getSettings',
  method: 'GET',
  path: `${root}/settings`,
  summary: 'Organisationens uppgifter och medlemmar',
  access: 'readSettings',
  params: organisationParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: settings,
});

export const updateSettings = endpoint({
  operationId: 'updateSettings',
  method: 'PATCH',
  path: `${root}/settings`,
  summary: 'Ändra organisationens uppgifter',
  access: 'editSettings',
  params: organisationParams,
  query: noQuery,
  body: z.strictObject({
    name: text(100).optional(),
    orgnr: orgnr.nullable().optional(),
    requiresSecondFactor: z.boolean().optional(),
  }),
  needsVersion: true,
  status: 200,
  answer: settings,
});

const memberBody = {
  name: text(100),
  kommunkod: kommunkod.nullable(),
  joinedOn: day.nullable(),
  leftOn: day.nullable(),
};

export const createMember = endpoint({
  operationId: 'createMember',
  method: 'POST',
  path: `${root}/members`,
  summary: 'Ny medlem i organisationen',
  access: 'editSettings',
  params: organisationParams,
  query: noQuery,
  body: z.strictObject({
    name: memberBody.name,
    kommunkod: memberBody.kommunkod.default(null),
    joinedOn: memberBody.joinedOn.default(null),
    leftOn: memberBody.leftOn.default(null),
  }),
  needsVersion: false,
  status: 201,
  answer: member,
});

export const updateMember = endpoint({
  operationId: 'updateMember',
  method: 'PATCH',
  path: `${root}/members/:memberId`,
  summary: 'Ändra en medlem',
  access: 'editSettings',
  params: organisationParams.extend({ memberId: id }),
  query: noQuery,
  body: z.strictObject({
    name: memberBody.name.optional(),
    kommunkod: memberBody.kommunkod.optional(),
    joinedOn: memberBody.joinedOn.optional(),
    leftOn: memberBody.leftOn.optional(),
  }),
  needsVersion: true,
  status: 200,
  answer: member,
});

export const deleteMember = endpoint({
  operationId: 'deleteMember',
  method: 'DELETE',
  path: `${root}/members/:memberId`,
  summary: 'Ta bort en medlem som skrevs in av misstag',
  access: 'editSettings',
  params: organisationParams.extend({ memberId: id }),
  query: noQuery,
  body: null,
  needsVersion: true,
  status: 204,
  answer: z.null(),
});

export const createOrganisation = endpoint({
  operationId: 'createOrganisation',
  method: 'POST',
  path: '/api/organisations',
  summary: 'Ny organisation i installationen, med en själv som administratör',
  access: 'operator',
  params: z.strictObject({}),
  query: noQuery,
  body: z.strictObject({ name: text(100), orgnr: orgnr.nullable().default(null) }),
  needsVersion: false,
  status: 201,
  answer: organisation,
});

export const removeDemo = endpoint({
  operationId: 'removeDemo',
  method: 'DELETE',
  path: '/api/demo',
  summary: 'Ta bort demoorganisationen och dess personer',
  access: 'operator',
  params: z.strictObject({}),
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 204,
  answer: z.null(),
});
