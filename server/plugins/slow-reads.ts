import type { FastifyInstance } from 'fastify';
import type { Endpoint } from '#contract/endpoint.ts';
import type { Result } from '#domain/result.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { Dependencies, ReadContext, Refusal } from './context.ts';
import { admit } from './entrance.ts';
import { visitOf } from './operations.ts';
import { type Asked, askedOf, type Outcome, routeOf, toAnswer, valueOf } from './routing.ts';

/** Looks something up in a transaction of its own, as the one who asked. */
type LookUp = <Value>(look: (trx: OrganisationTransaction) => Promise<Value>) => Promise<Value>;

/** How a slow read is done: what is decided first, and the work that follows on it. */
type SlowRead<E extends Endpoint, Plan> = {
  readonly plan: (context: ReadContext, asked: Asked<E>) => Promise<Result<Plan, Refusal>>;
  readonly work: (plan: Plan, lookUp: LookUp, signal: AbortSignal) => Promise<Outcome<E>>;
};

/**
 * Registers an operation that reads through a whole file: no transaction is open while it works, and
 * it counts as one of the few files that are read at once.
 */
export function registerSlowRead<E extends Endpoint, Plan>(
  app: FastifyInstance,
  dependencies: Dependencies,
  endpoint: E,
  { plan, work }: SlowRead<E, Plan>,
): void {
  const { database, uploads } = dependencies;
  app.route({
    ...routeOf(endpoint),
    handler: async (request, reply) => {
      const { wish, entry, now } = visitOf(dependencies, endpoint, request);
      const asReader = <Value>(read: (context: ReadContext) => Promise<Value>): Promise<Value> =>
        database.enter({ ...entry, onlyReads: true }, async (trx, entered) => {
          const { caller, standing } = admit(dependencies, wish, entered);
          const scope = { organisationId: wish.organisationId, personId: caller.personId };
          return read({ trx, scope, role: standing.role, now });
        });
      const planned = await asReader(async (context) =>
        valueOf(await plan(context, askedOf(endpoint, request))),
      );
      const left = new AbortController();
      reply.raw.once('close', () => left.abort());
      const end = uploads.readings.begin();
      try {
        const lookUp: LookUp = (look) => asReader(({ trx }) => look(trx));
        const outcome = valueOf(await work(planned, lookUp, left.signal));
        const answer = toAnswer(reply, endpoint, outcome);
        return await reply.headers(answer.headers).status(endpoint.status).send(answer.body);
      } finally {
        end();
      }
    },
  });
}
