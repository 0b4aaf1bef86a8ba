import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Endpoint } from '#contract/endpoint.ts';
import { appendAudit, lockOrganisation } from '../audit/queries.ts';
import type { Dependencies, ReadContext, WriteContext } from './context.ts';
import { type Admitted, admit, factsOf, type Wish } from './entrance.ts';
import { once, readIdempotencyKey } from './idempotency.ts';
import { type Asked, askedOf, type Outcome, routeOf, toAnswer, valueOf } from './routing.ts';
import { originOf, visitorOf } from './visitor.ts';
import type { WatchEvent } from './watch.ts';

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
  const { database, clock, answers } = dependencies;
  app.route({
    ...routeOf(endpoint),
    handler: async (request, reply) => {
      const wish = wishOf(dependencies, endpoint, request);
      const { organisationId, visitor } = wish;
      const now = clock();
      const entry = { organisationId, credential: visitor.credential, at: now, onlyReads: true };
      const kept = await database.enter(entry, async (trx, entered) => {
        const { caller, standing } = admit(dependencies, wish, entered);
        const scope = { organisationId, personId: caller.personId };
        const question = `${caller.personId} ${standing.role} ${request.url}`;
        return answers.get(question, standing.head, async () => {
          const context = { trx, scope, role: standing.role, now };
          const outcome = valueOf(await service(context, askedOf(endpoint, request)));
          return toAnswer(reply, endpoint, outcome);
        });
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
  const { database, clock, watch } = dependencies;
  app.route({
    ...routeOf(endpoint),
    handler: async (request, reply) => {
      const wish = wishOf(dependencies, endpoint, request);
      const { organisationId, visitor } = wish;
      const now = clock();
      const entry = { organisationId, credential: visitor.credential, at: now };
      const file = await database.enter(entry, async (trx, entered) => {
        const admitted = admit(dependencies, wish, entered);
        const context = writeContextOf(wish, admitted, { trx, now });
        await lockOrganisation(trx);
        const reading = { ...context, role: admitted.standing.role };
        const outcome = valueOf(await service(reading, askedOf(endpoint, request)));
        await appendAudit(context, {
          action: endpoint.operationId,
          entityId: organisationId,
          before: null,
          after: { address: request.url },
        });
        watch('export', {
          ...factsOf(visitor, admitted.caller),
          organisationId,
          operation: endpoint.operationId,
        });
        return toAnswer(reply, endpoint, outcome);
      });
      return reply.headers(file.headers).status(200).send(file.body);
    },
  });
}

// What the security watch is told of without a word from the service, once it is done.
const toldAlways: { readonly [operationId: string]: WatchEvent | undefined } = {
  createToken: 'token.made',
  revokeToken: 'token.revoked',
  updateSettings: 'settings.changed',
};

/**
 * Registers an operation that writes: one transaction holds the write, its log row and its
 * idempotency key, and a refusal rolls all of it back.
 */
export function registerWrite<E extends Endpoint>(
  app: FastifyInstance,
  dependencies: Dependencies,
  endpoint: E,
  service: Service<E, WriteContext>,
): void {
  const { database, clock, watch } = dependencies;
  app.route({
    ...routeOf(endpoint),
    handler: async (request, reply) => {
      const key = readIdempotencyKey(request.headers['idempotency-key']);
      const wish = wishOf(dependencies, endpoint, request);
      const { organisationId, visitor } = wish;
      const asked = askedOf(endpoint, request);
      const now = clock();
      const later: (() => Promise<void>)[] = [];
      const entry = { organisationId, credential: visitor.credential, at: now };
      reply.status(endpoint.status);
      const { kept, caller, repeated } = await database.enter(entry, async (trx, entered) => {
        // A transaction that PostgreSQL asks for once more begins from nothing.
        later.length = 0;
        const admitted = admit(dependencies, wish, entered);
        const context = {
          ...writeContextOf(wish, admitted, { trx, now }),
          origin: originOf(request, dependencies.publicUrl),
          afterCommit: (work: () => Promise<void>) => void later.push(work),
        };
        await lockOrganisation(trx);
        const wanted = { operationId: endpoint.operationId, ...asked };
        const keyed = { key: endpoint.isAnswerSecret === true ? null : key, asked: wanted };
        const done = await once(context, keyed, async () => valueOf(await service(context, asked)));
        // An answer that is not what its schema says shows while all can still be taken back.
        const kept = toAnswer(reply, endpoint, done.answer);
        return { kept, caller: admitted.caller, repeated: done.repeated };
      });
      for (const work of later) void work();
      const event = toldAlways[endpoint.operationId];
      if (event !== undefined && !repeated) {
        watch(event, { ...factsOf(visitor, caller), organisationId });
      }
      if (repeated) reply.header('idempotency-replayed', 'true');
      return reply.headers(kept.headers).send(kept.body.length === 0 ? undefined : kept.body);
    },
  });
}

function wishOf({ publicUrl }: Dependencies, endpoint: Endpoint, request: FastifyRequest): Wish {
  const { organisationId } = request.params as { readonly organisationId: string };
  return { endpoint, organisationId, visitor: visitorOf(request, publicUrl) };
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
