import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, moment, passwordInput, secondFactorCode, text } from './fields.ts';
import { noQuery, organisationParams } from './organisations.ts';
import { session, signedInPerson } from './session.ts';

const nothing = z.strictObject({});
const account = '/api/account';

/** One of a person's sessions. */
export const ownSession = z.object({
  sessionId: id,
  isCurrent: z.boolean(),
  method: z.enum(['local', 'oidc', 'demo']),
  userAgent: z.string().nullable(),
  createdAt: moment,
  lastUsedAt: moment.meta({ description: 'På minuten när.' }),
  endsAt: moment,
});

export const getAccount = endpoint({
  operationId: 'getAccount',
  method: 'GET',
  path: account,
  summary: 'Det egna kontot: namn, andra steget och sessioner',
  access: 'signedIn',
  params: nothing,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: z.object({
    person: signedInPerson,
    hasPassword: z.boolean(),
    hasTotp: z.boolean(),
    recoveryCodesLeft: z.int(),
    sessions: z.array(ownSession),
  }),
});

export const updateAccount = endpoint({
  operationId: 'updateAccount',
  method: 'PATCH',
  path: account,
  summary: 'Byt namn',
  access: 'signedIn',
  params: nothing,
  query: noQuery,
  body: z.strictObject({ name: text(100) }),
  needsVersion: false,
  status: 200,
  answer: signedInPerson,
});

export const changePassword = endpoint({
  operationId: 'changePassword',
  method: 'PUT',
  path: `${account}/password`,
  summary: 'Byt lösenord; alla andra sessioner avslutas',
  access: 'signedIn',
  params: nothing,
  query: noQuery,
  body: z.strictObject({ current: passwordInput, next: passwordInput }),
  needsVersion: false,
  status: 200,
  answer: session,
});

export const startTotp = endpoint({
  operationId: 'startTotp',
  method: 'POST',
  path: `${account}/totp`,
  summary: 'Börja använda en app för engångskoder; gäller när en kod är bekräftad',
  access: 'signedIn',
  params: nothing,
  query: noQuery,
  body: z.strictObject({ password: passwordInput }),
  needsVersion: false,
  status: 201,
  answer: z.object({ secret: z.string(), address: z.string() }),
});

const recoveryCodes = z.object({
  recoveryCodes: z
    .array(z.string())
    .meta({ description: 'Visas en gång; var och en gäller en gång.' }),
});

export const confirmTotp = endpoint({
  operationId: 'confirmTotp',
  method: 'PUT',
  path: `${account}/totp`,
  summary: 'Bekräfta appen med en kod; ger återställningskoder',
  access: 'signedIn',
  params: nothing,
  query: noQuery,
  body: z.strictObject({ code: secondFactorCode }),
  needsVersion: false,
  status: 200,
  answer: recoveryCodes,
});

export const renewRecoveryCodes = endpoint({
  operationId: 'renewRecoveryCodes',
  method: 'POST',
  path: `${account}/recovery-codes`,
  summary: 'Nya återställningskoder; de gamla slutar gälla',
  access: 'signedIn',
  params: nothing,
  query: noQuery,
  body: z.strictObject({ password: passwordInput }),
  needsVersion: false,
  status: 201,
  answer: recoveryCodes,
});

export const removeTotp = endpoint({
  operationId: 'removeTotp',
  method: 'POST',
  path: `${account}/totp/removal`,
  summary: 'Sluta använda appen för engångskoder',
  access: 'signedIn',
  params: nothing,
  query: noQuery,
  body: z.strictObject({ password: passwordInput }),
  needsVersion: false,
  status: 200,
  answer: session,
});

export const endSession = endpoint({
  operationId: 'endSession',
  method: 'DELETE',
  path: `${account}/sessions/:sessionId`,
  summary: 'Avsluta en av sina sessioner',
  access: 'signedIn',
  params: z.strictObject({ sessionId: id }),
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 204,
  answer: z.null(),
});

export const endOtherSessions = endpoint({
  operationId: 'endOtherSessions',
  method: 'DELETE',
  path: `${account}/sessions`,
  summary: 'Avsluta alla sina andra sessioner',
  access: 'signedIn',
  params: nothing,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 204,
  answer: z.null(),
});

/** A token for scripts, without its secret. */
export const apiToken = z.object({
  tokenId: id,
  name: z.string(),
  scope: z.enum(['read', 'write']),
  createdAt: moment,
  expiresAt: moment,
  lastUsedAt: moment.nullable(),
});

/** See `apiToken`. */
export type ApiToken = z.output<typeof apiToken>;

const tokens = '/api/organisations/:organisationId/tokens';

export const listTokens = endpoint({
  operationId: 'listTokens',
  method: 'GET',
  path: tokens,
  summary: 'Egna nycklar för program i organisationen',
  access: 'ownTokens',
  params: organisationParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: z.object({ tokens: z.array(apiToken) }),
  showsUnlogged: true,
});

export const createToken = endpoint({
  operationId: 'createToken',
  method: 'POST',
  path: tokens,
  summary: 'Ny nyckel för program; den visas en gång',
  access: 'ownTokens',
  params: organisationParams,
  query: noQuery,
  body: z.strictObject({
    name: text(100),
    scope: z.enum(['read', 'write']),
    days: z.int().min(1).max(366).default(90).meta({ description: 'Hur länge den gäller.' }),
  }),
  needsVersion: false,
  status: 201,
  isAnswerSecret: true,
  answer: z.object({
    token: apiToken,
    secret: z.string().meta({ description: 'Skickas som Authorization: Bearer …' }),
  }),
});

export const revokeToken = endpoint({
  operationId: 'revokeToken',
  method: 'DELETE',
  path: `${tokens}/:tokenId`,
  summary: 'Dra in en nyckel för program',
  access: 'ownTokens',
  params: organisationParams.extend({ tokenId: id }),
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 204,
  answer: z.null(),
});
