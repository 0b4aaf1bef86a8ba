import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Endpoint } from '#contract/endpoint.ts';
import { appendAudit, lockOrganisation } from '../audit/queries.ts';
import type { Entry } from '../db/database.ts';
import type { KeptAnswer } from './answers.ts';
import type { Dependencies, ReadContext, RequestContext, WriteContext } from './context.ts';
import { type Admitted, admit, factsOf, type Wish } from './entrance.ts';
import { once, readIdempotencyKey } from './idempotency.ts';
import { keepUntilSaved } from './later.ts';
import { type Asked, askedOf, type Outcome, routeOf, toAnswer, valueOf } from './routing.ts';
import { originOf, visitorOf } from './visitor.ts';

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
  dependencies: Dependencies,
  endpoint: E,
  service: Service<E, ReadContext>,
): void {
  const { database, answers } = dependencies;
  app.route({
    ...routeOf(endpoint),
    handler: async (request, reply) => {
      const { wish, entry, now } = visitOf(dependencies, endpoint, request);
      const kept = await database.enter({ ...entry, onlyReads: true }, async (trx, entered) => {
        const { caller, standing } = admit(dependencies, wish, entered);
        const scope = { organisationId: wish.organisationId, personId: caller.personId };
        const make = async () => {
          const context = { trx, scope, role: standing.role, now };
          const outcome = valueOf(await service(context, askedOf(endpoint, request)));
          return toAnswer(reply, endpoint, outcome);
        };
        if (endpoint.showsUnlogged === true) return make();
        const question = `${caller.personId} ${standing.role} ${request.url}`;
        return answers.get(question, standing.head, make);
      });
      return reply.headers(kept.headers).status(200).send(kept.body);
    },
  });
}

/**
 * Registers an operation that gives figures away as a file: it reads, and leaves a row in the log.
 */
export function registerExport<E extends Endpoint>(
  app: FastifyInstance,
  dependencies: Dependencies,
  endpoint: E,
  service: Service<E, ReadContext>,
): void {
  const { database, watch } = dependencies;
  const { operationId } = endpoint;
  app.route({
    ...routeOf(endpoint),
    handler: async (request, reply) => {
      const { wish, entry, now } = visitOf(dependencies, endpoint, request);
      const { organisationId, visitor } = wish;
      const file = await database.enter(entry, async (trx, entered) => {
        const admitted = admit(dependencies, wish, entered);
        const context = writeContextOf(wish, admitted, { trx, now });
        await lockOrganisation(trx);
        const reading = { ...context, role: admitted.standing.role };
        const outcome = valueOf(await service(reading, askedOf(endpoint, request)));
        const after = { address: request.url };
        const event = { action: operationId, entityId: organisationId, before: null, after };
        await appendAudit(context, event);
        const facts = { ...factsOf(visitor, admitted.caller), organisationId };
        watch('export', { ...facts, operation: operationId });
        return toAnswer(reply, endpoint, outcome);
      });
      return reply.headers(file.headers).status(200).send(file.body);
    },
  });
}

/**
 * Registers an operation that writes: one transaction holds the write, its log row and its
 * idempotency key, and a refusal rolls all of it back.
 */
export function registerWrite<E extends Endpoint>(
  app: FastifyInstance,
  dependencies: Dependencies,
  endpoint: E,
  service: Service<E, RequestContext>,
): void {
  app.route({
    ...routeOf(endpoint),
    handler: async (request, reply) => {
      const asked = askedOf(endpoint, request);
      const call = { request, reply, wanted: asked };
      const kept = await doWrite(dependencies, endpoint, call, (context) =>
        service(context, asked),
      );
      return sendKept(reply, kept);
    },
  });
}

/** A write on its way; `wanted` is everything that is asked for, and tells a repetition from another. */
type Writing = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly wanted: object;
};

/** Answers a write with what it came to. */
export function sendKept(reply: FastifyReply, { headers, body }: KeptAnswer): FastifyReply {
  return reply.headers(headers).send(body.length === 0 ? undefined : body);
}

/** Does the write of a request in a transaction, and gives its answer, which is then to be sent. */
export async function doWrite<E extends Endpoint>(
  dependencies: Dependencies,
  endpoint: E,
  { request, reply, wanted }: Writing,
  service: (context: RequestContext) => Promise<Outcome<E>>,
): Promise<KeptAnswer> {
  const { database } = dependencies;
  const { operationId } = endpoint;
  const key = readIdempotencyKey(request.headers['idempotency-key']);
  const { wish, entry, now } = visitOf(dependencies, endpoint, request);
  const later = keepUntilSaved(dependencies);
  reply.status(endpoint.status);
  const { kept, repeated } = await database.enter(entry, async (trx, entered) => {
    // A transaction that PostgreSQL asks for once more begins from nothing.
    later.forget();
    const admitted = admit(dependencies, wish, entered);
    const { organisationId, visitor } = wish;
    const facts = { ...factsOf(visitor, admitted.caller), organisationId };
    const context: RequestContext = {
      ...writeContextOf(wish, admitted, { trx, now }),
      origin: originOf(request, dependencies.publicUrl),
      tell: (event, more = {}) => later.tell(event, { ...facts, ...more }),
      send: later.send,
    };
    await lockOrganisation(trx);
    const isKept = endpoint.isAnswerSecret !== true;
    const keyed = { key: isKept ? key : null, asked: { operationId, ...wanted } };
    const done = await once(context, keyed, async () => valueOf(await service(context)));
    // An answer that is not what its schema says shows while all can still be taken back.
    return { kept: toAnswer(reply, endpoint, done.answer), repeated: done.repeated };
  });
  later.isSaved();
  if (repeated) reply.header('idempotency-replayed', 'true');
  return kept;
}

type Visit = { readonly wish: Wish; readonly entry: Entry; readonly now: Date };

/** Who asks for what, where and when, as a request says it. */
export function visitOf(
  { clock, publicUrl }: Dependencies,
  endpoint: Endpoint,
  request: FastifyRequest,
): Visit {
  const { organisationId } = request.params as { readonly organisationId: string };
  const visitor = visitorOf(request, publicUrl);
  const now = clock();
  const entry = { organisationId, credential: visitor.credential, at: now };
  return { wish: { endpoint, organisationId, visitor }, entry, now };
}

function writeContextOf(
  { organisationId, visitor }: Wish,
  { caller, standing }: Admitted,
  { trx, now }: Pick<WriteContext, 'trx' | 'now'>,
): WriteContext {
  return {
    trx,
    now,
    scope: { organisationId, personId: caller.personId },
    requestId: visitor.requestId,
    role: standing.role,
    tokenId: caller.tokenId,
  };
}
