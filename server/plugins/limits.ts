import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from './problems.ts';
import type { Recognised } from './recognised.ts';
import { visitorOf } from './visitor.ts';

/** How many calls are taken, and how visitors are told apart. */
export type Limits = {
  readonly callsAMinute: number;
  readonly publicUrl: URL | null;
  readonly recognised: Recognised;
};

/**
 * Slows down whoever calls without end: by session or token where there is one, since a whole office
 * can share an address, and by address where there is none. A session or token that has never been
 * found to be anybody's counts as none, or a new invented one each time would be let through.
 */
export async function registerLimits(
  app: FastifyInstance,
  { callsAMinute, publicUrl, recognised }: Limits,
): Promise<void> {
  await app.register(rateLimit, {
    max: callsAMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => {
      try {
        const visitor = visitorOf(request, publicUrl);
        return recognised.has(visitor) ? (visitor.credential?.hash ?? '') : visitor.address;
      } catch {
        // What is no credential at all is refused later, and counts all the same.
        return request.ip;
      }
    },
    errorResponseBuilder: (_request, { ttl }) =>
      new ProblemError('too_many_requests', { retryAfter: Math.ceil(ttl / 1000) }),
  });
}
