import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Dependencies } from '../plugins/context.ts';
import { ProblemError } from '../plugins/problems.ts';
import {
  cookieOptions,
  isOverTls,
  oidcCookieName,
  originOf,
  setCookies,
  visitorOf,
} from '../plugins/visitor.ts';
import { attemptLife } from './attempts.ts';
import { keepDiscovered } from './metadata.ts';
import { returnPathOf } from './return-path.ts';
import { beginLogin, type Counter, finishLogin } from './service.ts';

/** Where a login that was refused ends. */
const refusedPath = '/logga-in?sso=refused';

// Browsers come here by following links, and programs never: the description of the API leaves them
// out. A look at the headers alone would use a login up.
const page = { method: 'GET', exposeHeadRoute: false, schema: { hide: true } } as const;

/** Logging in with the employer: out to the provider, and back. */
export function registerOidc(app: FastifyInstance, dependencies: Dependencies): void {
  const { publicUrl, clock, providers } = dependencies;
  const discover = keepDiscovered(clock);
  const counterOf = (request: FastifyRequest): Counter => {
    const { slug } = request.params as { readonly slug: string };
    const provider = providers.bySlug(slug);
    if (provider === null) throw new ProblemError('not_found');
    const visitor = visitorOf(request, publicUrl);
    const origin = originOf(request, publicUrl);
    return { ...dependencies, now: clock(), visitor, origin, provider, discover };
  };
  app.route({
    ...page,
    url: '/api/oidc/:slug/start',
    handler: async (request, reply) => {
      const { returnTo } = request.query as { readonly returnTo?: unknown };
      const begun = await beginLogin(counterOf(request), returnPathOf(returnTo));
      if (!begun.ok) return leadTo(reply, refusedPath);
      const isSecure = isOverTls(request, publicUrl);
      const options = { ...cookieOptions(isSecure), maxAge: attemptLife / 1000 };
      reply.setCookie(oidcCookieName(isSecure), begun.value.browser, options);
      return leadTo(reply, begun.value.address, 302);
    },
  });
  app.route({
    ...page,
    url: '/api/oidc/:slug/callback',
    handler: async (request, reply) => {
      const isSecure = isOverTls(request, publicUrl);
      const name = oidcCookieName(isSecure);
      const query = URL.parse(request.url, 'https://tkr.invalid')?.search ?? '';
      const browser = request.cookies[name] ?? null;
      const done = await finishLogin(counterOf(request), { query, browser });
      if (!done.ok) return leadTo(reply, refusedPath);
      reply.clearCookie(name, cookieOptions(isSecure));
      setCookies(reply, isSecure, { session: done.value.session });
      return leadTo(reply, done.value.returnTo);
    },
  });
}

function leadTo(reply: FastifyReply, address: string, status = 303): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(address, status);
}
