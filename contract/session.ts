import { z } from 'zod';
import { roles } from '#domain/rights.ts';
import { endpoint } from './endpoint.ts';
import { email, id, linkSecret, orgnr, passwordInput, secondFactorCode, text } from './fields.ts';
import { belonging, noQuery } from './organisations.ts';

const nothing = z.strictObject({});

/** The person who is signed in. */
export const signedInPerson = z.object({
  personId: id,
  name: z.string(),
  email: z.string().nullable(),
  isDemo: z.boolean(),
  isOperator: z
    .boolean()
    .meta({ description: 'Driftansvarig: får skapa organisationer och ta bort demon.' }),
});

/**
 * Who the caller is. `stage` is `none` for nobody, `password` while the second factor is missing,
 * and `full` when all is open.
 */
export const session = z.object({
  stage: z.enum(['none', 'password', 'full']),
  method: z.enum(['local', 'oidc', 'demo']).nullable(),
  hasSecondFactor: z.boolean(),
  person: signedInPerson.nullable(),
  organisations: z.array(belonging),
  ways: z
    .object({
      demo: z.boolean().meta({ description: 'Det finns en demo att gå in i.' }),
      mail: z.boolean().meta({ description: 'Ett nytt lösenord kan begäras med e-post.' }),
      providers: z.array(z.object({ slug: z.string(), name: z.string() })),
    })
    .meta({ description: 'Hur man kan logga in här.' }),
});

/** See `session`. */
export type SessionAnswer = z.output<typeof session>;

export const getSession = endpoint({
  operationId: 'getSession',
  method: 'GET',
  path: '/api/session',
  summary: 'Vem man är inloggad som, och hur man kan logga in',
  access: 'anyone',
  params: nothing,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: session,
});

export const login = endpoint({
  operationId: 'login',
  method: 'POST',
  path: '/api/session',
  summary: 'Logga in med e-post och lösenord',
  access: 'anyone',
  params: nothing,
  query: noQuery,
  body: z.strictObject({ email, password: passwordInput }),
  needsVersion: false,
  status: 200,
  answer: session,
});

export const giveSecondFactor = endpoint({
  operationId: 'giveSecondFactor',
  method: 'POST',
  path: '/api/session/second-factor',
  summary: 'Andra steget: en kod ur appen, eller en återställningskod',
  access: 'anyone',
  params: nothing,
  query: noQuery,
  body: z.strictObject({ code: secondFactorCode }),
  needsVersion: false,
  status: 200,
  answer: session,
});

export const enterDemo = endpoint({
  operationId: 'enterDemo',
  method: 'POST',
  path: '/api/session/demo',
  summary: 'Gå in i demoorganisationen, i en av rollerna',
  access: 'anyone',
  params: nothing,
  query: noQuery,
  body: z.strictObject({ role: z.enum(roles) }),
  needsVersion: false,
  status: 200,
  answer: session,
});

export const logout = endpoint({
  operationId: 'logout',
  method: 'DELETE',
  path: '/api/session',
  summary: 'Logga ut',
  access: 'anyone',
  params: nothing,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 204,
  answer: z.null(),
});

export const acceptAdministratorLink = endpoint({
  operationId: 'acceptAdministratorLink',
  method: 'POST',
  path: '/api/links/administrator',
  summary: 'Skapa den första administratören och organisationen, med länken från starten',
  access: 'anyone',
  params: nothing,
  query: noQuery,
  body: z.strictObject({
    link: linkSecret,
    name: text(100),
    email,
    password: passwordInput,
    organisation: z.strictObject({ name: text(100), orgnr: orgnr.nullable().default(null) }),
  }),
  needsVersion: false,
  status: 201,
  answer: session,
});

export const acceptPasswordLink = endpoint({
  operationId: 'acceptPasswordLink',
  method: 'POST',
  path: '/api/links/password',
  summary: 'Välj ett nytt lösenord, med en länk',
  access: 'anyone',
  params: nothing,
  query: noQuery,
  body: z.strictObject({ link: linkSecret, password: passwordInput }),
  needsVersion: false,
  status: 200,
  answer: session,
});

export const lookAtInvitation = endpoint({
  operationId: 'lookAtInvitation',
  method: 'POST',
  path: '/api/links/invitation/look',
  summary: 'Vad en inbjudan gäller; den är inte använd än',
  access: 'anyone',
  params: nothing,
  query: noQuery,
  body: z.strictObject({ link: linkSecret }),
  needsVersion: false,
  status: 200,
  answer: z.object({
    organisation: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    hasAccount: z.boolean().meta({ description: 'Adressen har redan ett konto: logga in först.' }),
  }),
});

export const acceptInvitation = endpoint({
  operationId: 'acceptInvitation',
  method: 'POST',
  path: '/api/links/invitation',
  summary: 'Tacka ja till en inbjudan, som inloggad eller med ett nytt konto',
  access: 'anyone',
  params: nothing,
  query: noQuery,
  body: z.strictObject({
    link: linkSecret,
    name: text(100).nullable().default(null),
    password: passwordInput.nullable().default(null),
  }),
  needsVersion: false,
  status: 200,
  answer: session,
});

export const requestPasswordLink = endpoint({
  operationId: 'requestPasswordLink',
  method: 'POST',
  path: '/api/links/password/request',
  summary: 'Begär en länk till ett nytt lösenord med e-post; svaret är alltid detsamma',
  access: 'anyone',
  params: nothing,
  query: noQuery,
  body: z.strictObject({ email }),
  needsVersion: false,
  status: 204,
  answer: z.null(),
});
