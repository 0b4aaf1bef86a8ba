import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { z } from 'zod';
import type { Answer, Endpoint, Request } from '#contract/endpoint.ts';
import { problem } from '#contract/problem.ts';
import type { Result } from '#domain/result.ts';
import { lockOrganisation } from '../audit/queries.ts';
import type { Standing } from '../db/database.ts';
import type { KeptAnswer } from './answers.ts';
import type { Dependencies, ReadContext, Refusal, WriteContext } from './context.ts';
import { once, readIdempotencyKey } from './idempotency.ts';
import { ProblemError } from './problems.ts';

/** A file as an answer. */
export type CsvFile = { readonly fileName: string; readonly text: string };

/** What a service gives back for an endpoint. */
export type Outcome<E extends Endpoint> = Result<
  E['answer'] extends 'csv' ? CsvFile : Answer<E>,
  Refusal
>;

/** What a service is asked; `version` is the one from `If-Match`, -1 where none is needed. */
export type Asked<E extends Endpoint> = Request<E> & { readonly version: number };

type Service<E extends Endpoint, Context> = (
  context: Context,
  asked: Asked<E>,
) => Promise<Outcome<E>>;

/**
 * Registers an operation that only reads, inside the organisation that its address names.
 *
 * An answer is kept until the organisation's log has a new row, and then made anew: while nothing
 * changes, the same question costs one look at the log.
 */
export function registerRead<E extends Endpoint>(
  app: FastifyInstance,
  { database, personId, answers }: Dependencies,
  endpoint: E,
  service: Service<E, ReadContext>,
): void {
  app.route({
    ...routeOf(endpoint),
    handler: async (request, reply) => {
      const scope = { organisationId: organisationOf(request), personId };
      const kept = await database.inOrganisation(scope, async (trx, standing) => {
        const { role, seq } = requireMembership(standing);
        const question = `${personId} ${role} ${request.url}`;
        return answers.get(question, seq, async () => {
          const outcome = valueOf(await service({ trx, scope }, askedOf(endpoint, request)));
          return toAnswer(reply, endpoint, outcome);
        });
      });
      return reply.headers(kept.headers).status(200).send(kept.body);
    },
  });
}

/**
 * Registers an operation that writes: one transaction holds the write, its log row and its
 * idempotency key, and a refusal rolls all of it back.
 */
export function registerWrite<E extends Endpoint>(
  app: FastifyInstance,
  { database, clock, personId }: Dependencies,
  endpoint: E,
  service: Service<E, WriteContext>,
): void {
  app.route({
    ...routeOf(endpoint),
    handler: async (request, reply) => {
      const key = readIdempotencyKey(request.headers['idempotency-key']);
      const scope = { organisationId: organisationOf(request), personId };
      const asked = askedOf(endpoint, request);
      const { answer, repeated } = await database.inOrganisation(scope, async (trx, standing) => {
        requireMembership(standing);
        const context = { trx, scope, now: clock(), requestId: request.id };
        await lockOrganisation(trx);
        const wish = { operationId: endpoint.operationId, ...asked };
        return once(context, { key, asked: wish }, async () =>
          valueOf(await service(context, asked)),
        );
      });
      if (repeated) reply.header('idempotency-replayed', 'true');
      return reply.header('cache-control', 'no-store').status(endpoint.status).send(answer);
    },
  });
}

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
      params,
      querystring: query,
      headers,
      ...(body === null ? {} : { body }),
      response: {
        ...(answer === 'csv' ? csvResponse : { [endpoint.status]: answer }),
        '4xx': problemResponse,
        '5xx': problemResponse,
      },
    },
  };
}

const csvResponse = {
  200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
};
const problemResponse = {
  description: 'Ett problem, med en svensk mening',
  content: { 'application/problem+json': { schema: problem } },
};

// The schemas have parsed the request before a handler runs, so these are what they gave.
function askedOf<E extends Endpoint>(endpoint: E, request: FastifyRequest): Asked<E> {
  const { params, query, body } = request;
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

function organisationOf(request: FastifyRequest): string {
  return (request.params as { readonly organisationId: string }).organisationId;
}

function requireMembership(standing: Standing | null): Standing {
  if (standing === null) throw new ProblemError('organisation_not_found');
  return standing;
}

function valueOf<Value>(outcome: Result<Value, Refusal>): Value {
  if (outcome.ok) return outcome.value;
  throw new ProblemError(outcome.refusal.code, outcome.refusal.conflict);
}

function toAnswer(reply: FastifyReply, endpoint: Endpoint, outcome: unknown): KeptAnswer {
  const headers = { 'cache-control': 'no-store' };
  if (endpoint.answer !== 'csv') {
    const type = { 'content-type': 'application/json; charset=utf-8' };
    return { headers: { ...headers, ...type }, body: bytesOf(reply.serialize(outcome)) };
  }
  const { fileName, text } = outcome as CsvFile;
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;
  const file = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': disposition };
  return { headers: { ...headers, ...file }, body: bytesOf(text) };
}

// Bytes are sent as they are: a text would be made into JSON once more.
function bytesOf(text: string | ArrayBuffer | Buffer): Buffer {
  return typeof text === 'string' ? Buffer.from(text) : Buffer.from(new Uint8Array(text));
}
