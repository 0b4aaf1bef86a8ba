import { z } from 'zod';
import { roles } from '#domain/rights.ts';
import { endpoint } from './endpoint.ts';
import { email, id, moment, text, version } from './fields.ts';
import { noQuery, organisationParams } from './organisations.ts';

const root = '/api/organisations/:organisationId';
const personParams = organisationParams.extend({ personId: id });

/** A person in the organisation; `endedAt` is null for one who belongs to it now. */
export const orgPerson = z.object({
  personId: id,
  name: z.string(),
  email: z.string().nullable(),
  role: z.enum(roles),
  isDemo: z.boolean(),
  hasSecondFactor: z.boolean(),
  since: moment,
  endedAt: moment.nullable(),
  version,
});

/** See `orgPerson`. */
export type OrgPerson = z.output<typeof orgPerson>;

/** An invitation that nobody has accepted yet. */
export const invitation = z.object({
  invitationId: id,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  createdAt: moment,
  expiresAt: moment,
  isExpired: z.boolean(),
});

/** See `invitation`. */
export type Invitation = z.output<typeof invitation>;

/** A link to hand over, shown once. Where e-mail is configured it goes there too. */
export const handedLink = z.object({
  link: z.string(),
  mailedTo: z.string().nullable(),
  expiresAt: moment,
});

export const listPeople = endpoint({
  operationId: 'listPeople',
  method: 'GET',
  path: `${root}/people`,
  summary: 'Personerna i organisationen, och de som är inbjudna',
  access: 'readPeople',
  params: organisationParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: z.object({ people: z.array(orgPerson), invitations: z.array(invitation) }),
  showsUnlogged: true,
});

export const changeRole = endpoint({
  operationId: 'changeRole',
  method: 'PATCH',
  path: `${root}/people/:personId`,
  summary: 'Byt en persons roll; personens sessioner avslutas',
  access: 'editPeople',
  params: personParams,
  query: noQuery,
  body: z.strictObject({ role: z.enum(roles) }),
  needsVersion: true,
  status: 200,
  answer: orgPerson,
});

export const endMembership = endpoint({
  operationId: 'endMembership',
  method: 'DELETE',
  path: `${root}/people/:personId`,
  summary: 'Ta bort en person ur organisationen; det som personen har gjort finns kvar',
  access: 'editPeople',
  params: personParams,
  query: noQuery,
  body: null,
  needsVersion: true,
  status: 204,
  answer: z.null(),
});

export const createPasswordLink = endpoint({
  operationId: 'createPasswordLink',
  method: 'POST',
  path: `${root}/people/:personId/password-link`,
  summary: 'Länk till ett nytt lösenord, att lämna över',
  access: 'editPeople',
  params: personParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 201,
  isAnswerSecret: true,
  answer: handedLink,
});

export const invite = endpoint({
  operationId: 'invite',
  method: 'POST',
  path: `${root}/invitations`,
  summary: 'Bjud in en person, med en länk som gäller en gång',
  access: 'editPeople',
  params: organisationParams,
  query: noQuery,
  body: z.strictObject({ name: text(100), email, role: z.enum(roles) }),
  needsVersion: false,
  status: 201,
  isAnswerSecret: true,
  answer: z.object({ invitation, ...handedLink.shape }),
});

export const revokeInvitation = endpoint({
  operationId: 'revokeInvitation',
  method: 'DELETE',
  path: `${root}/invitations/:invitationId`,
  summary: 'Dra tillbaka en inbjudan',
  access: 'editPeople',
  params: organisationParams.extend({ invitationId: id }),
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 204,
  answer: z.null(),
});
