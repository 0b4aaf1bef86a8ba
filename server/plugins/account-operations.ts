import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Answer, Endpoint } from '#contract/endpoint.ts';
import { type Result, refused } from '#domain/result.ts';
import { type AccountsTransaction, type Caller, openSession } from '../db/database.ts';
import type { Dependencies, Refusal } from './context.ts';
import { factsOf, requireSignedIn } from './entrance.ts';
import { ProblemError } from './problems.ts';
import { type Asked, askedOf, routeOf, valueOf } from './routing.ts';
import {
  type Cookies,
  isOverTls,
  originOf,
  setCookies,
  type Visitor,
  visitorOf,
} from './visitor.ts';

/**
 * What a service for accounts works with. It opens its own transactions: checking a password takes
 * a fifth of a second, and nothing may be held meanwhile.
 */
export type Desk = Dependencies & {
  readonly now: Date;
  readonly visitor: Visitor;
  /** The address that this request came to, for links that are handed over. */
  readonly origin: string;
};

/** The desk of somebody who is signed in. */
export type OwnDesk = Desk & { readonly caller: Caller };

/** What a service for accounts gives back: an answer, and the cookies that go with it. */
export type AccountOutcome<E extends Endpoint> = Result<
  { readonly answer: Answer<E>; readonly cookies?: Cookies },
  Refusal
>;

/** Runs `work` with people, sessions and secrets; a refusal rolls back what it had written. */
export async function allOrNothing<Value>(
  { database }: Dependencies,
  work: (trx: AccountsTransaction) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  try {
    return await database.inAccounts(async (trx) => {
      const outcome = await work(trx);
      if (!outcome.ok) throw new RolledBack(outcome.refusal);
      return outcome;
    });
  } catch (error) {
    if (error instanceof RolledBack) return refused(error.refusal);
    throw error;
  }
}

class RolledBack extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Registers an operation that anyone may call. */
export function registerOpen<E extends Endpoint>(
  app: FastifyInstance,
  dependencies: Dependencies,
  endpoint: E,
  service: (desk: Desk, asked: Asked<E>) => Promise<AccountOutcome<E>>,
): void {
  app.route({
    ...routeOf(endpoint),
    handler: async (request, reply) => {
      const desk = deskOf(dependencies, request);
      const outcome = await service(desk, askedOf(endpoint, request));
      return answer(dependencies, { request, reply, endpoint }, outcome);
    },
  });
}

/** Registers an operation on what belongs to the person who is signed in, or to an operator. */
export function registerOwn<E extends Endpoint>(
  app: FastifyInstance,
  dependencies: Dependencies,
  endpoint: E,
  service: (desk: OwnDesk, asked: Asked<E>) => Promise<AccountOutcome<E>>,
): void {
  app.route({
    ...routeOf(endpoint),
    handler: async (request, reply) => {
      const desk = deskOf(dependencies, request);
      const caller = await callerOf(desk);
      if (endpoint.access === 'operator') await requireOperator(desk, endpoint, caller);
      const outcome = await service({ ...desk, caller }, askedOf(endpoint, request));
      return answer(dependencies, { request, reply, endpoint }, outcome);
    },
  });
}

function deskOf(dependencies: Dependencies, request: FastifyRequest): Desk {
  const { clock, publicUrl } = dependencies;
  const origin = originOf(request, publicUrl);
  return { ...dependencies, now: clock(), visitor: visitorOf(request, publicUrl), origin };
}

async function callerOf({ database, recognised, visitor, now }: Desk): Promise<Caller> {
  const { credential } = visitor;
  if (credential === null) throw new ProblemError('not_signed_in');
  // A token opens one organisation; what is a person's own takes the person.
  if (credential.kind === 'token') throw new ProblemError('token_not_enough');
  const caller = requireSignedIn(
    await database.inAccounts((trx) => openSession(trx, credential.hash, now)),
  );
  recognised.add(visitor);
  return caller;
}

async function requireOperator(
  { database, watch, visitor }: Desk,
  { operationId }: Endpoint,
  caller: Caller,
): Promise<void> {
  const person = await database.inAccounts((trx) =>
    trx
      .selectFrom('person')
      .select('is_operator')
      .where('person_id', '=', caller.personId)
      .executeTakeFirst(),
  );
  if (person?.is_operator === true) return;
  const reason = 'operator_only';
  watch('access.refused', { ...factsOf(visitor, caller), operation: operationId, reason });
  throw new ProblemError(reason);
}

type Exchange = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly endpoint: Endpoint;
};

function answer<E extends Endpoint>(
  { publicUrl }: Dependencies,
  { request, reply, endpoint }: Exchange,
  outcome: AccountOutcome<E>,
): FastifyReply {
  const value = valueOf(outcome);
  const cookies = value.cookies ?? {};
  setCookies(reply, isOverTls(request, publicUrl), cookies);
  // Who logs out leaves nothing behind in the browser, not even pages that Back would show.
  if (cookies.session === null) reply.header('clear-site-data', '"cache", "storage"');
  return reply.header('cache-control', 'no-store').status(endpoint.status).send(value.answer);
}
