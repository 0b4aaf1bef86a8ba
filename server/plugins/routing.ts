import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { z } from 'zod';
import type { Answer, Endpoint, FileKind, Request } from '#contract/endpoint.ts';
import { problem } from '#contract/problem.ts';
import type { Result } from '#domain/result.ts';
import type { KeptAnswer } from './answers.ts';
import type { Refusal } from './context.ts';
import { ProblemError } from './problems.ts';

/** A file as an answer: a text, or bytes. */
export type TextFile = { readonly fileName: string; readonly text: string };
export type DocxFile = { readonly fileName: string; readonly bytes: Uint8Array };

type FileOf<Kind> = Kind extends 'docx' ? DocxFile : TextFile;

/** What a service gives back for an endpoint. */
export type Outcome<E extends Endpoint> = Result<
  E['answer'] extends FileKind ? FileOf<E['answer']> : Answer<E>,
  Refusal
>;

/** What a service is asked; `version` is the one from `If-Match`, -1 where none is needed. */
export type Asked<E extends Endpoint> = Request<E> & { readonly version: number };

/** The part of a route that its endpoint declares: method, address, schemas and description. */
export function routeOf(endpoint: Endpoint): Omit<RouteOptions, 'handler'> {
  const { method, path, operationId, summary, params, query, body, answer } = endpoint;
  const headers = z.looseObject({
    ...(endpoint.needsVersion ? { 'if-match': z.string().optional() } : {}),
    ...(method === 'GET' ? {} : { 'idempotency-key': z.string().optional() }),
  });
  return {
    method,
    url: path,
    schema: {
      operationId,
      summary,
      ...described({ 'x-access': endpoint.access }),
      params,
      querystring: query,
      headers,
      ...(body === null ? {} : bodyOf(body)),
      response: {
        ...(typeof answer === 'string' ? fileResponse(answer) : { [endpoint.status]: answer }),
        '4xx': problemResponse,
        '5xx': problemResponse,
      },
    },
  };
}

// A file is nothing that a schema could check: what is in it is for its reader to say.
const file = z
  .unknown()
  .meta({ type: 'string', format: 'binary', description: 'Filen som den är.' });

function bodyOf(body: z.ZodType | 'file') {
  return body === 'file' ? { body: file, consumes: ['application/octet-stream'] } : { body };
}

// The description takes what begins with x-; the types of a route's schema do not know of it.
function described(extensions: { readonly [name: `x-${string}`]: string }): object {
  return extensions;
}

const contentTypes: { readonly [kind in FileKind]: string } = {
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
};

function fileResponse(kind: FileKind) {
  const schema = kind === 'docx' ? file : z.string();
  return {
    200: { description: kind.toUpperCase(), content: { [contentTypes[kind]]: { schema } } },
  };
}

const problemResponse = {
  description: 'Ett problem, med en svensk mening',
  content: { 'application/problem+json': { schema: problem } },
};

/** What was asked. The schemas have parsed the request before a handler runs. */
export function askedOf<E extends Endpoint>(endpoint: E, request: FastifyRequest): Asked<E> {
  const { params, query } = request;
  const body = endpoint.body === 'file' ? undefined : request.body;
  // What nobody reads is refused and not ignored.
  const isUnasked = endpoint.body === null && body !== undefined && body !== null;
  if (isUnasked) throw new ProblemError('input_invalid');
  const version = endpoint.needsVersion ? readVersion(request.headers['if-match']) : -1;
  return { params, query, body, version } as Asked<E>;
}

function readVersion(header: string | undefined): number {
  if (header === undefined) throw new ProblemError('version_missing');
  const form = /^"(\d{1,9})"$/u.exec(header);
  if (form?.[1] === undefined) throw new ProblemError('version_invalid');
  return parseInt(form[1], 10);
}

/** The value of an outcome; a refusal ends the request. */
export function valueOf<Value>(outcome: Result<Value, Refusal>): Value {
  if (outcome.ok) return outcome.value;
  throw new ProblemError(outcome.refusal.code, outcome.refusal);
}

/** An outcome as the headers and bytes that answer it. */
export function toAnswer(reply: FastifyReply, endpoint: Endpoint, outcome: unknown): KeptAnswer {
  const headers = { 'cache-control': 'no-store' };
  if (endpoint.status === 204) return { headers, body: Buffer.alloc(0) };
  if (typeof endpoint.answer !== 'string') {
    const type = { 'content-type': 'application/json; charset=utf-8' };
    return { headers: { ...headers, ...type }, body: bytesOf(reply.serialize(outcome)) };
  }
  const given = outcome as TextFile | DocxFile;
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(given.fileName)}`;
  const charset = endpoint.answer === 'docx' ? '' : '; charset=utf-8';
  const type = { 'content-type': `${contentTypes[endpoint.answer]}${charset}` };
  const told = { ...headers, ...type, 'content-disposition': disposition };
  return { headers: told, body: 'text' in given ? bytesOf(given.text) : Buffer.from(given.bytes) };
}

// Bytes are sent as they are: a text would be made into JSON once more.
function bytesOf(text: string | ArrayBuffer | Buffer): Buffer {
  return typeof text === 'string' ? Buffer.from(text) : Buffer.from(new Uint8Array(text));
}
