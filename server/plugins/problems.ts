import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { type FieldCode, fieldTexts, isFieldCode } from '#contract/field-texts.ts';
import type { Problem } from '#contract/problem.ts';
import { refusalTexts } from '#contract/refusal-texts.ts';
import { type ProblemCode, problemStatus } from '#contract/refusals.ts';

/** A refusal on its way to the error handler: it ends the request and rolls its transaction back. */
export class ProblemError extends Error {
  readonly problemCode: ProblemCode;
  readonly conflict: Problem['conflict'];

  constructor(problemCode: ProblemCode, conflict?: Problem['conflict']) {
    super(problemCode);
    this.problemCode = problemCode;
    this.conflict = conflict;
  }
}

/** Makes every failure of the app an `application/problem+json` with a Swedish sentence. */
export function registerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { code, fields, conflict } = describe(error);
    if (code === 'internal_error') request.log.error({ err: error }, 'request failed');
    return sendProblem(request, reply, { code, fields, conflict });
  });
}

type Field = NonNullable<Problem['fields']>[number];

type Description = {
  readonly code: ProblemCode;
  readonly fields?: Problem['fields'];
  readonly conflict?: Problem['conflict'];
};

/** Answers with a problem. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  { code, fields, conflict }: Description,
): FastifyReply {
  const status = problemStatus[code];
  const body: Problem = {
    type: `urn:tkr:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail: refusalTexts[code].sv,
    ...(fields === undefined ? {} : { fields }),
    ...(conflict === undefined ? {} : { conflict }),
    requestId: request.id,
  };
  return reply
    .status(status)
    .type('application/problem+json; charset=utf-8')
    .serializer((value: Problem) => JSON.stringify(value))
    .send(body);
}

function describe(error: FastifyError): Description {
  if (error instanceof ProblemError) return { code: error.problemCode, conflict: error.conflict };
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
