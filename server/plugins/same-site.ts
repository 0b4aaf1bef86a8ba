import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isLoopback } from '../config.ts';
import { ProblemError } from './problems.ts';

/**
 * Lets in only what the machine's own browser pages and programs send.
 *
 * Without accounts the address is the only wall: a name that is not loopback means that another site
 * has pointed its name here (DNS rebinding), and a write from another origin is refused.
 */
export function registerSameSite(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (!isLoopback(request.hostname)) throw new ProblemError('foreign_origin');
    if (request.method !== 'GET' && isForeign(request)) throw new ProblemError('foreign_origin');
  });
}

function isForeign(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const { origin } = request.headers;
  return origin !== undefined && origin !== `http://${request.host}`;
}
