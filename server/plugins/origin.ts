import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isLoopback } from '../config.ts';
import { ProblemError } from './problems.ts';
import { originOf } from './visitor.ts';

/** Where people may reach Tkr: the public address, and whether any other name than loopback is one. */
export type Reachable = { readonly publicUrl: URL | null; readonly isOnNetwork: boolean };

/**
 * Lets in only what Tkr's own pages and programs send.
 *
 * A name that is neither loopback nor the configured one means that another site has pointed its name
 * here (DNS rebinding). A write from a browser must say that it comes from this very address; one with
 * a token is no browser's. Source: ASVS 5.0 3.5.1–3.5.3.
 */
export function registerOrigin(app: FastifyInstance, reachable: Reachable): void {
  app.addHook('onRequest', async (request) => {
    // A proxy in front may have read another one of them than Node does.
    const hosts = request.raw.rawHeaders.filter(
      (name, at) => at % 2 === 0 && /^host$/iu.test(name),
    );
    if (hosts.length > 1) throw new ProblemError('request_malformed');
    if (!isOurName(request, reachable)) throw new ProblemError('foreign_origin');
    const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
    if (isWrite && !isFromOurPage(request, reachable)) throw new ProblemError('foreign_origin');
  });
}

function isOurName({ hostname }: FastifyRequest, { publicUrl, isOnNetwork }: Reachable): boolean {
  if (isLoopback(hostname)) return true;
  return publicUrl === null ? isOnNetwork : hostname === publicUrl.hostname;
}

function isFromOurPage(request: FastifyRequest, { publicUrl }: Reachable): boolean {
  const { origin, authorization, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  // Health checks and the machine itself ask by loopback, whatever the public address is.
  const own = isLoopback(request.hostname) ? `${request.protocol}://${request.host}` : '';
  const isOurs = origin === own || origin === originOf(request, publicUrl);
  if (origin !== undefined) return isOurs;
  return site === 'same-origin' || authorization !== undefined;
}
