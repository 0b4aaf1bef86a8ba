import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { type FieldCode, fieldTexts, isFieldCode } from '#contract/field-texts.ts';
import type { Problem } from '#contract/problem.ts';
import { refusalTexts } from '#contract/refusal-texts.ts';
import { type ProblemCode, problemStatus } from '#contract/refusals.ts';
import { ConnectionLost } from '../db/lost-connection.ts';
import { loggable } from './failures.ts';

/** What a problem carries besides its code; `retryAfter` in seconds. */
type ProblemDetails = {
  readonly conflict?: Problem['conflict'];
  readonly fields?: Problem['fields'];
  readonly retryAfter?: number | undefined;
};

/** A refusal on its way to the error handler: it ends the request and rolls its transaction back. */
export class ProblemError extends Error {
  readonly problemCode: ProblemCode;
  readonly details: ProblemDetails;

  constructor(problemCode: ProblemCode, details: ProblemDetails = {}) {
    super(problemCode);
    this.problemCode = problemCode;
    this.details = details;
  }
}

/** Makes every failure of the app an `application/problem+json` with a Swedish sentence. */
export function registerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const description = describe(error, request);
    const { code, retryAfter } = description;
    if (problemStatus[code] >= 500) request.log.error({ failure: loggable(error) }, code);
    if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
    return sendProblem(request, reply, description);
  });
}

type Field = NonNullable<Problem['fields']>[number];

/** A problem before it is sent. */
export type Description = ProblemDetails & { readonly code: ProblemCode };

/** Answers with a problem. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  description: Description,
): FastifyReply {
  return reply
    .status(problemStatus[description.code])
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer((value: Problem) => JSON.stringify(value))
    .send(bodyOfProblem(description, request.id));
}

/** What a problem says. */
export function bodyOfProblem({ code, fields, conflict }: Description, requestId: string): Problem {
  const status = problemStatus[code];
  return {
    type: `urn:tkr:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail: refusalTexts[code].sv,
    ...(fields === undefined ? {} : { fields }),
    ...(conflict === undefined ? {} : { conflict }),
    requestId,
  };
}

/** What a person is told of a failure. */
export function describe(
  error: Error & Partial<FastifyError>,
  { method }: Pick<FastifyRequest, 'method'>,
): Description {
  if (error instanceof ProblemError) {
    return { code: error.problemCode, ...error.details };
  }
  if (error instanceof ConnectionLost) {
    // Who only read has nothing that could have been saved.
    const isNothingSaved = error.isNothingSaved || method === 'GET';
    return { code: isNothingSaved ? 'database_lost' : 'outcome_unknown', retryAfter: 1 };
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.flatMap(fieldsOf);
    return { code: 'input_invalid', fields };
  }
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return { code: 'media_type_not_json' };
  if (error.statusCode === 413) return { code: 'body_too_large' };
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return { code: 'request_malformed' };
  }
  return { code: 'internal_error' };
}

type Issue = {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params: unknown;
};

function fieldsOf({ instancePath, keyword, message = '', params }: Issue): Field[] {
  if (keyword === 'unrecognized_keys') {
    const at = instancePath === '/' ? '' : instancePath;
    return unknownKeys(params).map((key) => described(`${at}/${key}`, 'field_unknown'));
  }
  if (isFieldCode(message)) return [described(instancePath, message)];
  const isMissing = keyword === 'invalid_type' && message.endsWith('received undefined');
  return [described(instancePath, isMissing ? 'field_missing' : 'field_invalid')];
}

function unknownKeys(params: unknown): string[] {
  if (typeof params !== 'object' || params === null || !('keys' in params)) return [];
  const { keys } = params;
  // A name of a megabyte is not sent back whole.
  return Array.isArray(keys) ? keys.slice(0, 20).map((key) => `${key}`.slice(0, 100)) : [];
}

function described(path: string, code: FieldCode): Field {
  return { path, code, message: fieldTexts[code].sv };
}
